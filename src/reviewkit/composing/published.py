"""The published version: the same engine on published values, every text through the published names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.composing.cover import Row, compose_cover, kind_of, title_of
from reviewkit.composing.material import published_material
from reviewkit.composing.numbering import number
from reviewkit.composing.parts import Part, flat
from reviewkit.composing.rewriting import Rewrite, rewrite_pieces, rewrite_runs, rewrite_text
from reviewkit.composing.sections import compose_sections
from reviewkit.document import Document, PublishedDocument
from reviewkit.publication import PublishedReport


def compose_published(published: PublishedReport) -> PublishedDocument:
    """What may be published, as a document. No text reaches it but through `published.rewrite`."""
    material, rewrite = published_material(published), published.rewrite
    kind, subtitle = kind_of(material)
    sections = rewrite_pieces(compose_sections(material), rewrite)
    return PublishedDocument(
        Document(
            title=rewrite_text(title_of(material), rewrite) or rewrite_text(kind, rewrite),
            subtitle=rewrite_text(subtitle, rewrite),
            kind=rewrite_text(kind, rewrite),
            cover=tuple(_cover(compose_cover(material), rewrite)),
            blocks=flat(number(part for part in sections if isinstance(part, Part))),
        )
    )


def _cover(rows: Iterable[Row], rewrite: Rewrite) -> Iterator[Row]:
    for label, runs in rows:
        shown, kept = rewrite_text(label, rewrite), rewrite_runs(runs, rewrite)
        if shown.strip() and kept:
            yield shown, kept
