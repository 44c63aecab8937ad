"""Short answers beside their labels, and groups within an item."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.composing.answering import answer, is_short
from reviewkit.composing.gaps import gap_in
from reviewkit.composing.material import Entry, Material, items_of, members_of
from reviewkit.composing.parts import Piece, lead, plain, titled
from reviewkit.composing.tables import table
from reviewkit.composing.values import checked
from reviewkit.document import Block, Facts
from reviewkit.report import is_empty
from reviewkit.schema import Field

Fact = tuple[str, tuple[Block, ...]]


def fact(material: Material, entry: Entry) -> tuple[Fact, ...]:
    """The label and answer of a field, if it says anything."""
    blocks = answer(material, entry)
    return ((entry.field.label, blocks),) if blocks else ()


def facts(pairs: Iterable[Fact], path: str) -> tuple[Facts, ...]:
    """The pairs as a block, if there are any."""
    held = tuple(pairs)
    return (Facts(held, path=path),) if held else ()


def checklist(material: Material, entry: Entry) -> tuple[Piece, ...]:
    """A checklist as facts: what was answered with yes, with no, and not recorded."""
    pairs = ((given, (plain(labels, entry.pointer),)) for given, labels in checked(material, entry))
    return (*facts(pairs, entry.pointer), *gap_in(material, entry))


def group(material: Material, entry: Entry) -> tuple[Piece, ...]:
    """A group as facts, prose included; lists and groups within it follow.

    Prose that is one of several ways to answer needs no label of its own: the group's label asks the question.
    """
    if is_empty(entry.value) and entry.pointer in material.gaps:
        return gap_in(material, entry)
    held = list(members_of(material, entry))
    ways = [member for member in held if member.field.type == "prose" and _is_alternative(entry.field, member.field)]
    flat = [
        member for member in held if (is_short(member.field) or member.field.kind == "value") and member not in ways
    ]
    deeper = [member for member in held if member not in flat and member not in ways]
    opening = (block for member in ways for block in answer(material, member))
    pairs = (pair for member in flat for pair in fact(material, member))
    inside = (piece for member in deeper for piece in nested(material, member))
    return (*opening, *facts(pairs, entry.pointer), *inside, *gap_in(material, entry))


def _is_alternative(holder: Field, member: Field) -> bool:
    return any(field.kind == "either" and member in field.fields for field in holder.fields)


def nested(material: Material, entry: Entry) -> tuple[Piece, ...]:
    """A group or a list within an item, under its label."""
    if entry.field.kind == "list" and entry.field.show == "table" and isinstance(entry.value, list):
        return table(material, entry, caption=entry.field.label)
    inside = rows(material, entry) if entry.field.kind == "list" else group(material, entry)
    return titled(lead(entry.field.label, entry.pointer), inside)


def rows(material: Material, entry: Entry) -> tuple[Piece, ...]:
    """The items of a list as facts, one block each."""
    if not isinstance(entry.value, list):
        return answer(material, entry) if not is_empty(entry.value) else gap_in(material, entry)
    each = (piece for item in items_of(material, entry) for piece in group(material, item))
    return (*each, *gap_in(material, entry))
