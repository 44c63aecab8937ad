"""How wide the columns of a table are: wide enough for their longest word, then by how much they have to say."""

from __future__ import annotations

import math
from collections.abc import Iterable

from reviewkit.document import Block, Card, Cell, Code, Facts, Heading, ListBlock, Paragraph, Quote, Table
from reviewkit.drawing.measuring import text_width
from reviewkit.renderers._text import line, words

PADDING = 230
WIDEST_WORD = 2400
_NARROWEST = 700
_LINE, _BETWEEN = 290, 120
_WORTH = 1.6
_ROUNDS = 2
_SPACE = 67
_SHORT, _SHORT_DATE = 12, 17  # letters of a word or two, of a date: better not broken

_Measured = list[list[list[list[int]]]]  # widths of words, by row, cell and text


def column_widths(table: Table, width: int) -> list[int]:
    """Twips for each column, together `width`."""
    count = len(table.header)
    cells = [[row[column] for row in (table.header, *table.rows)] for column in range(count)]
    texts = [[_text(cell) for cell in column] for column in cells]
    bold = [any(cell.head for cell in column[1:]) for column in cells]
    least = [_least(*column, whole=False) for column in zip(texts, bold, strict=True)]
    wished = [_least(*column, whole=True) for column in zip(texts, bold, strict=True)]
    if len(table.widths) == count and sum(table.widths) > 0:
        return _spread(wished if sum(wished) < width else least, list(table.widths), width)
    shares, measured = list(map(_share, texts)), _measured(table)
    tight = _fitted(measured, least, shares, width)
    if sum(wished) >= width:
        return tight
    easy = _fitted(measured, wished, shares, width)
    # Dates and short answers on one line are worth some height, not any.
    return easy if _total(_heights(measured, easy)) <= _WORTH * _total(_heights(measured, tight)) else tight


def row_heights(table: Table, widths: list[int]) -> list[int]:
    """About how tall each row is, in twips, where columns are as wide as `widths`."""
    return [max(heights, default=0) for heights in _heights(_measured(table), widths)]


def _measured(table: Table) -> _Measured:
    return [
        [[_word_widths(text, bold=cell.head) for text in _texts(cell.blocks)] for cell in row] for row in table.rows
    ]


def _word_widths(text: str, *, bold: bool) -> list[int]:
    return [text_width(word, bold=bold) for word in text.split()]


def _fitted(cells: _Measured, least: list[int], shares: list[float], width: int) -> list[int]:
    """The shares as widths; then wider where a column makes rows tall, if that makes the whole table lower."""
    best = tried = _spread(least, shares, width)
    heights = _heights(cells, tried)
    lowest = _total(heights)
    for _ in range(_ROUNDS if cells else 0):
        pressures = [math.sqrt(sum(height * height for height in column)) for column in zip(*heights, strict=True)]
        tried = _spread(least, [size * math.sqrt(each) for size, each in zip(tried, pressures, strict=True)], width)
        heights = _heights(cells, tried)
        if _total(heights) < lowest:
            best, lowest = tried, _total(heights)
    return best


def _total(heights: list[list[int]]) -> int:
    return sum(max(row, default=0) for row in heights)


def _heights(cells: _Measured, widths: list[int]) -> list[list[int]]:
    return [[_cell_height(texts, width - PADDING) for texts, width in zip(row, widths, strict=True)] for row in cells]


def _cell_height(texts: list[list[int]], width: int) -> int:
    return _LINE * sum(_lines(text, width) for text in texts) + _BETWEEN * max(len(texts), 1)


def _lines(sizes: list[int], width: int) -> int:
    """How many lines words of those widths take, filled one by one."""
    lines, taken = 1, -_SPACE
    for size in sizes:
        if taken + _SPACE + size <= width:
            taken += _SPACE + size
        else:
            lines += max(1, -(-size // max(width, 1))) if taken > 0 else -(-size // max(width, 1)) - 1
            taken = size
    return lines


def _least(texts: list[str], bold: bool, *, whole: bool) -> int:
    """Room for the longest word, or with `whole` for a short text, within reason; the header is bold."""
    pieces = [piece for text in texts[1:] for piece in ([text] if whole and _is_short(text) else text.split())]
    longest = max((text_width(piece, bold=bold) for piece in _distinct_longest(pieces)), default=0)
    heading = max((text_width(word, bold=True) for word in texts[0].split()), default=0)
    return max(_NARROWEST, min(max(longest, heading), WIDEST_WORD) + PADDING)


def _is_short(text: str) -> bool:
    is_date = any(map(str.isdigit, text)) and text.count(" ") <= 2
    return len(text) <= (_SHORT_DATE if is_date else _SHORT)


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


def _text(cell: Cell) -> str:
    return " ".join(_texts(cell.blocks))


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield words(block.runs)
        elif isinstance(block, Code):
            yield line(block.text)
        elif isinstance(block, Quote):
            yield from _texts(block.blocks)
        elif isinstance(block, Card):
            yield from _texts((block.heading, *block.blocks))
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _texts(item)
        elif isinstance(block, Facts):
            for label, blocks_ in block.items:
                yield label
                yield from _texts(blocks_)
