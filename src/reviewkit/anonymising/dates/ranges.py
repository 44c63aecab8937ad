"""Two dates that are the ends of one stretch of time: `from 28 March to 2 April 2024`."""

from __future__ import annotations

import re

from reviewkit.anonymising.dates.digits import DateText
from reviewkit.anonymising.dates.doubts import EXACT, FINER, refused
from reviewkit.anonymising.dates.mending import DateRules, edit_at
from reviewkit.anonymising.dates.precision import Moment, Precision, stretch, when
from reviewkit.anonymising.grammar.editing import Doubt, Edit
from reviewkit.language.folding import Folded

_FURTHEST = 28
_REACH = 35


def is_range(plane: str, first: DateText, second: DateText, precision: Precision) -> bool:
    """Whether the two are the ends of one stretch of time: of parts of months too, where a month may not stand."""
    part = _part(precision)
    gap = plane[first.end : second.start]
    between = re.sub(rf"{part}$", "", gap).strip() if len(gap) < _FURTHEST else "…"
    if between in ("to", "-", "until", "till", "through", "up to"):
        return True
    before = plane[max(0, first.start - _REACH) : first.start]
    return between == "and" and re.search(rf"\bbetween\s+{part}$", before) is not None


def _part(precision: Precision) -> str:
    """A part of a month before its name. By month, it is dropped from each end on its own."""
    return r"(?:(?:early|mid|late)[ -]|the (?:end|start|beginning|middle) of )?" if precision != "month" else ""


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
    before = plane[max(0, first.start - _REACH) : first.start]
    head = re.search(rf"\b(from|between|on|during|in|over)\s+{_part(rules.precision)}$", before)
    start = first.start - len(head.group()) if head else first.start
    if not first.is_day and plane.startswith("the ", start):
        start += len("the ")
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
