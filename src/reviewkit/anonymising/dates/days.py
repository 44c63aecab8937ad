"""Dates as people write them, found in folded text: days, lists of days, months, feast days, weeks of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewkit.anonymising.dates.digits import IN_DIGITS, DateText, full_year
from reviewkit.anonymising.dates.feasts import FEAST_ENDS, FEAST_LETTERS, feast_day
from reviewkit.anonymising.dates.forms import MONTH_NUMBERS, ORDINALS, date_pattern, feast_day_pattern, in_digits_hint
from reviewkit.anonymising.dates.precision import Moment
from reviewkit.language.folding import Folded
from reviewkit.language.remembering import remember_last
from reviewkit.language.word_classes import MONTHS, WEEKDAYS, follows_freely

_MONTH_HINTS = tuple(dict.fromkeys(name[:3] for name in MONTH_NUMBERS))
_FEAST_HINTS = ("day", " eve", "night", "hallow", "easter", "pentecost", "hogmanay", "bank holiday", "christmas")
_NAMED = frozenset(MONTH_NUMBERS) | WEEKDAYS | FEAST_ENDS
_OPENING = ("from ", "in ", "since ", "by ", "until ", "during ")
_NAMES = ("may", "april", "june", "august")


def find_dates(folded: Folded, words: Sequence[str] | None = None) -> tuple[DateText, ...]:
    """All days and months with their places, from left to right, none overlapping.

    `words` are those of the plane, where somebody has cut it: most texts have none that a date is made of.
    """
    return _dates_of(folded) if words is None or _may_be_date(folded.plane, words) else ()


@remember_last  # who publishes a text asks for its dates, and after that a detector does
def _dates_of(folded: Folded) -> tuple[DateText, ...]:
    return tuple(_find_dates(folded))


def _may_be_date(plane: str, words: Sequence[str]) -> bool:
    """Whether a word of the plane is a month or ends a feast's name, or digits stand as those of a date do.

    No letter or digit is beside the name of a month or a feast but digits beside that of a month, from which a word is
    parted: so both are whole words, or end with one.
    """
    return not _NAMED.isdisjoint(words) or in_digits_hint().search(plane) is not None


def _find_dates(folded: Folded) -> Iterator[DateText]:
    plane = folded.plane
    feasts = list(_feasts(plane)) if _may_be_feast(plane) else []
    if not feasts and not (_may_be_month(plane) or in_digits_hint().search(plane)):
        return
    end = 0
    for found in sorted([*feasts, *_in_calendar(folded)]):
        if found.start >= end:
            end = found.end
            yield found


def _may_be_feast(plane: str) -> bool:
    return any(map(plane.__contains__, _FEAST_HINTS)) and any(map(plane.__contains__, FEAST_LETTERS))


def _may_be_month(plane: str) -> bool:
    return any(map(plane.__contains__, _MONTH_HINTS)) and _month_name().search(plane) is not None


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
    if kind in IN_DIGITS:
        return IN_DIGITS[kind](match, folded)
    if match["days"]:
        return _days(match, folded)
    if match["after"] or match["afterword"]:
        return _month_first(match, folded.plane)
    return _month_alone(match, folded)


def _days(match: re.Match[str], folded: Folded) -> DateText:
    days = _numbers(match["days"])
    month = MONTH_NUMBERS[match["month1"]]
    year = full_year(int(match["short"])) if match["short"] else _year(match["year1"])
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


def _month_first(match: re.Match[str], plane: str) -> DateText:
    year = _year(match["year2"])
    month = MONTH_NUMBERS[match["month2"]]
    following = re.match(r" ([a-z]+)", plane[match.end() : match.end() + 30])
    describes = not year and following is not None and not follows_freely(following.group(1))
    before = plane[max(0, match.start() - 6) : match.start()]
    bare = match["afterword"] and "the" not in match.group().split() and not before.endswith("on ")
    if bare or (match["afterword"] and describes and before.endswith(_OPENING)):
        moment = Moment(0, month)  # "in September the first visit"
        return DateText(match.start(), match.end("month2"), moment, moment, sure=False)
    days = _numbers(match["after"] or match["afterword"])
    sure = bool(year) or not (describes if match["afterword"] else match["after"].isdigit())
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
    describes = match["month3"] not in _NAMES and _determined().search(before + match.group())
    if describes and _is_capital(match, "month3", folded) and _noun_after().match(folded.plane, match.end()):
        return DateText(match.start(), match.end(), moment, moment)
    closed = _closed_before() if match["month3"] in _NAMES else _before_month()
    if _is_capital(match, "month3", folded) and closed.search(before):
        return DateText(match.start(), match.end(), moment, moment)
    return None


def _year(text: str | None) -> int:
    return full_year(int(text.lstrip("'"))) if text else 0


_ALWAYS = r"in|since|until|till|during|early|late|mid|last|next|this|every|each|between|from|(?:end|start|middle|beginning) of"


@cache
def _month_name() -> re.Pattern[str]:
    """Hint: in every form of a date that names its month, no letter follows the name."""
    return re.compile(rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})(?![^\W\d_])")


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_ALWAYS}|by|before|after|to|around|about|throughout)[ -]$")


@cache
def _before_another() -> re.Pattern[str]:
    """March to May 2024."""
    names = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
    return re.compile(rf"\s?(?:to|-|until|till|through|and|or)\s?(?:{names})\b\.?,?\s(?:19|20)\d\d")


@cache
def _determined() -> re.Pattern[str]:
    """What stands before a month that tells which: `its July meeting`."""
    return re.compile(r"\b(?:the|its|his|her|their|our|a|that) [a-z]+$")


@cache
def _noun_after() -> re.Pattern[str]:
    return re.compile(
        r" (?:meeting|visit|review|conference|hearing|call|appointment|report|referral|contact|assessment|incident)s?\b"
    )


@cache
def _closed_before() -> re.Pattern[str]:
    """May, April, June and August are people too."""
    return re.compile(rf"\b(?:{_ALWAYS})[ -]$")
