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
_SHORT, _SHORT_DATE = 12, 17  # letters of a word or two, of a date: better not broken


def column_widths(table: Table, width: int) -> list[int]:
    """Twips for each column, together `width`."""
    count = len(table.header)
    cells = [[row[column] for row in (table.header, *table.rows)] for column in range(count)]
    texts = [[_text(cell) for cell in column] for column in cells]
    bold = [any(cell.head for cell in column[1:]) for column in cells]
    least = [_least(*column, whole=False) for column in zip(texts, bold, strict=True)]
    wished = [_least(*column, whole=True) for column in zip(texts, bold, strict=True)]
    least = wished if sum(wished) < width else least
    shares = list(table.widths) if len(table.widths) == count and sum(table.widths) > 0 else list(map(_share, texts))
    return _spread(least, shares, width)


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
