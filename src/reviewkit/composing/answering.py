"""What a field says and what is missing from it, as blocks: for facts, cells and paragraphs under a label."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.composing.gaps import gap_in
from reviewkit.composing.material import Entry, Material, items_of, members_of
from reviewkit.composing.parts import plain
from reviewkit.composing.values import prose_or_none, said
from reviewkit.composing.wording import period
from reviewkit.document import Block, Paragraph, Run
from reviewkit.report import is_empty
from reviewkit.schema import Field


def answer(material: Material, entry: Entry, *, brief: bool = False) -> tuple[Block, ...]:
    """What is written there, and the mark where something is missing. `brief`: as a table cell has room for."""
    if is_empty(entry.value) and entry.field.kind == "value":
        return gap_in(material, entry)
    if entry.field.kind == "group":
        shown = _group(material, entry)
    elif entry.field.kind == "list":
        shown = _list(material, entry)
    else:
        shown = said(material, entry, brief=brief)
    return (*shown, *gap_in(material, entry))


def is_short(field: Field) -> bool:
    """Whether the field is a fact rather than prose, a checklist, a group or a list."""
    return is_range(field) or (field.kind == "value" and field.type not in ("prose", "checklist"))


def is_range(field: Field) -> bool:
    """Whether the group is a stretch of time."""
    return field.kind == "group" and [member.id for member in field.members()] == ["from", "to"]


def _group(material: Material, entry: Entry) -> tuple[Block, ...]:
    """A group where there is room for lines only: a stretch of time, or each answer behind its label."""
    held = list(members_of(material, entry))
    if is_range(entry.field) and not any(is_empty(member.value) for member in held):
        given = {member.field.id: member.value for member in held}
        text = period(given.get("from"), given.get("to"))
        return (plain(text, entry.pointer),) if text else ()
    return tuple(
        block for member in held for block in labelled_blocks(member.field.label, answer(material, member, brief=True))
    )


def _list(material: Material, entry: Entry) -> tuple[Block, ...]:
    if not isinstance(entry.value, list):
        return prose_or_none(material, entry)
    return tuple(block for item in items_of(material, entry) for block in _group(material, item))


def labelled_blocks(label: str, blocks: tuple[Block, ...]) -> Iterable[Block]:
    """The blocks with the label before the first words; as they are where there is no label, or no words but a mark."""
    first = blocks[0] if blocks else None
    if label and isinstance(first, Paragraph) and not any(run.gap for run in first.runs):
        yield first._replace(runs=(Run(f"{label}: "), *first.runs))
        yield from blocks[1:]
    else:
        yield from blocks
