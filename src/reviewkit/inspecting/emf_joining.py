"""Texts of a picture as they are read: pieces set side by side, lines of one paragraph, words in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from reviewkit.tuples import NamedTuple

_MOST_PIECES = 8
_SAME_LINE, _TOUCHING, _NEAR = 0.3, 0.15, 1.2
_NEXT_LINE = (0.5, 1.5)


class Drawn(NamedTuple):
    """A text with its left end, baseline and width, and the height of its font, in the units that hold there.

    `frame` counts changes of those units: across one, nobody can say how far two texts are apart. `setting` is equal
    for lines that align.
    """

    text: str
    left: int
    base: int
    width: int
    size: int
    frame: int
    setting: tuple[int, int, int]


def lines_of(drawn: Sequence[Drawn]) -> list[str]:
    """The texts; those that go on, beside or on the next line, as one."""
    found: list[list[str]] = []
    before: Drawn | None = None
    for piece in drawn:
        between = _between(before, piece) if before else None
        if between is None:
            found.append([piece.text])
        else:
            found[-1] += (between, piece.text)
        before = piece
    texts = ("".join(pieces) for pieces in found)
    return [text for text in texts if text.strip()]


def joined(drawn: Sequence[Drawn]) -> list[str]:
    """The words that neighbouring texts make together, in the order of the file and in that of the page."""
    by_place = sorted(drawn, key=lambda piece: (piece.base, piece.left))
    return list(dict.fromkeys(word for pieces in (drawn, by_place) for word in _across(pieces)))


def _between(before: Drawn, piece: Drawn) -> str | None:
    """What stands between two texts where the second goes on with the first; else None."""
    if before.frame != piece.frame:
        return None
    if _on_one_line(before, piece):
        if abs(_gap(before, piece)) <= _TOUCHING * before.size:
            return ""
        return " " if 0 < _gap(before, piece) <= before.size else None
    return " " if _is_next_line(before, piece) else None


def _across(drawn: Sequence[Drawn]) -> Iterator[str]:
    """Words from the last letters of a text through whole pieces to the first letters of another."""
    for number, piece in enumerate(drawn):
        word = _last_letters(piece.text)
        for before, after in pairwise(drawn[number : number + _MOST_PIECES]):
            first = _first_letters(after.text) if word and _may_go_on(before, after) else ""
            if not first:
                break
            word += first
            yield word
            if first != after.text.strip():
                break


def _may_go_on(before: Drawn, piece: Drawn) -> bool:
    """Whether a word may begin in one text and end in the other: side by side, or broken at the end of a line."""
    if before.frame != piece.frame or not before.size:
        return True
    if _on_one_line(before, piece):
        return _gap(before, piece) <= _NEAR * before.size
    return _is_next_line(before, piece) and " " not in before.text.strip()


def _on_one_line(before: Drawn, piece: Drawn) -> bool:
    return abs(piece.base - before.base) <= _SAME_LINE * before.size


def _is_next_line(before: Drawn, piece: Drawn) -> bool:
    least, most = (share * before.size for share in _NEXT_LINE)
    return before.setting == piece.setting and least <= piece.base - before.base <= most


def _gap(before: Drawn, piece: Drawn) -> int:
    return piece.left - before.left - before.width


def _last_letters(text: str) -> str:
    text = text.rstrip()
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:]


def _first_letters(text: str) -> str:
    match = _letters().match(text.lstrip())
    return match.group() if match else ""


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
