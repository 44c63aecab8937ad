"""A figure that is higher than a page, drawn as several that are not."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from reviewkit.document import Links, Periods, Shown, Steps, Timeline
from reviewkit.drawing.drawing import draw
from reviewkit.drawing.shapes import Drawing


def drawings_of(shown: Shown, width: float, height: float) -> list[Drawing]:
    """Drawings `width` wide, as few as are no higher than `height` each, in points; one row alone may be higher."""
    whole = draw(shown, width)
    most = len(_rows(shown))
    if whole.height <= height or most < 2:
        return [whole]
    parts = min(ceil(whole.height / height), most)
    bounds = [most * part // parts for part in range(parts + 1)]
    return [
        drawing
        for start, end in pairwise(bounds)
        for drawing in drawings_of(_stretch(shown, start, end), width, height)
    ]


def _rows(shown: Shown) -> tuple[object, ...]:
    """What a figure has one beneath the other, where a page may end between them."""
    match shown:
        case Timeline(events):
            return events
        case Periods(rows):
            return rows
        case Steps(steps):
            return steps
        case Links():
            return shown.left


def _stretch(shown: Shown, start: int, end: int) -> Shown:
    """A part of the figure, from one row up to another."""
    match shown:
        case Timeline(events):
            return Timeline(events[start:end])
        case Periods(rows):
            return shown._replace(rows=rows[start:end])
        case Steps(steps):
            return Steps(steps[start:end])
        case Links():
            return _stretch_of_links(shown, start, end)


def _stretch_of_links(shown: Links, start: int, end: int) -> Links:
    """Boxes on the left with those that they lead to; the last part has those to which nothing leads."""
    reached = {right for left, right in shown.pairs if start <= left < end}
    if end == len(shown.left):
        reached |= set(range(len(shown.right))) - {right for _, right in shown.pairs}
    kept = [right for right in range(len(shown.right)) if right in reached]
    pairs = tuple(
        (left - start, kept.index(right)) for left, right in shown.pairs if start <= left < end and right in kept
    )
    return shown._replace(left=shown.left[start:end], right=tuple(shown.right[right] for right in kept), pairs=pairs)
