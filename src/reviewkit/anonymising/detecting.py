"""What all detectors together find in one text, and which of its words are accounted for."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress

from reviewkit.anonymising.asking import asked_about
from reviewkit.contracts import Detection, Detector
from reviewkit.language.reading import Reading, read
from reviewkit.tuples import NamedTuple


class Found(NamedTuple):
    """One detection and who made it."""

    detector: Detector
    detection: Detection


class Phrases(NamedTuple):
    """Published names and other words that account for themselves, by their first word, longest first."""

    heads: dict[str, tuple[tuple[str, ...], ...]]


class Spans(NamedTuple):
    """Stretches of a text in order of their starts, and the furthest end of each and all before it."""

    starts: tuple[int, ...]
    furthest: tuple[int, ...]

    def touches(self, start: int, end: int) -> bool:
        """Whether one of the stretches shares a character with `start` to `end`."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.furthest[before - 1] > start


def spans_of(stretches: Iterable[tuple[int, int]]) -> Spans:
    """The stretches, given as start and end, ready to be asked."""
    ordered = sorted(stretches)
    return Spans(tuple(start for start, _ in ordered), tuple(accumulate((end for _, end in ordered), max)))


def index_names(names: Iterable[str]) -> Phrases:
    """The names, ready to be found."""
    heads: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(read(name).words)
        if words:
            heads.setdefault(words[0], set()).add(words)
    return Phrases({head: tuple(sorted(some, key=len, reverse=True)) for head, some in heads.items()})


def words_of(reading: Reading, names: Phrases) -> frozenset[int]:
    """The numbers of the words of the reading that belong to one of the names."""
    heads, written = names.heads, reading.words
    found: set[int] = set()
    count = len(written)
    for number in compress(range(count), map(heads.__contains__, written)):
        following = written[number + 1] if number + 1 < count else ""
        for words in heads[written[number]]:
            # Many begin with `a` and `the`: most of them differ in the next word.
            if len(words) > 1 and words[1] != following:
                continue
            last = number + len(words)
            if tuple(written[number:last]) == words:
                found.update(range(number, last))
                break
    return frozenset(found)


def words_between(reading: Reading, start: int, end: int) -> range:
    """The numbers of the words that begin from `start` up to, not including, `end` of the plane."""
    return range(bisect_left(reading.starts, start), bisect_left(reading.starts, end))


def detections(reading: Reading, detectors: Sequence[Detector], known: frozenset[int]) -> list[Found]:
    """Everything found, in order; of what overlaps the longest, and nothing whose words are all in `known`."""
    found: list[Found] = []
    for detector in asked_about(reading, detectors):
        for detection in detector.find(reading, known):
            words = words_between(reading, detection.start, detection.end)
            if not words or not known.issuperset(words):
                found.append(Found(detector, detection))
    return _longest(found) if found else found


def _longest(found: list[Found]) -> list[Found]:
    # Of equal length the identifier counts, whose kind says more than that of a name.
    found.sort(key=lambda one: (one.detection.start - one.detection.end, one.detector.code != "RK602"))
    kept: list[Found] = []
    for one in found:
        right = bisect_left(kept, one.detection.start, key=_start)
        if right < len(kept) and kept[right].detection.start < one.detection.end:
            continue
        if right == 0 or kept[right - 1].detection.end <= one.detection.start:
            insort(kept, one, key=_start)
    return kept


def _start(one: Found) -> int:
    return one.detection.start
