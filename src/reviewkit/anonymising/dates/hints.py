"""Whether a text can say anything of time at all: most of a report's texts cannot, and are spared every closer look.

Every day, age, interval and time of day that the expressions of this room find has a digit, or one of a few words on
its own. A word more in `_WORDS` costs a little time, one that is missing costs a date: who adds a form adds its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewkit.anonymising.dates.clock import HOUR_WORDS
from reviewkit.anonymising.dates.forms import MONTH_NUMBERS
from reviewkit.language.word_classes import WEEKDAYS, word_set

_UNITS = "hour day night week fortnight month"
# Of several words only one is needed, the rarest: a feast's last ("boxing day"), an interval's unit, an age's "old".
_WORDS = (
    frozenset(MONTH_NUMBERS)
    | WEEKDAYS
    | word_set(
        "mon tue tues wed weds thu thur thurs thus fri sat sun",
        _UNITS, " ".join(f"{unit}s" for unit in _UNITS.split()), "wk wks weekend morning afternoon evening",
        "eve halloween hallowe hogmanay pentecost holiday eid diwali deepavali holi vaisakhi baisakhi kippur hashanah",
        "passover hanukkah chanukah year birthday turned turning turns became reached born",
        "anniversary old olds age aged life gestation gestational",
    )
    | HOUR_WORDS
)  # fmt: skip


def tells_time(plane: str, words: Sequence[str]) -> bool:
    """Whether a text, folded and cut into words, has anything that a date, an age, an interval or a time is made of."""
    return not _WORDS.isdisjoint(words) or digit().search(plane) is not None


@cache
def digit() -> re.Pattern[str]:
    """Any digit: the cheapest hint."""
    return re.compile(r"\d")
