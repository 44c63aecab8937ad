"""Texts in which a place may be named: where its kind stands, and which capitals could be its name."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from reviewkit.detectors._place_runs import INNER, NOBLE, SAINTS
from reviewkit.detectors._place_words import FIELD, STOPS, TITLES
from reviewkit.detectors._sharing import capitals, shared
from reviewkit.language.reading import Reading

_BEHIND = 6
_WITHIN = INNER.union(SAINTS, ("and", "s"))
_APPOSED = frozenset(("a", "an", "the", "his", "her", "their"))
_DULL = (STOPS | TITLES | FIELD) - NOBLE - {"our"}
"""Capitals that no run begins with and that name nothing."""


class Places(NamedTuple):
    """A text in which a place may be named.

    `reading` has blanks for line ends; `heads` are the words of it with which a place's kind may begin, `telling` the runs
    of capitals that could be its name, first and last word: where none stands beside a head, it names nothing, and no
    pattern need look.
    """

    reading: Reading
    heads: list[int]
    telling: list[tuple[int, int]]

    def is_near(self, number: int) -> bool:
        """Whether capitals that could be a name stand in front of a word, or behind what it begins."""
        nearest = bisect_right(self.telling, (number + _BEHIND, sys.maxsize)) - 1
        return nearest >= 0 and number <= self.telling[nearest][1] + 1

    def may_be_apposed(self) -> bool:
        """Whether a name and `, a school` may stand here."""
        reading = self.reading
        return any(
            reading.word(number + 1) in _APPOSED and reading.gap(number) == ", "
            for first, last in self.telling
            for number in range(first, last + 1)
        )


def places(reading: Reading, kinds: frozenset[str]) -> Places | None:
    """The text, if one of those words is in it."""
    if kinds.isdisjoint(reading.words):
        return None
    heads = [number for number, word in enumerate(reading.words) if word in kinds]
    return Places(unwrapped(reading), heads, _telling(reading))


@shared
def _telling(reading: Reading) -> list[tuple[int, int]]:
    words, written = reading.words, capitals(reading)
    runs: list[tuple[int, int]] = []
    inside = frozenset(written)
    for number in written:
        if words[number] in _DULL or (runs and number <= runs[-1][1]):
            continue
        first = last = number
        while first and (first - 1 in inside or words[first - 1] in _WITHIN):
            first -= 1
        while last + 1 < len(words) and (last + 1 in inside or words[last + 1] in _WITHIN):
            last += 1
        runs.append((first, last))
    return runs


@shared
def unwrapped(reading: Reading) -> Reading:
    """The same reading, each place as it was, with blanks for the line ends at which a paragraph was only wrapped."""
    if "\n" not in reading.plane:
        return reading
    plane = _wrap().sub(" ", reading.plane)
    return reading._replace(folded=reading.folded._replace(plane=plane), plane=plane)


@cache
def _wrap() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\n])\n(?=\w)")


def word_at(reading: Reading, place: int) -> int:
    """The number of the word that begins at a place of the plane, or the first one after it."""
    return bisect_left(reading.starts, place)


def last_word(reading: Reading, place: int) -> int:
    """The number of the last word that begins before a place of the plane."""
    return bisect_left(reading.starts, place) - 1


def heads(
    text: Places,
    firsts: frozenset[str],
    pattern: Callable[[], re.Pattern[str]] | None = None,
    *,
    anywhere: bool = False,
) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch that begins with one of those words and, if there is one, fits the pattern.

    Only of stretches that have near them what could be a name, unless one may be `anywhere`.
    """
    reading = text.reading
    taken = -1
    for number in text.heads:
        if number <= taken or reading.words[number] not in firsts or not (anywhere or text.is_near(number)):
            continue
        match = pattern().match(reading.plane, reading.starts[number]) if pattern else None
        if match or not pattern:
            taken = last_word(reading, match.end()) if match else number
            yield number, taken
