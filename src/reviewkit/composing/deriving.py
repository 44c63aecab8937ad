"""A plan and a report → the parts of a derived document, made of the same pieces as the report itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reviewkit.composing.answering import answer
from reviewkit.composing.derived.finding import entry_at, labelled
from reviewkit.composing.derived.grids import grid, sheet_of
from reviewkit.composing.derived.lists import items
from reviewkit.composing.facts import checklist, fact, facts, group, rows
from reviewkit.composing.material import Entry, Material
from reviewkit.composing.parts import Part, Piece, flat, lead, subheading, titled
from reviewkit.composing.prose.parsing import parse_prose
from reviewkit.composing.tables import table
from reviewkit.composing.texts import without_dead_links
from reviewkit.document import Block, Heading, ListBlock, Paragraph, Run, Table
from reviewkit.errors import UsageError
from reviewkit.plans import Grid, Items, Pairs, Plan, Show, Told
from reviewkit.plans import Part as Planned
from reviewkit.schema import Template


def derive(material: Material, plan: Plan) -> tuple[Part, ...]:
    """The parts of the document that have something to say, not yet numbered."""
    refuse_other_templates(plan, material.template)
    asked = (part for part in plan.parts if _is_for(part.templates, material.template))
    return tuple(part for planned in asked for part in _part(material, planned))


def derived_parts(material: Material, plan: Plan, *, sheet: bool) -> tuple[Piece, ...]:
    """The same, or the one table of a spreadsheet. Raises `UsageError` if the plan has none."""
    if not sheet:
        return derive(material, plan)
    refuse_other_templates(plan, material.template)
    if not plan.sheet:
        raise UsageError(f"the document {plan.name} has no table for a spreadsheet", hint="choose docx, html or md")
    return (sheet_of(material, entry_at(material, plan.sheet.path), plan.sheet),)


def blocks_of(pieces: Iterable[Piece], plan: Plan, *, sheet: bool) -> tuple[Block, ...]:
    """The pieces as blocks, numbered as the plan asks; of a spreadsheet the table alone."""
    if sheet:
        return without_dead_links(tuple(piece for piece in pieces if isinstance(piece, Table)))
    return without_dead_links(flat(number_parts(pieces, plan)))


def refuse_other_templates(plan: Plan, template: Template) -> None:
    """Raise `UsageError` if the document can't be made from reports of that template."""
    if not plan.is_for(template):
        raise UsageError(
            f"the document {plan.name} is not made for this kind of report",
            hint=f"it is for {', '.join(plan.templates)}",
        )


def number_parts(parts: Iterable[Piece], plan: Plan) -> tuple[Piece, ...]:
    """The parts with anchors, and with numbers if the plan asks for them."""
    return tuple(_numbered(part, number, plan) for number, part in enumerate(parts, start=1))


def _numbered(piece: Piece, number: int, plan: Plan) -> Piece:
    if not isinstance(piece, Part) or not isinstance(piece.title, Heading):
        return piece
    printed = str(number) if plan.numbered else ""
    return piece._replace(title=piece.title._replace(number=printed, anchor=f"section-{number}"))


def _part(material: Material, planned: Planned) -> tuple[Part, ...]:
    """A part with nothing to say goes, its fixed words with it, unless the plan has words for that."""
    asked = [show for show in planned.show if _is_for(show.templates, material.template)]
    shown = tuple(piece for show in asked for piece in _SHOWN[type(show)](material, show))
    if asked and not shown:
        if not planned.otherwise:
            return ()
        shown = parse_prose(planned.otherwise, "")
        text: tuple[Piece, ...] = ()
    else:
        text = parse_prose(planned.text, "") if planned.text else ()
    return titled(subheading(1, planned.heading, ""), (*text, *shown, *_questions(planned.ask)))


def _questions(ask: tuple[str, ...]) -> tuple[ListBlock, ...]:
    return (ListBlock(tuple((Paragraph((Run(question),)),) for question in ask)),) if ask else ()


def _told(material: Material, show: Told) -> tuple[Piece, ...]:
    entry = entry_at(material, show.path)
    pieces = _said(material, entry) if entry else ()
    return titled(lead(show.label, entry.pointer), pieces) if entry and show.label else pieces


def _said(material: Material, entry: Entry) -> tuple[Piece, ...]:
    if entry.field.kind == "list" and entry.field.show == "table" and isinstance(entry.value, list):
        return table(material, entry)
    if entry.field.kind == "list":
        return rows(material, entry)
    if entry.field.kind == "group":
        return group(material, entry)
    if entry.field.type == "checklist" and isinstance(entry.value, dict):
        return checklist(material, entry)
    return answer(material, entry)


def _pairs(material: Material, show: Pairs) -> tuple[Piece, ...]:
    given = dict(show.labels)
    found = [(path, entry) for path in show.paths if (entry := entry_at(material, path))]
    named = (labelled(entry, given.get(path) or entry.field.label) for path, entry in found)
    return facts((pair for entry in named for pair in fact(material, entry)), "")


def _items(material: Material, show: Items) -> tuple[Piece, ...]:
    entry = entry_at(material, show.path)
    pieces = items(material, entry, show) if entry else ()
    return titled(lead(show.label, entry.pointer), pieces) if entry and show.label else pieces


def _grid(material: Material, show: Grid) -> tuple[Piece, ...]:
    entry = entry_at(material, show.path)
    return grid(material, entry, show) if entry else ()


def _is_for(templates: tuple[str, ...], template: Template) -> bool:
    return not templates or template.base in templates


_SHOWN: Mapping[type[Show], Callable[[Material, Any], tuple[Piece, ...]]] = {
    Told: _told,
    Pairs: _pairs,
    Items: _items,
    Grid: _grid,
}
