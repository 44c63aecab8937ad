"""Dates and ages in fields of their own, as the published version shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from reviewkit.anonymising.dates.ages import months_in_words
from reviewkit.anonymising.dates.precision import Moment, Precision, coarse
from reviewkit.schema import Code

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_TWO_YEARS = 730


def read_moment(value: Any) -> Moment | None:
    """The day, month or year that a field holds, or None."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value).strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Moment(year, month, day)


def coarse_date(value: Any, precision: Precision, anchor: Moment | None = None) -> str:
    """`2025-03-14` as "March 2025", `not-known` in words, "" for what is no date. `anchor`: see `coarse`."""
    if value == "not-known":
        return "not known"
    moment = read_moment(value)
    text = coarse(moment, precision, anchor) if moment else ""
    return text[:1].upper() + text[1:]


def coarse_age(value: Any, bands: Iterable[Code], *, by_month: bool = False) -> str:
    """An age as "about three months" below two years and as a band's label above, or "".

    `by_month`: the month of the incident is published beside it. The two together would tell the month of birth, so
    below two years the age is a band of half a year or a year.
    """
    written = str(value).strip()
    labels = {code.code: code.label for code in bands}
    if written in ("unborn", "not-known"):
        return labels.get(written, written.replace("-", " ").capitalize())
    match = re.fullmatch(r"(\d+) (day|week|month|year)s?", written)
    if match is None:
        return ""
    days = int(match[1]) * _DAYS[match[2]]
    if days < _TWO_YEARS:
        text = _half_year(days) if by_month else months_in_words(days)
        return text[0].upper() + text[1:]
    return _band(int(days // _DAYS["year"] if match[2] != "year" else int(match[1])), labels)


def _half_year(days: float) -> str:
    if days < _TWO_YEARS / 4:
        return "under six months"
    return "between six and twelve months" if days < _TWO_YEARS / 2 else "about one year"


def age_on(born: Any, day: Any) -> str:
    """The age at a day as a field would hold it, or "" if either is not known well enough."""
    birth, moment = read_moment(born), read_moment(day)
    if birth is None or moment is None or not birth.day or not moment.month:
        return ""
    days = (date(moment.year, moment.month, moment.day or 1) - date(*birth)).days
    if days < 0:
        return "unborn" if moment.day else ""
    return f"{days} days" if days < _TWO_YEARS else f"{int(days / _DAYS['year'])} years"


def _band(years: int, labels: dict[str, str]) -> str:
    for code, label in labels.items():
        low, high = _limits(code)
        if low <= years <= high:
            return label
    return ""


def _limits(code: str) -> tuple[int, int]:
    """The first and last year of a band from its code: 1-to-5, under-1, 15, 18-plus."""
    numbers = [int(number) for number in re.findall(r"\d+", code)]
    if not numbers:
        return 1, 0
    if code.startswith("under"):
        return 0, numbers[0] - 1
    return numbers[0], 200 if code.endswith("plus") else numbers[-1]
