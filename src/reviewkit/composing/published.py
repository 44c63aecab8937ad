"""The published version: the same engine on published values, every text through the published names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.composing.cover import Row, compose_cover, kind_of, publisher_of, title_of
from reviewkit.composing.derived.titling import derived_cover, derived_title
from reviewkit.composing.deriving import blocks_of, derived_parts
from reviewkit.composing.glance import compose_glance, is_glance
from reviewkit.composing.material import Material, published_material
from reviewkit.composing.numbering import number
from reviewkit.composing.parts import Part, flat
from reviewkit.composing.prose.inline import trimmed
from reviewkit.composing.rewriting import Rewrite, rewrite_pieces, rewrite_repeating, rewrite_runs, rewrite_text
from reviewkit.composing.sections import compose_sections
from reviewkit.composing.sourcing import uncited, with_sources
from reviewkit.composing.texts import without_dead_links
from reviewkit.document import Document, Furniture, PublishedDocument, Runs
from reviewkit.plans import Plan
from reviewkit.publication import PublishedReport

_APART = "\n\n"


def compose_published(
    published: PublishedReport, furniture: Furniture | None = None, *, plan: Plan | None = None, sheet: bool = False
) -> PublishedDocument:
    """What may be published, as a document, or what `plan` derives from it; with `sheet` the table of its spreadsheet.

    `furniture` is a house's own header and footer. No text reaches the document but through `published.rewrite`.
    """
    material = published_material(published)
    document = _derived(material, plan, published.rewrite, sheet=sheet) if plan else _whole(material, published.rewrite)
    composed = PublishedDocument(document._replace(publisher=publisher_of(document.cover, material)))
    return furnished(composed, furniture, published) if furniture else composed


def furnished(composed: PublishedDocument, furniture: Furniture, published: PublishedReport) -> PublishedDocument:
    """The same document with a house's own header and footer, in published words."""
    return PublishedDocument(composed.document._replace(furniture=_furniture(furniture, published.rewrite)))


def _whole(material: Material, rewrite: Rewrite) -> Document:
    kind, subtitle = kind_of(material)
    sections, again = rewrite_repeating(compose_sections(material), rewrite)
    glance = (part for part in rewrite_pieces(compose_glance(material), again) if is_glance(part))
    document = Document(
        title=rewrite_text(title_of(material), rewrite) or rewrite_text(kind, rewrite),
        subtitle=rewrite_text(subtitle, rewrite),
        kind=rewrite_text(kind, rewrite),
        cover=tuple(_cover(compose_cover(material), rewrite)),
        blocks=without_dead_links(
            (*uncited(flat(glance)), *flat(number(part for part in sections if isinstance(part, Part)))),
        ),
    )
    return with_sources(document, material.values, lambda text: rewrite_text(text, again))


def _derived(material: Material, plan: Plan, rewrite: Rewrite, *, sheet: bool) -> Document:
    parts = rewrite_pieces(derived_parts(material, plan, sheet=sheet), rewrite)
    kind = rewrite_text(kind_of(material)[0], rewrite)
    document = Document(
        title=rewrite_text(derived_title(material, plan), rewrite) or kind,
        subtitle="",
        kind=kind,
        cover=tuple(_cover(derived_cover(material, plan), rewrite)),
        blocks=blocks_of(parts, plan, sheet=sheet),
        brief=True,
    )
    return with_sources(document, material.values, lambda text: rewrite_text(text, rewrite))


def _cover(rows: Iterable[Row], rewrite: Rewrite) -> Iterator[Row]:
    for label, runs in rows:
        shown, kept = rewrite_text(label, rewrite), rewrite_runs(runs, rewrite)
        if shown.strip() and kept:
            yield shown, kept


def _furniture(furniture: Furniture, rewrite: Rewrite) -> Furniture:
    header, footer = (
        tuple(kept for runs in lines if (kept := _line(runs, rewrite)))
        for lines in (furniture.header, furniture.footer)
    )
    return Furniture(header, footer)


def _line(runs: Runs, rewrite: Rewrite) -> Runs:
    """The parts of a line seen together, yet as paragraphs: no sentence goes on from the left to the right.

    Where a page number was taken for something else, it is none any more.
    """
    texts = rewrite(tuple(run.text.replace("\t", _APART) for run in runs))
    rewritten = ((run, text.replace(_APART, "\t")) for run, text in zip(runs, texts, strict=True) if text)
    return trimmed(run._replace(text=text, page=run.page if text == run.text else "") for run, text in rewritten)
