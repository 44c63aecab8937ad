"""Months without a day, made as coarse as quarters, seasons or years, and without "early" and "the end of"."""

from __future__ import annotations

import re

from reviewkit.anonymising.dates.digits import DateText
from reviewkit.anonymising.dates.mending import (
    MOMENTS,
    REACH,
    DateRules,
    edit_at,
    opens_entry,
    placed,
    stands_as_adjective,
)
from reviewkit.anonymising.dates.patterns import month_parts
from reviewkit.anonymising.dates.precision import is_quarter, when
from reviewkit.anonymising.grammar.editing import Edit
from reviewkit.language.folding import Folded
from reviewkit.language.word_classes import MONTHS


def mend_month(folded: Folded, date: DateText, rules: DateRules) -> Edit | None:
    """The edit that makes a month coarse, or takes "early" and "the end of" from it; None if it may stand."""
    plane = folded.plane
    text, end_text = rules.said(date.first), rules.ended(date.first)
    head = plane[max(0, date.start - REACH) : date.start]
    if rules.precision == "quarter" and _is_quarter(plane, date, head):
        return None
    part = month_parts().search(head)
    if part is None:
        return _whole_month(folded, date, rules)
    preposition = part["preposition"] or ("in" if part["late"] else "")
    start = date.start - (len(head) - part.start())
    if preposition in ("by", "before", "until", "till", "to", "towards") and "the end of " in (part["part"] or ""):
        keeps = rules.precision == "month" or (rules.precision == "quarter" and date.first.month % 3 == 0)
        return None if keeps else edit_at(folded, start, date.end, placed("by", text, end_text) or "")
    if preposition == "before":
        preposition = "by"
    if (
        not preposition
        and "of " in (part["part"] or "")
        and rules.precision == "month"
        and not opens_entry(head[: part.start()])
    ):
        return None  # "the end of May" in a list or as a subject is as good as the month
    if not preposition:
        return edit_at(folded, start, date.end, text)
    written = placed(preposition, text, end_text)
    return edit_at(folded, start, date.end, written or text)


def _is_quarter(plane: str, date: DateText, head: str) -> bool:
    """Whether the month is the first or last of a quarter that is written out: "April to June"."""
    name = MONTHS[date.first.month - 1]
    around = f"{head[-24:]}{name}{plane[date.end : date.end + 15]}"
    quarters = [(MONTHS[number], MONTHS[number + 2]) for number in (0, 3, 6, 9)]
    written = "|".join(f"{first} to {last}|(?<=between ){first} and {last}" for first, last in quarters)
    return re.search(rf"\b(?:{written})\b", around) is not None


def _whole_month(folded: Folded, date: DateText, rules: DateRules) -> Edit | None:
    if rules.precision == "month":
        return None
    plane, text = folded.plane, rules.said(date.first)
    article = "the " if plane.startswith("the ", date.start) else ""
    if when(text) != text and (article or stands_as_adjective(plane, date) or not is_quarter(text)):
        return edit_at(folded, date.start, date.end, article + text)
    found = re.search(
        r"\b(in|during|throughout|of|for|by|before|after|since|until|till|from)\s$",
        plane[max(0, date.start - 12) : date.start],
    )
    if found is None or (found.group(1) in MOMENTS and not is_quarter(text)):
        return edit_at(folded, date.start, date.end, text)
    start = date.start - len(found.group())
    ended = rules.ended(date.first) if is_quarter(text) else text
    return edit_at(folded, start, date.end, placed(found.group(1), text, ended) or f"{found.group(1)} {text}")
