"""NHS numbers of England, Wales and the Isle of Man: ten digits, the last of which is right modulo 11."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, Number, detect, digits_of, label, led_by
from reviewkit.language.reading import Reading


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge_bare(reading: Reading, match: re.Match[str]) -> bool | None:
    digits = digits_of(match.group())
    # Word files are full of whole numbers of 32 bits, which begin with 1 or 2; no NHS number of England does.
    if match.group().isdigit() and digits[0] in "12":
        return None
    # The last digit of an ISBN of ten digits is worked out the same way.
    return True if _is_valid(digits) and not led_by(reading, match.start(), _isbn()) else None


def _judge_labelled(reading: Reading, match: re.Match[str]) -> bool | None:
    # Said to be one: a slip in a digit leaves the other nine.
    return True if led_by(reading, match.start(), label("nhs|chi|h&c|health and care")) else None


def _is_valid(digits: str) -> bool:
    if len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def _has_ten(_plane: str, number: Number) -> bool:
    return number.far > 9


@cache
def _forms() -> tuple[Form, ...]:
    before = r"(?:(?<![a-z\d£$€#+])|(?<=nhs))(?<!\d[.,/-])(?<!\+44[ (])(?<!\(0\))(?<!\(0\) )"
    gap = r"(?:[ .-]{0,3}|\n ?)"
    loose = r"(?:[^\w\n]{0,3}|\n|[ -](?:dash|space|hyphen|dot|slash|then)[ -])"
    return (
        Form(rf"{before}[1-9]\d\d{gap}\d{{3}}{gap}\d{{4}}(?![a-z\d/%-]|[.,]\d)", _judge_bare, least=10),
        Form(rf"(?<!\d)\d(?:{loose}\d){{9}}(?!\d)", _judge_labelled, hint=_has_ten),
    )


@cache
def _isbn() -> re.Pattern[str]:
    return re.compile(r"isbn\W{0,3}(?:10)?\W{0,3}$")


DETECTOR = Detector(
    kind="nhs-number",
    what="an NHS number",
    code="RK602",
    find=_find,
    hits=(
        "Her NHS number is [[999 000 0018]].",
        "NHS [[9990000018]], seen twice",
        "no. [[999-000-0018]]",
        "It was [[999 000 0018]], [[999–000–0018]] or [[999.000.0018]].",
        "(NHS No.[[9990000018]])",
        "the number [[999 - 000 - 0018]] and [[999000 0018]]",
        "NHS number: [[99 90 00 00 18]]",
        "NHS no. [[9 9 9 0 0 0 0 0 1 8]]",
        "NHS number [[999 dash 000 dash 0018]]",
        "NHS number [[999 000 0019]] with a slip in its last digit",
        "[[９９９ ０００ ００１８]] in wide digits",
    ),
    misses=(
        "The number 999 000 0019 is wrong in its last digit.",
        "0000000000",
        "£999 000 0018.50",
        "1,999 000 0018",
        "ISBN 9990000018 and ISBN-10: 999-000-0018",
        "call +44 9990000018",
        "the NHS in 2019/20 saw 1,204,330 children in 42 areas",
        "NHS 111, then NHS England in 2023",
        "a9990000018f0 and 5-999-000-0018",
        "1073741824 and 2147483647 and 1900000041",
        "rates of 12.5, 13.4, 15.0, 16.2 and 18.9 per 10,000",
    ),
    source="NHS Data Dictionary, NHS number; numbers from 999 000 0000 on are kept for tests",
    proposals=("[NHS number withheld]",),
    in_markup=True,
    signs=Signs(digits=10),
)
