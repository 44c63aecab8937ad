"""A text without a register: every stretch that the project would change, ask about or flag.

Each line is a block, as in a report. Dates (days, and months with or without a year) and ages are what publishing coarsens;
their words are accounted for when the detectors look, as they are there.
"""

from __future__ import annotations

from typing import NamedTuple

from reviewkit import registry
from reviewkit.anonymising.dates.ages import change_ages
from reviewkit.anonymising.dates.days import find_dates
from reviewkit.anonymising.dates.intervals import change_intervals
from reviewkit.language.reading import Reading, read


class Mask(NamedTuple):
    """What is flagged by everything but the detectors of the kinds in `without`."""

    without: frozenset[str] = frozenset()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Flagged stretches of the text, in order, those that touch or overlap joined."""
        spans: list[tuple[int, int]] = []
        start = 0
        for line in text.splitlines(keepends=True):
            if not line.isspace():
                spans += [(start + first, start + last) for first, last in self._line(line)]
            start += len(line)
        return _joined(spans)

    def _line(self, line: str) -> list[tuple[int, int]]:
        reading = read(line)
        folded = reading.folded
        edits = [*change_ages(folded), *change_intervals(folded, ())[0]]
        dates = [(date.start, date.end) for date in find_dates(folded)] + [(edit.start, edit.end) for edit in edits]
        known = _words_in(reading, dates)
        detectors = [one for one in registry.detectors() if one.kind not in self.without]
        found = [(hit.start, hit.end) for detector in detectors for hit in detector.find(reading, known)]
        return [folded.span(start, end) for start, end in (*dates, *found)]


def _words_in(reading: Reading, spans: list[tuple[int, int]]) -> frozenset[int]:
    if not spans:
        return frozenset()
    words = list(zip(range(len(reading.words)), reading.starts, reading.ends, strict=True))
    return frozenset(
        number for number, start, end in words if any(first < end and start < last for first, last in spans)
    )


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
