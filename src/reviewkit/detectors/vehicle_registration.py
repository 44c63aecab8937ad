"""Registration marks of British vehicles: the form since 2001, and older ones where words make them sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import (
    Form,
    Number,
    detect,
    is_upper,
    label,
    led_by,
    letters_before,
    word_set,
    words_before,
)
from reviewkit.language.reading import Reading

_WORDS = word_set("all and are but can did for gps had has her him his how may not our out she the was who yes")
_NAMES = (
    "reg|registration|vrm|vrn|number plate|licence plate|plate|registration mark|registration plate|registered as|"
    "index number|car|van|vehicle|motorbike|moped|taxi"
)

_LAST_OF_NAMES = word_set(_NAMES.replace("|", " "))


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


def _is_current(plane: str, number: Number) -> bool:
    return number.end - number.start == 2 and len(letters_before(plane, number)) == 2 and _three_follow(plane, number)


def _is_prefix(plane: str, number: Number) -> bool:
    return number.start - number.head == 1 and _three_follow(plane, number)


def _is_suffix(plane: str, number: Number) -> bool:
    return len(letters_before(plane, number)) == 3 and plane[number.end : number.end + 1].isalpha()


def _is_dateless(plane: str, number: Number) -> bool:
    return 0 < len(letters_before(plane, number)) < 4 and _is_told(plane, number.head)


def _is_labelled(plane: str, number: Number) -> bool:
    return _is_told(plane, number.start)


def _three_follow(plane: str, number: Number) -> bool:
    reach = plane[number.end : number.end + 5].lstrip(" -")
    return reach[:3].isalpha() and not "a" <= reach[3:4] <= "z"


def _is_told(plane: str, place: int) -> bool:
    return not _LAST_OF_NAMES.isdisjoint(words_before(plane, place))


@cache
def _forms() -> tuple[Form, ...]:
    letters, before, after = "[a-hj-pr-z]", "(?<![a-z0-9#])", "(?![a-z0-9])"
    current = rf"{before}{letters}{{2}}(?P<apart> ?)(?!0[01])\d\d(?P<gap>[ -]{{0,2}})(?P<last>{letters}{{3}}){after}"
    prefix = rf"{before}[a-hj-npr-tv-y](?P<digits>\d{{1,3}})[ -]?(?P<last>{letters}{{3}}){after}"
    suffix = rf"{before}(?P<last>{letters}{{3}})[ -]?(?P<digits>\d{{1,3}})[a-hj-npr-tv-y]{after}"
    dateless = rf"{before}(?:[a-z]{{1,3}}[ -]?\d{{1,4}}){after}"
    return (
        Form(current, _judge_current, "head", hint=_is_current),
        Form(prefix, _judge_older, "head", hint=_is_prefix),
        Form(suffix, _judge_older, "head", hint=_is_suffix),
        Form(dateless, _judge_labelled, "head", hint=_is_dateless),
        Form(rf"{before}\d{{1,4}}[ -]?[a-z]{{1,3}}{after}", _judge_labelled, hint=_is_labelled),
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
    signs=Signs(digits=1),
)
