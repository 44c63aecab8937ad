"""A year of birth: finer than the age band that is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.language.reading import Reading


def _find(reading: Reading, _known: frozenset[int]) -> Iterator[Detection]:
    plane = reading.plane
    if not any(word in plane for word in ("born", "birth", "b.", "dob")):
        return
    for match in _births().finditer(plane):
        yield Detection(*match.span("years"), sure=False)


@cache
def _births() -> re.Pattern[str]:
    year = r"(?:19|20)\d\d(?![^\W_])"
    return re.compile(
        r"(?<![^\W_])(?:born|birth|b\.|dob)[:,]? (?:of [a-z]+ )?(?:(?:in|around|about|during|early|late|the|year|of|spring|summer|"
        rf"autumn|winter) ){{0,5}}(?P<years>{year}(?:, {year})*(?:,? (?:and|or) (?:in )?{year})?)"
    )


DETECTOR = Detector(
    kind="birth-year",
    what="a year of birth",
    code="RK601",
    find=_find,
    hits=(
        "He was born in [[1988]].",
        "children born in [[2015, 2017 and 2019]] respectively",
        "year of birth: [[2014]]",
    ),
    misses=("The birth plan of 2019", "She was born in March.", "In 2019 she gave birth."),
    source="anonymisation.md of this project: dates of birth never; ages in bands",
    proposals=("in the year before", "[year of birth withheld]"),
    drafts=False,
    signs=Signs(digits=4),
)
