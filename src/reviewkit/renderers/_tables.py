"""Tables where no table can stand, or where rows differ in length."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.document import Block, Cell, Facts, Paragraph, Run, Table
from reviewkit.renderers._text import words

_NOTHING = Cell(())


def squared(table: Table) -> Table:
    """The table with as many cells in every row as its longest has; no cell is ever lost."""
    width = max(map(len, (table.header, *table.rows)))
    if all(len(row) == width for row in (table.header, *table.rows)):
        return table
    return table._replace(header=_padded(table.header, width), rows=tuple(_padded(row, width) for row in table.rows))


def as_facts(table: Table) -> Iterator[Block]:
    """The table's rows as labelled answers, each under the cell that names it."""
    table = squared(table)
    labels = [said(cell) for cell in table.header]
    if table.caption.strip():
        yield Paragraph((Run(table.caption, bold=True),), path=table.path)
    for row in table.rows or ((_NOTHING,) * len(labels),):
        start = 1 if row and row[0].head and said(row[0]) else 0
        if start:
            yield Paragraph((Run(said(row[0]), bold=True),), path=row[0].path)
        pairs = tuple((label, cell.blocks) for label, cell in zip(labels[start:], row[start:], strict=True))
        yield Facts(pairs, path=table.path)


def said(cell: Cell) -> str:
    """The words of a cell that names a row or a column."""
    return " ".join(words(block.runs) for block in cell.blocks if isinstance(block, Paragraph))


def _padded(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (*row, *(_NOTHING,) * (width - len(row)))
