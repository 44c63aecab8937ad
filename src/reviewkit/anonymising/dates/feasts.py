"""Feast days and bank holidays: days that have a name and no number.

Fixed days of the calendar, and those that hang on Easter (Meeus and Jones's rule for the Gregorian calendar) or on a
weekday of a month. Feasts of the lunar calendars are known by name only: their day needs tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, partial

_FIXED = {
    r"christmas eve": (12, 24), r"christmas day|xmas day": (12, 25), r"boxing day": (12, 26),
    r"new year'?s eve|hogmanay": (12, 31), r"new year'?s day": (1, 1), r"twelfth night": (1, 5), r"burns night": (1, 25),
    r"(?:st\.? )?valentine'?s day": (2, 14), r"st\.? david'?s day": (3, 1), r"st\.? patrick'?s day": (3, 17),
    r"april fools?'?s? day": (4, 1), r"st\.? george'?s day": (4, 23), r"may day": (5, 1), r"midsummer'?s? (?:day|eve)": (6, 24),
    r"hallowe'?en": (10, 31), r"(?:bonfire|guy fawkes|firework'?s?) night|guy fawkes day": (11, 5),
    r"(?:remembrance|armistice) day": (11, 11), r"st\.? andrew'?s day": (11, 30),
}  # fmt: skip
_EASTER = {
    r"shrove tuesday|pancake day": -47, r"ash wednesday": -46, r"mothering sunday|mother'?s'? day": -21, r"palm sunday": -7,
    r"maundy thursday": -3, r"good friday": -2, r"easter (?:saturday|eve)": -1, r"easter (?:sunday|day)": 0,
    r"easter monday": 1, r"ascension day": 39, r"whit sunday|pentecost": 49, r"whit monday": 50,
}  # fmt: skip
_IN_MONTH = {
    r"(?:early |the )?may(?: day)? bank holiday(?: monday)?": 5, r"(?:spring|late may|whitsun) bank holiday(?: monday)?": 5,
    r"(?:(?:late )?summer|august) bank holiday(?: monday)?": 8, r"father'?s'? day": 6, r"remembrance sunday": 11,
}  # fmt: skip
OTHERS = (
    r"eid(?:[ -](?:al|ul)[ -][a-z]+)?(?: day)?|diwali|deepavali|holi|vaisakhi|baisakhi|yom kippur|rosh hashanah|passover|"
    r"hanukkah|chanukah|(?:chinese|lunar) new year|bank holiday(?: monday)?|world book day|pancake tuesday"
)
"""Feasts whose day can't be told from their name and year."""

FEAST_LETTERS = (
    "christmas", "xmas", "boxing", "new year", "hogmanay", "twelfth", "burns", "valentine", "david", "patrick", "april f",
    "george", "may d", "midsummer", "hallow", "bonfire", "fawkes", "firework", "remembrance", "armistice", "andrew",
    "shrove", "pancake", "ash w", "mothering", "mother's d", "mothers d", "mothers' d", "mother's' d", "palm s", "maundy",
    "good f", "easter", "ascension", "whit ", "pentecost", "bank holiday", "father's d", "fathers d", "fathers' d",
    "father's' d",
)  # fmt: skip
"""One of them stands in every feast of `feast_pattern`."""

FEAST_ENDS = frozenset(("day", "eve", "night", "hogmanay", "halloween", "hallowe", "pentecost", "holiday"))
"""The last word of every feast of `feast_pattern`, a weekday's name aside; `hallowe'en` is two words."""


def feast_pattern() -> str:
    """An expression for all feasts that have a month, or get one with their year."""
    return "|".join((*_FIXED, *_EASTER, *_IN_MONTH))


def feast_day(name: str, year: int) -> date | None:
    """The day of that feast, or one of its month; None if only the year could tell and `year` is 0."""
    rule = next((rule for known, rule in _rules().items() if known.fullmatch(name)), None)
    return rule(year) if rule else None


def _fixed(month: int, day: int, year: int) -> date:
    return date(year or 2000, month, day)


def _by_easter(days: int, year: int) -> date | None:
    return _easter(year) + timedelta(days) if year else None


def _easter(year: int) -> date:
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15
    epact = skipped % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    from_march = epact - weekday
    month = 3 + (from_march + 40) // 44
    return date(year, month, from_march + 28 - 31 * (month // 4))


@cache
def _rules() -> Mapping[re.Pattern[str], Callable[[int], date | None]]:
    return {
        **{re.compile(name): partial(_fixed, *day) for name, day in _FIXED.items()},
        **{re.compile(name): partial(_by_easter, days) for name, days in _EASTER.items()},
        **{re.compile(name): partial(_fixed, month, 15) for name, month in _IN_MONTH.items()},
    }
