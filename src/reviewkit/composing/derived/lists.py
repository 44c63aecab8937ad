"""Lists in the form that a plan asks for: cards, a table, bullets, numbers or plain paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from reviewkit.composing.answering import answer, is_short, labelled_blocks
from reviewkit.composing.cards import NOUNS
from reviewkit.composing.derived.finding import chosen_items, members_at, name_of, sentence_instead
from reviewkit.composing.derived.grids import grid_of_item
from reviewkit.composing.facts import checklist, fact, facts, nested
from reviewkit.composing.gaps import gap_in
from reviewkit.composing.linking import id_of
from reviewkit.composing.material import Entry, Material
from reviewkit.composing.parts import Part, Piece, flat, lead, titled
from reviewkit.document import Block, Cell, Heading, ListBlock, Paragraph, Run, Runs, Table
from reviewkit.plans import Items


def items(material: Material, entry: Entry, shown: Items) -> tuple[Piece, ...]:
    """The items of a list, or the sentence that answers it."""
    held = chosen_items(material, entry, shown)
    pieces = (
        _STYLES[shown.style](material, held, shown, entry.pointer) if held else sentence_instead(material, entry, shown)
    )
    return (*pieces, *(gap_in(material, entry) if shown.first == 1 else ()))


def _cards(material: Material, held: list[Entry], shown: Items, _: str) -> tuple[Piece, ...]:
    return tuple(_card(material, item, shown) for item in held)


def _card(material: Material, item: Entry, shown: Items) -> Part:
    """A card; what names it is taken for more than its id, or the item's noun stands before it."""
    title = name_of(material, item, shown.head)
    text = "".join(run.text for run in title)
    key = id_of(item.value)
    noun = NOUNS.get(item.field.id, "")
    if not text or (text == key and noun):
        text = f"{noun or item.field.label} {text or int(item.path[-1]) + 1}"
    target = material.links.targets.get((item.field.id, key))
    anchor = target.anchor if target and target.position == item.path[-1] else ""
    inside = (*_body(material, item, shown), *(grid_of_item(material, item, shown.grid) if shown.grid else ()))
    return Part(Heading(2, (Run(text),), anchor=anchor, path=item.pointer), inside, card=True)


def _body(material: Material, item: Entry, shown: Items) -> Iterator[Piece]:
    """Neighbouring facts as one block, everything else under its label, in the order of the plan."""
    held = members_at(material, item, shown.take, shown.labels)
    for short, members in groupby(held, key=lambda member: is_short(member.field) and bool(member.field.label)):
        if short:
            pairs = (pair for member in members for pair in fact(material, member))
            yield from facts(pairs, item.pointer)
        else:
            yield from (piece for member in members for piece in _under_label(material, member))
    yield from gap_in(material, item)


def _under_label(material: Material, member: Entry) -> Iterable[Piece]:
    if member.field.kind != "value":
        return _inside(nested(material, member)) if not member.field.label else nested(material, member)
    if member.field.type == "checklist":
        inside: Iterable[Piece] = checklist(material, member)
    else:
        inside = answer(material, member)
    return titled(lead(member.field.label, member.pointer), inside) if member.field.label else inside


def _inside(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """What stands below a label that the plan doesn't want."""
    for piece in pieces:
        if isinstance(piece, Part):
            yield from piece.pieces
        else:
            yield piece


def _table(material: Material, held: list[Entry], shown: Items, path: str) -> tuple[Piece, ...]:
    """A row for each item, a column for what names it and for each field that says something."""
    given = dict(shown.labels)
    rows = [_row(material, item, shown) for item in held]
    columns = [key for key in ("", *shown.take) if any(row.get(key) for row in rows)]
    titles = {key: given.get(key) or _title(material, held, key, shown) for key in columns}
    header = tuple(Cell((Paragraph((Run(titles[key]),), path=path),), head=True, path=path) for key in columns)
    body = tuple(tuple(Cell(row.get(key, ()), head=not key, path=path) for key in columns) for row in rows)
    return (Table(header, body, path=path),) if columns else ()


def _row(material: Material, item: Entry, shown: Items) -> dict[str, tuple[Block, ...]]:
    name = name_of(material, item, shown.head)
    row: dict[str, tuple[Block, ...]] = {"": (Paragraph(name, path=item.pointer),)} if name else {}
    for path in shown.take:
        for member in members_at(material, item, (path,)):
            row[path] = answer(material, member, brief=True)
    return row


def _title(material: Material, held: list[Entry], path: str, shown: Items) -> str:
    paths = (path,) if path else shown.head[-1:]
    found = next((member for item in held for member in members_at(material, item, paths)), None)
    return found.field.label if found else held[0].field.label


def _listed(material: Material, held: list[Entry], shown: Items, path: str) -> tuple[Piece, ...]:
    entries = tuple(blocks for item in held if (blocks := _lines(material, item, shown)))
    return (ListBlock(entries, ordered=shown.style == "numbered", path=path),) if entries else ()


def _plain(material: Material, held: list[Entry], shown: Items, _: str) -> tuple[Piece, ...]:
    return tuple(piece for item in held for piece in _under_name(_lines(material, item, shown)))


def _under_name(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The name of an item as a label of what stands below it."""
    if len(blocks) < 2 or not isinstance(blocks[0], Paragraph) or not all(run.bold for run in blocks[0].runs):
        return blocks
    return (blocks[0]._replace(role="lead"), *blocks[1:])


def _run_in(material: Material, held: list[Entry], shown: Items, _: str) -> tuple[Piece, ...]:
    return tuple(piece for item in held for piece in _joined(_lines(material, item, shown)))


def _joined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The name of an item at the beginning of what it says, where that begins with plain words."""
    if len(blocks) < 2 or not isinstance(blocks[0], Paragraph) or not isinstance(blocks[1], Paragraph):
        return blocks
    name, first = blocks[0], blocks[1]
    if not name.runs or not all(run.bold for run in name.runs) or any(run.gap for run in first.runs):
        return blocks
    end = " " if name.runs[-1].text.endswith((".", "?", "!")) else ". "
    last = name.runs[-1]._replace(text=f"{name.runs[-1].text}{end}")
    return (first._replace(runs=(*name.runs[:-1], last, *first.runs)), *blocks[2:])


def _lines(material: Material, item: Entry, shown: Items) -> tuple[Block, ...]:
    """What names the item in bold, then what it says, each answer behind its label; nothing if it says none of that."""
    name = name_of(material, item, shown.head)
    said = [
        block
        for member in members_at(material, item, shown.take, shown.labels)
        for block in _behind_label(material, member)
    ]
    if shown.take and not said:
        return gap_in(material, item)
    return (*_named(name, item.pointer, alone=not said), *said, *gap_in(material, item))


def _behind_label(material: Material, member: Entry) -> tuple[Block, ...]:
    if member.field.kind == "list":
        return flat(nested(material, member))
    return tuple(labelled_blocks(member.field.label, answer(material, member)))


def _named(name: Runs, path: str, *, alone: bool) -> tuple[Paragraph, ...]:
    """The name of an item; bold where something stands below it."""
    runs = name if alone else tuple(run._replace(bold=True) for run in name)
    return (Paragraph(runs, path=path),) if runs else ()


_STYLES: Mapping[str, Callable[[Material, list[Entry], Items, str], tuple[Piece, ...]]] = {
    "cards": _cards,
    "table": _table,
    "bullets": _listed,
    "numbered": _listed,
    "plain": _plain,
    "run-in": _run_in,
}
