"""Dates in prose made as coarse as the report asks for, with the words around them mended, or a doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewkit.anonymising.dates.clock_times import change_clock_times, may_be_clock
from reviewkit.anonymising.dates.days import find_dates
from reviewkit.anonymising.dates.digits import DateText
from reviewkit.anonymising.dates.doubts import EXACT, FINER, doubtful_days, refused
from reviewkit.anonymising.dates.gestation import doubtful_births
from reviewkit.anonymising.dates.mending import DateRules, mend_day, merged, stands_as_adjective
from reviewkit.anonymising.dates.months import mend_month
from reviewkit.anonymising.dates.overlaps import taken_by
from reviewkit.anonymising.dates.precision import Moment, when
from reviewkit.anonymising.dates.ranges import change_range, is_range
from reviewkit.anonymising.dates.terms import change_terms
from reviewkit.anonymising.dates.weekdays import change_weekdays
from reviewkit.anonymising.grammar.editing import Doubt, Edit
from reviewkit.language.folding import Folded
from reviewkit.tuples import NamedTuple

__all__ = ["DateChanges", "DateRules", "change_dates"]


class DateChanges(NamedTuple):
    """What is to be changed, what can't be, and the stretches of the plane that are dates and nothing else."""

    edits: tuple[Edit, ...]
    doubts: tuple[Doubt, ...]
    covered: tuple[tuple[int, int], ...]


NO_DATES = DateChanges((), (), ())


def change_dates(folded: Folded, rules: DateRules, words: Sequence[str] | None = None) -> DateChanges:
    """The changes to all dates, weekdays, times and terms of a passage; `words` are those of its plane, if they are known."""
    dates = find_dates(folded, words)
    edits, doubts = _calendar(folded, dates, rules)
    taken = [*((date.start, date.end) for date in dates), *((edit.start, edit.end) for edit in edits)]
    more_edits, more_doubts = change_terms(folded, rules, taken_by(taken))
    taken += [(edit.start, edit.end) for edit in more_edits]
    edits += more_edits
    doubts += [*more_doubts, *doubtful_days(folded.plane, taken_by(taken))]
    changes = (change_weekdays, change_clock_times) if may_be_clock(folded.plane, words) else (change_weekdays,)
    for change in changes:
        taken += [(edit.start, edit.end) for edit in edits]
        taken += [(doubt.start, doubt.end) for doubt in doubts]
        more_edits, more_doubts = change(folded, taken_by(taken))
        edits += more_edits
        doubts += more_doubts
    doubts += doubtful_births(folded.plane)
    if not (dates or edits or doubts):
        return NO_DATES
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
        if other and is_range(folded.plane, date, other, rules.precision):
            result = change_range(folded, date, other, rules)
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


def _change(folded: Folded, date: DateText, rules: DateRules, before: Sequence[Edit]) -> Edit | Doubt | None:
    birth = refused(folded.plane, (date.first, date.last), date.start, date.end, rules)
    if birth:
        return birth
    if _may_stand(folded.plane, date, rules):
        return None
    if date.sure and not rules.said(date.first):
        return FINER if date.is_day else FINER._replace(proposals=("that year", "the same year"))
    exact = EXACT._replace(proposals=_proposals(date.first, rules))
    if date.is_day:
        return (mend_day(folded, date, rules, before) if date.sure else None) or exact
    if rules.precision == "relative" and stands_as_adjective(folded.plane, date):
        return FINER
    return mend_month(folded, date, rules)


def _may_stand(plane: str, date: DateText, rules: DateRules) -> bool:
    """What may be no month at all, and a day that is kept and is all of the text."""
    if not date.is_day:
        return not date.sure
    return date.first in rules.kept and plane.strip() == plane[date.start : date.end].strip()


def _proposals(moment: Moment, rules: DateRules) -> tuple[str, ...]:
    text = rules.said(moment)
    return tuple(dict.fromkeys((when(text), text))) if text else ()
