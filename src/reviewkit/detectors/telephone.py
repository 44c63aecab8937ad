"""Telephone numbers: British ones by their digits, foreign by their plus sign, parts by the words in front."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, Number, detect, digits_of, led_by, words_before
from reviewkit.language.reading import Reading

_NAMES = ("tel", "phone", "mob", "landline", "whatsapp", "fax")
_HELPLINES = frozenset(
    ("08088005000", "08001111", "08082000247", "08001114444", "08000198111", "08081689111", "08088010327")
)
"""Printed in reviews for readers who need help: NSPCC, Childline, domestic abuse, Crimestoppers."""


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge(_reading: Reading, match: re.Match[str]) -> bool | None:
    digits = digits_of(match.group())
    if digits in _HELPLINES or _date().match(match.group()) or len(set(digits)) == 1:
        return None
    # Freephone and national-rate numbers are an organisation's, and often printed for the reader.
    return not digits.startswith(("0800", "0808", "03"))


def _judge_foreign(_reading: Reading, match: re.Match[str]) -> bool | None:
    return True if len(set(digits_of(match.group()))) > 1 else None


def _judge_labelled(reading: Reading, match: re.Match[str]) -> bool | None:
    digits = digits_of(match.group())
    if digits in _HELPLINES or _date().match(match.group()):
        return None
    return True if led_by(reading, match.start(), _telephone()) else None


def _is_told(plane: str, number: Number) -> bool:
    return any(word.startswith(_NAMES) for word in words_before(plane, number.start))


@cache
def _forms() -> tuple[Form, ...]:
    gap = r"(?:[ .()/-]{0,3}|\n ?)"
    before, after = r"(?<![\d£$€])(?<!\d[.,/-])(?<!\d[.,/-][(])", r"(?![\da-z]|[.,/-]\d)"
    alone = r"(?<![a-z])(?<!_0x)"
    whole = rf"{before}(?:{alone}|(?<=tel)|(?<=mob)|(?<=phone)|(?<=no))\(?0\)?[1235789]\d(?:{gap}\d){{7,8}}{after}"
    abroad = rf"(?:\+|(?<![\d£$€.,/a-z-])00)[1-9](?:{gap}\d){{8,13}}{after}"
    labelled = rf"{before}\d(?:{gap}\d){{5,11}}{after}"
    return (
        Form(whole, _judge, "mark", least=9),
        Form(abroad, _judge_foreign, "mark", least=9),
        Form(labelled, _judge_labelled, least=6, hint=_is_told),
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}(?!\d)|(?:19|20)\d\d[./-]\d\d(?!\d)")


@cache
def _telephone() -> re.Pattern[str]:
    return re.compile(
        r"(?<![a-z])(?:tel|(?:tele)?phone|mobile|mob|landline|whatsapp|fax)(?: ?(?:number|num|no|line))?"
        r"\W{1,3}(?:(?:is|was|on|at|of) )?\W{0,2}$"
    )


DETECTOR = Detector(
    kind="telephone",
    what="a telephone number",
    code="RK602",
    find=_find,
    hits=(
        "Call [[01632 960123]] or [[07700 900123]].",
        "from [[07700900123]], twice",
        "on [[+44 7700 900123]] and [[+44 (0)1632 960123]]",
        "[[(020) 7946 0123]] in London",
        "[[0113 496 0123]] or [[0113-496-0123]]",
        "[[07700.900.123]] in a list",
        "[[0044 7700 900123]]",
        "mob[[07700900123]]",
        "at [[+353 20 913 1234]] abroad",
        "Tel: [[496 0123]]",
        "her mobile number was [[7700 900 123]]",
        "for 24 hours on [[01632 960123]] 24 hours a day",
        "a team's line, [[0300 020 0123]]",
    ),
    misses=(
        "The NSPCC is at 0808 800 5000, Childline at 0800 1111, Samaritans at 116 123.",
        "on 01.02.2024 10 children",
        "on 01-02-2024 from 09.30 to 10.45",
        "from 07.30 to 08.00 and 09.15",
        "2019/20 2020/21 2021/22",
        "0.123456789 and 1.0123456789",
        "£01632 960123",
        "999, 101 and 111",
        "01234567-1234-4123-8123-012345678901",
        "00AB1234 and 020B0604020202020204",
        "2000-01-01T00:00:00Z",
        "EMU 914400 and 5943600",
        "the telephone rang 12 times in 2019",
        "phone calls on 14 February 2024",
        "5 10 15 20 25 30 35",
        "0000000000",
        "ISBN 0-7506-1234-5 of 2019",
    ),
    source="Ofcom, National Telephone Numbering Plan and its numbers for drama",
    proposals=("[telephone number withheld]",),
    in_markup=True,
    signs=Signs(digits=6),
)
