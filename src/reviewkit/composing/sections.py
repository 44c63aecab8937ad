"""The sections of the report in the template's order."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.composing.answering import answer, is_short
from reviewkit.composing.cards import cards
from reviewkit.composing.cover import on_cover
from reviewkit.composing.facts import checklist, fact, facts, group
from reviewkit.composing.gaps import gap_in, gaps_left
from reviewkit.composing.leading import is_prose_led, only_prose
from reviewkit.composing.material import Entry, Material, members_of, sections_of
from reviewkit.composing.parts import Part, Piece, subheading, titled
from reviewkit.composing.picturing import figures
from reviewkit.composing.tables import table
from reviewkit.composing.values import prose_or_none
from reviewkit.report import is_empty


def compose_sections(material: Material) -> tuple[Part, ...]:
    """Every section that has something to show, not yet numbered."""
    return tuple(part for entry in sections_of(material) for part in _section(material, entry))


def _section(material: Material, entry: Entry) -> tuple[Part, ...]:
    pieces = _content(material, entry)
    if entry.field.id != "review":
        pieces = (*pieces, *gaps_left(material, entry, pieces))
    heading = subheading(1, entry.field.label, entry.pointer)
    prose_led = is_prose_led(entry.field)
    return tuple(part._replace(prose_led=prose_led) for part in titled(heading, pieces))


def _content(material: Material, entry: Entry) -> tuple[Piece, ...]:
    if entry.field.kind == "value":
        return answer(material, entry)
    if is_empty(entry.value) and entry.pointer in material.gaps:
        return () if entry.field.id == "review" else gap_in(material, entry)
    if entry.field.kind == "list":
        return _list(material, entry, 2)
    return _group(material, entry)


def _group(material: Material, entry: Entry) -> tuple[Piece, ...]:
    """Facts first; then prose, groups and lists, each under a heading of its own."""
    held = [member for member in members_of(material, entry) if not on_cover(member)]
    short = [member for member in held if is_short(member.field)]
    pairs = (pair for member in short for pair in fact(material, member))
    rest = (piece for member in held if member not in short for piece in _under_heading(material, entry, member))
    return (*facts(pairs, entry.pointer), *rest, *gap_in(material, entry))


def _under_heading(material: Material, holder: Entry, member: Entry) -> Iterable[Piece]:
    if member.field.kind == "list":
        inside = _list(material, member, 3)
    elif member.field.kind == "group":
        inside = group(material, member)
    elif member.field.type == "checklist" and isinstance(member.value, dict):
        inside = checklist(material, member)
    else:
        inside = answer(material, member)
    if only_prose(holder.field) == member.field.id:
        return inside
    return titled(subheading(2, member.field.label, member.pointer), inside)


def _list(material: Material, entry: Entry, level: int) -> tuple[Piece, ...]:
    if isinstance(entry.value, list):
        shown = table(material, entry) if entry.field.show == "table" else cards(material, entry, level)
        return (*figures(material, entry), *shown)
    return (
        gap_in(material, entry)
        if is_empty(entry.value)
        else (*prose_or_none(material, entry), *gap_in(material, entry))
    )
