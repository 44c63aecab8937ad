"""Texts in which a place may be named: where its kind stands, and which capitals could be its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from reviewkit.detectors._place_runs import INNER, NOBLE, SAINTS
from reviewkit.detectors._place_words import FIELD, STOPS, TITLES
from reviewkit.detectors._sharing import capitals
from reviewkit.language.reading import Reading
from reviewkit.language.remembering import remember_last
from reviewkit.tuples import NamedTuple

_BEHIND = 6
_WITHIN = INNER.union(SAINTS, ("and", "s"))
_APPOSED = frozenset(("a", "an", "the", "his", "her", "their"))
_DULL = (STOPS | TITLES | FIELD) - NOBLE - {"our"}
"""Capitals that no run begins with and that name nothing."""


class Places(NamedTuple):
    """A text in which a place may be named.

    `reading` has blanks for line ends. `heads` are the words of it with which a place's kind may begin and that stand where
    a name can be theirs: beside other capitals no pattern need look. `anywhere` are those that need none. `apposed` says
    whether a name and `, a school` may stand here.
    """

    reading: Reading
    heads: list[int]
    anywhere: list[int]
    apposed: bool


class _Around(NamedTuple):
    """The words behind capitals that could be a name, or a little in front of them, or among them: what all places share.

    `near` are their numbers, `words` they themselves; `apposed` as in `Places`.
    """

    near: list[int]
    words: list[str]
    apposed: bool


def places(reading: Reading, kinds: frozenset[str], anywhere: frozenset[str] = frozenset()) -> Places | None:
    """The text, if one of the words `kinds` stands where a name can be theirs, or one of `anywhere` stands in it."""
    near, beside, apposed = _around(reading)
    words = reading.words
    heads = [] if kinds.isdisjoint(beside) else [number for number in near if words[number] in kinds]
    some = [] if anywhere.isdisjoint(words) else [number for number, word in enumerate(words) if word in anywhere]
    return Places(unwrapped(reading), heads, some, apposed) if heads or some or apposed else None


@remember_last
def _around(reading: Reading) -> _Around:
    words = reading.words
    telling = _telling(reading)
    near: list[int] = []
    beside: list[str] = []
    after = 0
    for first, last in telling:
        start, end = max(after, first - _BEHIND), min(last + 2, len(words))
        near += range(start, end)
        beside += words[start:end]
        after = end
    return _Around(near, beside, _may_be_apposed(reading, telling))


def _may_be_apposed(reading: Reading, telling: list[tuple[int, int]]) -> bool:
    if not telling or "," not in reading.plane:
        return False
    # The gap of a wrapped line becomes `, ` when it is unwrapped.
    return any(
        reading.word(number + 1) in _APPOSED and reading.gap(number) in (", ", ",\n")
        for first, last in telling
        for number in range(first, last + 1)
    )


def _telling(reading: Reading) -> list[tuple[int, int]]:
    """The runs of capitals that could be a name, first and last word."""
    words, written = reading.words, capitals(reading)
    able = [number for number in written if words[number] not in _DULL]
    if not able:
        return []
    runs: list[tuple[int, int]] = []
    inside = frozenset(written)
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


@remember_last
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
