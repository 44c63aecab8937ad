"""The printed template's words about one field: what to write, what it may hold, who asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewkit.document import Block, Run
from reviewkit.exporting.blocks import Words, paragraph, runs
from reviewkit.exporting.wording import answers_of, holds_words, listed, need_line
from reviewkit.schema import Field, Source, Template

_MOST_LISTED = 100  # letters


def list_anchor(codelist: str) -> str:
    """The anchor of a code list's heading."""
    return f"list-{codelist}"


def about(field: Field, template: Template, sources: Mapping[str, Source]) -> tuple[Block, ...]:
    """Guidance, what the field may hold, an example, and who asks for it."""
    blocks: list[Block] = [paragraph(field.guidance)] if field.guidance else []
    blocks.append(paragraph([*runs(holds(field, template)), " In the file: ", Run(field.id, code=True), "."]))
    if field.example:
        blocks.append(paragraph(["Example: ", Run(field.example, italic=True)]))
    cites = cited(field.source, sources)
    if cites:
        blocks.append(paragraph(f"Rests on: {cites}."))
    return tuple(blocks)


def holds(field: Field, template: Template) -> Words:
    """What a field may hold and how much of it, as one sentence; a long list of answers is named and linked."""
    words: list[str | Run] = [_first_upper(holds_words(field))]
    codelist = template.codelists.get(field.codes)
    if codelist is not None:
        words += [" ", Run(codelist.title, anchor=list_anchor(codelist.id))]
        answers = [label or code for code, label, _ in answers_of(field, template)]
        if sum(map(len, answers)) <= _MOST_LISTED:
            words.append(f" ({listed(answers)})")
    return [*words, "".join(f"; {more}" for more in _limits(field)), "."]


def _limits(field: Field) -> list[str]:
    return [
        words
        for words, said in (
            (f"{field.length[0]} to {field.length[1]} words" if field.length else "", bool(field.length)),
            (f"at most {field.at_most}", bool(field.at_most)),
            (f"one for {field.one_for}", bool(field.one_for)),
            ("the register may answer instead", bool(field.or_register)),
            (f"“not known” alone is not enough: {field.if_unknown}", bool(field.if_unknown)),
            ("written for the family to read", field.audience == "family"),
        )
        if said
    ]


def needed(field: Field, neighbours: Sequence[Field], template: Template, group: Field | None) -> Words:
    """The need in words; for one of several alternatives, which others are enough."""
    if group is None:
        return need_line(field, neighbours, template)
    others = listed([f"“{inner.label}”" for inner in group.fields if inner.id != field.id])
    return f"{need_line(group, neighbours, template)}: this, or {others}"


def cited(keys: Sequence[str], sources: Mapping[str, Source]) -> str:
    """The short forms of the sources, in one line."""
    return "; ".join(sources[key].cite for key in keys if key in sources)


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]


__all__ = ["about", "cited", "holds", "list_anchor", "needed"]
