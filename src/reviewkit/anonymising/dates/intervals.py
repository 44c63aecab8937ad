"""Intervals in prose, made as coarse as the dates: who knows one day and counts from it knows the other.

An interval to or from what the public can look up (a birth, a death, an arrest, a trial) says only before or after.
Lengths of services and time limits are no points in time and stay: "for six weeks", "within 15 working days".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewkit.anonymising.dates.counting import NUMBER
from reviewkit.anonymising.dates.interval_words import said_of
from reviewkit.anonymising.dates.mending import edit_at
from reviewkit.anonymising.dates.next_days import change_next_days
from reviewkit.anonymising.dates.precision import Precision
from reviewkit.anonymising.grammar.editing import Edit
from reviewkit.language.folding import Folded

_NEAR = 6


def change_intervals(
    folded: Folded, dates: Sequence[Edit], precision: Precision = "month"
) -> tuple[list[Edit], list[Edit]]:
    """`two days later, on 16 February` becomes `within days`; gives the new edits and those dates that remain."""
    plane = folded.plane
    remaining = list(dates)
    starts = {date.start: date for date in dates}
    found: list[Edit] = []
    gone: set[Edit] = set()
    for match in _counted().finditer(plane) if _unit_and_way().search(plane) else ():
        edit = _change(folded, match, precision, starts, gone)
        if edit:
            found.append(edit)
    found += change_next_days(folded)
    if not found:
        return [], remaining
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
    text = said_of(plane, match, precision)
    if not text:
        return None
    start, end = match.start(), match.end()
    if text == "within days":
        place = next((place for place in range(end, end + _NEAR) if place in dates), -1)
        if place >= 0 and plane[end:place].strip() in ("", ","):
            gone.add(dates[place])
            end = dates[place].end
    return edit_at(folded, start, end, text)


@cache
def _unit_and_way() -> re.Pattern[str]:
    """Hint: how every interval ends, after its number; a fortnight ends as a night does."""
    way = "later|afterwards|after|thereafter|earlier|previously|beforehand|ago|before|prior|following|from|since|of|on"
    return re.compile(rf"(?:hour|day|night|week|month)s?'?(?: or so)?\s(?:{way})\b")


@cache
def _counted() -> re.Pattern[str]:
    about = r"(?:(?:about|around|approximately|roughly|nearly|almost|just over|just under|over|under|only|exactly|just|barely|(?:no )?less than|(?:no )?more than|some)\s)"
    unit = r"(?P<unit>hour|day|night|week|fortnight|month)s?'?"
    more = rf"(?:,?(?: and)? {NUMBER} (?:hour|day)s?|,? and {NUMBER} weeks?)?"
    way = r"(?P<way>later|afterwards|after that|thereafter|earlier|previously|beforehand|ago|after|before|prior to|following|from|since|of|on(?=[,.;]|$))"
    return re.compile(
        rf"(?<![\w.,£$-])(?:(?P<within>within) )?{about}?(?P<number>{NUMBER}|an?|a couple of)(?:(?: to | or |-){NUMBER}| and a half)?[ -](?:calendar |full |whole |short )?{unit}{more}(?: or so)?\s{way}\b(?! than)"
    )
