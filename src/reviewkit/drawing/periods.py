"""Who was there when: a row with a bar for each, over an axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from reviewkit.document import Period, Periods
from reviewkit.drawing.axis import Axis, axis_of, lines_of
from reviewkit.drawing.shapes import Box, Colour, Drawing, Path, Shape
from reviewkit.drawing.timeline import NARROW, years_in_print
from reviewkit.drawing.wrapping import LEADING, set_lines, width_of, wrapped
from reviewkit.tuples import NamedTuple

_LABELS_AT_MOST = 0.36
_GAP = 14.0
_BETWEEN = 7.0
_BAR = 9.0
_NEXT_TO_BAR = 5.0
_LEAST_BAR = 5.0
_PER_MONTH = 40.0
_PER_YEAR = 38.0
_ARROW = 4.0
_HAIR = 0.75
_MARK = 1.5
Mark = tuple[str, float]


class _Chart(NamedTuple):
    """Where the axis stands: from `left` to `right`, in points. `dated`: years are in print, so lines may name them."""

    axis: Axis
    left: float
    right: float
    dated: bool

    def x(self, at: float) -> float:
        return self.left + self.axis.place(at) * (self.right - self.left)


def draw_periods(shown: Periods, width: float) -> Drawing:
    """The rows in the order in which they come; the axis, and the moments across all rows, above them."""
    rows = [row for row in shown.rows if row.label.strip() or row.when.strip()]
    if not rows:
        return Drawing(width, 0, ())
    marks = sorted(((text, at) for text, at in shown.marks if text.strip()), key=lambda mark: mark[1])
    axis = axis_of([*((row.start, row.end) for row in rows), *((at, at) for _, at in marks)])
    labels = 0.0 if width < NARROW else min(max(width_of(row.label) for row in rows), width * _LABELS_AT_MOST) + _GAP
    chart = _Chart(axis, labels + 1, width - 1, dated=bool(years_in_print([row.when for row in rows])))

    heads, starts, top = _moments(marks, chart)
    bodies: list[Shape] = []
    y = top + (LEADING if chart.dated else 0) + _BETWEEN
    for row in rows:
        shapes, height = _row(row, chart, y)
        bodies += [Path(((0, y - _BETWEEN / 2), (width, y - _BETWEEN / 2)), stroke="tint"), *shapes]
        y += height + _BETWEEN
    leaders = [Path(((x, start), (x, y)), stroke="third", width=_MARK) for x, start in starts]
    lines = lines_of(chart.axis, (chart.right - chart.left) / _PER_MONTH, (chart.right - chart.left) / _PER_YEAR)
    grid = [
        Path(((x, top), (x, y)), stroke="line" if year else "tint", width=_HAIR)
        for x, year in ((chart.x(at), year) for at, year in lines)
    ]
    return Drawing(width, y, (*grid, *leaders, *heads, *_names(lines, chart, top), *bodies))


def _names(lines: Sequence[tuple[float, str]], chart: _Chart, top: float) -> Iterator[Shape]:
    """Each year to the right of its line, and the one in which the axis begins: where years are in print, if it fits."""
    years = [(chart.x(at), label) for at, label in lines if label]
    first = (chart.left, str(floor(chart.axis.start)))
    ends = [x for x, _ in years] + [chart.right]
    for (x, label), end in zip((first, *years), ends, strict=True) if chart.dated else ():
        if x + 5 + width_of(label) <= end:
            yield from _plated((label,), x + 3, top, "quiet")


def _moments(marks: Sequence[Mark], chart: _Chart) -> tuple[list[Shape], list[tuple[float, float]], float]:
    """The labels of moments, where their lines begin (x and y), and where all labels end.

    Labels share a line where they have room; the rest go down like stairs, so that no line runs through a label on its
    left.
    """
    heads: list[Shape] = []
    starts: list[tuple[float, float]] = []
    y, used, deepest = 0.0, 0.0, 0.0
    for text, at in marks:
        x = chart.x(at)
        lines = wrapped(text, chart.right - 4, bold=True)
        needed = max(width_of(line, bold=True) for line in lines)
        words_at = max(min(x + 4, chart.right - needed), 0.0)
        if words_at < used + _GAP and starts:
            y = deepest
        heads.append(Box(max(words_at - 2, 0), y, needed + 3, LEADING * len(lines), fill="paper"))
        heads += set_lines(lines, words_at, y, bold=True, colour="third")
        used, deepest = words_at + needed, max(deepest, y + LEADING * len(lines))
        starts.append((x, y + 1 if words_at > x else deepest))
    return heads, starts, deepest + (2 if marks else 0)


def _row(row: Period, chart: _Chart, top: float) -> tuple[list[Shape], float]:
    """The shapes of a row, and its height: what it is, its bar, and its dates where they have room."""
    beside = chart.left > _GAP
    labels = wrapped(row.label, chart.left - _GAP if beside else chart.right)
    shapes = list(_plated(labels, 0, top, "ink"))
    y = top if beside else top + LEADING * len(labels)
    start, end = chart.x(min(row.start, row.end)), chart.x(max(row.start, row.end))
    start = min(start, chart.right - _LEAST_BAR)
    end = max(end, start + _LEAST_BAR)
    shapes += _bar(row, chart, (start, end), y + 2)
    lines, x, dates_at = _dates(row.when, chart, (start, end), y)
    shapes += _plated(lines, x, dates_at, "quiet")
    bottom = max(y + _BAR + 4, dates_at + LEADING * len(lines), top + LEADING * len(labels))
    return shapes, bottom - top


def _plated(lines: Sequence[str], x: float, top: float, colour: Colour) -> Iterator[Shape]:
    """The lines, on paper: what runs down the picture stops at them."""
    for count, text in enumerate(lines):
        left = max(x - 2, 0)
        yield Box(left, top + LEADING * count, x + width_of(text) + 1 - left, LEADING - 1, fill="paper")
    yield from set_lines(lines, x, top, colour=colour)


def _bar(row: Period, chart: _Chart, ends: tuple[float, float], top: float) -> Iterator[Shape]:
    """The bar; an arrow where it reaches over the edge, and an arrow alone where it lies beyond."""
    start, end = ends
    earlier, later = min(row.start, row.end) < chart.axis.start, max(row.start, row.end) > chart.axis.end
    middle = top + _BAR / 2
    if earlier:
        yield _arrow(chart.left, middle, 1)
        start += 2 * _ARROW
    if later:
        yield _arrow(chart.right, middle, -1)
        end -= 2 * _ARROW
    if end > start:
        yield Box(start, top, end - start, _BAR, fill="accent", round=1.5)


def _arrow(x: float, middle: float, inwards: int) -> Path:
    """A head that points over the edge at `x`."""
    back = x + inwards * _ARROW
    return Path(((back, middle - _ARROW), (x, middle), (back, middle + _ARROW)), stroke="accent", width=2)


def _dates(when: str, chart: _Chart, ends: tuple[float, float], top: float) -> tuple[tuple[str, ...], float, float]:
    """The lines of the dates, and where they begin: after the bar, before it, or beneath it."""
    start, end = ends
    lines = wrapped(when, chart.right - chart.left)
    needed = max(map(width_of, lines), default=0.0)
    if len(lines) == 1 and end + _NEXT_TO_BAR + needed <= chart.right:
        return lines, end + _NEXT_TO_BAR, top
    if len(lines) == 1 and start - _NEXT_TO_BAR - needed >= chart.left:
        return lines, start - _NEXT_TO_BAR - needed, top
    return lines, max(min(start, chart.right - needed), chart.left), top + _BAR + 4
