"""Exact days, with the time of day beside them.

Published, they are made coarse where they stand; this finds them in texts that nobody coarsens, and never worries the
writer of a draft, who needs them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.dates.clock import CLOCK
from reviewkit.anonymising.dates.days import find_dates
from reviewkit.contracts import Detection, Detector
from reviewkit.language.reading import Reading

_REACH = 40


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    end = 0
    for found in find_dates(reading.folded, reading.words):
        if not found.is_day or found.start < end:
            continue
        before = _clock_before().search(reading.plane[max(end, found.start - _REACH) : found.start])
        after = _clock_after().match(reading.plane[found.end : found.end + _REACH])
        start = found.start - (len(before.group()) if before else 0)
        end = found.end + (after.end() if after else 0)
        if not _is_known(reading, start, end, known):
            yield Detection(start, end, sure=False)


def _is_known(reading: Reading, start: int, end: int, known: frozenset[int]) -> bool:
    words = range(bisect_left(reading.starts, start), bisect_left(reading.starts, end))
    return known.issuperset(words)


@cache
def _clock_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.:£$]){CLOCK},? (?:on )?$")


@cache
def _clock_after() -> re.Pattern[str]:
    return re.compile(rf",? (?:at )?(?:about |around )?{CLOCK}")


DETECTOR = Detector(
    kind="exact-date",
    what="an exact date",
    code="RK602",
    find=_find,
    hits=(
        "He came on [[14 February 2024]] and slept.",
        "[[14/02/24]]: seen; [[2024-02-14]]: seen",
        "On [[Tuesday 14th Feb. at 3.15pm]] he fell.",
        "[[3 and 17 March 2024]]",
        "The call of [[14.ii.2024]] was at [[15:15 on 14 II 2024]].",
        "on [[Christmas Day]]; before [[Boxing Day 2023]]",
        "[[March the third]]; [[the third of May 2024]], [[02Nov2023]]",
    ),
    misses=(
        "in February 2024",
        "open 24/7, 1/2 a day, section 3.2.1, in 2024, 14 visits",
        "autumn term 2023, Year 6, 2023/24, every Tuesday at 3pm",
        "In March 2024 she moved, and in 2011-12 it was the same.",
    ),
    source="dates as British records write them; ISO 8601 for those in digits",
    proposals=("[date withheld]",),
    drafts=False,
)
