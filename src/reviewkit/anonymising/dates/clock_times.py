"""Times by the clock that stand without a date: those of an event become a part of the day, or a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from reviewkit.anonymising.dates.clock import (
    ABOUT,
    CLOCK,
    CLOCK_WORDS,
    SURE_CLOCK,
    in_digits_hint,
    in_words_hint,
    part_of_day,
    past_dot,
)
from reviewkit.anonymising.dates.forms import PART_OF_DAY
from reviewkit.anonymising.dates.habits import recurs
from reviewkit.anonymising.dates.mending import edit_at
from reviewkit.anonymising.grammar.editing import Doubt, Edit
from reviewkit.language.folding import Folded
from reviewkit.language.word_classes import follows_freely

CLOCK_DOUBT = Doubt(
    "clock time", "a time by the clock: leave it out, or write the part of the day", kind="date"
)  # fmt: skip
_REACH = 160
_AT = r"(?:(?<=at )|(?<=at about )|(?<=at around )|(?<=at approximately ))"


def change_clock_times(folded: Folded, is_taken: Callable[[int, int], bool]) -> tuple[list[Edit], list[Doubt]]:
    """The changes to times of day where no date stands."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for match in _clock().finditer(folded.plane):
        result = None if is_taken(*match.span()) else _change_clock(folded, match)
        if isinstance(result, Edit):
            edits.append(result)
        elif result:
            doubts.append(result.at(*match.span()))
    return edits, doubts


def may_be_clock(plane: str, words: Sequence[str] | None = None) -> bool:
    """Whether a time of day may stand there; `words` are those of the plane, if they are known."""
    if in_digits_hint().search(plane):
        return True
    if words is not None and CLOCK_WORDS.isdisjoint(words):
        return False
    return in_words_hint().search(plane) is not None


def _change_clock(folded: Folded, match: re.Match[str]) -> Edit | Doubt | None:
    preposition = match["preposition"] or ""
    if recurs(folded.plane, match) or (match["until"] and preposition != "between"):
        return None
    part = part_of_day(match["clock"])
    if match["until"] and part_of_day(match["until"]) != part:
        return CLOCK_DOUBT
    start, end = match.start(), past_dot(folded, match.end())
    if preposition in ("at", "around", "about", "between"):
        return _within(folded, start, end, part)
    return _bare_clock(folded, start, end, part) if part and not preposition else CLOCK_DOUBT


def _within(folded: Folded, start: int, end: int, part: str) -> Edit | Doubt:
    """A time after "at": the part of the day that follows it ("that evening") says enough."""
    said = re.match(
        rf",? (?:in the {PART_OF_DAY}|(?:that|the same|the next|one|this) {PART_OF_DAY}|at night)\b",
        folded.plane[end : end + 30],
    )
    if said:
        return edit_at(folded, start, end + len(said.group()), said.group().lstrip(", "))
    return edit_at(folded, start, end, part) if part else CLOCK_DOUBT


def _bare_clock(folded: Folded, start: int, end: int, part: str) -> Edit | Doubt:
    plane = folded.plane
    before = plane[max(0, start - _REACH) : start]
    if not before.strip() or before.rstrip(" ")[-1] == "\n":
        return edit_at(folded, start, end, part)
    article = re.search(r"\b(the|an?|his|her|their) $", before)
    following = re.match(r" ([a-z]+)", plane[end : end + 30])
    if article and following and not follows_freely(following.group(1)):
        noun = {"in the early hours": "early-morning"}.get(part, part.rpartition(" ")[2])
        word = article.group(1)
        if word in ("a", "an"):
            word = "an" if noun[0] in "aeiou" else "a"
        return edit_at(folded, start - len(article.group()), end, f"{word} {noun}")
    return CLOCK_DOUBT


@cache
def _clock() -> re.Pattern[str]:
    preposition = r"at|around|about|between|from|by|before|after|until|till|since"
    return re.compile(
        rf"(?<![\w.:/£$-])(?:(?P<preposition>{preposition}) )?{ABOUT}?(?P<clock>{SURE_CLOCK}|{_AT}\d{{1,2}}:\d\d(?::\d\d)?\b|{_AT}(?:[01]\d|2[0-3])\.[0-5]\d\b(?!\.?\d|\s?(?:kg|g|lbs?|per|%|mm?|cm|mg|ml|mmol|degrees|miles|pounds)\b)|\d{{1,2}}(?=-\d{{1,2}}\s?[ap]m\b))"
        rf"(?:\s?(?:and|to|-|until|till)\s?(?P<until>{CLOCK}|{SURE_CLOCK}))?"
    )
