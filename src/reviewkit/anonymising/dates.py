"""Dates as people write them, found in folded text: days, lists of days, months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reviewkit.anonymising.precision import Moment
from reviewkit.anonymising.words import MONTHS
from reviewkit.language.folding import Folded

_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_NUMBER = {**{name: n for n, name in enumerate(MONTHS, 1)}, **_SHORT}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip


_PADDED = 8  # 14.02.24 is a date; 4.2.24 may be a paragraph's number


class DateText(NamedTuple):
    """A date at `start` to `end` of the plane: one moment, or the first and last of a list of days.

    `sure` is False where the words may say something else ("march 20 children", "5 may").
    """

    start: int
    end: int
    first: Moment
    last: Moment
    sure: bool = True

    @property
    def is_day(self) -> bool:
        """Whether a day of a month is named."""
        return bool(self.first.day)


def find_dates(folded: Folded) -> Iterator[DateText]:
    """All days and months with their places, from left to right, none overlapping."""
    if not _hint().search(folded.plane):
        return
    end = 0
    for match in _pattern().finditer(folded.plane):
        found = _read(match, folded)
        if found and found.start >= end:
            end = found.end
            yield found


def _read(match: re.Match[str], folded: Folded) -> DateText | None:
    groups = match.groupdict()
    if groups["iso"] or groups["numeric"]:
        return _in_digits(match, groups["iso"], groups["numeric"], folded.plane)
    if groups["days"]:
        return _days(match, folded)
    if groups["after"]:
        return _month_first(match)
    return _month_alone(match, folded)


def _in_digits(match: re.Match[str], iso: str | None, numeric: str | None, plane: str) -> DateText | None:
    numbers = [int(part) for part in re.split(r"[-/. ]", iso or numeric or "")]
    year, month, day = numbers if iso else (_full_year(numbers[2]), numbers[1], numbers[0])
    found = _day(match, year, month, day)
    if found is None:
        return None
    paragraph = numeric is not None and len(numeric) < _PADDED and "." in numeric
    among_digits = re.search(r"\d[/.-]$", plane[max(0, match.start() - 2) : match.start()]) or re.match(
        r"[/.-]\d", plane[match.end() : match.end() + 2]
    )
    return found._replace(sure=not paragraph and not among_digits)


def _day(match: re.Match[str], year: int, month: int, day: int) -> DateText | None:
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    moment = Moment(year, month, day)
    return DateText(match.start(), match.end(), moment, moment)


def _days(match: re.Match[str], folded: Folded) -> DateText:
    written = match["days"]
    days = [int(number) for number in re.findall(r"\d+", written)] or [_ORDINALS.index(_plain(written)) + 1]
    month, year = _NUMBER[match["month1"]], _year(match["year1"])
    # "of the 5 may have": in small letters May and March are a verb as often as a month.
    sure = bool(year) or match["month1"] not in ("may", "march", "mar") or _is_capital(match, "month1", folded)
    # "14 Feb 24" is a year or the 24 of something.
    sure = sure and re.match(r",? \d\d\b(?![:.]\d| ?[ap]m)", folded.plane[match.end() : match.end() + 8]) is None
    return DateText(match.start(), match.end(), Moment(year, month, days[0]), Moment(year, month, days[-1]), sure)


def _plain(written: str) -> str:
    return re.sub(r"\s+", "-", written.strip())


def _is_capital(match: re.Match[str], group: str, folded: Folded) -> bool:
    return folded.source_of(*match.span(group))[:1].isupper()


def _month_first(match: re.Match[str]) -> DateText:
    year = _year(match["year2"])
    moment = Moment(year, _NUMBER[match["month2"]], int(re.sub(r"\D", "", match["after"])))
    return DateText(match.start(), match.end(), moment, moment, sure=bool(year) or not match["after"].isdigit())


def _month_alone(match: re.Match[str], folded: Folded) -> DateText | None:
    moment = Moment(_year(match["year3"]), _NUMBER[match["month3"]])
    if moment.year:
        return DateText(match.start(), match.end(), moment, moment)
    before = folded.plane[max(0, match.start() - 12) : match.start()]
    if _is_capital(match, "month3", folded) and _before_month().search(before):
        return DateText(match.start(), match.end(), moment, moment)
    return None


def _year(text: str | None) -> int:
    return _full_year(int(text.lstrip("'"))) if text else 0


def _full_year(year: int) -> int:
    if year > 99:
        return year
    return 2000 + year if year < 50 else 1900 + year


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(r"\d|" + "|".join(sorted(name[:3] for name in MONTHS)))


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|since|until|till|during|early|late|mid|last|next|this|every|each|between|from)[ -]$")


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_NUMBER, key=len, reverse=True))
    # An underscore is a mark here, as in _14 February_: only letters and digits make another word.
    starts, ends = r"(?<![^\W_])", r"(?![^\W_])"
    attached = rf"(?:{month})(?:{ends}|(?=(?:19|20)\d\d{ends}))"  # 02Nov2023
    month = rf"(?:{month}){ends}"
    number = rf"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th){ends}|(?![\d.:,]\d|\d))"
    more = rf"(?:\s*(?:,|and|or|to|&|-|/)\s*(?:and\s+)?(?:the\s+)?{number})*"
    ordinal = "|".join(name.replace("-", r"[- ]") for name in reversed(_ORDINALS))
    day = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?"
    year = r"(?:(?:19|20)\d\d|'\d\d)(?!\d)"
    before = r"(?:\.?,?[\s/-]+)"
    paragraph = "".join(rf"(?<!{word} )" for word in ("section", "paragraph", "para", "version", "rule", "table"))
    return re.compile(
        rf"""(?:{starts}(?:{day}),?\s+)?(?:{starts}the\s+)?(?:
        (?<!\d)(?P<iso>(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]))
            (?:t\d\d:?\d\d(?::?\d\d)?z?)?(?!\d)
        |(?<!\d)(?P<numeric>\d?\d/\d?\d/(?:(?:19|20)\d\d|\d\d)|\d?\d-\d?\d-(?:19|20)\d\d|\d\d\ \d\d\ (?:19|20)\d\d
            |\d?\d\.\d?\d\.(?:19|20)\d\d|{paragraph}\d?\d\.\d?\d\.\d\d)(?!\d)
        |{starts}(?P<days>{number}{more}|(?:{ordinal}){ends})\s*[/-]?(?:of\s+)?(?P<month1>{attached})(?:(?:{before}|(?<=[a-z]))(?P<year1>{year}))?
        |{starts}(?P<month2>{month})\.?\s+(?:the\s+)?(?P<after>{number})(?:{before}(?P<year2>{year}))?
        |{starts}(?P<month3>{month})(?:\.?,?\s+(?:of\s+)?(?P<year3>{year}))?
        )""",
        re.VERBOSE,
    )
