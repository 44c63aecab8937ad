"""Unique pupil numbers: a check letter and twelve digits, the last of them a letter while it is temporary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, detect, label, led_by
from reviewkit.language.reading import Reading

_CHECK_LETTERS = "abcdefghjklmnpqrtuvwxyz"


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge(reading: Reading, match: re.Match[str]) -> bool | None:
    number = re.sub(r"\W", "", match.group())
    named = led_by(reading, match.start(), label(r"upn|pupils?'?s?|unique pupil|learners?'?s?"))
    return True if named or _is_valid(number) else None


def _is_valid(number: str) -> bool:
    values = [_CHECK_LETTERS.find(mark) if mark.isalpha() else int(mark) for mark in number[1:]]
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    return min(values) >= 0 and _CHECK_LETTERS[total % 23] == number[0]


@cache
def _forms() -> tuple[Form, ...]:
    gap = "[ -]?"
    pattern = rf"(?<![a-z0-9])[a-hj-np-rt-z]{gap}\d{{3}}{gap}\d{{4}}{gap}\d\d{gap}\d\d[a-z\d](?![a-z0-9])"
    return (Form(pattern, _judge, "head", least=11),)


DETECTOR = Detector(
    kind="upn",
    what="a unique pupil number",
    code="RK602",
    find=_find,
    hits=(
        "His UPN was [[V999999924001]].",
        "UPN: [[V 999 9999 24 001]]",
        "[[V999999924001]] in a list of pupils",
        "the number [[V-999-9999-24-001]]",
        "pupil number [[A999999924001]] with a slip in its letter",
        "a temporary one, [[F99999992400A]]",
    ),
    misses=(
        "A999999924001 has the wrong letter",
        "V99999992400 is too short and V9999999240011 too long",
        "a0b1V999999924001",
        "S999999924001 and I999999924001",
        "the pupil number rose to 1,204",
        "UPN is short for unique pupil number",
        "DFE-00192-2018 in 2019/20",
        "9a999999924001",
    ),
    source="Department for Education, unique pupil numbers guide; there is no local authority 999",
    proposals=("[pupil number withheld]",),
    in_markup=True,
    signs=Signs(digits=11),
)
