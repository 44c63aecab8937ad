"""Unique learner numbers: ten digits, the last of which is ten less a remainder modulo 11."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import GAP, Form, detect, digits_of, label, led_by
from reviewkit.language.reading import Reading


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge(_reading: Reading, match: re.Match[str]) -> bool | None:
    # One number in eleven passes by chance: worth a question, no more.
    return False if _is_valid(match.group()) else None


def _judge_labelled(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if led_by(reading, match.start(), label(r"uln|unique learner|learners?'?s?")) else None


def _is_valid(number: str) -> bool:
    digits = digits_of(number)
    remainder = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)) % 11
    return remainder != 0 and 10 - remainder == int(digits[9])


@cache
def _forms() -> tuple[Form, ...]:
    return (
        Form(rf"(?<!\d)[1-9](?:{GAP}\d){{9}}(?!\d)", _judge_labelled, least=10),
        Form(r"(?<![a-z\d£$€#+_])(?<!\d[.,/-])(?<!\+44[ -])[1-9]\d{9}(?![a-z\d/%-]|[.,]\d)", _judge, least=10),
    )


DETECTOR = Detector(
    kind="uln",
    what="a unique learner number",
    code="RK602",
    find=_find,
    hits=(
        "Her ULN is [[9990000018]].",
        "unique learner number [[999 000 0017]]",
        "Learner number: [[9990000010]], with a slip",
        "[[9990000017]] stood beside the name",
        "ULN [[99 90 00 00 17]]",
        "(ULN [[9990-000-017]])",
    ),
    misses=(
        "9990000018 fits another kind of number",
        "999 000 0017 stands without a word in front",
        "0123456789",
        "£9990000017 in all",
        "19990000017 and 999000001",
        "9,990,000,017 people",
        "In 2019/20, 12 learners",
        "+44 9990000017",
        "a9990000017b",
    ),
    source="Learning Records Service, ULN format; no range is kept for tests, these are never issued",
    proposals=("[learner number withheld]",),
    signs=Signs(digits=10),
)
