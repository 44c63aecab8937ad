"""Dates in prose made as coarse as the report asks for, with the words around them mended, or a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from reviewkit.anonymising.date_patterns import birth_after, birth_before, birthdays, days_without_date
from reviewkit.anonymising.dates import DateText, digit, find_dates
from reviewkit.anonymising.editing import Doubt, Edit
from reviewkit.anonymising.gestation import doubtful_births
from reviewkit.anonymising.mending import DateRules, edit_at, mend_day, mend_month, merged, stands_as_adjective
from reviewkit.anonymising.overlaps import taken_by
from reviewkit.anonymising.precision import Moment, coarse, last_month, when
from reviewkit.anonymising.terms import change_terms
from reviewkit.anonymising.weekdays import change_weekdays
from reviewkit.language.folding import Folded

__all__ = ["DateChanges", "DateRules", "change_dates"]

EXACT = Doubt(
    "exact date",
    "an exact date that can't be made coarser where it stands: write the month",
    kind="date",
    may_keep=True,
)
BIRTH = Doubt(
    "birth", "a date of birth, or words that give one away: leave it out", kind="birth", may_keep=False
)  # fmt: skip
FINER = Doubt("finer date", "a date finer than the precision of dates: reword", kind="date")
_DAY_HINTS = ("friday", "easter", "sunday", "monday", "bank holiday", "eid", "diwali", "deepavali", "kippur", "hashanah", "passover",
    "nukkah", "new year", "holi", "isakhi", "book day", "mother", "pancake", "shrove", "ash wed", "maundy", "ascension", "pentecost",
)  # fmt: skip


_BIRTH_HINTS = ("birthday", "turn", "born", "became", "reached")


class DateChanges(NamedTuple):
    """What is to be changed, what can't be, and the stretches of the plane that are dates and nothing else."""

    edits: tuple[Edit, ...]
    doubts: tuple[Doubt, ...]
    covered: tuple[tuple[int, int], ...]


_NOTHING = DateChanges((), (), ())


def change_dates(folded: Folded, rules: DateRules) -> DateChanges:
    """The changes to all dates, weekdays, times and terms of a passage."""
    dates = list(find_dates(folded))
    edits, doubts = _calendar(folded, dates, rules)
    taken = [*((date.start, date.end) for date in dates), *((edit.start, edit.end) for edit in edits)]
    more_edits, more_doubts = change_terms(folded, rules, taken_by(taken))
    taken += [(edit.start, edit.end) for edit in more_edits]
    edits += more_edits
    doubts += [*more_doubts, *_days_without_date(folded.plane, taken_by(taken))]
    taken += [(doubt.start, doubt.end) for doubt in doubts]
    more_edits, more_doubts = change_weekdays(folded, taken_by(taken))
    edits += more_edits
    doubts += [*more_doubts, *doubtful_births(folded.plane)]
    if not (dates or edits or doubts):
        return _NOTHING
    covered = tuple((date.start, date.end) for date in dates if date.first.year or date.is_day)
    return DateChanges(tuple(merged(folded, sorted(edits))), tuple(_one_each(doubts)), covered)


def _one_each(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """The doubts in order; those over the same words are one, as wide as both."""
    last: Doubt | None = None
    for doubt in sorted(doubts, key=lambda one: (one.start, -one.end)):
        if last and doubt.start < last.end:
            last = last._replace(end=max(last.end, doubt.end))
            continue
        if last:
            yield last
        last = doubt
    if last:
        yield last


def _calendar(folded: Folded, dates: Sequence[DateText], rules: DateRules) -> tuple[list[Edit], list[Doubt]]:
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    number = 0
    while number < len(dates):
        date = dates[number]
        other = dates[number + 1] if number + 1 < len(dates) else None
        result: Edit | Doubt | None
        if other and _is_range(folded.plane, date, other):
            result = _change_range(folded, date, other, rules)
            end = other.end
            number += 2
        else:
            result = _change(folded, date, rules, edits)
            end = date.end
            number += 1
        if isinstance(result, Edit):
            edits.append(result)
        elif result:
            doubts.append(result.at(date.start, end))
    return edits, doubts


def _is_range(plane: str, first: DateText, second: DateText) -> bool:
    between = plane[first.end : second.start].strip() if second.start - first.end < 12 else "…"
    if between in ("to", "-", "until", "till", "through", "up to"):
        return True
    return between == "and" and re.search(r"\bbetween\s+$", plane[max(0, first.start - 10) : first.start]) is not None


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
    if not date.is_day and not date.sure:
        return None
    if date.is_day and date.first in rules.kept and folded.plane.strip() == folded.plane[date.start : date.end].strip():
        return None
    if not date.sure or not rules.said(date.first):
        return FINER if date.sure else EXACT._replace(proposals=_proposals(date.first, rules))
    if not date.is_day:
        if rules.precision == "relative" and stands_as_adjective(folded.plane, date):
            return FINER
        return mend_month(folded, date, rules)
    return mend_day(folded, date, rules, before) or EXACT._replace(proposals=_proposals(date.first, rules))


def _proposals(moment: Moment, rules: DateRules) -> tuple[str, ...]:
    text = rules.said(moment)
    return tuple(dict.fromkeys((when(text), text))) if text else ()


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
    begins, ends = rules.said(start_moment), rules.said(second.last)
    if not begins or not ends:
        return FINER
    head = re.search(r"\b(from|between|on|during|in|over)\s+$", plane[max(0, first.start - 10) : first.start])
    start = first.start - len(head.group()) if head else first.start
    if begins == ends:
        return edit_at(folded, start, second.end, when(ends) if head else ends)
    if rules.precision == "quarter":
        begins, ends = _outer_months(start_moment, second.last)
    if rules.precision in ("month", "quarter") and start_moment.year == second.last.year:
        begins = begins.removesuffix(f" {start_moment.year}")
    word = "and" if head and head.group(1) == "between" else "to"
    lead = f"{'between' if word == 'and' else 'from'} " if head else ""
    return edit_at(folded, start, second.end, f"{lead}{begins} {word} {ends}")


def _outer_months(first: Moment, last: Moment) -> tuple[str, str]:
    start = first._replace(month=(first.month - 1) // 3 * 3 + 1, day=0)
    return coarse(start, "month"), last_month(last, "quarter")


def _with_year_of(first: Moment, last: Moment) -> Moment:
    if first.year or not last.year:
        return first
    return first._replace(year=last.year - 1 if first.month > last.month else last.year)


def _days_without_date(plane: str, is_taken: Callable[[int, int], bool]) -> Iterator[Doubt]:
    if digit().search(plane) or any(hint in plane for hint in _DAY_HINTS):
        for match in days_without_date().finditer(plane):
            if not is_taken(match.start(), match.end() + 1):
                yield EXACT.at(match.start(), match.end())
    if any(hint in plane for hint in _BIRTH_HINTS):
        for match in birthdays().finditer(plane):
            yield BIRTH.at(match.start(), match.end())
