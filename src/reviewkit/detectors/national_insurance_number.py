"""National Insurance numbers: two letters, six digits, one letter from A to D."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import GAP, Form, Number, detect, label, led_by, letters_before, word_set
from reviewkit.language.reading import Reading

_NEVER = frozenset(("bg", "gb", "nk", "kn", "tn", "nt", "zz"))
_NAMES = "n\\.?i\\.?|nino|national insurance"
_WORDS = word_set("am an as at be by go he hm if in is it me my no of on or so to up us we")


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge(reading: Reading, match: re.Match[str]) -> bool | None:
    prefix = match.group(1).replace(" ", "")
    if led_by(reading, match.start(), label(_NAMES)):
        return True
    # "in 10 20 30 a" is a list of numbers.
    return None if prefix in _NEVER or prefix in _WORDS else True


def _judge_labelled(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if led_by(reading, match.start(), label(_NAMES)) else None


def _has_prefix(plane: str, number: Number) -> bool:
    return len(letters_before(plane, number)) == 2 and not plane.startswith("/", number.end)


@cache
def _forms() -> tuple[Form, ...]:
    body = rf"(?<![a-z0-9#])([a-z] ?[a-z]){GAP}\d\d{GAP}\d\d{GAP}\d\d"
    return (
        Form(rf"{body}{GAP}[a-d](?![a-z0-9])", _judge, "head", least=6, hint=_has_prefix),
        Form(rf"{body}(?![a-z0-9])", _judge_labelled, "head", least=6, hint=_has_prefix),
    )


DETECTOR = Detector(
    kind="national-insurance-number",
    what="a National Insurance number",
    code="RK602",
    find=_find,
    hits=(
        "Her NI number was [[QQ 12 34 56 C]].",
        "[[QQ123456C]]",
        "[[qq 12 34 56 c]] in a message",
        "known by [[QQ-12-34-56-C]] and [[QQ 123456 D]]",
        "National Insurance no. [[QQ 12 34 56]] without its last letter",
        "NINO: [[QQ.12.34.56.A]]",
    ),
    misses=(
        "QQ 12 34 56 and nothing more",
        "in 10 20 30 a week",
        "GB 12 34 56 A is never issued",
        "QQ 12 34 56 E has a wrong last letter",
        "aqq123456c0",
        "NI is short for National Insurance, 12 months of it",
        "LCS 204417 a case",
        "RK304, R2, L3 and S47 12 times",
    ),
    source="HM Revenue and Customs, NIM39110; numbers that begin with QQ are never issued",
    proposals=("[National Insurance number withheld]",),
    in_markup=True,
    signs=Signs(digits=6),
)
