"""Whether a sentence tells of what happens again and again, so that its weekdays and times date nothing."""

from __future__ import annotations

import re
from functools import cache

_REACH = 160


def recurs(plane: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells of what happens again and again."""
    before = re.split(r"[.;!?\n](?=\s|$)", plane[max(0, match.start() - _REACH) : match.start()])[-1]
    after = re.split(r"[.;!?\n](?=\s|$)", plane[match.start() : match.end() + _REACH])[0]
    return _habit().search(before + after) is not None


@cache
def _habit() -> re.Pattern[str]:
    day = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    return re.compile(
        rf"\b(?:every|each|any|most|alternate|other|some) (?:\w+ )?(?:{day}|day|week|weekday|morning|afternoon|evening|night|school day|month)s?\b|"
        r"\b(?:daily|weekly|fortnightly|nightly|usually|normally|regularly|typically|routinely|rota|timetable|term[ -]time|weekdays|"
        r"opening (?:hours|times)|(?:is|are) (?:\w+ )?(?:open|closed)|opens|closes|out[ -]of[ -]hours|office hours|bedtimes?|"
        r"school days|shifts?|runs|goes|attends|works|visits|stays|sees|plays|comes|meets|collects|takes)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
    )
