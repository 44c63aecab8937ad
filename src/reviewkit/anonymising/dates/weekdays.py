"""Weekdays that stand alone: those of an event become "one day", "one evening", or a doubt.

What happens again and again is no event: "every Tuesday", "Monday to Friday", "on Mondays" stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reviewkit.anonymising.dates.clock import ABOUT, CLOCK, SURE_CLOCK, part_of_day
from reviewkit.anonymising.dates.forms import PART_OF_DAY, WEEKDAY
from reviewkit.anonymising.dates.habits import recurs
from reviewkit.anonymising.dates.mending import edit_at
from reviewkit.anonymising.grammar.editing import Doubt, Edit
from reviewkit.language.folding import Folded
from reviewkit.language.word_classes import follows_freely, is_past

WEEKDAY_DOUBT = Doubt(
    "weekday", 'a weekday that dates an event: leave it out, or write "one day"', kind="date", proposals=("one day",)
)
_REACH = 160
# The last letters of the names of all days, and the short names that count, which are those after "on".
_HINTS = ("nday", "sday", "friday", "saturday", "on mon", "on tue", "on wed", "on thu", "on fri", "on sat", "on sun")
_VAGUE = ("", "on", "late on", "early on")
_HOURS = "hours of"


def change_weekdays(folded: Folded, is_taken: Callable[[int, int], bool]) -> tuple[list[Edit], list[Doubt]]:
    """The changes to weekdays, and the times beside them, where no date stands."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    plane = folded.plane
    if not any(map(plane.__contains__, _HINTS)):
        return edits, doubts
    for match in _weekday().finditer(plane):
        result = None if is_taken(*match.span()) else _change_weekday(folded, match)
        if isinstance(result, Edit):
            edits.append(result)
        elif result:
            doubts.append(result.at(*match.span()))
    return edits, doubts


def _change_weekday(folded: Folded, match: re.Match[str]) -> Edit | Doubt | None:
    plane = folded.plane
    preposition = _HOURS if match["hours"] else match["preposition"] or ""
    which = (match["which"] or "").strip()
    if match["short"] and not folded.source_of(*match.span("short"))[:1].isupper():
        return None
    if recurs(plane, match) or _is_range_of_days(plane, match):
        return None
    if plane.endswith("week ", 0, match.start()):
        return WEEKDAY_DOUBT
    after = plane[match.end() : match.end() + 80]
    more = re.match(rf"(?:(?:,| and|, and| or| &) (?:on )?(?:the )?{WEEKDAY})+|'s(?= )", after)
    if more:
        doubted = preposition or after.startswith("'s")
        return WEEKDAY_DOUBT.at(match.start(), match.end() + more.end()) if doubted else None
    return _dated_by(folded, match, preposition, which)


def _dated_by(folded: Folded, match: re.Match[str], preposition: str, which: str) -> Edit | Doubt | None:
    following = re.match(r" ([a-z]+)", folded.plane[match.end() : match.end() + _REACH])
    describes = following is not None and not follows_freely(following.group(1))
    if which in ("that", "this"):
        said = " ".join(filter(None, (preposition, which, match["part"] or "day"))).removeprefix("on ")
        return edit_at(folded, match.start(), match.end(), said)
    if which in ("the following", "the next") and preposition in _VAGUE:
        return edit_at(folded, match.start(), match.end(), "within days")
    if preposition not in (*_VAGUE, _HOURS) or which in ("last", "next", "the previous", "the same"):
        return WEEKDAY_DOUBT
    if not preposition:
        return _without_preposition(folded, match, which, describes=describes)
    if not match["part"] and (describes if which == "the" else which in ("a", "an") and _is_any(folded.plane, match)):
        return None
    return edit_at(folded, match.start(), match.end(), _one(match, preposition))


def _without_preposition(folded: Folded, match: re.Match[str], which: str, *, describes: bool) -> Edit | Doubt | None:
    before = folded.plane[max(0, match.start() - _REACH) : match.start()].rstrip()
    word = re.split(r"\W", before)[-1] if before else ""
    if which:
        return WEEKDAY_DOUBT if word in ("was", "is", "been") and not describes else None
    opens = not before or before[-1] in ".!?:\n"
    timed = bool(match["clock"] or match["later"])
    if (match["part"] and not describes) or (is_past(word) and word not in ("was", "were") and not describes) or timed:
        if opens or is_past(word) or before[-1:] in ",;":
            return edit_at(folded, match.start(), match.end(), _one(match, ""))
        return WEEKDAY_DOUBT
    return WEEKDAY_DOUBT if opens and re.match(r"\s?[:-]\s", folded.plane[match.end() : match.end() + 3]) else None


def _one(match: re.Match[str], preposition: str) -> str:
    """`one day`, `one evening`, `early one morning`."""
    if preposition == _HOURS:
        return "early one morning"
    part, clock = match["part"], match["clock"] or match["later"]
    by_clock = part_of_day(clock) if clock and not part else ""
    if by_clock == "in the early hours":
        return "early one morning"
    word = part or by_clock.rpartition(" ")[2] or "day"
    return f"{preposition.partition(' ')[0]} one {word}" if preposition in ("late on", "early on") else f"one {word}"


def _is_range_of_days(plane: str, match: re.Match[str]) -> bool:
    day = rf"(?:{WEEKDAY}|mon|tues?|weds?|thur?s?|fri|sat|sun)\b"
    after = re.match(rf"s?\s?(?:to|-|through|until|/)\s?{day}", plane[match.end() : match.end() + 24])
    return (
        after is not None
        or re.search(rf"{day}\s?(?:to|-|through|until|/)\s?$", plane[max(0, match.start() - 24) : match.start("day")])
        is not None
    )


def _is_any(plane: str, match: re.Match[str]) -> bool:
    return _present().search(plane, max(0, match.start() - _REACH), match.start()) is not None


@cache
def _present() -> re.Pattern[str]:
    """What is done on any such day: "who is at home on a Tuesday"."""
    return re.compile(r"\b(?:who|what|where|when|that|which|it|there|they|she|he) (?:is|are|do|does)\b(?! a )[^.;!?]*$")


@cache
def _weekday() -> re.Pattern[str]:
    which = r"the (?:following|next|previous|same) |the |an? |one |that |this |last |next "
    clock = rf"(?:(?:at|around|about) )?{ABOUT}?(?P<clock>{SURE_CLOCK})(?:(?<=\.m)\.)?,? "
    return re.compile(
        rf"(?<![\w-])(?:{clock}(?=on\b))?(?:(?:in |during )?(?:the )?(?:very )?(?:early |small )?(?P<hours>hours) of (?:the )?|"
        r"(?:(?P<preposition>late on|early on|on|by|since|until|till|before|after|from|over) )?(?P<which>"
        + which
        + r")?)"
        rf"(?:(?P<day>{WEEKDAY})(?![\w-])(?! {PART_OF_DAY}s\b)|(?<=\bon )(?P<short>mon|tues?|weds?|thur?s?|fri|sat|sun)\b(?![-/']))"
        rf"(?: (?P<part>{PART_OF_DAY})\b)?(?:,? (?:at|around|about) {ABOUT}?(?P<later>{CLOCK}))?"
    )
