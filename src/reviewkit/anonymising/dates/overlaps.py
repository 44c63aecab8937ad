"""Which stretches of a text are taken already."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence


def taken_by(spans: Sequence[tuple[int, int]]) -> Callable[[int, int], bool]:
    """A test whether `start` to `end` shares a character with any of the spans."""
    if not spans:
        return _nothing
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    starts = [start for start, _ in merged]

    def is_taken(start: int, end: int) -> bool:
        number = bisect_right(starts, end - 1) - 1
        return number >= 0 and merged[number][1] > start

    return is_taken


def _nothing(_start: int, _end: int) -> bool:
    return False
