"""Tables with the columns that a plan asks for, those left blank for the reader's own pen among them."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.composing.answering import answer, labelled_blocks
from reviewkit.composing.derived.finding import member_at
from reviewkit.composing.gaps import gap_in
from reviewkit.composing.material import Entry, Material, items_of
from reviewkit.composing.parts import Piece
from reviewkit.composing.relating import words_of
from reviewkit.composing.tables import LONGEST_HEAD
from reviewkit.composing.values import prose_or_none
from reviewkit.document import Block, Cell, Paragraph, Run, Table
from reviewkit.plans import Column, Grid

Row = tuple[Entry, Entry | None]
"""An item of the list, and an item of the list within it that the row is about, if there is any."""


def grid(material: Material, entry: Entry, shown: Grid) -> tuple[Piece, ...]:
    """The table of a list; a sentence that answers it with "None" stands as it is."""
    if not isinstance(entry.value, list):
        return (*prose_or_none(material, entry), *gap_in(material, entry)) if entry.value else gap_in(material, entry)
    rows = [row for item in items_of(material, entry) for row in _rows(material, item, shown)]
    return (*table_of(material, rows, shown, entry.pointer), *gap_in(material, entry))


def grid_of_item(material: Material, item: Entry, shown: Grid) -> tuple[Table, ...]:
    """The table of one item's rows."""
    return table_of(material, list(_rows(material, item, shown)), shown, item.pointer)


def sheet_of(material: Material, entry: Entry | None, shown: Grid) -> Table:
    """The table of a spreadsheet: its columns stand even where there is nothing to put under them."""
    if entry and isinstance(entry.value, list):
        rows = [row for item in items_of(material, entry) for row in _rows(material, item, shown)]
        for table in table_of(material, rows, shown, entry.pointer):
            return table
    sentence = prose_or_none(material, entry) if entry and entry.value else ()
    path = entry.pointer if entry else ""
    row = tuple(Cell(() if number else sentence, path=path) for number, _ in enumerate(shown.columns))
    return Table(_header(shown, path), (row,) if sentence else (), caption=shown.caption, path=path)


def table_of(material: Material, rows: list[Row], shown: Grid, path: str) -> tuple[Table, ...]:
    """Those rows under the columns of the plan; none of the columns is left out, for somebody may fill it in."""
    if not rows:
        return ()
    cells = [[_said(material, row, column, shown) for column in shown.columns] for row in rows]
    first = [words_of(row[0]) for row in cells]
    names_rows = len(shown.columns) > 1 and all(0 < len(words) <= LONGEST_HEAD for words in first)
    body = tuple(
        tuple(Cell(blocks, head=names_rows and not number, path=path) for number, blocks in enumerate(row))
        for row in cells
    )
    return (Table(_header(shown, path), body, caption=shown.caption, widths=_widths(shown), path=path),)


def _header(shown: Grid, path: str) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph((Run(column.title),), path=path),), head=True, path=path) for column in shown.columns)


def _widths(shown: Grid) -> tuple[float, ...]:
    """Shares of the width, where the plan says any."""
    widths = [column.width for column in shown.columns]
    return tuple(width / sum(widths) for width in widths) if len(set(widths)) > 1 else ()


def _rows(material: Material, item: Entry, shown: Grid) -> Iterator[Row]:
    inner = member_at(material, item, shown.rows) if shown.rows else None
    rows = list(items_of(material, inner)) if inner else []
    yield from ((item, row) for row in rows)
    if not rows:
        yield item, None


def _said(material: Material, row: Row, column: Column, shown: Grid) -> tuple[Block, ...]:
    return _taken(material, row, column.take, shown) or _taken(material, row, column.otherwise, shown)


def _taken(material: Material, row: Row, paths: tuple[str, ...], shown: Grid) -> tuple[Block, ...]:
    """The fields one below the other; all but the first under their labels."""
    found = [entry for path in paths if (entry := _entry(material, row, path, shown))]
    return tuple(
        block
        for number, entry in enumerate(found)
        for block in labelled_blocks(entry.field.label if number else "", answer(material, entry, brief=True))
    )


def _entry(material: Material, row: Row, path: str, shown: Grid) -> Entry | None:
    item, inner = row
    if shown.rows and path.startswith(f"{shown.rows}."):
        return member_at(material, inner, path.removeprefix(f"{shown.rows}.")) if inner else None
    return member_at(material, item, path)
