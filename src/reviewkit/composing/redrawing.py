"""Every text of a figure through the published names, each alone: what loses its words leaves the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reviewkit.document import Event, Figure, Links, Period, Periods, Shown, Steps, Timeline

LEAST = 3
"""So many facts are better seen than read; fewer are not."""
_LEAST_LINKED = 2

Say = Callable[[str], str]


def is_worth_drawing(shown: Shown) -> bool:
    """Whether there is enough of it for a picture."""
    if isinstance(shown, Links):
        return min(len(shown.left), len(shown.right)) >= _LEAST_LINKED and bool(shown.pairs)
    if isinstance(shown, Periods) and len({(row.start, row.end) for row in shown.rows}) == 1:
        return False
    return len(shown[0]) >= LEAST


def redrawn(figure: Figure, say: Say) -> Iterator[Figure]:
    """The figure with what `say` makes of each text; none if too little is left, or no title or description."""
    if _is_moved(figure.shows, say):
        return
    title, description = say(figure.title), say(figure.description)
    shown = _REDRAWN[type(figure.shows)](figure.shows, say)
    if title.strip() and description.strip() and is_worth_drawing(shown):
        yield figure._replace(title=title, description=description, shows=shown)


def _is_moved(shown: Shown, say: Say) -> bool:
    """Whether a date comes back in other words: its place in the picture could tell what these no longer do."""
    dates: list[str] = []
    if isinstance(shown, Timeline):
        dates = [event.when for event in shown.events]
    elif isinstance(shown, Periods):
        dates = [*(row.when for row in shown.rows), *(text for text, _ in shown.marks)]
    return any(say(date) not in (date, "") for date in dates)


def _timeline(shown: Timeline, say: Say) -> Timeline:
    events = (Event(say(event.when), say(event.words), event.at) for event in shown.events)
    return Timeline(tuple(event for event in events if _says(event.when, event.words)))


def _periods(shown: Periods, say: Say) -> Periods:
    rows = (row._replace(label=say(row.label), when=say(row.when)) for row in shown.rows)
    marks = ((say(text), at) for text, at in shown.marks)
    return Periods(
        tuple(Period(*row) for row in rows if _says(row.label, row.when)),
        tuple((text, at) for text, at in marks if _says(text)),
    )


def _steps(shown: Steps, say: Say) -> Steps:
    steps = ((say(label), say(date)) for label, date in shown.steps)
    return Steps(tuple(step for step in steps if _says(*step)))


def _links(shown: Links, say: Say) -> Links:
    """Pairs count places: those of what has gone go with it, the others move up."""
    left, right = [say(text) for text in shown.left], [say(text) for text in shown.right]
    from_left, from_right = _places(left), _places(right)
    titles = say(shown.left_title), say(shown.right_title)
    return Links(
        *(titles if _says(*titles) else ("", "")),
        left=tuple(filter(_says, left)),
        right=tuple(filter(_says, right)),
        pairs=tuple((from_left[a], from_right[b]) for a, b in shown.pairs if a in from_left and b in from_right),
    )


def _places(texts: list[str]) -> dict[int, int]:
    """The new places of the texts that are left, by their old ones."""
    return {old: new for new, old in enumerate(place for place, text in enumerate(texts) if _says(text))}


def _says(*texts: str) -> bool:
    return all(text.strip() for text in texts)


_REDRAWN: Mapping[type, Callable[[Any, Say], Shown]] = {
    Timeline: _timeline,
    Periods: _periods,
    Steps: _steps,
    Links: _links,
}
