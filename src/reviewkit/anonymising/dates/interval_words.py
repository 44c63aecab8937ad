"""What an interval with a number is said as, and which are time limits or lengths and stay."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.anonymising.dates.counting import number_of
from reviewkit.anonymising.dates.precision import Precision
from reviewkit.anonymising.dates.public_events import follows_public, is_about_public
from reviewkit.tuples import NamedTuple

_REACH = 90
_UNITS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44}
_LATER = ("later", "afterwards", "after that", "thereafter", "on")
_EARLIER = ("earlier", "previously", "beforehand")


class _Interval(NamedTuple):
    """`way`: later, before and so on; `before` and `after` are the words around it; `public`: see `public_events`."""

    days: float
    unit: str
    way: str
    before: str
    after: str
    public: bool


def said_of(plane: str, match: re.Match[str], precision: Precision) -> str:
    """The interval in other words, or "" where it may stand."""
    way = match["way"]
    before = plane[max(0, match.start() - _REACH) : match.start()]
    after = plane[match.end() : match.end() + _REACH]
    follows = way not in (*_LATER, *_EARLIER, "ago")
    public = follows_public(after) if follows else is_about_public(before, after)
    interval = _Interval(number_of(match["number"]) * _UNITS[match["unit"]], match["unit"], way, before, after, public)
    if match["within"]:
        owned = public and _owned().match(after)
        return f"within {_plural(interval.days)} {way}" if owned and way in ("of", "after", "from") else ""
    if _stays(interval, precision):
        return ""
    return _beside_event(interval) if follows else _in_sequence(interval)


def _stays(interval: _Interval, precision: Precision) -> bool:
    way, unit, public = interval.way, interval.unit, interval.public
    if way == "of" or (unit == "month" and interval.after.startswith(" the incident")):
        return True
    owned = public and _owned().match(interval.after) is not None
    if not owned and (_rule().search(interval.before) or _general().match(interval.after)):
        return True
    if public:
        return False
    as_coarse = unit == "month" and precision == "month"
    return as_coarse or (unit == "hour" and interval.days < 1) or way in ("from", "since", "following")


def _plural(days: float) -> str:
    return "days" if days < 7 else "weeks" if days < 60 else "months"


def _in_sequence(interval: _Interval) -> str:
    """`two days later`, `three weeks earlier`, `two weeks ago`."""
    unit, way = _plural(interval.days), interval.way
    if way == "ago":
        return f"some {unit} ago"
    if way in _EARLIER:
        short = interval.days < 7 if interval.public else interval.days <= 2
        return "shortly before" if short else f"some {'time' if interval.public else unit} {way}"
    if interval.public:
        return "soon afterwards" if interval.days < 7 else "some time later"
    return f"within {unit}" if interval.days < 14 else f"some {unit} later"


def _beside_event(interval: _Interval) -> str:
    """`three weeks after the visit`, `six weeks after his arrest`, `in the two weeks before the incident`."""
    unit = _plural(interval.days)
    if re.search(r"\b(?:the|these|those|last|first|final) $", interval.before):
        return f"{unit} {interval.way}"
    way = {"prior to": "before", "following": "after", "from": "after"}.get(interval.way, interval.way)
    if interval.public:
        close = {"after": "soon after", "before": "shortly before"}.get(way) if interval.days < 7 else None
        return close or f"some time {way}"
    if interval.unit == "hour" or interval.days <= 1:
        return {"after": "soon after", "before": "shortly before"}.get(way, f"some {unit} {way}")
    if way == "after" and re.match(r"\s*(?:[.,;:!?)]|$)", interval.after):
        return f"within {unit}"
    if way == "before" and interval.days <= 2:
        return "shortly before"
    return f"some {'days' if interval.days < 14 else unit} {way}"


@cache
def _rule() -> re.Pattern[str]:
    """Words shortly before a number that make it a time limit."""
    return re.compile(
        r"\b(?:must|should|shall|have to|has to|had to|needs? to|requires?|required|expects?|expected|every|each|always|usually|normally|standard|"
        r"policy|guidance|procedures?|statutory|at least|at most|no (?:later|earlier|sooner) than|up to|maximum|minimum|deadline|timescale|target|within)\b[^.;!?]{0,60}$"
    )


@cache
def _owned() -> re.Pattern[str]:
    """Words after it that make the event one of the case: `her birth`, `Child B's arrest`."""
    return re.compile(r"\s(?:his|her|their|(?:[\w.]+\s){0,2}[\w.]+'s)\s")


@cache
def _general() -> re.Pattern[str]:
    """Words after it that make the event any of its kind: `two weeks before each conference`."""
    return re.compile(r" (?:each|every|any|an?|all) ")
