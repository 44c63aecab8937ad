"""Seasons, school terms, holidays and quarters with their year, made as coarse as the dates.

A term or a season is as coarse as a quarter, so it stands unless dates are published by year. A half-term is a week.
Without a year none of them tells more than the dates around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reviewkit.anonymising.dates.feasts import feast_day
from reviewkit.anonymising.dates.forms import ENDS, STARTS, YEAR
from reviewkit.anonymising.dates.hints import digit
from reviewkit.anonymising.dates.mending import DateRules, edit_at, placed
from reviewkit.anonymising.dates.precision import Moment
from reviewkit.anonymising.grammar.editing import Doubt, Edit
from reviewkit.language.folding import Folded

_HINTS = (
    "spring",
    "summer",
    "autumn",
    "winter",
    "term",
    "holiday",
    "christmas",
    "easter",
    "quarter",
    "q1",
    "q2",
    "q3",
    "q4",
)
_MIDDLE = {
    "spring": 4,
    "summer": 7,
    "autumn": 10,
    "winter": 1,
    "christmas": 12,
    "october": 10,
    "february": 2,
    "may": 5,
    "whitsun": 5,
}
_HALF_TERMS = {"spring": 2, "summer": 5, "autumn": 10}
FINER_TERM = Doubt("finer date", "a date finer than the precision of dates: reword", kind="date")


def change_terms(
    folded: Folded, rules: DateRules, is_taken: Callable[[int, int], bool]
) -> tuple[list[Edit], list[Doubt]]:
    """The changes to what is neither a day nor a month and still finer than dates may be."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    plane = folded.plane
    if not (digit().search(plane) and any(map(plane.__contains__, _HINTS))):
        return edits, doubts
    for match in _term().finditer(plane):
        moment = None if is_taken(*match.span()) else _said_as(match, rules)
        if moment is None:
            continue
        text = rules.said(moment)
        written = placed(match["preposition"], text, rules.ended(moment)) if match["preposition"] else text
        if text and written:
            edits.append(edit_at(folded, *match.span(), written))
        else:
            doubts.append(FINER_TERM.at(*match.span()))
    return edits, doubts


def _said_as(match: re.Match[str], rules: DateRules) -> Moment | None:
    """What the term is published as: a month, a year; None where it may stand."""
    name, thing, year = match["name"], match["thing"] or "", int(match["year"][:4])
    by_year = rules.precision in ("year", "relative")
    if thing.startswith("half"):
        return Moment(year, _HALF_TERMS.get(name, _MIDDLE.get(name, 5)))
    if by_year:
        return Moment(year)
    if rules.precision == "month" or thing == "term":
        return None
    if name in ("christmas", "easter"):
        day = feast_day("easter sunday", year) if name == "easter" else None
        return Moment(year, day.month if day else 12)
    return Moment(year) if name.startswith("q") and rules.precision == "season" else None


@cache
def _term() -> re.Pattern[str]:
    season = "spring|summer|autumn|winter|christmas|easter"
    thing = r"half[ -]?term(?: (?:holidays?|break|week))?|term|holidays?|school holidays?|break"
    return re.compile(
        rf"{STARTS}(?:(?P<preposition>in|during|throughout|over|at|by|since|until|from|of|before|after|for|around) )?(?:the )?(?:(?:early|late|mid)[ -])?"
        rf"(?P<name>(?:{season})(?= (?:{thing}){ENDS}| |,)|(?:october|february|may|whitsun)(?= half)|q[1-4]|quarter)"
        rf"(?: (?P<thing>{thing}|(?<=quarter )[1-4]))?,? (?:of )?(?P<year>{YEAR}(?:[-/]\d\d)?)(?!\d)"
    )
