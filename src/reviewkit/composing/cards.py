"""Lists as cards: a heading for each item and beneath it what belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from reviewkit.composing.answering import answer, is_short
from reviewkit.composing.facts import Fact, checklist, fact, facts, nested
from reviewkit.composing.gaps import gap_in
from reviewkit.composing.leading import is_prose_led, only_prose
from reviewkit.composing.linking import id_of
from reviewkit.composing.material import Entry, Material, items_of, members_of
from reviewkit.composing.naming import joined, link, opened, referred
from reviewkit.composing.parts import Part, Piece, lead, titled, words
from reviewkit.composing.values import line_runs
from reviewkit.document import Heading, Run, Runs
from reviewkit.report import is_empty
from reviewkit.schema import Field
from reviewkit.tuples import NamedTuple

NOUNS: Mapping[str, str] = {
    "incidents": "Incident",
    "children": "Child",
    "family": "Family member",
    "practitioners": "Practitioners",
    "fathers_and_male_carers": "Father or male carer",
    "key_practice_episodes": "Episode",
    "key_lines_of_enquiry": "Line of enquiry",
    "previous_learning": "Earlier review",
    "learning": "Learning point",
    "recommendations": "Recommendation",
}
"""What one item of a list is called where its own words don't name it."""


class _Leading(NamedTuple):
    """What leads the items of a list: whether prose does, and the id of the one prose that needs no label, or ""."""

    by_prose: bool
    only_prose: str


def cards(material: Material, entry: Entry, level: int) -> tuple[Piece, ...]:
    """A card for each item, headed at `level`; a single item that nothing names stands without a heading."""
    items = list(items_of(material, entry))
    leading = _Leading(is_prose_led(entry.field), only_prose(entry.field))
    each = (
        piece
        for number, item in enumerate(items, start=1)
        for piece in _card(material, item, leading, (level, number if len(items) > 1 else 0))
    )
    return (*each, *gap_in(material, entry))


def _card(material: Material, item: Entry, leading: _Leading, place: tuple[int, int]) -> tuple[Piece, ...]:
    level, number = place
    members = list(members_of(material, item))
    headed = _headed(item.field, members)
    inside = _body(material, item, leading, (members, headed))
    runs = _name(material, item, headed) or (_numbered(item.field, number) if inside else ())
    if not runs:
        return inside
    target = material.links.targets.get((item.field.id, id_of(item.value)))
    # Two items may share an id by mistake; a link leads to the first.
    anchor = target.anchor if target and item.path == (item.field.id, target.position) else ""
    return (Part(Heading(level, runs, anchor=anchor, path=item.pointer), inside, card=True),)


def _name(material: Material, item: Entry, headed: list[Entry]) -> Runs:
    """The item's name: "L1 Missed appointments …", a child's name; with its noun where it is an id alone."""
    held = [member for member in headed if not is_empty(member.value)]
    named = joined((_words_of(material, member) for member in held), " ")
    text = "".join(run.text for run in opened(material, named))
    if text and all(member.field.type == "id" for member in held):
        noun = NOUNS.get(item.field.id, "")
        text = f"{noun} {text}" if noun else text
    return (Run(text),) if text else ()


def _words_of(material: Material, member: Entry) -> Runs:
    if member.field.type == "reference":
        return referred(material, member.field.to, member.value)
    return line_runs(material, member.field, member.value)


def _numbered(field: Field, number: int) -> Runs:
    noun = NOUNS.get(field.id, field.label)
    return (Run(f"{noun} {number}"),) if number else ()


def _headed(field: Field, members: list[Entry]) -> list[Entry]:
    """The members that make the heading; prose is too long for one and opens the card instead."""
    held = {member.field.id: member for member in members}
    return [held[key] for key in field.headed_by if key in held and held[key].field.type != "prose"]


def _body(
    material: Material, item: Entry, leading: _Leading, members: tuple[list[Entry], list[Entry]]
) -> tuple[Piece, ...]:
    """The rest of an item. Where facts are its substance they come first; prose keeps its own order.

    `members` are all, and those that make the heading.
    """
    heading = {member.field.id for member in members[1] if not is_empty(member.value)}
    held = [member for member in members[0] if member.field.id not in heading]
    opening = [member for member in held if member.field.id in item.field.headed_by]
    rest = [member for member in held if member not in opening]
    if not leading.by_prose:
        rest.sort(key=lambda member: not is_short(member.field))
    return (
        *(block for member in opening for block in answer(material, member)),
        *_stretches(material, item, rest, leading),
        *gap_in(material, item),
    )


def _stretches(material: Material, item: Entry, members: list[Entry], leading: _Leading) -> Iterator[Piece]:
    """Neighbouring facts as one block, everything else under its label."""
    behind = list(_back_links(material, item))
    stretches = [(short, list(held)) for short, held in groupby(members, key=lambda member: is_short(member.field))]
    last = max((index for index, (short, _) in enumerate(stretches) if short), default=None)
    for index, (short, held) in enumerate(stretches):
        if not short:
            yield from (piece for member in held for piece in _labelled(material, leading, member))
            continue
        pairs = [pair for member in held for pair in fact(material, member)]
        yield from facts([*pairs, *(behind if index == last else ())], item.pointer)
    if last is None:
        yield from facts(behind, item.pointer)


def _labelled(material: Material, leading: _Leading, member: Entry) -> Iterable[Piece]:
    if member.field.kind != "value":
        return nested(material, member)
    if member.field.type == "checklist" and isinstance(member.value, dict):
        return titled(lead(member.field.label, member.pointer), checklist(material, member))
    if leading.only_prose == member.field.id:
        return answer(material, member)
    return titled(lead(member.field.label, member.pointer), answer(material, member))


def _back_links(material: Material, item: Entry) -> Iterator[Fact]:
    if len(item.path) != 2:
        return
    for label, targets in material.links.back.get((str(item.path[0]), id_of(item.value)), ()):
        yield label, words(joined((link(target),) for target in targets), item.pointer)
