"""How wide the columns of a table are: wide enough for their longest word, then by how much they have to say."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import chain

from reviewkit.document import Block, Card, Code, Facts, Heading, ListBlock, Paragraph, Quote, Table
from reviewkit.drawing.measuring import widths_of
from reviewkit.renderers._text import line, words
from reviewkit.tuples import NamedTuple

PADDING = 230
WIDEST_WORD = 2400
_NARROWEST = 700
_LINE, _BETWEEN = 290, 120
_WORTH = 1.6
_ROUNDS = 2
_SPACE = 67
_SHORT, _SHORT_DATE = 12, 17  # letters of a word or two, of a date: better not broken

_Sizes = list[int]
"""The widths of the words of a text, each with the space before it."""
_Row = list[list[_Sizes]]
"""By cell and text."""


class Measured(NamedTuple):
    """A table with its texts measured: what its columns and rows need is worked out from that, for one page or several.

    `texts` and `bold` are by column, the header's text first; `sizes` by row.
    """

    texts: list[list[str]]
    bold: list[bool]
    sizes: list[_Row]
    shares: tuple[float, ...]


class Layout(NamedTuple):
    """How wide each column is, and about how tall each row will be, in twips."""

    widths: list[int]
    heights: list[int]


def measured(table: Table) -> Measured:
    """The measures of a table, which must be square."""
    rows = [[_texts(cell.blocks) for cell in row] for row in (table.header, *table.rows)]
    sizes = [
        [[_sizes(text, bold=cell.head) for text in texts] for cell, texts in zip(row, held, strict=True)]
        for row, held in zip(table.rows, rows[1:], strict=True)
    ]
    heads = [any(row[column].head for row in table.rows) for column in range(len(table.header))]
    return Measured([list(map(" ".join, column)) for column in zip(*rows, strict=True)], heads, sizes, table.widths)


def _sizes(text: str, *, bold: bool) -> _Sizes:
    return [width + _SPACE for width in widths_of(text.split(), bold=bold)]


def laid_out(table: Measured, width: int) -> Layout:
    """The layout with columns that are together `width` twips wide."""
    needs = [_least_of(texts, bold=bold) for texts, bold in zip(table.texts, table.bold, strict=True)]
    least, wished = [need for need, _ in needs], [wish for _, wish in needs]
    if len(table.shares) == len(table.bold) and sum(table.shares) > 0:
        widths = _spread(wished if sum(wished) < width else least, list(table.shares), width)
        return Layout(widths, _tallest(_heights(table.sizes, widths)))
    shares = list(map(_share, table.texts))
    tight = _fitted(table.sizes, least, shares, width)
    if sum(wished) >= width or wished == least:
        return tight
    easy = _fitted(table.sizes, wished, shares, width)
    # Dates and short answers on one line are worth some height, not any.
    return easy if sum(easy.heights) <= _WORTH * sum(tight.heights) else tight


def _fitted(rows: list[_Row], least: list[int], shares: list[float], width: int) -> Layout:
    """The shares as widths; then wider where a column makes rows tall, if that makes the whole table lower."""
    tried = _spread(least, shares, width)
    heights = _heights(rows, tried)
    best = Layout(tried, _tallest(heights))
    for _ in range(_ROUNDS if rows else 0):
        pressures = [math.sqrt(sum(height * height for height in column)) for column in zip(*heights, strict=True)]
        tried = _spread(least, [size * math.sqrt(each) for size, each in zip(tried, pressures, strict=True)], width)
        heights = _heights(rows, tried)
        tallest = _tallest(heights)
        if sum(tallest) < sum(best.heights):
            best = Layout(tried, tallest)
    return best


def _tallest(heights: list[list[int]]) -> list[int]:
    return [max(row, default=0) for row in heights]


def _heights(rows: list[_Row], widths: list[int]) -> list[list[int]]:
    rooms = [width - PADDING + _SPACE for width in widths]
    return [list(map(_cell_height, row, rooms)) for row in rows]


def _cell_height(texts: list[_Sizes], room: int) -> int:
    if len(texts) == 1:
        return _LINE * _lines(texts[0], room) + _BETWEEN
    return _LINE * sum([_lines(text, room) for text in texts]) + _BETWEEN * max(len(texts), 1)


def _lines(sizes: _Sizes, room: int) -> int:
    """How many lines words of those sizes take, filled one by one; the room has a space before its first word too."""
    if sum(sizes) <= room:
        return 1
    lines, taken = 1, 0
    for size in sizes:
        taken += size
        if taken > room:
            filled = -(-(size - _SPACE) // max(room - _SPACE, 1))
            lines += max(1, filled) if taken - size > _SPACE else filled - 1
            taken = size
    return lines


def _least_of(texts: list[str], *, bold: bool) -> tuple[int, int]:
    """Room for the longest word of a column, and for its short texts as a whole, within reason; the header is bold."""
    heading = max(widths_of(texts[0].split(), bold=True), default=0)
    words_ = [text.split() for text in texts[1:]]
    pieces = [[text] if _is_short(text) else parts for text, parts in zip(texts[1:], words_, strict=True)]
    least = _room_for(words_, heading, bold=bold)
    return least, least if pieces == words_ else _room_for(pieces, heading, bold=bold)


def _room_for(pieces: list[list[str]], heading: int, *, bold: bool) -> int:
    longest = max(widths_of(_distinct_longest(list(chain.from_iterable(pieces))), bold=bold), default=0)
    return max(_NARROWEST, min(max(longest, heading), WIDEST_WORD) + PADDING)


def _is_short(text: str) -> bool:
    if len(text) <= _SHORT or len(text) > _SHORT_DATE:
        return len(text) <= _SHORT
    return text.count(" ") <= 2 and any(map(str.isdigit, text))


def _distinct_longest(pieces: list[str]) -> set[str]:
    """The pieces that could be widest: only these are worth measuring."""
    most = max(map(len, pieces), default=0)
    return {piece for piece in pieces if len(piece) * 2 > most}


def _share(texts: list[str]) -> float:
    """How much room a column asks for: what makes the rows as low as can be.

    A row is as tall as its tallest cell. Taking the fourth powers of the cells' heights for that, the least sum over
    all rows is reached where widths are as the fifth root of the sum of the fourth powers of the cells' lengths.
    """
    fourth_powers = sum(len(text) ** 4 for text in texts[1:]) / max(len(texts) - 1, 1)
    return math.pow(max(fourth_powers, (len(texts[0]) / 2) ** 4, 256.0), 1 / 5)


def _spread(least: list[int], shares: list[float], width: int) -> list[int]:
    """Share the width out; a column whose share is less than its least gets that, the others share the rest."""
    if sum(least) >= width:
        return _exactly([size / sum(least) for size in least], width)
    fixed: set[int] = set()
    while True:
        free = width - sum(least[index] for index in fixed)
        open_shares = sum(share for index, share in enumerate(shares) if index not in fixed) or 1.0
        sizes = [least[index] if index in fixed else free * share / open_shares for index, share in enumerate(shares)]
        tight = {index for index, size in enumerate(sizes) if size < least[index]} - fixed
        if not tight:
            return _exactly([size / width for size in sizes], width)
        fixed |= tight


def _exactly(shares: list[float], width: int) -> list[int]:
    sizes = [max(1, int(width * share)) for share in shares]
    sizes[-1] += width - sum(sizes)
    return sizes


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    if len(blocks) == 1 and type(blocks[0]) is Paragraph:  # as nearly all cells are
        return [words(blocks[0].runs)]
    return list(_several(blocks))


def _several(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield words(block.runs)
        elif isinstance(block, Code):
            yield line(block.text)
        elif isinstance(block, Quote):
            yield from _several(block.blocks)
        elif isinstance(block, Card):
            yield from _several((block.heading, *block.blocks))
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _several(item)
        elif isinstance(block, Facts):
            for label, blocks_ in block.items:
                yield label
                yield from _several(blocks_)
