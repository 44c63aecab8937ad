"""Times of day by the clock, as expressions, and the part of the day that they fall in."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.anonymising.dates.counting import ONES
from reviewkit.language.folding import Folded

_HOUR_WORDS = "|".join(sorted(ONES[1:13], key=len, reverse=True))
HOUR_WORDS = frozenset(hour + joined for hour in ONES[1:13] for joined in ("", "a", "p", "am", "pm", "o", "oclock"))
"""An hour in words, alone or joined to what follows it: `tenam`, `ten o'clock` without its blank."""
CLOCK_WORDS = HOUR_WORDS | {"half", "quarter", "twenty"}
"""One of them stands, on its own, in every time of day that begins with a word."""
_AM_PM = r"(?:[ap]m|[ap]\.m)\b"
_HOURS = r"(?:hrs?|hours|h)\b"
SURE_CLOCK = (
    rf"(?:\d{{1,2}}[.:]\d\d(?::\d\d)?\s?{_AM_PM}|\d{{1,2}}\s?{_AM_PM}|(?:{_HOUR_WORDS})\s?{_AM_PM}|"
    rf"\d{{1,2}}[.:]\d\d\s?{_HOURS}|\d{{4}}\s?{_HOURS}|(?:\d{{1,2}}|{_HOUR_WORDS})\s?o'?clock\b|"
    rf"(?:half|(?:a )?quarter|(?<=at )(?:twenty|ten|five)|\d{{1,2}} minutes)\s(?:past|to)\s(?:\d{{1,2}}|{_HOUR_WORDS})\b(?:\s?{_AM_PM})?)"
)
"""What is a time of day wherever it stands; it needs a boundary before it."""
CLOCK = rf"(?:{SURE_CLOCK}|\d{{1,2}}:\d\d(?::\d\d)?\b|\d{{1,2}}\.\d\d\b(?!\s?(?:per|%|kg))|noon\b|midday\b|midnight\b)"
"""What is a time of day beside a date."""
ABOUT = (
    r"(?:(?:about|around|approximately|roughly|exactly|just after|just before|shortly after|shortly before|circa)\s)"
)


def part_of_day(written: str) -> str:
    """`in the morning` and the like, or "" where nothing tells morning from evening."""
    hour = _hour(written)
    if hour is None:
        return "around midday" if re.search(r"twelve|\b12\b", written) else ""
    if hour < 5:
        return "in the early hours"
    if hour < 12:
        return "in the morning"
    if hour < 17:
        return "in the afternoon"
    return "in the evening" if hour < 21 else "at night"


def _hour(written: str) -> int | None:
    half = re.search(r"([ap])\.?m", written)
    number = re.search(r"(?:past|to)\s(\w+)", written) or re.search(rf"\d+|{_HOUR_WORDS}", written)
    if number is None:
        return None
    text = number.group(number.lastindex or 0)
    hour = int(text) if text.isdigit() else ONES.index(text)
    if half:
        return hour % 12 + (12 if half.group(1) == "p" else 0)
    if re.fullmatch(r"\d{4}\s?h\w*", written):
        hour = hour // 100
    by_day = re.search(r"\d\s?h", written) is not None or len(re.split(r"[.:]", written)[0]) == 2
    return hour if hour < 24 and (hour > 12 or by_day) else None


def past_dot(folded: Folded, end: int) -> int:
    """The end of a time of day, past the last full stop of "p.m." where the sentence goes on."""
    plane = folded.plane
    if plane[end - 3 : end] in ("a.m", "p.m") and re.match(r"\.(?: [a-z\d]|[,;)])", plane[end : end + 3]):
        return end if folded.source_of(end + 2, end + 3).isupper() else end + 1
    return end


@cache
def in_digits_hint() -> re.Pattern[str]:
    """What follows a digit in every time of day that stands alone and begins with one."""
    return re.compile(r"\d(?:[.:]\d|-\d|\s?[ap]\.?m\b|\s?h(?:rs?|ours)?\b|\s?o'?c|\ minutes\s)")


@cache
def in_words_hint() -> re.Pattern[str]:
    """What every time of day has that stands alone and begins with a word."""
    return re.compile(rf"(?:{_HOUR_WORDS})\s?(?:[ap]\.?m\b|o'?clock\b)|(?:half|quarter|twenty|ten|five)\s(?:past|to)\s")
