"""Registration marks of British vehicles: the form since 2001, and older ones where words make them sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector
from reviewkit.detectors._identifiers import Form, detect, is_upper, label, led_by, word_set
from reviewkit.language.reading import Reading

_WORDS = word_set("all and are but can did for gps had has her him his how may not our out she the was who yes")
_NAMES = (
    "reg|registration|vrm|vrn|number plate|licence plate|plate|registration mark|registration plate|registered as|"
    "index number|car|van|vehicle|motorbike|moped|taxi"
)


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge_current(reading: Reading, match: re.Match[str]) -> bool | None:
    if led_by(reading, match.start(), label(_NAMES)):
        return True
    if match["gap"] and match["last"] in _WORDS:
        return None
    if match["gap"] and not is_upper(reading, *match.span()):
        # "care to 24 too": small letters make a mark only where they touch their digits.
        return None if match["apart"] or not reading.folded.source_of(*match.span()).islower() else False
    return True


def _judge_older(reading: Reading, match: re.Match[str]) -> bool | None:
    if not is_upper(reading, *match.span()):
        return None
    if led_by(reading, match.start(), label(_NAMES)):
        return True
    # "S47 CIN" and "L3 GPS" are no marks: without a word in front it takes all three digits, and then it is a question.
    return False if match["digits"].isdigit() and len(match["digits"]) == 3 and match["last"] not in _WORDS else None


def _judge_labelled(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if is_upper(reading, *match.span()) and led_by(reading, match.start(), label(_NAMES)) else None


@cache
def _forms() -> tuple[Form, ...]:
    letters, before, after = "[a-hj-pr-z]", "(?<![a-z0-9#])", "(?![a-z0-9])"
    current = rf"{before}{letters}{{2}}(?P<apart> ?)(?!0[01])\d\d(?P<gap>[ -]{{0,2}})(?P<last>{letters}{{3}}){after}"
    prefix = rf"{before}[a-hj-npr-tv-y](?P<digits>\d{{1,3}})[ -]?(?P<last>{letters}{{3}}){after}"
    suffix = rf"{before}(?P<last>{letters}{{3}})[ -]?(?P<digits>\d{{1,3}})[a-hj-npr-tv-y]{after}"
    dateless = rf"{before}(?:[a-z]{{1,3}}[ -]?\d{{1,4}}){after}"
    return (
        Form(re.compile(current), _judge_current, "head"),
        Form(re.compile(prefix), _judge_older, "head"),
        Form(re.compile(suffix), _judge_older, "head"),
        Form(re.compile(dateless), _judge_labelled, "head"),
        Form(re.compile(rf"{before}\d{{1,4}}[ -]?[a-z]{{1,3}}{after}"), _judge_labelled),
    )


DETECTOR = Detector(
    kind="vehicle-registration",
    what="a vehicle registration",
    code="RK602",
    find=_find,
    hits=(
        "He drove [[AA99 AAA]] that day.",
        "seen in [[AA99AAA]] and [[aa99aaa]]",
        "registration [[aa99 aaa]]",
        "the car ([[AA99-AAA]])",
        "an old one, [[A999 AAA]]",
        "[[AAA 999A]] was parked outside",
        "reg. no. [[A9 AAA]]",
        "number plate [[AAA 999]]",
        "vehicle [[999 AAA]]",
    ),
    misses=(
        "S47 CIN and L3 GPS",
        "in 24 hours, at 12 and on 14 May",
        "Year 6 SEN register; Y6 SEN",
        "the car was 12 years old",
        "the van in 2019",
        "RK304, R2 and L3 AND",
        "LP12 THE LAST OF THEM",
        "ZZ99 3AB is a postcode",
        "COVID 19 was new",
        "a 12 A level pupils' car",
        "ISO 639 and DSM 5",
        "in the car 2 hours",
        "care leavers up to 24 too",
    ),
    source="Driver and Vehicle Licensing Agency, INF104; AA99 will not be issued before 2049",
    proposals=("[vehicle registration withheld]", "a car"),
    in_markup=True,
)
