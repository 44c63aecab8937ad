"""The page "At a glance": key dates, what was decided and done, what was learned and what should change.

All of it stands in the body, in the same words. Its blocks carry no path, so that a remark finds the body's own.
"""

from __future__ import annotations

from reviewkit.composing.following import answers_to, items_in, links_figure, said, target_of
from reviewkit.composing.linking import Target
from reviewkit.composing.material import Entry, Material
from reviewkit.composing.naming import joined, link, referred_with_title
from reviewkit.composing.parts import Part, Piece, subheading, titled, words
from reviewkit.composing.relating import words_of
from reviewkit.composing.stepping import key_dates
from reviewkit.composing.tables import LONGEST_HEAD
from reviewkit.composing.values import prose_or_none
from reviewkit.document import Block, Cell, Facts, Heading, Paragraph, Run, Runs, Table
from reviewkit.report import is_empty
from reviewkit.schema import Field

TITLE = "At a glance"
ANCHOR = "at-a-glance"
LEARNED, RECOMMENDED, DONE = "What was learned", "What is recommended", "What was done at once"

Blocks = tuple[Block, ...]


def compose_glance(material: Material) -> tuple[Part, ...]:
    """The page as a part without a number; none where the report has nothing for it yet."""
    quiet = material.without_gaps
    told = (*_decision(quiet), *_actions(quiet), *_learning(quiet), *_recommendations(quiet))
    heading = subheading(1, TITLE, "")._replace(anchor=ANCHOR)
    return titled(heading, (*key_dates(quiet), *told) if told else ())


def is_glance(piece: Piece) -> bool:
    """Whether it is the page with its heading: without one it would look like a part of something else."""
    return isinstance(piece, Part) and isinstance(piece.title, Heading) and piece.title.anchor == ANCHOR


def _decision(material: Material) -> tuple[Piece, ...]:
    """The partners' decision and its date; until there is one, what was recommended to them."""
    section = material.template.section("decision")
    written = material.values.get("decision")
    if section is None or not isinstance(written, dict):
        return ()
    for key in ("decided", "recommendation"):
        field, value = section.member(key), written.get(key)
        entry = Entry(field, value, ()) if field and isinstance(value, dict) else None
        if entry and (outcome := _line(material, entry, "outcome")):
            decided = joined((outcome, _line(material, entry, "date")))
            return (Facts(((entry.field.label, words(decided, "")),)),)
    return ()


def _actions(material: Material) -> tuple[Part, ...]:
    keys = ("action", "owner", "date")
    return _listed(material, "immediate_actions", DONE, keys, (0.5, 0.3, 0.2))


def _learning(material: Material) -> tuple[Part, ...]:
    field = material.template.section("learning")
    if field is None:
        return ()
    rows: list[tuple[Blocks, ...]] = []
    for item in items_in(material, field):
        if title := _line(material, item, "title"):
            target = target_of(material, item)
            named = referred_with_title(material, field.id, target.id) if target else title
            rows.append((words(named, ""), words(_leads_to(material, item, target), "")))
    leads_to = field.member("leads_to")
    header = (field.label, leads_to.label if leads_to else "")
    return titled(subheading(2, LEARNED, ""), (*_sentence(material, field), *_table(header, rows, (0.6, 0.4))))


def _leads_to(material: Material, item: Entry, target: Target | None) -> Runs:
    """The recommendations that answer a point; the route that it takes where that is another, or there are none."""
    answers = answers_to(material, target)
    route = item.value.get("leads_to")
    noun = "Recommendation" if len(answers) == 1 else "Recommendations"
    linked = (Run(f"{noun} "), *joined((link(answer),) for answer in answers)) if answers else ()
    if answers and route == "recommendation":
        return linked
    return joined((_line(material, item, "leads_to"), linked), "; ")


def _recommendations(material: Material) -> tuple[Part, ...]:
    found = _listed(material, "recommendations", RECOMMENDED, ("id", "text", "owner", "due"), (0.07, 0.55, 0.22, 0.16))
    return tuple(part._replace(pieces=(*part.pieces, *links_figure(material))) for part in found)


def _listed(
    material: Material, section: str, heading: str, keys: tuple[str, ...], widths: tuple[float, ...]
) -> tuple[Part, ...]:
    """The items of a list as a table of these fields; an item without the words that are its substance is left out."""
    field = material.template.section(section)
    if field is None:
        return ()
    substance = next(place for place, key in enumerate(keys) if key != "id")
    rows = [
        cells
        for item in items_in(material, field)
        if (cells := tuple(_cell(material, item, key) for key in keys))[substance]
    ]
    members = [field.member(key) for key in keys]
    header = tuple(member.label if member else "" for member in members)
    return titled(subheading(2, heading, ""), (*_sentence(material, field), *_table(header, rows, widths)))


def _cell(material: Material, item: Entry, key: str) -> Blocks:
    target = target_of(material, item) if key == "id" else None
    return words((link(target),), "") if target else said(material, item, key)


def _table(header: tuple[str, ...], rows: list[tuple[Blocks, ...]], widths: tuple[float, ...]) -> tuple[Table, ...]:
    """The rows with those columns that say something."""
    columns = [place for place in range(len(header)) if any(row[place] for row in rows)]
    if not columns:
        return ()
    shares = sum(widths[place] for place in columns)
    named = all(len(words_of(row[columns[0]])) <= LONGEST_HEAD for row in rows)
    return (
        Table(
            tuple(Cell(words((Run(header[place]),), ""), head=True) for place in columns),
            tuple(tuple(Cell(row[place], head=named and place == columns[0]) for place in columns) for row in rows),
            widths=tuple(widths[place] / shares for place in columns),
        ),
    )


def _sentence(material: Material, field: Field) -> Blocks:
    """What answers a list in a sentence, "None were needed"."""
    value = material.values.get(field.id)
    return () if is_empty(value) or isinstance(value, list | dict) else prose_or_none(material, Entry(field, value, ()))


def _line(material: Material, item: Entry, key: str) -> Runs:
    """The first line of what a field says."""
    return next((block.runs for block in said(material, item, key) if isinstance(block, Paragraph)), ())
