"""Passport and residence permit numbers after the word that says so, and the lines that machines read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, Number, detect, label, led_by
from reviewkit.language.reading import Reading

_WEIGHTS = (7, 3, 1)


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if led_by(reading, match.start("it"), label("passport|travel document|brp|residence permit")) else None


def _judge_line(_reading: Reading, match: re.Match[str]) -> bool | None:
    sums = (_check(match[name]) == match[f"{name}_check"] for name in ("number", "born", "ends"))
    return True if all(sums) else None


def _check(field: str) -> str:
    values = (0 if mark == "<" else int(mark, 36) for mark in field)
    return str(sum(value * _WEIGHTS[place % 3] for place, value in enumerate(values)) % 10)


def _is_in_line(plane: str, number: Number) -> bool:
    """Whether no blank stands in the next 36 of the line's 44 marks, of which the letters in front may be eight."""
    reach = plane[number.start : number.start + 36]
    return len(reach) == 36 and " " not in reach


@cache
def _forms() -> tuple[Form, ...]:
    line = (
        r"(?<![a-z0-9<])(?P<number>[a-z0-9<]{9})(?P<number_check>[0-9])[a-z<]{3}"
        r"(?P<born>[0-9]{6})(?P<born_check>[0-9])[mfx<](?P<ends>[0-9]{6})(?P<ends_check>[0-9])[a-z0-9<]{14}[0-9<][0-9]"
    )
    number = r"(?<![a-z0-9])(?P<it>[a-z]{0,3}\d(?:[ -]?\d){5,8})(?![a-z0-9])"
    return (
        Form(line, _judge_line, hint=_is_in_line),
        Form(line, _judge_line, "head", hint=_is_in_line),
        Form(number, _judge, "head", least=6),
        Form(number, _judge, least=6),
    )


DETECTOR = Detector(
    kind="passport",
    what="a passport number",
    code="RK602",
    find=_find,
    hits=(
        "His passport number is [[999000001]].",
        "passport [[ZZ9900001]], Utopian",
        "Her passport, number [[999000001]], had run out.",
        "passport no. [[999 000 001]]",
        "residence permit [[ZZX990001]]",
        "BRP: [[ZU9900011]]",
        "foot of the page: [[9990000010UTO1501010F3001019<<<<<<<<<<<<<<02]]",
    ),
    misses=(
        "999000001 stands alone",
        "his passport was lost in 2019",
        "a passport from 14 February 2024",
        "12 passports of 14 children",
        "the passport was issued 12 months before",
        "red book and passport, 4.2.3",
        "9990000011UTO1501010F3001019<<<<<<<<<<<<<<02 adds up wrongly",
        "passport 2019/20",
    ),
    source="ICAO Doc 9303; HM Passport Office: nine digits",
    proposals=("[passport number withheld]",),
    in_markup=True,
    signs=Signs(digits=6),
)
