"""A template's sections and fields as rows, for a list on a screen and for the printed template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.exporting.wording import PUBLISH_WORDS, holds_words, need_line
from reviewkit.schema import Field, Template
from reviewkit.tuples import NamedTuple


class OutlineRow(NamedTuple):
    """One section or field. `depth` is 0 for a section; `path` is how conditions and `--set` name it."""

    path: str
    depth: int
    label: str
    need: str
    holds: str
    published: str


def template_outline(template: Template, edition: str = "") -> tuple[OutlineRow, ...]:
    """Every section and field in the order of the report, with its need in words (per edition, or in that one)."""
    return tuple(_rows(template.sections, template, edition, ()))


def _rows(fields: Sequence[Field], template: Template, edition: str, above: tuple[str, ...]) -> Iterator[OutlineRow]:
    for field in fields:
        alternatives = field.fields if field.kind == "either" else (field,)
        need = need_line(field, fields, template, edition)
        for inner in alternatives:
            path = (*above, inner.id)
            one_of = f"{need}: one of {len(alternatives)}" if len(alternatives) > 1 else need
            published = PUBLISH_WORDS[inner.publish] if inner.kind == "value" else ""
            yield OutlineRow(".".join(path), len(above), inner.label, one_of, holds_words(inner), published)
            yield from _rows(inner.fields, template, edition, path)
