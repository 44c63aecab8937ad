"""Tables as GitHub has them: every cell on one line."""

from __future__ import annotations

from reviewkit.document import Cell, Paragraph, Run, Table
from reviewkit.renderers._tables import squared
from reviewkit.renderers._text import line
from reviewkit.renderers.markdown.escaping import escaped
from reviewkit.renderers.markdown.inline import inline

_BREAK = "<br>"


def is_simple(table: Table) -> bool:
    """Whether each cell holds one paragraph at most, so that it can stand on one line."""
    return all(
        len(cell.blocks) <= 1 and all(isinstance(block, Paragraph) for block in cell.blocks)
        for row in (table.header, *table.rows)
        for cell in row
    )


def table(block: Table) -> str:
    """The table, its caption in bold above it."""
    block = squared(block)
    if not block.header:
        return ""
    caption = inline(_caption(block))
    rows = [_row(block.header), "|" + " --- |" * len(block.header), *map(_row, block.rows)]
    return (f"{caption}\n\n" if caption else "") + "\n".join(rows)


def _caption(block: Table) -> tuple[Run, ...]:
    return (Run(block.caption, bold=True),)


def _row(cells: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(cell: Cell) -> str:
    return " ".join(_paragraph(block) for block in cell.blocks if isinstance(block, Paragraph))


def _paragraph(block: Paragraph) -> str:
    number = escaped(line(block.number).strip())
    return f"{number} {inline(block.runs, _BREAK)}".strip()
