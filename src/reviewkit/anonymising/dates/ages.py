"""Ages in prose that are finer than they may be: days and weeks become months, years and months become years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.dates.counting import DIGITS, WORDS, in_words, number_of
from reviewkit.anonymising.dates.gestation import change_gestations
from reviewkit.anonymising.dates.mending import edit_at
from reviewkit.anonymising.grammar.editing import Edit
from reviewkit.language.folding import Folded

__all__ = ["change_ages", "months_in_words"]

_DAYS_IN_MONTH = 30.44
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": _DAYS_IN_MONTH, "year": 365.25}
_TWO_YEARS = 24
_REACH = 12

# What `_lengths` holds.
_UNITS = ("hour", "day", "week", "wk")
_CHILDREN = ("age", "baby of", "boy of", "girl of", "child of", "infant of", "son of", "daughter of", "twin of", "twins of",
    "brother of", "sister of",
)  # fmt: skip


def months_in_words(days: float) -> str:
    """`less than one month`, `about three months`, `about one year`, `about 18 months`, `about two years`."""
    months = round(days / _DAYS_IN_MONTH)
    if months < 1:
        return "less than one month"
    if months < 12:
        return f"about {in_words(months)} {'month' if months == 1 else 'months'}"
    if months < _TWO_YEARS:
        return "about one year" if months < 18 else "about 18 months"
    return f"about {in_words(round(months / 12))} years"


def change_ages(folded: Folded) -> Iterator[Edit]:
    """Ages in days and weeks become months, years and months become years, `3-year-old` is written out."""
    plane = folded.plane
    found: list[Edit] = []
    if _old().search(plane) or _aged().search(plane) or ("life" in plane and _of_life().search(plane)):
        found += [edit for match in _ages().finditer(plane) if (edit := _change(folded, match))]
    if any(map(plane.__contains__, _UNITS)) and any(map(plane.__contains__, _CHILDREN)):
        found += [_change_length(folded, match) for match in _lengths().finditer(plane)]
    found += [edit_at(folded, *edit) for edit in change_gestations(plane)]
    end = 0
    for edit in sorted(found):
        if edit.start >= end:
            end = edit.end
            yield edit


def _change(folded: Folded, match: re.Match[str]) -> Edit | None:
    if _limit().search(folded.plane[max(0, match.start() - _REACH) : match.start()]):
        return None
    text = _written(match)
    if not text or text == match.group():
        return None
    article = (
        re.search(r"\ban? $", folded.plane[max(0, match.start() - 4) : match.start()]) if match["compound"] else None
    )
    if article is None:
        return edit_at(folded, match.start(), match.end(), text)
    said = f"an {text}" if text.startswith(("eight", "eleven")) else f"a {text}"
    return edit_at(folded, match.start() - len(article.group()), match.end(), said)


def _change_length(folded: Folded, match: re.Match[str]) -> Edit:
    days = number_of(match["number"]) * _DAYS[_unit(match["unit"])]
    return edit_at(folded, match.start("number"), match.end(), months_in_words(days))


def _written(match: re.Match[str]) -> str:
    if match["life"]:
        number = number_of(match["life"]) * _DAYS[match["span"]]
        return f"in the first {'days' if number <= 7 else 'weeks' if number <= 60 else 'months'} of life"
    if match["compound"]:
        return _compound(match, number_of(match["compound"]), match["kind"])
    lead = match["lead"] or match["at"] or ""
    number = number_of(match["aged"] or match["number"])
    unit = _unit(match["unit1"] or match["unit2"] or "year")
    finer = bool(match["half1"] or match["half2"] or match["more1"] or match["more2"])
    if unit == "year" and number_of((re.search(r"\d+", match["more1"] or "") or [""])[0]) >= 12:
        return ""  # "aged 34, 14 months old" are two
    if unit == "year" or (unit == "month" and number >= _TWO_YEARS):
        return _in_years(lead, int(number * _DAYS[unit] / _DAYS["year"] + 0.01)) if finer or unit == "month" else ""
    if unit == "month" and not finer:
        return ""
    said = f"{months_in_words(number * _DAYS[unit])} old"
    return f"when {said}" if lead.startswith("at ") else said


def _unit(written: str) -> str:
    return next(unit for unit in _DAYS if unit[0] == written[0])


def _in_years(lead: str, years: int) -> str:
    if lead.startswith("at the"):
        return f"at the age of {in_words(years)}"
    return f"aged {in_words(years)}" if lead == "aged " else f"{lead}{in_words(years)} years old"


def _compound(match: re.Match[str], number: float, unit: str) -> str:
    """`98-day-old`, `14-week-old`, `30-month-old`, `3-year-old`."""
    plural = match["plural"]
    if unit == "year":
        written = match["compound"]
        if match["part"] or not number.is_integer():
            return f"{in_words(int(number))}-year-old{plural}"
        plain = not written.isdigit() or number >= 10 or match.group().endswith(" old")
        return "" if plain else match.group().replace(written, in_words(int(number)), 1)
    if unit == "month" and number < _TWO_YEARS and not match["part"]:
        return ""
    months = round(number * _DAYS[unit] / _DAYS_IN_MONTH)
    if months < 1:
        return f"newborn{plural}"
    return (
        f"{in_words(months // 12)}-year-old{plural}"
        if months >= _TWO_YEARS
        else f"{in_words(months)}-month-old{plural}"
    )


@cache
def _old() -> re.Pattern[str]:
    """Hint: the end of most ages, after the last letter of a unit or a digit."""
    return re.compile(r"old(?<=[rykhs\d][\s-]old)s?\b")


@cache
def _aged() -> re.Pattern[str]:
    """Hint: what an age begins or ends with where it is not `old`."""
    return re.compile(r"age(?:d\s|\sof\s|(?<=\sof\sage)\b)")


@cache
def _of_life() -> re.Pattern[str]:
    """Hint: the age that is neither; a number is one word or two."""
    return re.compile(r"(?:day|week)\s(?:\S+\s){1,2}of\s(?:(?:his|her|their)\s)?life\b")


@cache
def _lengths() -> re.Pattern[str]:
    """`a baby of 14 weeks`, `age: 98 days`."""
    of = r"(?:(?:baby|boy|girl|child|infant|son|daughter|twins?|brother|sister) of|(?<!the )\bage(?: was| is| of|:)?)"
    return re.compile(rf"\b{of} (?P<number>{DIGITS}|{WORDS}\b)[ -]?(?P<unit>hours?|days?|weeks?|wks?)\b(?! old)")


@cache
def _limit() -> re.Pattern[str]:
    """Words before an age that make it a limit, or that of a group."""
    return re.compile(r"\b(?:under|over|than|below|above|from|to|until|babies|infants|children|those|all)\s$")


@cache
def _ages() -> re.Pattern[str]:
    unit = r"hours?|days?|weeks?|months?|years?|yrs?|mths?|wks?"
    number = rf"(?:{DIGITS}|{WORDS}\b)"
    half = r"\s?1[/⁄]2|\sand\sa\shalf|-and-a-half"
    more = rf"(?:,|\sand|,?\splus)?\s(?:{DIGITS}|{WORDS}\b|half\san?|a)[ -]?(?:months?|weeks?|days?|hours?|mths?|wks?)\b|\s?\+\s?\d"
    about = r"(?:(?:about|around|just\sover|just\sunder|nearly|almost|only|just|approximately|exactly)\s)?"
    return re.compile(
        rf"""(?<![\w.,£$/⁄-])(?:
        {about}(?P<compound>{number})(?P<part>{half})?[ -](?P<kind>hour|day|week|month|year)[ -]old(?P<plural>s?)\b
        |(?P<lead>aged\s|at\sthe\sage\sof\s){about}(?P<aged>{number})(?P<half1>{half})?(?:[ -]?(?P<unit1>{unit})\b)?
            (?P<more1>{more})?(?:\s(?:old|of\sage)\b)?
        |(?P<at>at\s)?{about}(?P<number>{number})(?P<half2>{half})?[ -]?(?P<unit2>{unit})(?P<more2>{more})?\s(?:old|of\sage)\b
        |(?:(?:on|at|by)\s)?(?P<span>day|week)\s(?P<life>{number})\sof\s(?:his\s|her\s|their\s)?life\b
        )""",
        re.VERBOSE,
    )
