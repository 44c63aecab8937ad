"""The axis of time of a picture: from when to when, and where its lines stand. Times are years, such as 2025.25."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from reviewkit.tuples import NamedTuple

Span = tuple[float, float]
_GAIN = 2.5
_MARGIN = 0.04
_SHORTEST = 1 / 12
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


class Axis(NamedTuple):
    """`start` and `end` are years; what lies outside them stands at the edge."""

    start: float
    end: float

    def place(self, at: float) -> float:
        """The share of the axis that lies before a moment: 0 at its start or earlier, 1 at its end or later."""
        return min(max((at - self.start) / (self.end - self.start), 0.0), 1.0)


def axis_of(spans: Sequence[Span]) -> Axis:
    """An axis for these spans. A few that would squash all others reach over its edge, or lie beyond it."""
    start = _edge([start for start, _ in spans], max(end for _, end in spans))
    end = -_edge([-end for _, end in spans], -start)
    spare = max(end - start, _SHORTEST) * _MARGIN
    return Axis(start - spare, max(end, start + _SHORTEST) + spare)


def lines_of(axis: Axis, months: float, years: float) -> list[tuple[float, str]]:
    """Moments for lines, with the year that begins there, or "": as many as there is room for years, or for months.

    No month is named: it could be one that the text beside the picture must not tell.
    """
    length = (axis.end - axis.start) * 12
    step = next((step for step in _STEPS if length / step <= (months if step < 12 else years)), 0)
    if not step:
        return []
    first, last = ceil(axis.start * 12 / step), floor(axis.end * 12 / step)
    return [
        (count * step / 12, str(count * step // 12) if count * step % 12 == 0 else "")
        for count in range(first, last + 1)
    ]


def _edge(starts: list[float], end: float) -> float:
    """The earliest start, or a later one if what lies before it is little and takes most of the room."""
    ordered = sorted(starts)
    kept = 0
    for place in range(1, len(ordered) // 3 + 1):
        if end - ordered[kept] >= _GAIN * (end - ordered[place]) > 0:
            kept = place
    return ordered[kept]
