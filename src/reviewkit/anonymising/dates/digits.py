"""Dates that are written in digits, read: 14/02/24, 2024-02-14, 14.ii.24, weeks of a year, months of a year."""

from __future__ import annotations

import re
from datetime import date

from reviewkit.anonymising.dates.forms import MONTH_NUMBERS, ROMAN
from reviewkit.anonymising.dates.precision import Moment
from reviewkit.language.folding import Folded
from reviewkit.tuples import NamedTuple

_PADDED = 8  # 14.02.24 is a date; 4.2.24 may be a paragraph's number


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


def full_year(year: int) -> int:
    """The year with its century: 24 is 2024, 97 is 1997."""
    if year > 99:
        return year
    return 2000 + year if year < 50 else 1900 + year


def _iso(match: re.Match[str], _folded: Folded) -> DateText | None:
    year, month, day = (int(part) for part in re.split(r"[-/.]", match["iso"]))
    return _day(match, year, month, day)


def _year_first(match: re.Match[str], _folded: Folded) -> DateText | None:
    year, month, day = re.findall(r"\d+|[a-z]+", match["yearfirst"])
    return _day(match, int(year), MONTH_NUMBERS[month], int(day))


def _solid(match: re.Match[str], _folded: Folded) -> DateText | None:
    """Eight digits in a row are a date, or the number of something."""
    text = match["solid"]
    found = _day(match, int(text[:4]), int(text[4:6]), int(text[6:]))
    return found and found._replace(sure=match.end() > match.end("solid"))


def _numeric(match: re.Match[str], folded: Folded) -> DateText | None:
    written = match["numeric"].replace(" /", "/").replace("/ ", "/")
    day, month, year = (int(part) for part in re.split(r"[-/. ]", written))
    found = _day(match, full_year(year), month, day)
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
    return _day(match, full_year(int(year)), ROMAN.index(month) + 1, int(day)) if month in ROMAN else None


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


def _day(match: re.Match[str], year: int, month: int, day: int) -> DateText | None:
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    moment = Moment(year, month, day)
    return DateText(match.start(), match.end(), moment, moment)


IN_DIGITS = {
    "iso": _iso, "yearfirst": _year_first, "solid": _solid, "numeric": _numeric, "roman": _roman, "week": _week, "weekof": _week,
    "slashed": _slashed,
}  # fmt: skip
"""Readers by the group of the expression that has matched."""
