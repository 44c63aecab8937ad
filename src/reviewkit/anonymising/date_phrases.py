"""Dates in prose made as coarse as the report asks for, with the words around them mended, or a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reviewkit.anonymising.date_patterns import (
    birth_after,
    birth_before,
    birthdays,
    days_without_date,
    time_after,
    words_before,
)
from reviewkit.anonymising.dates import DateText, find_dates
from reviewkit.anonymising.editing import Doubt, Edit
from reviewkit.anonymising.precision import Moment, Precision, coarse, last_month
from reviewkit.anonymising.words import DETERMINERS, follows_freely
from reviewkit.language.folding import Folded

EXACT = Doubt("exact date", "an exact date that can't be made coarser where it stands: write the month")
BIRTH = Doubt("birth", "a date of birth, or words that give one away: leave it out")
FINER = Doubt("finer date", "a date finer than the precision of dates: reword")
_MENDED = {
    "on": "in", "on or about": "in", "on or around": "in", "in": "in", "during": "in", "before": "by", "after": "from",
    "from": "from", "since": "since", "until": "until", "till": "until", "to": "to", "for": "for", "of": "of",
    "dated": "dated", "around": "around", "about": "around", "between": "in",
}  # fmt: skip


_REACH = 80
_DAY_WORDS = ("on the ", "day", "eve", "hallow", "bonfire", "mothering")


class DateChanges(NamedTuple):
    """What is to be changed, what can't be, and the stretches of the plane that are dates and nothing else."""

    edits: tuple[Edit, ...]
    doubts: tuple[Doubt, ...]
    covered: tuple[tuple[int, int], ...]


class DateRules(NamedTuple):
    """How coarse dates become, the birthdays that may not appear at all, and the days that may stand as they are."""

    precision: Precision
    born: frozenset[Moment] = frozenset()
    kept: frozenset[Moment] = frozenset()


def change_dates(folded: Folded, rules: DateRules) -> DateChanges:
    """The changes to all dates of a passage."""
    dates = list(find_dates(folded))
    edits: list[Edit] = []
    doubts: list[Doubt] = [*_days_without_date(folded.plane, dates)]
    number = 0
    while number < len(dates):
        date = dates[number]
        other = dates[number + 1] if number + 1 < len(dates) else None
        result: Edit | Doubt | None
        if other and _is_range(folded.plane, date, other):
            result = _change_range(folded, date, other, rules)
            number += 2
        else:
            result = _change(folded, date, rules, edits)
            number += 1
        if isinstance(result, Edit):
            edits.append(result)
        elif result:
            doubts.append(result)
    return DateChanges(
        tuple(edits), tuple(doubts), tuple((date.start, date.end) for date in dates if date.first.year or date.is_day)
    )


def _is_range(plane: str, first: DateText, second: DateText) -> bool:
    between = plane[first.end : second.start]
    if between.strip() in ("to", "-", "until", "till", "through"):
        return True
    return (
        between.strip() == "and"
        and re.search(r"\bbetween\s+$", plane[max(0, first.start - 10) : first.start]) is not None
    )


def _refused(plane: str, moments: Iterable[Moment], start: int, end: int, rules: DateRules) -> Doubt | None:
    """Birthdays, and words beside a date that say it is one."""
    if any(_is_birthday(moment, rules.born) for moment in moments if moment.day):
        return BIRTH
    if birth_before().search(plane[max(0, start - 45) : start]) or birth_after().match(plane[end : end + 25]):
        return BIRTH
    return None


def _is_birthday(moment: Moment, born: frozenset[Moment]) -> bool:
    if moment.year:
        return moment in born
    return any((birthday.month, birthday.day) == (moment.month, moment.day) for birthday in born)


def _change(folded: Folded, date: DateText, rules: DateRules, before: Sequence[Edit]) -> Edit | Doubt | None:
    refused = _refused(folded.plane, (date.first, date.last), date.start, date.end, rules)
    if refused:
        return refused
    if _may_stand(folded.plane, date, rules):
        return None
    text = coarse(date.first, rules.precision)
    if not date.sure or not text:
        return FINER if date.sure else EXACT
    if not date.is_day:
        return _change_month(folded, date, text, rules)
    return _mend(folded, date, text, last_month(date.first, rules.precision), before)


def _may_stand(plane: str, date: DateText, rules: DateRules) -> bool:
    """A month where months may be said, what may be no month at all, a day that is kept and is all of the text."""
    if not date.is_day:
        return rules.precision == "month" or not date.sure
    return date.first in rules.kept and plane.strip() == plane[date.start : date.end].strip()


def _change_month(folded: Folded, date: DateText, text: str, rules: DateRules) -> Edit | Doubt | None:
    head = folded.plane[max(0, date.start - 14) : date.start]
    if rules.precision == "quarter" and re.search(r"(?:january|april|july|october) to\s+$", head):
        return None
    if rules.precision == "quarter" and head.endswith("by the end of ") and date.first.month % 3 == 0:
        return None
    if re.search(r"\b(?:early|late|mid|end of|start of|beginning of|middle of)[ -]$", head):
        return FINER
    return _edit(folded, date.start, date.end, text)


def _mend(folded: Folded, date: DateText, text: str, end_text: str, earlier: Sequence[Edit]) -> Edit | Doubt:
    plane = folded.plane
    end = date.end + time_after().match(plane[date.end : date.end + _REACH]).end()  # type: ignore[union-attr]  # matches nothing too
    found = words_before().search(plane[max(0, date.start - 60) : date.start])
    if found is None:
        return _bare(folded, date._replace(end=end), text, earlier)
    start = date.start - len(found.group())
    preposition = found["preposition"]
    if re.search(
        r"\b(?:early|late|later|earlier|first thing|morning|night|day|weekend|hours)\s$",
        plane[max(0, start - 12) : start],
    ):
        return EXACT
    if preposition in ("by", "on or before"):
        return _edit(folded, start, end, f"by the end of {end_text}")
    if preposition == "the":
        return _edit(folded, start, end, f"in {text}")
    return _edit(folded, start, end, f"{_MENDED.get(preposition, 'in')} {text}")


def _bare(folded: Folded, date: DateText, text: str, earlier: Sequence[Edit]) -> Edit | Doubt:
    """A date without a preposition: a table cell, the head of an entry, an adjective ("the 14 February meeting")."""
    plane = folded.plane
    before = plane[max(0, date.start - _REACH) : date.start].rstrip()
    following = re.match(r"\s+([a-z]+)", plane[date.end : date.end + _REACH])
    describes = following is not None and not follows_freely(following.group(1))
    article = plane[date.start : date.end].startswith("the ")
    if article:
        return _edit(folded, date.start, date.end, f"the {text}") if describes else EXACT
    if not before or not before[-1].isalnum():
        return _edit(folded, date.start, date.end, text)
    word = re.split(r"\W", before)[-1]
    joined = bool(earlier) and plane[earlier[-1].end : date.start].strip() in (
        "and",
        "or",
        "then",
        "and then",
        "and again",
    )
    if joined or (describes and word in DETERMINERS):
        return _edit(folded, date.start, date.end, text)
    return EXACT


def _change_range(folded: Folded, first: DateText, second: DateText, rules: DateRules) -> Edit | Doubt | None:
    plane = folded.plane
    refused = _refused(plane, (first.first, first.last, second.first, second.last), first.start, second.end, rules)
    if refused:
        return refused
    if rules.precision == "month" and not (first.is_day or second.is_day):
        return None
    if not (first.sure and second.sure):
        return EXACT
    start_moment = _with_year_of(first.first, second.last)
    begins, ends = coarse(start_moment, rules.precision), coarse(second.last, rules.precision)
    if not begins or not ends:
        return FINER
    head = re.search(r"\b(from|between|on|during|in)\s+$", plane[max(0, first.start - 10) : first.start])
    start = first.start - len(head.group()) if head else first.start
    if begins == ends:
        return _edit(folded, start, second.end, f"in {ends}" if head else ends)
    if rules.precision == "quarter":
        begins, ends = _outer_months(start_moment, second.last)
    if rules.precision in ("month", "quarter") and start_moment.year == second.last.year:
        begins = begins.removesuffix(f" {start_moment.year}")
    word = "and" if head and head.group(1) == "between" else "to"
    lead = f"{'between' if word == 'and' else 'from'} " if head else ""
    return _edit(folded, start, second.end, f"{lead}{begins} {word} {ends}")


def _outer_months(first: Moment, last: Moment) -> tuple[str, str]:
    start = first._replace(month=(first.month - 1) // 3 * 3 + 1, day=0)
    return coarse(start, "month"), last_month(last, "quarter")


def _with_year_of(first: Moment, last: Moment) -> Moment:
    if first.year or not last.year:
        return first
    return first._replace(year=last.year - 1 if first.month > last.month else last.year)


def _edit(folded: Folded, start: int, end: int, text: str) -> Edit:
    before = folded.plane[max(0, start - _REACH) : start].rstrip(" \"'([*_-")
    opens = not before or before[-1] in ".!?:\n"
    if opens and folded.source_of(start, start + 1).isupper():
        text = text[0].upper() + text[1:]
    return Edit(start, end, text)


def _days_without_date(plane: str, dates: Sequence[DateText]) -> Iterator[Doubt]:
    if not any(word in plane for word in _DAY_WORDS):
        return
    for match in days_without_date().finditer(plane):
        if not any(date.start <= match.end() and match.start() <= date.end for date in dates):
            yield EXACT
    if birthdays().search(plane):
        yield BIRTH
