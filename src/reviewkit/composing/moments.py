"""Where printed dates lie in time: read from the words that a reader sees, so that no picture can tell a finer date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence

from reviewkit.language.days import MONTHS
from reviewkit.tuples import NamedTuple

EVENT = "the incident"
WAYS = (f" before {EVENT}", f" after {EVENT}")
"""What relative dates end with; they are counted from the month of the incident."""

_SEASONS = ("winter", "spring", "summer", "autumn")
_NUMBERS = (
    "no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_MOST_PARTS = 4  # two quarters
_MOST_WORDS = 24
Months = tuple[float, float]


class Span(NamedTuple):
    """From when to when, in years (2025.25 is 1 April 2025); where `relative`, in years after the incident's month.

    `first` and `last` are the words for both ends, the same for a single date.
    """

    start: float
    end: float
    first: str
    last: str
    relative: bool = False


def span_of(printed: str) -> Span | None:
    """The whole of a printed day, month, season, year, distance from the incident, or stretch of time between two.

    None for other words, for a stretch that is open at one end, and for one that ends before it begins.
    """
    words = printed.split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    text = " ".join(words)
    return _date(text) or _between(text)


def in_order(spans: Sequence[Span]) -> bool:
    """Whether the spans can have happened in that order: none ends before an earlier one begins."""
    latest = float("-inf")
    for span in spans:
        latest = max(latest, span.start)
        if span.end <= latest:
            return False
    return True


def of_one_kind(spans: Iterable[Span]) -> bool:
    """Whether all are dates, or all are distances: the two can't be told on one scale."""
    return len({span.relative for span in spans}) <= 1


def stretch(spans: Sequence[Span]) -> tuple[str, str]:
    """The words for the beginning of the first and the end of the last of them, as they stand within a sentence."""
    first = min(spans, key=lambda span: span.start).first
    last = max(spans, key=lambda span: span.end).last
    return inside(first), inside(last)


def inside(words: str) -> str:
    """The words of a date as they stand within a sentence."""
    return words if words.startswith(MONTHS) else words[:1].lower() + words[1:]


def _date(text: str) -> Span | None:
    lowered = text.lower()
    relative = lowered.endswith(EVENT)
    found = _relative(lowered) if relative else _calendar(lowered.split())
    return Span(found[0] / 12, found[1] / 12, text, text, relative) if found else None


def _calendar(words: list[str]) -> Months | None:
    year = _year(words[-1])
    if len(words) == 2 and words[0] == _SEASONS[0]:
        return _winter(words[1])
    if not year or len(words) > 3:
        return None
    if len(words) == 1:
        return year * 12, year * 12 + 12
    if len(words) == 2 and words[0] in _SEASONS:
        start = year * 12 + 3 * _SEASONS.index(words[0]) - 1
        return start, start + 3
    month = next((number for number, name in enumerate(MONTHS) if name.lower() == words[-2]), -1)
    if month < 0:
        return None
    start = year * 12 + month
    return (start, start + 1) if len(words) == 2 else _day(words[0], start, monthrange(year, month + 1)[1])


def _winter(years: str) -> Months | None:
    """Of two years, "2024-25": from December of the first to February."""
    first, _, second = years.partition("-")
    year = _year(first)
    start = year * 12 + 11
    return (start, start + 3) if year and second == f"{(year + 1) % 100:02}" else None


def _day(written: str, month: int, days: int) -> Months | None:
    number = _digits(written)
    return (month + (number - 1) / days, month + number / days) if 0 < number <= days else None


def _year(written: str) -> int:
    year = _digits(written)
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0


def _relative(text: str) -> Months | None:
    """A month that lies so far from that of the incident. "The year of the incident" can be before or after it."""
    if text == f"the month of {EVENT}":
        return 0, 1
    way = next((way for way in WAYS if text.endswith(way)), "")
    number, _, unit = text.removesuffix(way).removeprefix("about ").partition(" ")
    counted = _NUMBERS.index(number) if number in _NUMBERS else _digits(number)
    months = {"month": 1, "year": 12}.get(unit.removesuffix("s"), 0) * counted
    if not way or not months:
        return None
    start = -months if way == WAYS[0] else months
    return start, start + 1


def _digits(written: str) -> int:
    """The number, or 0 for what is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 4 else 0


def _between(text: str) -> Span | None:
    """As in "February to August 2025", "ten months to two months before the incident": the first end may leave out what both share."""
    parts = text.split(" to ")
    for count in range(1, len(parts) if len(parts) <= _MOST_PARTS else 0):
        last = span_of(" to ".join(parts[count:]))
        first = span_of(_completed(" to ".join(parts[:count]), parts[-1])) if last else None
        if first and last and _follows(first, last, single=len(parts) == 2):
            return Span(first.start, last.end, first.first, last.last, last.relative)
    return None


def _follows(first: Span, last: Span, *, single: bool) -> bool:
    """Whether the one can begin what the other ends; more strictly where the words can be taken apart in other ways."""
    if first.relative != last.relative:
        return False
    return first.start < last.end if single else first.start <= last.start and first.end <= last.end


def _completed(first: str, last: str) -> str:
    way = next((way for way in WAYS if last.endswith(way)), "")
    if way:
        return first if first.lower().endswith(EVENT) else f"{first}{way}"
    year = last.rpartition(" ")[2]
    return first if any(sign.isdigit() for sign in first[-4:]) or not _year(year) else f"{first} {year}"
