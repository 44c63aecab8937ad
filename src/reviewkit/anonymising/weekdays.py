"""Weekdays and clock times that stand alone: those of an event become "one day" and "in the afternoon", or a doubt.

What happens again and again is no event: "every Tuesday", "Monday to Friday", "9am to 5pm", "on Mondays" stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reviewkit.anonymising.clock import ABOUT, CLOCK, SURE_CLOCK, hint, part_of_day, past_dot
from reviewkit.anonymising.date_forms import PART_OF_DAY, WEEKDAY
from reviewkit.anonymising.editing import Doubt, Edit
from reviewkit.anonymising.mending import edit_at
from reviewkit.anonymising.words import follows_freely, is_past
from reviewkit.language.folding import Folded

WEEKDAY_DOUBT = Doubt(
    "weekday", 'a weekday that dates an event: leave it out, or write "one day"', kind="date", proposals=("one day",)
)
CLOCK_DOUBT = Doubt(
    "clock time", "a time by the clock: leave it out, or write the part of the day", kind="date"
)  # fmt: skip
_REACH = 160
_VAGUE = ("", "on", "late on", "early on")
Changes = tuple[list[Edit], list[Doubt]]


def change_weekdays(folded: Folded, is_taken: Callable[[int, int], bool]) -> Changes:
    """The changes to weekdays and times of day where no date stands."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    plane = folded.plane
    if "day" in plane or "on " in plane:
        for match in _weekday().finditer(plane):
            if not is_taken(*match.span()):
                _sort(_change_weekday(folded, match), match, edits, doubts)
    if hint().search(plane):
        spans = {place for edit in edits for place in range(edit.start, edit.end)}
        for match in _clock().finditer(plane):
            if not is_taken(*match.span()) and match.start("clock") not in spans:
                _sort(_change_clock(folded, match), match, edits, doubts)
    return edits, doubts


def _sort(result: Edit | Doubt | None, match: re.Match[str], edits: list[Edit], doubts: list[Doubt]) -> None:
    if isinstance(result, Edit):
        edits.append(result)
    elif result:
        doubts.append(result.at(*match.span()))


def _change_weekday(folded: Folded, match: re.Match[str]) -> Edit | Doubt | None:
    plane = folded.plane
    preposition, which, part = (
        ("hours of" if match["hours"] else match["preposition"] or ""),
        (match["which"] or "").strip(),
        match["part"],
    )
    if match["short"] and not folded.source_of(*match.span("short"))[:1].isupper():
        return None
    if _recurs(plane, match) or _is_range_of_days(plane, match):
        return None
    after = plane[match.end() : match.end() + 80]
    more = re.match(rf"(?:(?:,| and|, and| or| &) (?:on )?(?:the )?{WEEKDAY})+|'s(?= )", after)
    if more:
        doubted = preposition or after.startswith("'s")
        return WEEKDAY_DOUBT.at(match.start(), match.end() + more.end()) if doubted else None
    return _dated_by(folded, match, preposition, which, part, after)


def _dated_by(
    folded: Folded, match: re.Match[str], preposition: str, which: str, part: str | None, after: str
) -> Edit | Doubt | None:  # fmt: skip
    following = re.match(r" ([a-z]+)", after)
    describes = following is not None and not follows_freely(following.group(1))
    if which in ("that", "this"):
        word = part or "day"
        return edit_at(
            folded, match.start(), match.end(), " ".join(filter(None, (preposition, which, word))).removeprefix("on ")
        )
    if which in ("the following", "the next") and preposition in _VAGUE:
        return edit_at(folded, match.start(), match.end(), "within days")
    if preposition not in (*_VAGUE, "hours of") or which in ("last", "next", "the previous", "the same"):
        return WEEKDAY_DOUBT
    if not preposition:
        return _without_preposition(folded, match, which, describes=describes)
    if which == "the" and describes and not part:
        return None
    return edit_at(folded, match.start(), match.end(), _one(match, preposition, part))


def _without_preposition(folded: Folded, match: re.Match[str], which: str, *, describes: bool) -> Edit | Doubt | None:
    before = folded.plane[max(0, match.start() - _REACH) : match.start()].rstrip()
    word = re.split(r"\W", before)[-1] if before else ""
    if which:
        return WEEKDAY_DOUBT if word in ("was", "is", "been") and not describes else None
    opens = not before or before[-1] in ".!?:\n"
    timed = bool(match["clock"] or match["later"])
    if (match["part"] and not describes) or (is_past(word) and word not in ("was", "were") and not describes) or timed:
        if opens or is_past(word) or before[-1:] in ",;":
            return edit_at(folded, match.start(), match.end(), _one(match, "", match["part"]))
        return WEEKDAY_DOUBT
    return WEEKDAY_DOUBT if opens and re.match(r"\s?[:-]\s", folded.plane[match.end() : match.end() + 3]) else None


def _one(match: re.Match[str], preposition: str, part: str | None) -> str:
    """`one day`, `one evening`, `early one morning`."""
    if preposition == "hours of":
        return "early one morning"
    clock = match["clock"] or match["later"]
    by_clock = part_of_day(clock) if clock and not part else ""
    if by_clock == "in the early hours":
        return "early one morning"
    word = part or by_clock.rpartition(" ")[2] or "day"
    return f"{preposition.partition(' ')[0]} one {word}" if preposition in ("late on", "early on") else f"one {word}"


def _recurs(plane: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells of what happens again and again."""
    before = re.split(r"[.;!?\n](?=\s|$)", plane[max(0, match.start() - _REACH) : match.start()])[-1]
    after = re.split(r"[.;!?\n](?=\s|$)", plane[match.start() : match.end() + _REACH])[0]
    return _habit().search(before + after) is not None


def _is_range_of_days(plane: str, match: re.Match[str]) -> bool:
    day = rf"(?:{WEEKDAY}|mon|tues?|weds?|thur?s?|fri|sat|sun)\b"
    after = re.match(rf"s?\s?(?:to|-|through|until|/)\s?{day}", plane[match.end() : match.end() + 24])
    return (
        after is not None
        or re.search(rf"{day}\s?(?:to|-|through|until|/)\s?$", plane[max(0, match.start() - 24) : match.start("day")])
        is not None
    )


def _change_clock(folded: Folded, match: re.Match[str]) -> Edit | Doubt | None:
    plane, preposition = folded.plane, match["preposition"] or ""
    start, end = match.span()
    if match["until"] and preposition != "between":
        return None
    if _recurs(plane, match):
        return None
    part = part_of_day(match["clock"])
    if match["until"] and part_of_day(match["until"]) != part:
        return CLOCK_DOUBT
    end = past_dot(folded, end)
    said = re.match(
        rf",? (?:in the {PART_OF_DAY}|(?:that|the same|the next|one|this) {PART_OF_DAY}|at night)\b",
        plane[end : end + 30],
    )
    if preposition in ("at", "around", "about", "between"):
        if said:
            return edit_at(folded, start, end + len(said.group()), said.group().lstrip(", "))
        return edit_at(folded, start, end, part) if part else CLOCK_DOUBT
    if preposition or not part:
        return CLOCK_DOUBT
    return _bare_clock(folded, start, end, part)


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
def _weekday() -> re.Pattern[str]:
    which = r"the (?:following|next|previous|same) |the |an? |one |that |this |last |next "
    clock = rf"(?:(?:at|around|about) )?{ABOUT}?(?P<clock>{SURE_CLOCK})\.?,? "
    return re.compile(
        rf"(?<![\w-])(?:{clock}(?=on\b))?(?:(?:in |during )?(?:the )?(?:very )?(?:early |small )?(?P<hours>hours) of (?:the )?|"
        r"(?:(?P<preposition>late on|early on|on|by|since|until|till|before|after|from|over) )?(?P<which>"
        + which
        + r")?)"
        rf"(?:(?P<day>{WEEKDAY})(?![\w-])(?! {PART_OF_DAY}s\b)|(?<=\bon )(?P<short>mon|tues?|weds?|thur?s?|fri|sat|sun)\b(?![-/']))"
        rf"(?: (?P<part>{PART_OF_DAY})\b)?(?:,? (?:at|around|about) {ABOUT}?(?P<later>{CLOCK}))?"
    )


@cache
def _clock() -> re.Pattern[str]:
    preposition = r"at|around|about|between|from|by|before|after|until|till|since"
    return re.compile(
        rf"(?<![\w.:/£$-])(?:(?P<preposition>{preposition}) )?{ABOUT}?(?P<clock>{SURE_CLOCK}|(?<=at )\d{{1,2}}:\d\d\b|\d{{1,2}}(?=-\d{{1,2}}\s?[ap]m\b))"
        rf"(?:\s?(?:and|to|-|until|till)\s?(?P<until>{CLOCK}|{SURE_CLOCK}))?"
    )


@cache
def _habit() -> re.Pattern[str]:
    day = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    return re.compile(
        rf"\b(?:every|each|any|most|alternate|other|some) (?:\w+ )?(?:{day}|day|week|weekday|morning|afternoon|evening|night|school day|month)s?\b|"
        r"\b(?:daily|weekly|fortnightly|nightly|usually|normally|regularly|typically|routinely|rota|timetable|term[ -]time|weekdays|"
        r"opening (?:hours|times)|(?:is|are) (?:\w+ )?(?:open|closed)|opens|closes|out[ -]of[ -]hours|office hours|bedtimes?|"
        r"school days|shifts?|runs|goes|attends|works|visits|stays|sees|plays|comes|meets|collects|takes)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
    )
