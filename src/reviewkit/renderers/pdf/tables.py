"""Tables as data: widths of columns, rows that may break across pages, and wide ones on a page of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reviewkit.document import Block, Cell, Table
from reviewkit.drawing.measuring import text_width
from reviewkit.renderers._columns import PADDING, laid_out, measured
from reviewkit.renderers._tables import as_facts, squared
from reviewkit.renderers.pdf.inline import fitting, plain
from reviewkit.renderers.pdf.place import LANDSCAPE_WIDTH, Place

Write = Callable[[Iterable[Block], Place], list[dict[str, Any]]]
_LETTERS_OF_A_COLUMN = 9
_MOST_LINES = 12
_TWIPS = 20


def table(block: Table, place: Place, write: Write) -> Iterator[dict[str, Any]]:
    """The table; in a cell, its rows as labelled lines, since a table within a table is read by nobody."""
    block = squared(block)
    if not block.header:
        return
    if place.in_cell:
        yield from write(as_facts(block), place)
        return
    landscape = place.top and _needs(block) > place.room
    room = LANDSCAPE_WIDTH if landscape else place.room
    widths = laid_out(measured(block), room).widths
    caption = fitting(block.caption, room)
    yield {
        "kind": "table",
        "caption": caption,
        "landscape": landscape,
        "widths": [width / _TWIPS for width in widths],
        "header": [
            _cell(cell, width, place, write, rows=False) for cell, width in zip(block.header, widths, strict=True)
        ],
        "rows": [_row(row, widths, place, write) for row in block.rows],
        "row_heads": has_row_heads(block),
    }


def has_row_heads(block: Table) -> bool:
    """Whether the first cell of every row names it."""
    return bool(block.rows) and all(row[0].head for row in block.rows)


def _row(row: tuple[Cell, ...], widths: list[int], place: Place, write: Write) -> dict[str, Any]:
    cells = [_cell(cell, width, place, write, rows=True) for cell, width in zip(row, widths, strict=True)]
    lines = max(_lines(cell["blocks"], width) for cell, width in zip(cells, widths, strict=True))
    return {"whole": lines <= _MOST_LINES, "cells": cells}


def _cell(cell: Cell, width: int, place: Place, write: Write, *, rows: bool) -> dict[str, Any]:
    inside = place.within(0)._replace(room=max(width - PADDING, 1), inside=True, in_cell=True)
    return {"head": cell.head and rows, "blocks": write(cell.blocks, inside)}


def _needs(block: Table) -> int:
    """How wide the table must be for its longest words, and for a few letters in every column."""
    count = len(block.header)
    most = 0
    for column in range(count):
        texts = [plain(run.text) for row in (block.header, *block.rows) for run in _runs(row[column])]
        longest = max((len(word) for text in texts for word in text.split()), default=0)
        words = {word for text in texts for word in text.split() if len(word) * 2 > longest}
        widest = max((text_width(word, bold=True) for word in words), default=0)
        most += min(max(widest, text_width("x" * _LETTERS_OF_A_COLUMN)), LANDSCAPE_WIDTH // count) + PADDING
    return most


def _runs(cell: Cell) -> Iterator[Any]:
    for block in cell.blocks:
        yield from getattr(block, "runs", ())


def _lines(data: object, width: int) -> int:
    """About how many lines the blocks take in a column of that width."""
    if isinstance(data, list):
        return sum(_lines(one, width) for one in data)
    if not isinstance(data, dict):
        return 0
    runs = data.get("runs")
    if runs is not None:
        long = text_width("".join(run["text"] for run in runs))
        return 1 + long // max(width - PADDING, 1) + sum("line_break" in run for run in runs)
    if "text" in data:
        return 1 + str(data["text"]).count("\n") + text_width(data["text"]) // max(width - PADDING, 1)
    return 1 + sum(_lines(one, width) for one in data.values())
