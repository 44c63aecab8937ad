"""Numbers of court cases and applications as they are cited: no. 123/20."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.language.reading import Reading


def _find(reading: Reading, _known: frozenset[int]) -> Iterator[Detection]:
    for match in _labels().finditer(reading.plane):
        for number in _numbers().finditer(reading.plane, match.end(), match.end() + len(match["rest"])):
            yield Detection(*number.span())


@cache
def _labels() -> re.Pattern[str]:
    number = r"[a-z]{0,4}\d{1,6}/\d{2,4}"
    return re.compile(
        rf"(?<![^\W_])(?:nos?\.?|numbers?|case|application|file)[ :]{{1,2}}(?=(?P<rest>{number}(?:(?:, | and |, and ){number}){{0,20}}))"
    )


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/])[a-z]{0,4}\d{1,6}/\d{2,4}(?![\w/-])")


DETECTOR = Detector(
    kind="case-number",
    what="the number of a court case or application",
    code="RK602",
    find=_find,
    hits=(
        "an application (no. [[99901/20]]) to the court",
        "applications nos. [[99901/20]] and [[99902/20]]",
        "in case [[412/19]] it was said",
    ),
    misses=("Act no. 412 of 2019", "no. 3 of 7", "on 3/4/2019", "and/or", "number 12/3/2020"),
    source="European Court of Human Rights and courts of Scotland and the Continent: running number and year",
    proposals=("[case number withheld]",),
    signs=Signs(marks=("/",)),
)
