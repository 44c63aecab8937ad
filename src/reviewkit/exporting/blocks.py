"""Short ways to make the blocks of a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from reviewkit.document import Block, Cell, Heading, ListBlock, Paragraph, Run, Runs, Table

Words = str | Run | Sequence[str | Run]
Content = Words | tuple[Block, ...]
"""What a table's cell takes: words, or blocks ready made."""


def runs(words: Words) -> Runs:
    """Text and runs as runs; empty text falls away."""
    parts = (words,) if isinstance(words, (str, Run)) else words
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts if part)


def paragraph(words: Words, role: str = "") -> Paragraph:
    """A paragraph of prose."""
    return Paragraph(runs(words), role=role)


def heading(level: int, title: str, number: str = "", anchor: str = "") -> Heading:
    """A heading."""
    return Heading(level, (Run(title),), number=number, anchor=anchor)


def bullets(items: Sequence[Words]) -> ListBlock:
    """A list with one paragraph an item."""
    return ListBlock(tuple((paragraph(item),) for item in items))


def table(header: Sequence[str], rows: Sequence[Sequence[Content]], caption: str, widths: Sequence[float]) -> Table:
    """A table whose first column names its rows."""
    return Table(
        tuple(_cell(name, head=True) for name in header),
        tuple(tuple(_cell(cell, head=not number) for number, cell in enumerate(row)) for row in rows),
        caption=caption,
        widths=tuple(widths),
    )


def _cell(content: Content, *, head: bool) -> Cell:
    if isinstance(content, tuple) and not isinstance(content, Run):
        blocks = tuple(block for block in content if not isinstance(block, (str, Run)))
        if blocks:
            return Cell(blocks, head=head)
    words = cast("Words", content)
    return Cell((paragraph(words),) if runs(words) else (), head=head)
