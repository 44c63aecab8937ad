"""How wide the columns of a spreadsheet are, in letters: as wide as their words need, within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

_LEAST, _MOST = 9, 34
_LONGEST_WORD = 24
_BUTTON = 3
_SQUARE = 2.1
"""A text of n letters is set about this many times the root of n wide: some lines high, and not too many."""


def widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """A width for each column."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(header)
    return tuple(_width(title, cells) for title, cells in zip(header, columns, strict=True))


def _width(title: str, cells: Sequence[str]) -> int:
    longest = max((len(line) for text in cells for line in text.split("\n")), default=0)
    most = max(map(len, cells), default=0)
    word = max((len(word) for text in cells for word in text.split()), default=0)
    needed = max(min(word, _LONGEST_WORD) + 2, min(longest + 2, round(_SQUARE * sqrt(most))), *_of_title(title))
    return max(_LEAST, min(_MOST, needed))


def _of_title(title: str) -> Iterator[int]:
    """Beside the title's longest word there is room for the button of the filter."""
    yield 0
    yield from (min(len(word), _LONGEST_WORD) + _BUTTON for word in title.split())
