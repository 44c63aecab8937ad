"""Texts in which a place may be named: where its kind stands, and which capitals could be its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from reviewkit.detectors._place_runs import INNER, NOBLE, SAINTS
from reviewkit.detectors._place_words import FIELD, STOPS, TITLES
from reviewkit.detectors._sharing import capitals, shared
from reviewkit.language.reading import Reading
from reviewkit.tuples import NamedTuple

_BEHIND = 6
_WITHIN = INNER.union(SAINTS, ("and", "s"))
_APPOSED = frozenset(("a", "an", "the", "his", "her", "their"))
_DULL = (STOPS | TITLES | FIELD) - NOBLE - {"our"}
"""Capitals that no run begins with and that name nothing."""


class Places(NamedTuple):
    """A text in which a place may be named.

    `reading` has blanks for line ends. `heads` are the words of it with which a place's kind may begin and that stand where
    a name can be theirs: beside other capitals no pattern need look. `anywhere` are those that need none. `telling` are the
    runs of capitals that could be a name, first and last word.
    """

    reading: Reading
    heads: list[int]
    anywhere: list[int]
    telling: list[tuple[int, int]]

    def may_be_apposed(self) -> bool:
        """Whether a name and `, a school` may stand here."""
        reading, plane = self.reading, self.reading.plane
        # What every word of `_APPOSED` begins with.
        if not (self.telling and (", a" in plane or ", th" in plane or ", h" in plane)):
            return False
        return any(
            reading.word(number + 1) in _APPOSED and reading.gap(number) == ", "
            for first, last in self.telling
            for number in range(first, last + 1)
        )


def places(reading: Reading, kinds: frozenset[str], anywhere: frozenset[str] = frozenset()) -> Places | None:
    """The text, if one of the words `kinds` stands where a name can be theirs, or one of `anywhere` stands in it."""
    words = reading.words
    heads = [number for number in _near(reading) if words[number] in kinds]
    some = [] if anywhere.isdisjoint(words) else [number for number, word in enumerate(words) if word in anywhere]
    if not (heads or some or _telling(reading)):
        return None
    text = Places(unwrapped(reading), heads, some, _telling(reading))
    return text if heads or some or text.may_be_apposed() else None


@shared
def _near(reading: Reading) -> list[int]:
    """The numbers of the words behind capitals that could be a name, or a little in front of them, or among them."""
    near: list[int] = []
    after = 0
    for first, last in _telling(reading):
        end = min(last + 2, len(reading.words))
        near += range(max(after, first - _BEHIND), end)
        after = end
    return near


@shared
def _telling(reading: Reading) -> list[tuple[int, int]]:
    words, written = reading.words, capitals(reading)
    runs: list[tuple[int, int]] = []
    able = [number for number in written if words[number] not in _DULL]
    inside = frozenset(written if able else ())
    for number in able:
        if runs and number <= runs[-1][1]:
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
    for number in text.anywhere if anywhere else text.heads:
        if number <= taken or reading.words[number] not in firsts:
            continue
        match = pattern().match(reading.plane, reading.starts[number]) if pattern else None
        if match or not pattern:
            taken = last_word(reading, match.end()) if match else number
            yield number, taken
