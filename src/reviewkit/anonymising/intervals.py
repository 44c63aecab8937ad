"""Intervals in prose, made as coarse as the dates: who knows one day and counts from it knows the other.

An interval to or from what the public can look up (a birth, a death, an arrest, a trial) says only before or after.
Lengths of services and time limits are no points in time and stay: "for six weeks", "within 15 working days".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewkit.anonymising.counting import NUMBER, in_words, number_of
from reviewkit.anonymising.editing import Edit
from reviewkit.anonymising.mending import edit_at
from reviewkit.anonymising.precision import Precision
from reviewkit.anonymising.public_events import follows_public, is_about_public
from reviewkit.anonymising.words import follows_freely
from reviewkit.language.folding import Folded

_NEAR = 6
_REACH = 90
_HINTS = (
    "later",
    "after",
    "before",
    "earlier",
    "prior",
    "ago",
    "following",
    "previous",
    "within",
    "next",
    "beforehand",
    "to the day",
    "eve of",
    "anniversary",
)
_UNITS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44}
_LATER = ("later", "afterwards", "after that", "thereafter", "on")


def change_intervals(
    folded: Folded, dates: Sequence[Edit], precision: Precision = "month"
) -> tuple[list[Edit], list[Edit]]:
    """`two days later, on 16 February` becomes `within days`; gives the new edits and those dates that remain."""
    plane = folded.plane
    remaining = list(dates)
    if not any(hint in plane for hint in _HINTS):
        return [], remaining
    starts = {date.start: date for date in dates}
    found: list[Edit] = []
    gone: set[Edit] = set()
    for match in _counted().finditer(plane):
        edit = _change(folded, match, precision, starts, gone)
        if edit:
            found.append(edit)
    found += [edit for match in _next_day().finditer(plane) if (edit := _change_next_day(folded, match))]
    return _apart(found, remaining, gone)


def _apart(found: Sequence[Edit], dates: Sequence[Edit], gone: set[Edit]) -> tuple[list[Edit], list[Edit]]:
    """Intervals that overlap nothing, and the dates that were not told together with one."""
    remaining = [date for date in dates if date not in gone]
    kept: list[Edit] = []
    end = 0
    places = sorted(remaining)
    number = 0
    for edit in sorted(found):
        while number < len(places) and places[number].end <= edit.start:
            number += 1
        clashes = number < len(places) and places[number].start < edit.end
        if edit.start >= end and not clashes:
            kept.append(edit)
            end = edit.end
    return kept, remaining


def _change(
    folded: Folded, match: re.Match[str], precision: Precision, dates: dict[int, Edit], gone: set[Edit]
) -> Edit | None:
    plane, way = folded.plane, match["way"]
    for place in (match.start("way"), match.end() + 1):
        if place in dates and way in ("after", "before", "from", "since", "prior to", "following"):
            date = dates[place]
            gone.add(date)
            text = re.sub(r"^(?:in|from|by the end of|by|since)\s", "", date.text, flags=re.IGNORECASE)
            return edit_at(folded, match.start(), date.end, f"around {text}")
    text = _said(plane, match, precision)
    if not text:
        return None
    start, end = match.start(), match.end()
    if text == "within days":
        place = next((place for place in range(end, end + _NEAR) if place in dates), -1)
        if place >= 0 and plane[end:place].strip() in ("", ","):
            gone.add(dates[place])
            end = dates[place].end
    return edit_at(folded, start, end, text)


def _said(plane: str, match: re.Match[str], precision: Precision) -> str:
    """The interval in other words, or "" where it may stand."""
    way, unit = match["way"], match["unit"]
    days = number_of(match["number"]) * _UNITS[unit]
    before = plane[max(0, match.start() - _REACH) : match.start()]
    after = plane[match.end() : match.end() + _REACH]
    public = (
        follows_public(after)
        if way not in (*_LATER, "earlier", "previously", "beforehand", "ago")
        else is_about_public(before, after)
    )
    if re.match(r" the incident\b", after) and unit == "month":
        return ""
    if match["within"]:
        owned = public and _owned().match(after)
        return f"within {_plural(days)} {way}" if owned and way in ("of", "after", "from") else ""
    if way == "of" or (way in ("from", "since", "on", "following") and not public):
        return ""
    if not (public and _owned().match(after)) and (_rule().search(before) or _general().match(after)):
        return ""
    if unit == "month" and not public and precision == "month":
        return ""
    if unit == "hour" and days < 1 and not public:
        return ""
    return _worded(days, way, after, before, public=public)


def _plural(days: float) -> str:
    return "days" if days < 7 else "weeks" if days < 60 else "months"


def _worded(days: float, way: str, after: str, before: str, *, public: bool) -> str:
    unit = _plural(days)
    article = re.search(r"\b(?:the|these|those|last|first|final) $", before) is not None
    if article:
        return f"{unit} {way}"
    if way == "ago":
        return f"some {unit} ago"
    short = days < 7 if public else days <= 2
    if way in _LATER:
        if public:
            return "soon afterwards" if short else "some time later"
        return f"within {unit}" if days < 14 else f"some {unit} later"
    if way in ("earlier", "previously", "beforehand"):
        return "shortly before" if short else f"some {'time' if public else unit} {way}"
    ends = re.match(r"\s*(?:[.,;:!?)]|$)", after) is not None
    word = {"prior to": "before", "following": "after", "from": "after", "since": "since"}.get(way, way)
    if public:
        return (
            f"{'soon' if word == 'after' else 'shortly'} {word}" if short and word != "since" else f"some time {word}"
        )
    if ends and word == "after":
        return f"within {unit}"
    return (
        f"shortly {word}" if short and word == "before" and days * 24 % 24 == 0 and days <= 2 else f"some {unit} {word}"
    )


def _change_next_day(folded: Folded, match: re.Match[str]) -> Edit | None:
    plane = folded.plane
    after = plane[match.end() : match.end() + _REACH]
    if match["years"]:
        number = int(number_of(match["years"]))
        said = "a" if number == 1 else in_words(number)
        return edit_at(folded, match.start(), match.end(), f"about {said} {match['span']}")
    if match["anniversary"]:
        return edit_at(folded, match.start(), match.end(), "about a year after") if follows_public(after) else None
    if match["eve"]:
        return edit_at(folded, match.start(), match.end(), "shortly before") if follows_public(after) else None
    if match["way"]:
        public = follows_public(after)
        if match["noun"] == "week" and not public:
            return None
        said = f"soon after{'' if after.startswith(' ') else 'wards'}" if match["way"] == "after" else "shortly before"
        return edit_at(folded, match.start(), match.end(), said)
    following = re.match(r" ([a-z]+)", after)
    if after.startswith("'") or (following and not follows_freely(following.group(1))):
        return None
    if re.search(
        r"\b(?:for|until|till|by|of|about|from|than|to) (?:\w+ )?$", plane[max(0, match.start() - 20) : match.start()]
    ):
        return None
    return edit_at(
        folded, match.start(), match.end(), "shortly before" if match["which"] == "previous" else "soon afterwards"
    )


@cache
def _counted() -> re.Pattern[str]:
    about = r"(?:(?:about|around|approximately|roughly|nearly|almost|just over|just under|over|under|only|exactly|just|barely|less than|more than|some)\s)"
    unit = r"(?P<unit>hour|day|night|week|fortnight|month)s?'?"
    more = rf"(?:,?(?: and)? {NUMBER} (?:hour|day|week|month)s?)?"
    way = r"(?P<way>later|afterwards|after that|thereafter|earlier|previously|beforehand|ago|after|before|prior to|following|from|since|of|on)"
    return re.compile(
        rf"(?<![\w.,£$-])(?:(?P<within>within) )?{about}?(?P<number>{NUMBER}|an?|a couple of)(?: to {NUMBER}| or {NUMBER})?[ -](?:calendar |full |whole |short )?{unit}{more}(?: or so)?\s{way}\b(?! than)"
    )


@cache
def _next_day() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:on )?the (?:very )?(?P<which>next|following|previous) (?:day|morning|afternoon|evening|night)\b|"
        r"\b(?:on )?the (?P<noun>day|night|evening|morning|week) (?P<way>after|before)(?= (?!last\b|tomorrow\b|yesterday\b|that\b)\w|[,.;!?)]|$)|"
        r"\bon the (?:first )?(?P<anniversary>anniversary) of|"
        rf"\b(?P<years>{NUMBER}|an?) (?P<span>years?|months?|weeks?) to the day\b|"
        r"\b(?:on )?the (?P<eve>eve) of\b"
    )


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
