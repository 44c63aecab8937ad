"""Intervals that are told without a number: the next day, the day after, the eve of, a year to the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.dates.counting import NUMBER, in_words, number_of
from reviewkit.anonymising.dates.mending import edit_at
from reviewkit.anonymising.dates.public_events import follows_public
from reviewkit.anonymising.grammar.editing import Edit
from reviewkit.language.folding import Folded
from reviewkit.language.word_classes import follows_freely

_REACH = 90
_HINTS = (
    *(f"{which} {part}" for which in ("next", "following", "previous") for part in ("day", "mor", "aft", "eve", "nig")),
    *(f"{noun} {way}" for noun in ("day", "night", "evening", "morning", "week", "weekend") for way in ("after", "before")),
    "anniversary of", "to the day", "eve of",
)  # fmt: skip


def change_next_days(folded: Folded) -> Iterator[Edit]:
    """The changes to them; a day that is the subject or the end of something else ("the next day's", "for the day") stays."""
    plane = folded.plane
    if not any(map(plane.__contains__, _HINTS)):
        return
    for match in _next_day().finditer(plane):
        text = _said(plane, match, plane[match.end() : match.end() + _REACH])
        if text:
            yield edit_at(folded, match.start(), match.end(), text)


def _said(plane: str, match: re.Match[str], after: str) -> str:
    if match["years"]:
        number = int(number_of(match["years"]))
        return f"about {'a' if number == 1 else in_words(number)} {match['span']}"
    if match["anniversary"] or match["eve"]:
        said = "about a year after" if match["anniversary"] else "shortly before"
        return said if follows_public(after) else ""
    if match["way"]:
        return _beside(match, after)
    return _next(match, plane[max(0, match.start() - _REACH) : match.start()], after)


def _beside(match: re.Match[str], after: str) -> str:
    """The day after or before something."""
    if match["noun"] not in ("day", "night", "evening", "morning") and not follows_public(after):
        return ""
    if match["way"] == "before":
        return "shortly before"
    return "soon after" if after.startswith(" ") else "soon afterwards"


def _next(match: re.Match[str], before: str, after: str) -> str:
    following = re.match(r" ([a-z]+)", after)
    describes = following is not None and not follows_freely(following.group(1))
    if re.search(r"\b(?:is|are|must|should|will|every|each|always)\b[^.;!?]*$", before):
        return ""  # what is done, not what was done
    belongs = re.search(r"\b(?:for|until|till|by|of|about|from|than|to) (?:\w+ )?$", before)
    if describes or belongs or after.startswith("'"):
        return ""
    return "shortly before" if match["which"] == "previous" else "soon afterwards"


@cache
def _next_day() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:on )?the (?:very )?(?P<which>next|following|previous) (?:day|morning|afternoon|evening|night)\b|"
        r"\b(?:(?:on|in|during) )?the (?P<noun>day|night|evening|morning|week|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?P<way>after|before)(?= (?!last\b|tomorrow\b|yesterday\b|that\b)\w|[,.;!?)]|$)|"
        r"\bon the (?:first )?(?P<anniversary>anniversary) of|"
        rf"\b(?P<years>{NUMBER}|an?) (?P<span>years?|months?|weeks?) to the day\b|"
        r"\b(?:on )?the (?P<eve>eve) of\b"
    )
