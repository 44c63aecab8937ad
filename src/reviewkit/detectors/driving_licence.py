"""Driver numbers of Great Britain: sixteen characters that hold a surname's start, initials and the date of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, Number, detect, label, led_by, letters_before
from reviewkit.language.reading import Reading

_NAMES = "driver|driver's|driving licen[cs]e|licen[cs]e|dvla"


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge(_reading: Reading, match: re.Match[str]) -> bool | None:
    letters = match["surname"].rstrip("9")
    return True if letters.isalpha() and letters.isascii() else None


def _judge_labelled(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if led_by(reading, match.start(), label(_NAMES)) else None


def _has_surname(plane: str, number: Number) -> bool:
    return len(letters_before(plane, number)) == 5 or plane.startswith("9", number.start)


@cache
def _forms() -> tuple[Form, ...]:
    gap = "[ -]{0,2}"
    surname = r"(?<![a-z0-9])(?P<surname>[a-z][a-z9]{4})"
    # A woman's month of birth is written with 5 added to its first digit.
    born = rf"\d(?:[05][1-9]|[16][0-2]){gap}(?:0[1-9]|[12]\d|3[01])\d"
    return (
        Form(
            rf"{surname}{gap}{born}{gap}[a-z][a-z9]{gap}[2-9a-z]{gap}[a-z]{{2}}(?![a-z])",
            _judge,
            "head",
            least=6,
            hint=_has_surname,
        ),
        Form(r"(?<![a-z0-9])\d(?:[ -]?\d){7}(?![a-z0-9])", _judge_labelled, least=8),
    )


DETECTOR = Detector(
    kind="driving-licence",
    what="a driving licence number",
    code="RK602",
    find=_find,
    hits=(
        "His licence, [[OKAFO902145J99AB]], had points.",
        "driver number [[OKAFO 902145 J99AB]]",
        "hers: [[WHITW 952145 GR9CD]]",
        "a short name, [[LEE99902145J99AB]]",
        "[[okafo902145j99ab]]",
        "of Northern Ireland: driving licence no. [[99000001]]",
    ),
    misses=(
        "OKAFO932145J99AB has no such month",
        "OKAFO902405J99AB has no such day",
        "a driving licence since 2019",
        "99000001 stands alone",
        "XOKAFO902145J99ABX",
        "OKAFO 902145",
        "RK304 and LCS-204417",
        "his licence was lost on 14 February 2024",
    ),
    source="Driver and Vehicle Licensing Agency, driver number format; the check letters are made up",
    proposals=("[driving licence number withheld]",),
    in_markup=True,
    signs=Signs(digits=6),
)
