"""A few dates in a row, each with its label beneath; on two lines or more where one has no room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from reviewkit.document import Event, Steps, Timeline
from reviewkit.drawing.shapes import Dot, Drawing, Path, Shape, Words
from reviewkit.drawing.timeline import NARROW, draw_timeline
from reviewkit.drawing.wrapping import LEADING, longest_word, set_lines, wrapped

Step = tuple[str, str]
_LEAST_COLUMN = 84.0
_WIDEST_COLUMN = 150.0
_GUTTER = 12.0
_DOT = 5.0
_TO_WORDS = 9.0
_BETWEEN = 16.0


def draw_steps(shown: Steps, width: float) -> Drawing:
    """The steps from left to right; on a narrow picture, from top to bottom."""
    steps = [step for step in shown.steps if any(text.strip() for text in step)]
    if width < NARROW or not steps:
        return draw_timeline(Timeline(tuple(Event(date, label, 0.0) for label, date in steps)), width)
    in_a_row = _in_a_row(steps, width)
    shapes: list[Shape] = []
    y = 0.0
    for start in range(0, len(steps), in_a_row):
        row = steps[start : start + in_a_row]
        shapes += _strip(y, len(row), width / in_a_row, width if start + in_a_row < len(steps) else 0.0)
        words = list(_words(row, y + 2 * _DOT + _TO_WORDS, width / in_a_row))
        shapes += words
        y = max(shape.y for shape in words) + _BETWEEN + _DOT
    return Drawing(width, y - _BETWEEN, tuple(shapes))


def _in_a_row(steps: Sequence[Step], width: float) -> int:
    """How many stand side by side, rows as even as can be."""
    labels, dates = zip(*steps, strict=True)
    widest = max(longest_word(labels), longest_word(dates, bold=True)) + _GUTTER
    fitting = max(int(width / min(max(_LEAST_COLUMN, widest), _WIDEST_COLUMN)), 1)
    return ceil(len(steps) / ceil(len(steps) / fitting))


def _strip(top: float, count: int, column: float, to: float) -> Iterator[Shape]:
    """The line and its dots; `to`: where the line ends if another row follows."""
    y = top + _DOT + 1
    centres = [_DOT + 1 + column * place for place in range(count)]
    yield Path(((centres[0], y), (max(centres[-1], to), y)), stroke="accent", width=1.5)
    for centre in centres:
        yield Dot(centre, y, _DOT, fill="accent", stroke="paper")


def _words(row: Sequence[Step], top: float, column: float) -> Iterator[Words]:
    for place, (label, date) in enumerate(row):
        dated = wrapped(date, column - _GUTTER, bold=True)
        yield from set_lines(dated, column * place + 1, top, bold=True, colour="accent")
        yield from set_lines(wrapped(label, column - _GUTTER), column * place + 1, top + LEADING * len(dated))
