"""The words around a date, mended so that a month or a year can stand where a day stood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewkit.anonymising.dates.clock import past_dot
from reviewkit.anonymising.dates.digits import DateText
from reviewkit.anonymising.dates.forms import YEAR
from reviewkit.anonymising.dates.patterns import time_after, words_before
from reviewkit.anonymising.dates.precision import Moment, Precision, coarse, is_quarter, last_month, when
from reviewkit.anonymising.grammar.editing import Edit
from reviewkit.language.folding import Folded
from reviewkit.language.word_classes import DETERMINERS, follows_freely, is_past, word_set
from reviewkit.tuples import NamedTuple

REACH = 90
_TO_THE_END = ("by", "on or before", "no later than")
_KEPT = {
    "before": "by", "prior to": "by", "after": "from", "from": "from", "as from": "from", "with effect from": "from",
    "since": "since", "until": "until", "till": "until", "up to": "up to", "up until": "until", "to": "to", "for": "for",
    "of": "of", "dated": "dated", "around": "around", "about": "around", "approximately": "around", "circa": "around",
    "c.": "around", "as of": "from",
}  # fmt: skip
MOMENTS = ("since", "until", "up to", "from")
"""What asks for one moment: "since April to June" would be a stretch of time."""
_BEFORE_INCIDENT = {"of": "", "dated": "from", "to": "to", "for": None}
_VERBS = word_set("seen taken given written begun known shown due issued")
_NEVER = word_set("was were been had did has does is needed")
_JOINTS = ("and", "or", "then", "and then", "and again", "&", ",", "/", ", and")


class DateRules(NamedTuple):
    """How coarse dates become, the birthdays that may not appear at all, and the days that may stand as they are.

    `anchor` is the month that relative dates count from, None if it is not known; `reasons` say what that leads to.
    """

    precision: Precision
    born: frozenset[Moment] = frozenset()
    kept: frozenset[Moment] = frozenset()
    anchor: Moment | None = None
    reasons: tuple[str, ...] = ()

    def said(self, moment: Moment) -> str:
        """The moment as coarse as the rules have it, or ""."""
        return coarse(moment, self.precision, self.anchor)

    def ended(self, moment: Moment) -> str:
        """The last month or other unit of it."""
        return last_month(moment, self.precision, self.anchor)


def mend_day(folded: Folded, date: DateText, rules: DateRules, earlier: Sequence[Edit]) -> Edit | None:
    """The edit that makes a day coarse, or None where the words around it allow none."""
    plane = folded.plane
    text, end_text = rules.said(date.first), rules.ended(date.first)
    after = time_after().match(plane[date.end - 1 : date.end + REACH], 1)
    end = past_dot(folded, date.end + (after.end() - 1 if after else 0))
    found = words_before().search(plane[max(0, date.start - REACH) : date.start])
    if found is None:
        return _bare(folded, date._replace(end=end), text, earlier)
    start = date.start - (len(found.string) - found.start())
    head = plane[max(0, start - 12) : start]
    if re.search(r"\b(?:early|late|later|earlier|first thing|morning|night|day|weekend|hours)\s$", head):
        return None
    preposition = found["preposition"] or found["within"] or found["timely"] or "on"
    if found["near"]:
        preposition = "around"
    if found["timely"] and preposition == "on":
        preposition = found["timely"]
    written = placed(preposition, text, end_text)
    if written is None:
        return None
    return edit_at(folded, start, end, written)


def placed(preposition: str, text: str, end_text: str) -> str | None:
    """The coarse date after a preposition; None where the two can't be said together."""
    if preposition in _TO_THE_END:
        return f"by the end of {end_text}" if when(end_text) != end_text else f"by {end_text}"
    is_distance = when(text) == text
    if preposition == "due":
        return f"due {when(text)}"
    kept = _KEPT.get(preposition)
    if is_quarter(text) and kept == "by":
        return f"by the end of {end_text}"
    if is_quarter(text) and kept in MOMENTS:
        return f"{kept} some time {when(text)}"
    if is_distance and preposition in _BEFORE_INCIDENT:
        kept = _BEFORE_INCIDENT[preposition]
        return None if kept is None else f"{kept} {text}".lstrip()
    return f"{kept} {text}" if kept else when(text)


def _bare(folded: Folded, date: DateText, text: str, earlier: Sequence[Edit]) -> Edit | None:
    """A date without a preposition: a table cell, the head of an entry, an adjective ("the 14 February meeting")."""
    plane = folded.plane
    before = plane[max(0, date.start - REACH) : date.start].rstrip()
    describes = stands_as_adjective(plane, date)
    if (describes and when(text) == text) or (
        date.is_feast and not describes and plane.strip() != plane[date.start : date.end]
    ):
        return None
    if describes and plane[date.start : date.end].startswith("the "):
        return edit_at(folded, date.start, date.end, f"the {text}")
    word = re.split(r"\W", before)[-1] if before and before[-1].isalnum() else ""
    if not word:
        return edit_at(folded, date.start, date.end, text)
    joined = bool(earlier) and plane[earlier[-1].end : date.start].strip() in _JOINTS
    if joined or (describes and word in DETERMINERS):
        return edit_at(folded, date.start, date.end, text)
    if not describes and (word in _VERBS or is_past(word)) and word not in _NEVER:
        return edit_at(folded, date.start, date.end, when(text))
    return None


def stands_as_adjective(plane: str, date: DateText) -> bool:
    """Whether a noun follows that the date belongs to: "the May 2024 meeting"."""
    following = re.match(r"\s+([a-z]+)", plane[date.end : date.end + REACH])
    if following is None or follows_freely(following.group(1)):
        return False
    return (
        re.search(r"\b(?:in|during|since|until|till|by|from|of|for|to)\s$", plane[max(0, date.start - 10) : date.start])
        is None
    )


def opens_entry(before: str) -> bool:
    """Whether a sentence, an entry or a cell begins after those words."""
    text = before.rstrip(" \"'([*_-")
    return not text or text[-1] in ".!?:\n"


def edit_at(folded: Folded, start: int, end: int, text: str) -> Edit:
    """The edit, with a capital where a sentence or an entry opens."""
    before = folded.plane[max(0, start - REACH) : start]
    first = folded.source_of(start, start + 1)
    if text and opens_entry(before) and (first.isupper() or (first.isdigit() and before.rstrip()[-1:] != ":")):
        text = text[0].upper() + text[1:]
    return Edit(start, end, text)


def merged(folded: Folded, edits: Sequence[Edit]) -> list[Edit]:
    """Neighbours in a list that have come to say the same become one: "in March 2024", not twice."""
    kept: list[Edit] = []
    for edit in edits:
        last = kept[-1] if kept else None
        joint = folded.plane[last.end : edit.start].strip() if last else ""
        if last is None or joint not in _JOINTS:
            kept.append(edit)
        elif last.text.lower().endswith(edit.text.lower()):
            kept[-1] = Edit(last.start, edit.end, last.text)
        elif re.fullmatch(rf"{re.escape(last.text.lower())} {YEAR}", edit.text.lower()):
            kept[-1] = Edit(last.start, edit.end, edit.text)
        else:
            kept += _after_quarter(kept.pop(), edit)
    return kept


def _after_quarter(last: Edit, edit: Edit) -> tuple[Edit, ...]:
    """`between October and December`, and the same or another quarter after "and"."""
    if not is_quarter(edit.text) or not last.text.lower().startswith("between "):
        return last, edit
    told = when(edit.text)
    if told.startswith(last.text[0].lower() + last.text[1:]):
        return (Edit(last.start, edit.end, last.text + told[len(last.text) :]),)
    return last, edit._replace(text=told)
