"""Events one beneath the other: the date on the left of a line, what happened on its right, years marked between."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from reviewkit.document import Event, Timeline
from reviewkit.drawing.shapes import Box, Dot, Drawing, Path, Shape, Words
from reviewkit.drawing.wrapping import LEADING, SIZE, set_lines, width_of, wrapped

NARROW = 360.0
_GAP = 14.0
_BETWEEN = 11.0
_EDGE = 5.0
_DOT = 4.5
_DATES_AT_MOST = 0.3
_YEAR_ROOM = 24.0
_YEAR_HEIGHT = 17.0


def draw_timeline(shown: Timeline, width: float) -> Drawing:
    """The events in the order in which they come."""
    events = [event for event in shown.events if event.when.strip() or event.words.strip()]
    if not events:
        return Drawing(width, 0, ())
    return _beneath(events, width) if width < NARROW else _beside(events, width)


def years_in_print(texts: list[str]) -> set[int]:
    """The years that the texts name: no others may stand on a picture of them."""
    return {
        int(word)
        for text in texts
        for word in "".join(sign if sign.isdigit() and sign.isascii() else " " for sign in text).split()
        if len(word) == 4
    }


def _beside(events: list[Event], width: float) -> Drawing:
    dates = max(width_of(event.when, bold=True) for event in events)
    dates = min(max(dates, 40.0), width * _DATES_AT_MOST)
    line = dates + _GAP
    words_at = line + _GAP
    shapes: list[Shape] = []
    middles: list[float] = []
    y = _EDGE
    for year, event in _with_years(events):
        if year:
            shapes += _year(year, line, y)
            y += _YEAR_ROOM
        when = wrapped(event.when, dates, bold=True)
        said = wrapped(event.words, width - words_at)
        shapes += (words._replace(x=dates, anchor="end") for words in set_lines(when, 0, y, bold=True, colour="accent"))
        shapes += set_lines(said, words_at, y)
        middles.append(y + SIZE * 0.64)
        y += LEADING * max(len(when), len(said)) + _BETWEEN
    return _whole(shapes, middles, line, Drawing(width, y - _BETWEEN + _EDGE, ()))


def _beneath(events: list[Event], width: float) -> Drawing:
    """For narrow pictures: what happened stands under its date."""
    line, words_at = _DOT + 1, _DOT + 1 + _GAP
    shapes: list[Shape] = []
    middles: list[float] = []
    y = _EDGE
    for event in events:
        when = wrapped(event.when, width - words_at, bold=True)
        said = wrapped(event.words, width - words_at)
        shapes += set_lines(when, words_at, y, bold=True, colour="accent")
        shapes += set_lines(said, words_at, y + LEADING * len(when))
        middles.append(y + SIZE * 0.64)
        y += LEADING * (len(when) + len(said)) + _BETWEEN
    return _whole(shapes, middles, line, Drawing(width, y - _BETWEEN + _EDGE, ()))


def _whole(shapes: list[Shape], middles: list[float], line: float, page: Drawing) -> Drawing:
    spine = Path(((line, middles[0]), (line, middles[-1])), stroke="accent", width=1.5)
    dots = [Dot(line, middle, _DOT, fill="accent", stroke="paper") for middle in middles]
    return page._replace(shapes=(spine, *shapes, *dots))


def _year(year: int, line: float, top: float) -> Iterator[Shape]:
    """A plate on the line with the year that begins."""
    half = width_of(str(year), bold=True) / 2 + 6
    yield Box(line - half, top - 2, half * 2, _YEAR_HEIGHT, fill="tint", stroke="accent", round=_YEAR_HEIGHT / 2)
    yield Words(line, top + SIZE, str(year), size=SIZE, bold=True, anchor="middle", colour="accent")


def _with_years(events: list[Event]) -> Iterator[tuple[int, Event]]:
    """Every event, with the year if it is the first of it and there is more than one; else with 0."""
    printed = years_in_print([event.when for event in events])
    years = [year if (year := floor(event.at)) in printed else 0 for event in events]
    marked = len({year for year in years if year}) > 1
    before = 0
    for year, event in zip(years, events, strict=True):
        yield (year if marked and year and year != before else 0), event
        before = year or before
