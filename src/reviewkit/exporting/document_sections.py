"""The printed template's sections: a heading each, what it is for, and a table of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewkit.document import Block, Facts, Run
from reviewkit.exporting.blocks import Content, Words, heading, paragraph, table
from reviewkit.exporting.document_fields import about, cited, holds, needed
from reviewkit.exporting.wording import PUBLISH_WORDS
from reviewkit.schema import Field, Source, Template

_WIDTHS = (0.22, 0.54, 0.24)


def section_anchor(path: Sequence[str]) -> str:
    """The anchor of the heading of a section, or of a group or list within it."""
    return "-".join(("section", *path)).replace("_", "-")


def section_blocks(template: Template, sources: Mapping[str, Source]) -> Iterator[Block]:
    """All sections of the report, then what every report has besides."""
    writing = _Writing(template, sources)
    for number, section in enumerate(template.sections, 1):
        yield from writing.part(section, template.sections, (section.id,), (number,), None)


class _Writing:
    """What every part of the document is written from."""

    def __init__(self, template: Template, sources: Mapping[str, Source]) -> None:
        self._template = template
        self._sources = sources

    def part(
        self,
        field: Field,
        neighbours: Sequence[Field],
        path: tuple[str, ...],
        number: tuple[int, ...],
        group: Field | None,
    ) -> Iterator[Block]:
        """A section, or a group or list within one, with all that it holds."""
        printed = ".".join(str(step) for step in number)
        yield heading(min(len(number), 4), field.label, printed, section_anchor(path))
        if field.guidance:
            yield paragraph(field.guidance, role="lead" if len(number) == 1 else "")
        yield Facts(tuple((label, (paragraph(words),)) for label, words in self._facts(field, neighbours, group)))
        if field.fields:
            yield self._table(field, path, number)
            for count, (inner, either) in enumerate(_holding(field), 1):
                yield from self.part(inner, field.fields, (*path, inner.id), (*number, count), either)

    def _facts(self, field: Field, neighbours: Sequence[Field], group: Field | None) -> Iterator[tuple[str, Words]]:
        yield "Need", needed(field, neighbours, self._template, group)
        if field.kind != "group":
            yield "Holds", holds(field, self._template)
        if field.example:
            yield "Example", Run(field.example, italic=True)
        if field.kind == "value":
            yield "Publishing", PUBLISH_WORDS[field.publish]
        if cites := cited(field.source, self._sources):
            yield "Rests on", cites
        yield "In the file", Run(field.id, code=True)

    def _table(self, field: Field, path: tuple[str, ...], number: tuple[int, ...]) -> Block:
        printed = ".".join(str(step) for step in number)
        numbers = {inner.id: f"{printed}.{count}" for count, (inner, _) in enumerate(_holding(field), 1)}
        rows = [self._row(inner, field, group, path, numbers) for inner, group in _members(field)]
        return table(
            ("Field", "What to write", "Need and publishing"), rows, f"Fields of {printed} {field.label}", _WIDTHS
        )

    def _row(
        self, inner: Field, holder: Field, group: Field | None, path: tuple[str, ...], numbers: Mapping[str, str]
    ) -> list[Content]:
        need = needed(inner, holder.fields, self._template, group)
        if inner.id not in numbers:
            words = about(inner, self._template, self._sources)
            return [inner.label, words, (paragraph(need), paragraph(PUBLISH_WORDS[inner.publish]))]
        link = Run(f"{numbers[inner.id]} {inner.label}", anchor=section_anchor((*path, inner.id)))
        return [inner.label, ["See ", link, "."], need]


def _members(field: Field) -> Iterator[tuple[Field, Field | None]]:
    """The fields under keys, each with the `either` that it is an alternative of."""
    for inner in field.fields:
        if inner.kind == "either":
            yield from ((alternative, inner) for alternative in inner.fields)
        else:
            yield inner, None


def _holding(field: Field) -> list[tuple[Field, Field | None]]:
    return [(inner, group) for inner, group in _members(field) if inner.fields]
