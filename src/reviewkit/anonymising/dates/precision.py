"""A day or month as text that is as coarse as the report asks for."""

from __future__ import annotations

from typing import Literal

from reviewkit.anonymising.dates.relative import WAYS, distance_in_words, years_in_words
from reviewkit.language.word_classes import MONTHS
from reviewkit.tuples import NamedTuple

Precision = Literal["month", "quarter", "season", "year", "relative"]
_SEASONS = ("winter", "spring", "summer", "autumn")


class Moment(NamedTuple):
    """A day (`day` not 0), a month (`month` not 0) or a year; `year` 0 where the text says none."""

    year: int
    month: int = 0
    day: int = 0


def as_precision(code: object) -> Precision:
    """The precision of that code of the list `date-precision`; by month where there is none."""
    if code == "quarter" or code == "season" or code == "year" or code == "relative":  # noqa: PLR1714  narrows to the literals
        return code
    return "month"


def coarse(moment: Moment, precision: Precision, anchor: Moment | None = None) -> str:
    """The moment in words, or "" if it can't be said at that precision (a month without its year, by year).

    `anchor` is what relative dates count from; without one they are as coarse as a year.
    """
    if precision == "relative" and anchor:
        return _relative(moment, anchor)
    if not moment.month:
        return str(moment.year) if moment.year else ""
    if precision == "month":
        return _with_year(MONTHS[moment.month - 1].capitalize(), moment.year)
    if precision == "quarter":
        first = (moment.month - 1) // 3 * 3
        name = f"{MONTHS[first].capitalize()} to {MONTHS[first + 2].capitalize()}"
        return _with_year(name, moment.year)
    if precision == "season":
        return season(moment)
    return str(moment.year) if moment.year else ""


def when(text: str) -> str:
    """The coarse date as it answers "when?": `in March 2024`, but `three months before the incident`."""
    if text.endswith(WAYS):
        return text
    return f"between {text.replace(' to ', ' and ')}" if is_quarter(text) else f"in {text}"


def is_quarter(text: str) -> bool:
    """Whether the coarse date is told by its first and last month: `April to June 2024`."""
    return " to " in text


def stretch(first: Moment, last: Moment, precision: Precision, anchor: Moment | None = None) -> tuple[str, str]:
    """Both ends of a stretch of time as they read beside one another: "January" and "September 2024"."""
    if precision == "quarter" and first.month and last.month:
        first = first._replace(month=(first.month - 1) // 3 * 3 + 1)
        begins, ends = coarse(first, "month"), last_month(last, "quarter")
    else:
        begins, ends = coarse(first, precision, anchor), coarse(last, precision, anchor)
    if begins == ends:
        return begins, ends
    for way in WAYS:
        if begins.endswith(way) and ends.endswith(way):
            return begins.removesuffix(way), ends
    if precision in ("month", "quarter") and first.year == last.year:
        begins = begins.removesuffix(f" {first.year}")
    return begins, ends


def last_month(moment: Moment, precision: Precision, anchor: Moment | None = None) -> str:
    """The month or other unit that `moment` falls before the end of, for "by the end of …"."""
    if precision == "quarter" and moment.month:
        return _with_year(MONTHS[(moment.month - 1) // 3 * 3 + 2].capitalize(), moment.year)
    return coarse(moment, precision, anchor)


def season(moment: Moment) -> str:
    """The season of a month, by thirds of the year from December on; a winter has two years."""
    name = _SEASONS[moment.month % 12 // 3]
    if name != "winter" or not moment.year:
        return _with_year(name, moment.year)
    first = moment.year if moment.month == 12 else moment.year - 1
    return f"winter {first}-{(first + 1) % 100:02}"


def _relative(moment: Moment, anchor: Moment) -> str:
    if not moment.year:
        return ""
    if not moment.month or not anchor.month:
        return years_in_words(moment.year - anchor.year)
    return distance_in_words((moment.year - anchor.year) * 12 + moment.month - anchor.month)


def _with_year(name: str, year: int) -> str:
    return f"{name} {year}" if year else name
