"""Text broken into lines that fit a width. Lengths are points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewkit.drawing.measuring import text_width
from reviewkit.drawing.shapes import Colour, Words

SIZE = 10.5
LEADING = 14.0
# Other typefaces than the one measured are a little wider.
_SPARE = 1.04
_ROUNDING = 0.5


def width_of(text: str, *, bold: bool = False, size: float = SIZE) -> float:
    """How wide the text may be on one line."""
    return text_width(text, points=size, bold=bold) / 20 * _SPARE


def wrapped(text: str, width: float, *, bold: bool = False, size: float = SIZE) -> tuple[str, ...]:
    """The text in lines, none wider than `width`; a word that is wider alone is broken. () if there is no text."""
    lines: list[str] = []
    line, used = "", 0.0
    space = width_of(" ", bold=bold, size=size)
    for word in text.split():
        for piece, starts_word in _pieces(word, width, bold=bold, size=size):
            needed = width_of(piece, bold=bold, size=size)
            gap = space if line and starts_word else 0.0
            if line and used + gap + needed > width + _ROUNDING:
                lines.append(line)
                line, used = piece, needed
            else:
                line, used = f"{line}{' ' if gap else ''}{piece}", used + gap + needed
    return (*lines, line) if line else tuple(lines)


def longest_word(texts: Iterable[str], *, bold: bool = False) -> float:
    """The width of the widest word in the texts, 0 if there is none."""
    return max((width_of(word, bold=bold) for text in texts for word in text.split()), default=0.0)


def set_lines(
    lines: Iterable[str], x: float, top: float, *, bold: bool = False, colour: Colour = "ink"
) -> Iterator[Words]:
    """The lines as words, one beneath the other, the first one's upper edge at `top`."""
    for count, text in enumerate(lines):
        yield Words(x, top + LEADING * count + SIZE, text, size=SIZE, bold=bold, colour=colour)


def _pieces(word: str, width: float, *, bold: bool, size: float) -> Iterator[tuple[str, bool]]:
    """The word whole if it fits; else its parts at hyphens and strokes, and these letter by letter where they don't."""
    if width_of(word, bold=bold, size=size) <= width + _ROUNDING:
        yield word, True
        return
    starts_word = True
    for part in re.findall(r"[^-/]+[-/]*|[-/]+", word):
        for piece in _fitting(part, width, bold=bold, size=size):
            yield piece, starts_word
            starts_word = False


def _fitting(part: str, width: float, *, bold: bool, size: float) -> Iterator[str]:
    piece, used = "", 0.0
    for character in part:
        needed = width_of(character, bold=bold, size=size)
        if piece and used + needed > width:
            yield piece
            piece, used = "", 0.0
        piece, used = piece + character, used + needed
    yield piece
