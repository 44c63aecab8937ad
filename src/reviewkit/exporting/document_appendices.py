"""What closes the printed template: the lists of answers, and the sources with how far each was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewkit.document import Block, Run
from reviewkit.exporting.blocks import Words, heading, paragraph, table
from reviewkit.exporting.document_fields import cited, list_anchor
from reviewkit.schema import CodeList, Field, Source, Template

_READ: Mapping[str, str] = {
    "whole": "Read whole",
    "summary by somebody else": "Not itself: a summary of it by somebody else was read whole",
    "opening only": "Only its beginning, or an excerpt, was read",
    "from memory": "Not read for this work; from memory, to be confirmed",
    "own": "No document: the makers’ own judgement",
}


def list_blocks(template: Template, sources: Mapping[str, Source], number: str) -> Iterator[Block]:
    """Every list of answers that the template uses, in the order in which it is first asked for."""
    yield heading(1, "Lists of answers", number, "lists")
    yield paragraph(
        "What may be answered where a field takes one or more of a list. The first column is what stands in the file; "
        "where a field is published less exactly, the last column is what the published version says, and an answer "
        "without an entry there is left out."
    )
    for count, codelist in enumerate(_used_lists(template), 1):
        yield heading(2, codelist.title, f"{number}.{count}", list_anchor(codelist.id))
        if cites := cited(codelist.source, sources):
            yield paragraph(f"Rests on: {cites}.", role="note")
        yield _answers(codelist)


def _answers(codelist: CodeList) -> Block:
    values = list(codelist.values.values())
    notes, groups = any(code.note for code in values), any(code.group for code in values)
    header = ["In the file", "Answer", *(["Note"] if notes else []), *(["Published as"] if groups else [])]
    rows: list[list[Words]] = [
        [
            Run(code.code, code=True),
            code.label,
            *([" ".join(code.note.split())] if notes else []),
            *([code.group] if groups else []),
        ]
        for code in values
    ]
    widths = {2: (0.35, 0.65), 3: (0.25, 0.35, 0.4), 4: (0.2, 0.28, 0.3, 0.22)}[len(header)]
    return table(header, rows, "", widths)


def source_blocks(template: Template, sources: Mapping[str, Source], number: str) -> Iterator[Block]:
    """The sources that the template names, with how far each was read."""
    yield heading(1, "Sources", number, "sources")
    yield paragraph(
        "What this template rests on, and how far each document was read, so that nobody takes a demand for better "
        "founded than it is. Whoever has one of these documents whole is asked to check what is said of it here."
    )
    used = [sources[key] for key in sources if key in _used_sources(template)]
    rows = [
        [source.title, f"{source.publisher}, {source.year}", _READ.get(source.read_as, source.read_as), source.cite]
        for source in used
    ]
    yield table(
        ("Document", "Publisher and year", "How far it was read", "Named as"),
        rows,
        "The sources, and how far each was read",
        (0.3, 0.25, 0.2, 0.25),
    )


def _used_lists(template: Template) -> list[CodeList]:
    names = dict.fromkeys(field.codes for field in _all(template.sections) if field.codes in template.codelists)
    return [template.codelists[name] for name in names]


def _used_sources(template: Template) -> set[str]:
    keys = {key for field in _all(template.sections) for key in field.source}
    return keys.union(*(codelist.source for codelist in _used_lists(template)))


def _all(fields: Sequence[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _all(field.fields)
