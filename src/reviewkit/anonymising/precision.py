"""A day or month as text that is as coarse as the report asks for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from reviewkit.anonymising.words import MONTHS

Precision = Literal["month", "quarter", "season", "year"]
_SEASONS = ("winter", "spring", "summer", "autumn")


class Moment(NamedTuple):
    """A day (`day` not 0), a month (`month` not 0) or a year; `year` 0 where the text says none."""

    year: int
    month: int = 0
    day: int = 0


def as_precision(code: object) -> Precision:
    """The precision of that code; relative dates are not built yet and are published by year."""
    if code == "quarter" or code == "season" or code == "year":  # noqa: PLR1714  narrows to the literals
        return code
    return "year" if code == "relative" else "month"


def coarse(moment: Moment, precision: Precision) -> str:
    """The moment in words, or "" if it can't be said at that precision (a month without its year, by year)."""
    if not moment.month:
        return str(moment.year) if moment.year else ""
    if precision == "month":
        return _with_year(MONTHS[moment.month - 1].capitalize(), moment.year)
    if precision == "quarter":
        first = (moment.month - 1) // 3 * 3
        name = f"{MONTHS[first].capitalize()} to {MONTHS[first + 2].capitalize()}"
        return _with_year(name, moment.year)
    if precision == "season":
        return _season(moment)
    return str(moment.year) if moment.year else ""


def last_month(moment: Moment, precision: Precision) -> str:
    """The month or other unit that `moment` falls before the end of, for "by the end of …"."""
    if precision == "quarter" and moment.month:
        return _with_year(MONTHS[(moment.month - 1) // 3 * 3 + 2].capitalize(), moment.year)
    return coarse(moment, precision)


def _season(moment: Moment) -> str:
    name = _SEASONS[moment.month % 12 // 3]
    if name != "winter" or not moment.year:
        return _with_year(name, moment.year)
    first = moment.year if moment.month == 12 else moment.year - 1
    return f"winter {first}-{(first + 1) % 100:02}"


def _with_year(name: str, year: int) -> str:
    return f"{name} {year}" if year else name
