"""Two dates that are the ends of one stretch of time: `from 28 March to 2 April 2024`."""

from __future__ import annotations

import re

from reviewkit.anonymising.dates.digits import DateText
from reviewkit.anonymising.dates.doubts import EXACT, FINER, refused
from reviewkit.anonymising.dates.mending import DateRules, edit_at
from reviewkit.anonymising.dates.precision import Moment, stretch, when
from reviewkit.anonymising.grammar.editing import Doubt, Edit
from reviewkit.language.folding import Folded


def is_range(plane: str, first: DateText, second: DateText) -> bool:
    """Whether the two are the ends of one stretch of time."""
    between = plane[first.end : second.start].strip() if second.start - first.end < 12 else "…"
    if between in ("to", "-", "until", "till", "through", "up to"):
        return True
    return between == "and" and re.search(r"\bbetween\s+$", plane[max(0, first.start - 10) : first.start]) is not None


def change_range(folded: Folded, first: DateText, second: DateText, rules: DateRules) -> Edit | Doubt | None:
    """The stretch with both ends coarse, told once if they have come to be the same."""
    plane = folded.plane
    birth = refused(plane, (first.first, first.last, second.first, second.last), first.start, second.end, rules)
    if birth:
        return birth
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
    begins, ends = stretch(start_moment, second.last, rules.precision, rules.anchor)
    word = "and" if head and head.group(1) == "between" else "to"
    lead = f"{'between' if word == 'and' else 'from'} " if head else ""
    return edit_at(folded, start, second.end, f"{lead}{begins} {word} {ends}")


def _with_year_of(first: Moment, last: Moment) -> Moment:
    if first.year or not last.year:
        return first
    return first._replace(year=last.year - 1 if first.month > last.month else last.year)
