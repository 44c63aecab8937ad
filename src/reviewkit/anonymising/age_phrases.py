"""Ages and intervals in prose that are finer than dates may be, made coarser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewkit.anonymising.editing import Edit
from reviewkit.language.folding import Folded

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_DAYS_IN_MONTH = 30.44
_NEAR = 6


def in_words(number: int) -> str:
    """Numbers from one to twelve in words, above in digits."""
    return NUMBERS[number] if 0 < number < len(NUMBERS) else str(number)


def months_in_words(days: float) -> str:
    """`less than one month`, `about three months`, `about one year`, `about 18 months`, `about two years`."""
    months = round(days / _DAYS_IN_MONTH)
    if months < 1:
        return "less than one month"
    if months < 12:
        return f"about {in_words(months)} {'month' if months == 1 else 'months'}"
    if months < 24:
        return "about one year" if months < 18 else "about 18 months"
    return f"about {in_words(round(months / 12))} years"


def change_ages(folded: Folded) -> Iterator[Edit]:
    """Ages in days and weeks become months, years and months become years, `3-year-old` is written out."""
    for match in _ages().finditer(folded.plane):
        text = _written(match)
        if text:
            capital = folded.source_of(match.start(), match.start() + 1).isupper()
            yield Edit(match.start(), match.end(), text[0].upper() + text[1:] if capital else text)


def change_intervals(folded: Folded, dates: Sequence[Edit]) -> tuple[list[Edit], list[Edit]]:
    """`two days later, on 16 February` becomes `within days`; gives the new edits and those dates that remain."""
    found: list[Edit] = []
    remaining = list(dates)
    for match in _days_later().finditer(folded.plane):
        end = match.end()
        for date in dates:
            if end <= date.start < end + _NEAR and folded.plane[end : date.start].strip() in ("", ","):
                end = date.end
                remaining.remove(date)
                break
        capital = folded.source_of(match.start(), match.start() + 1).isupper()
        found.append(Edit(match.start(), end, "Within days" if capital else "within days"))
    return found, remaining


def _written(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups["noun"]:
        return _compound(int(groups["number1"]), groups["unit1"], match.group())
    number = (groups["number2"] or groups["number3"]).replace(",", "")
    unit = groups["unit2"] or groups["unit3"]
    if not unit:
        return f"aged {in_words(int(number))}" if groups["number2"] else f"{in_words(int(number))} years old"
    days = int(number) * (7 if unit == "week" else 1)
    return f"{months_in_words(days)} old"


def _compound(number: int, unit: str, written: str) -> str:
    if unit == "year":
        return written.replace(str(number), in_words(number), 1) if number < 10 else ""
    days = number * (7 if unit == "week" else 1)
    months = max(1, round(days / _DAYS_IN_MONTH))
    return f"{in_words(months)}-month-old"


@cache
def _ages() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:(?P<number1>\d+)[ -](?P<unit1>day|week|year)(?P<noun>[ -]olds?)\b
        |aged\s+(?P<number2>\d+|\d{1,3}(?:,\d{3})+)\s(?:(?P<unit2>day|week)s?\b(?:\sold)?|years?(?:\sand|,)?\s\d+\s(?:month|week)s?\b)
        |(?<![\d.,])(?P<number3>\d+|\d{1,3}(?:,\d{3})+)\s(?:(?P<unit3>day|week)s?\sold\b|years?(?:\sand|,)?\s\d+\s(?:month|week)s?\sold\b))""",
        re.VERBOSE,
    )


@cache
def _days_later() -> re.Pattern[str]:
    number = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|several|some|a couple of)"
    return re.compile(rf"\b{number} days? later\b")
