"""Lists as tables: a row for each item, only the columns that say something."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.composing.answering import answer
from reviewkit.composing.gaps import gap_in
from reviewkit.composing.material import Entry, Material, items_of, members_of
from reviewkit.composing.parts import Piece, lead, titled
from reviewkit.composing.relating import Row, without_echo, without_rare_columns, words_of
from reviewkit.document import Block, Cell, Facts, Paragraph, Run, Table
from reviewkit.schema import Field

LONGEST_HEAD = 60  # characters: what is longer doesn't name a row, it is the row's content


def table(material: Material, entry: Entry, *, caption: str = "") -> tuple[Piece, ...]:
    """The items of a list as a table. Checklists need more room than a cell has and follow below it."""
    items = list(items_of(material, entry))
    rows = [row for item in items if (row := _row(material, item))]
    columns = [field for field in entry.field.members() if any(row.get(field.id) for row in rows)]
    narrow, rows = without_rare_columns((field for field in columns if field.type != "checklist"), rows)
    deep = [field for field in columns if field.type == "checklist"]
    return (
        *_table(narrow, rows, entry.pointer, caption),
        *(piece for field in deep for piece in _beside_names(field, narrow, rows, entry.pointer)),
        *(block for item in items for block in gap_in(material, item)),
        *gap_in(material, entry),
    )


def _row(material: Material, item: Entry) -> Row:
    said = {member.field.id: answer(material, member, brief=True) for member in members_of(material, item)}
    row = {key: blocks for key, blocks in said.items() if blocks}
    return row if material.confidential else without_echo(item.field.members(), row)


def _table(columns: list[Field], rows: list[Row], path: str, caption: str) -> tuple[Table, ...]:
    if not columns:
        return ()
    header = tuple(Cell((Paragraph((Run(field.label),), path=path),), head=True, path=path) for field in columns)
    names_rows = _names_rows(row.get(columns[0].id, ()) for row in rows)
    body = tuple(
        tuple(
            _cell(row.get(field.id, ()), path, head=names_rows and not number) for number, field in enumerate(columns)
        )
        for row in rows
    )
    return (Table(header, body, caption=caption, path=path),)


def _cell(blocks: tuple[Block, ...], path: str, *, head: bool) -> Cell:
    return Cell(blocks, head=head, path=blocks[0].path if blocks else path)


def _names_rows(cells: Iterable[tuple[Block, ...]]) -> bool:
    return all(0 < len(words_of(cell)) <= LONGEST_HEAD for cell in cells)


def _beside_names(field: Field, columns: list[Field], rows: list[Row], path: str) -> tuple[Piece, ...]:
    """A checklist of every row as a fact labelled with the row's first cell."""
    named = tuple(
        (words_of(row.get(columns[0].id, ())) if columns else "", row[field.id]) for row in rows if row.get(field.id)
    )
    pairs = tuple((name or f"{number}", blocks) for number, (name, blocks) in enumerate(named, start=1))
    return titled(lead(field.label, path), (Facts(pairs, path=path),)) if pairs else ()
