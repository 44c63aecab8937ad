"""NHS numbers of England, Wales and the Isle of Man: ten digits, the last of which is right modulo 11."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector
from reviewkit.language.reading import Reading


def _find(reading: Reading, _known: frozenset[int]) -> Iterator[Detection]:
    for match in _ten_digits().finditer(reading.plane):
        if _is_valid(re.sub(r"\D", "", match.group())):
            yield Detection(match.start(), match.end())


def _is_valid(digits: str) -> bool:
    if len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


@cache
def _ten_digits() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d/-]|[.,]\d)")


DETECTOR = Detector(
    kind="nhs-number",
    what="an NHS number",
    code="RK602",
    find=_find,
    hits=("Her NHS number is [[999 000 0018]].", "NHS [[9990000018]], seen twice", "no. [[999-000-0018]]"),
    misses=("The number 999 000 0019 is wrong in its last digit.", "0000000000", "£999 000 0018.50", "1,999 000 0018"),
    source="NHS Data Dictionary, NHS number; numbers from 999 000 0000 on are kept for tests",
    proposals=("[NHS number withheld]",),
    in_markup=True,
)
