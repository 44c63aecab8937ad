"""Dates as people write them, found in folded text: days, lists of days, months, feast days, weeks of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from reviewkit.anonymising.date_forms import MONTH_NUMBERS, ORDINALS, ROMAN, date_pattern, feast_day_pattern
from reviewkit.anonymising.feasts import feast_day
from reviewkit.anonymising.precision import Moment
from reviewkit.anonymising.words import MONTHS
from reviewkit.language.folding import Folded

_PADDED = 8  # 14.02.24 is a date; 4.2.24 may be a paragraph's number
_MONTH_HINTS = tuple(name[:3] for name in MONTHS)
_FEAST_HINTS = ("day", " eve", "night", "hallow", "easter", "pentecost", "hogmanay", "bank holiday", "christmas")
_NAMES = ("may", "april", "june", "august")


class DateText(NamedTuple):
    """A date at `start` to `end` of the plane: one moment, or the first and last of a list of days.

    `sure` is False where the words may say something else ("march 20 children", "5 may"). `is_feast`: a day by its name.
    """

    start: int
    end: int
    first: Moment
    last: Moment
    sure: bool = True
    is_feast: bool = False

    @property
    def is_day(self) -> bool:
        """Whether a day of a month is named."""
        return bool(self.first.day)


def find_dates(folded: Folded) -> Iterator[DateText]:
    """All days and months with their places, from left to right, none overlapping."""
    plane = folded.plane
    feasts = list(_feasts(plane)) if any(hint in plane for hint in _FEAST_HINTS) else []
    if not feasts and not (digit().search(plane) or any(hint in plane for hint in _MONTH_HINTS)):
        return
    end = 0
    for found in sorted([*feasts, *_in_calendar(folded)]):
        if found.start >= end:
            end = found.end
            yield found


def _in_calendar(folded: Folded) -> Iterator[DateText]:
    for match in date_pattern().finditer(folded.plane):
        found = _read(match, folded)
        if found:
            yield found


def _feasts(plane: str) -> Iterator[DateText]:
    for match in feast_day_pattern().finditer(plane):
        year = int(match["year"] or 0)
        day = feast_day(match["feast"], year)
        if day:
            moment = Moment(year, day.month, day.day)
            yield DateText(match.start(), match.end(), moment, moment, is_feast=True)


def _read(match: re.Match[str], folded: Folded) -> DateText | None:
    kind = match.lastgroup or ""
    if kind in _READERS:
        return _READERS[kind](match, folded)
    if match["days"]:
        return _days(match, folded)
    if match["after"] or match["afterword"]:
        return _month_first(match)
    return _month_alone(match, folded)


def _iso(match: re.Match[str], _folded: Folded) -> DateText | None:
    year, month, day = (int(part) for part in re.split(r"[-/.]", match["iso"]))
    return _day(match, year, month, day)


def _solid(match: re.Match[str], _folded: Folded) -> DateText | None:
    """Eight digits in a row are a date, or the number of something."""
    text = match["solid"]
    found = _day(match, int(text[:4]), int(text[4:6]), int(text[6:]))
    return found and found._replace(sure=match.end() > match.end("solid"))


def _numeric(match: re.Match[str], folded: Folded) -> DateText | None:
    written = match["numeric"].replace(" /", "/").replace("/ ", "/")
    day, month, year = (int(part) for part in re.split(r"[-/. ]", written))
    found = _day(match, _full_year(year), month, day)
    if found is None:
        return None
    paragraph = len(written) < _PADDED and "." in written
    plane = folded.plane
    among_digits = re.search(r"\d[/.-]$", plane[max(0, match.start() - 2) : match.start()]) or re.match(
        r"[/.-]\d", plane[match.end() : match.end() + 2]
    )
    bank_code = re.fullmatch(r"\d\d-\d\d-\d\d", written)  # a sort code looks the same
    return found._replace(sure=not paragraph and not among_digits and not bank_code)


def _roman(match: re.Match[str], _folded: Folded) -> DateText | None:
    day, month, year = re.split(r"[-/. ]", match["roman"])
    return _day(match, _full_year(int(year)), ROMAN.index(month) + 1, int(day)) if month in ROMAN else None


def _week(match: re.Match[str], _folded: Folded) -> DateText | None:
    """The week's Thursday decides which month it belongs to, as it decides the year."""
    numbers = [int(number) for number in re.findall(r"\d+", match.group("week") or match.group("weekof"))]
    year, week = (numbers[0], numbers[1]) if numbers[0] > 99 else (numbers[1], numbers[0])
    try:
        return _day(match, *date.fromisocalendar(year, week, 4).timetuple()[:3])
    except ValueError:
        return None


def _slashed(match: re.Match[str], _folded: Folded) -> DateText | None:
    first, second = (int(number) for number in re.split(r"[-/]", match["slashed"]))
    year, month = max(first, second), min(first, second)
    if first == year and (year + 1) % 100 == month:  # 2011-12 is two years
        return None
    moment = Moment(year, month)
    return DateText(match.start(), match.end(), moment, moment)


_READERS = {
    "iso": _iso, "solid": _solid, "numeric": _numeric, "roman": _roman, "week": _week, "weekof": _week,
    "slashed": _slashed,
}  # fmt: skip


def _day(match: re.Match[str], year: int, month: int, day: int) -> DateText | None:
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    moment = Moment(year, month, day)
    return DateText(match.start(), match.end(), moment, moment)


def _days(match: re.Match[str], folded: Folded) -> DateText:
    days = _numbers(match["days"])
    month = MONTH_NUMBERS[match["month1"]]
    year = _full_year(int(match["short"])) if match["short"] else _year(match["year1"])
    # "of the 5 may have": in small letters May and March are a verb as often as a month.
    sure = bool(year) or match["month1"] not in ("may", "march", "mar") or _is_capital(match, "month1", folded)
    # "14 Feb 24" is a year or the 24 of something.
    if not year:
        sure = sure and re.match(r",? \d\d\b(?![:.]\d| ?[ap]m)", folded.plane[match.end() : match.end() + 8]) is None
    end = match.end() + (1 if _has_dot(match, folded) else 0)
    return DateText(match.start(), end, Moment(year, month, days[0]), Moment(year, month, days[-1]), sure)


def _has_dot(match: re.Match[str], folded: Folded) -> bool:
    """Whether a full stop belongs to "Feb." because the sentence goes on."""
    if match.end() != match.end("month1") or match["month1"] in MONTHS:
        return False
    following = folded.plane[match.end() : match.end() + 3]
    return (
        re.match(r"\.(?:,| [a-z\d])", following) is not None
        and not folded.source_of(match.end() + 2, match.end() + 3).isupper()
    )


def _numbers(written: str) -> list[int]:
    """The days of a list, in digits or in words."""
    words = re.findall("|".join(name.replace("-", "[- ]") for name in reversed(ORDINALS)), written)
    in_words = [ORDINALS.index(re.sub(r"\s+", "-", word)) + 1 for word in words]
    return [int(number) for number in re.findall(r"\d+", written)] or in_words


def _is_capital(match: re.Match[str], group: str, folded: Folded) -> bool:
    return folded.source_of(*match.span(group))[:1].isupper()


def _month_first(match: re.Match[str]) -> DateText:
    year = _year(match["year2"])
    days = _numbers(match["after"] or match["afterword"])
    month = MONTH_NUMBERS[match["month2"]]
    sure = bool(year) or not (match["after"] or "").isdigit()
    return DateText(match.start(), match.end(), Moment(year, month, days[0]), Moment(year, month, days[-1]), sure)


def _month_alone(match: re.Match[str], folded: Folded) -> DateText | None:
    moment = Moment(_year(match["year3"]), MONTH_NUMBERS[match["month3"]])
    if moment.year:
        return DateText(match.start(), match.end(), moment, moment)
    if folded.plane.startswith((" half", "-half"), match.end()):
        return None  # a half-term is no month
    before = folded.plane[max(0, match.start() - 18) : match.start()]
    if _is_capital(match, "month3", folded) and _before_another().match(folded.plane, match.end()):
        return DateText(match.start(), match.end(), moment, moment)
    closed = _closed_before() if match["month3"] in _NAMES else _before_month()
    if _is_capital(match, "month3", folded) and closed.search(before):
        return DateText(match.start(), match.end(), moment, moment)
    return None


def _year(text: str | None) -> int:
    return _full_year(int(text.lstrip("'"))) if text else 0


def _full_year(year: int) -> int:
    if year > 99:
        return year
    return 2000 + year if year < 50 else 1900 + year


@cache
def digit() -> re.Pattern[str]:
    """Any digit: the cheapest hint."""
    return re.compile(r"\d")


_ALWAYS = r"in|since|until|till|during|early|late|mid|last|next|this|every|each|between|from|(?:end|start|middle|beginning) of"


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_ALWAYS}|by|before|after|to|around|about|throughout)[ -]$")


@cache
def _before_another() -> re.Pattern[str]:
    """March to May 2024."""
    names = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
    return re.compile(rf"\s?(?:to|-|until|till|through|and|or)\s?(?:{names})\b\.?,?\s(?:19|20)\d\d")


@cache
def _closed_before() -> re.Pattern[str]:
    """May, April, June and August are people too."""
    return re.compile(rf"\b(?:{_ALWAYS})[ -]$")
