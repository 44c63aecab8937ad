"""Which detectors have to be asked about a text: those whose signs it shows, found out for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from reviewkit.contracts import Detector
from reviewkit.language.reading import Reading
from reviewkit.tuples import NamedTuple

_MOST = 16
_REMEMBERED = 512


class _Index(NamedTuple):
    """The detectors as bits: those asked `always`, and those asked for a word, a mark, a number of digits.

    `every` detector is held, so that none of them becomes another; `chosen` gives the detectors of some bits, in their order.
    """

    every: tuple[Detector, ...]
    always: int
    words: Mapping[str, int]
    marks: tuple[tuple[str, int], ...]
    digits: tuple[tuple[int, int], ...]
    chosen: Callable[[int], tuple[Detector, ...]]


_known: dict[tuple[int, ...], _Index] = {}
_latest: list[tuple[Sequence[Detector], _Index]] = []


def asked_about(reading: Reading, detectors: Sequence[Detector]) -> tuple[Detector, ...]:
    """Those of the detectors that may find something in that text, in their order."""
    index = _index(detectors)
    plane = reading.plane
    asked = index.always
    for word in index.words.keys() & reading.words:
        asked |= index.words[word]
    for mark, bits in index.marks:
        if mark in plane:
            asked |= bits
    runs = [*map(len, filter(str.isdecimal, reading.words))]
    return index.chosen(asked | _for_digits(index, runs, plane) if runs else asked)


def _for_digits(index: _Index, runs: list[int], plane: str) -> int:
    """Who is asked for so many digits; `runs` are the lengths of the plane's numbers."""
    most, every = max(runs), sum(runs)
    # How near to each other they stand matters only to those who want more than the longest has and no more than all.
    if any(most < least <= every for least, _ in index.digits):
        most = _most_digits(plane)
    asked = 0
    for least, bits in index.digits:
        if most >= least:
            asked |= bits
    return asked


def _index(detectors: Sequence[Detector]) -> _Index:
    """The index of these detectors, told from others by who they are: they are too large to be hashed."""
    for latest, index in _latest:
        if latest is detectors:
            return index
    same = tuple(map(id, detectors))
    held = _known.get(same)
    if held is None:
        if len(_known) == _MOST:
            _known.clear()
        held = _known[same] = _indexed(tuple(detectors))
    if isinstance(detectors, tuple):  # nobody can change it
        _latest[:] = [(detectors, held)]
    return held


def _indexed(every: tuple[Detector, ...]) -> _Index:
    always = 0
    words: dict[str, int] = {}
    marks: dict[str, int] = {}
    digits: dict[int, int] = {}
    for number, detector in enumerate(every):
        bit, signs = 1 << number, detector.signs
        if signs is None:
            always |= bit
            continue
        for word in signs.words:
            words[word] = words.get(word, 0) | bit
        for mark in signs.marks:
            marks[mark] = marks.get(mark, 0) | bit
        if signs.digits:
            digits[signs.digits] = digits.get(signs.digits, 0) | bit

    @lru_cache(maxsize=_REMEMBERED)
    def chosen(bits: int) -> tuple[Detector, ...]:
        return tuple(detector for number, detector in enumerate(every) if bits >> number & 1)

    return _Index(every, always, words, tuple(marks.items()), tuple(digits.items()), chosen)


def _most_digits(plane: str) -> int:
    """How many digits stand together, no more than eight characters between one and the next."""
    return max(sum(map(str.isdecimal, near)) for near in _far_apart().split(plane))


@cache
def _far_apart() -> re.Pattern[str]:
    return re.compile(r"\D{9,}")
