"""Figures of the body: what happened one after the other, and which agencies were there when.

Only printed words are placed in time. A figure that could show no more than a part of the facts is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reviewkit.composing.answering import answer
from reviewkit.composing.material import Entry, Material, items_of
from reviewkit.composing.moments import Span, in_order, of_one_kind, span_of, stretch
from reviewkit.composing.redrawing import is_worth_drawing
from reviewkit.composing.relating import words_of
from reviewkit.composing.wording import period
from reviewkit.document import Event, Figure, Period, Periods, Shown, Timeline
from reviewkit.report import is_empty

SAME_FACTS = "The same facts stand in the table below."
_MOST_MARKS = 3
_MOST_TEXTS = 60  # twice for each of thirty rows; the template asks for twenty events at the most
_LONGEST = 240  # characters


def figures(material: Material, entry: Entry) -> tuple[Figure, ...]:
    """What is shown above the table of a section, if anything."""
    draw = _DRAWN.get(entry.field.id) if len(entry.path) == 1 else None
    loose = any(not isinstance(item, dict) and not is_empty(item) for item in entry.value)
    return draw(material, entry) if draw and not loose else ()


def timeline(material: Material, entry: Entry) -> tuple[Figure, ...]:
    """The key events, if each has words and a date that can be placed."""
    said = [(_said(material, item, "date"), _said(material, item, "event")) for item in _items(material, entry)]
    spans = [span_of(when) for when, _ in said]
    placed = [(when, words, span) for (when, words), span in zip(said, spans, strict=True) if words and span]
    kept = [span for *_, span in placed]
    if len(placed) < len(said) or not kept or not of_one_kind(kept):
        return ()
    if not in_order(kept):
        placed.sort(key=lambda one: one[2].start)
    events = tuple(Event(when, words, at) for (when, words, _), at in zip(placed, _ats(placed), strict=True))
    when = period(*stretch(kept))
    description = f"{len(events)} events, {when}. {SAME_FACTS}"
    return figure(f"{entry.field.label}, {when}", description, Timeline(events), entry.pointer)


def periods(material: Material, entry: Entry) -> tuple[Figure, ...]:
    """The agencies whose period is given, if all of these can be placed."""
    given = [item for item in _items(material, entry) if not is_empty(item.value.get("period"))]
    said = [(_said(material, item, "organisation"), _said(material, item, "period")) for item in given]
    spans = [span_of(when) for _, when in said]
    rows = [(label, when, span) for (label, when), span in zip(said, spans, strict=True) if label and span]
    kept = [span for *_, span in rows]
    if len(rows) < len(said) or not kept or not of_one_kind(kept):
        return ()
    shown = Periods(
        tuple(Period(label, when, _rounded(span.start), _rounded(span.end)) for label, when, span in rows),
        _marks(material, relative=kept[0].relative),
    )
    when = period(*stretch(kept))
    description = f"{len(rows)} agencies and the time in which each knew the child or family, {when}. {SAME_FACTS}"
    return figure("When agencies knew the child or family", description, shown, entry.pointer)


def figure(title: str, description: str, shown: Shown, path: str) -> tuple[Figure, ...]:
    """The figure, if there is enough to be seen, and not more than a page and a glance can hold."""
    texts = list(_texts(shown))
    fits = len(texts) <= _MOST_TEXTS and all(len(text) <= _LONGEST for text in texts)
    return (Figure(title, description, shown, path),) if fits and is_worth_drawing(shown) else ()


def _texts(shown: Any) -> Iterator[str]:
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, tuple):
        for part in shown:
            yield from _texts(part)


def incidents(material: Material) -> list[tuple[str, str]]:
    """The date of every incident as it is printed, with what the incident is called."""
    field = material.template.section("incidents")
    if not field:
        return []
    items = _items(material, Entry(field, material.values.get("incidents"), ("incidents",)))
    named = [(_said(material, item, "id"), _said(material, item, "date")) for item in items]
    return [(f"Incident {name}".strip() if len(named) > 1 else "Incident", when) for name, when in named if when]


def _items(material: Material, entry: Entry) -> list[Entry]:
    return [item for item in items_of(material, entry) if not is_empty(item.value)]


def _said(material: Material, item: Entry, key: str) -> str:
    """What the table's cell says."""
    member, value = item.field.member(key), _held(item.value).get(key)
    if member is None or is_empty(value):
        return ""
    return words_of(answer(material.without_gaps, Entry(member, value, (*item.path, key)), brief=True))


def _held(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _ats(placed: list[tuple[str, str, Span]]) -> Iterator[float]:
    """The earliest moment of each that keeps the order; distances are told by their order alone."""
    at = float("-inf")
    for number, (*_, span) in enumerate(placed):
        at = max(at, span.start)
        yield float(number) if span.relative else _rounded(at)


def _marks(material: Material, *, relative: bool) -> tuple[tuple[str, float], ...]:
    """The incidents in the middle of what is printed for each, if all can be placed and they are few."""
    found = incidents(material)
    placed = [(label, when, span) for label, when in found if (span := span_of(when)) and span.relative == relative]
    if len(placed) < len(found) or len(found) > _MOST_MARKS:
        return ()
    # Distances are counted from the incident: its own says nothing.
    return tuple(
        (label if relative and not span.start else f"{label}: {when}", _rounded((span.start + span.end) / 2))
        for label, when, span in placed
    )


def _rounded(years: float) -> float:
    return round(years, 4)


_DRAWN: Mapping[str, Callable[[Material, Entry], tuple[Figure, ...]]] = {"key_events": timeline, "agencies": periods}
