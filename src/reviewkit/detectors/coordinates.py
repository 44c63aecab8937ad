"""Places on a map to the house: degrees, decimal degrees, National Grid references, three words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import (
    Form,
    Number,
    detect,
    is_settled,
    is_upper,
    led_by,
    letters_before,
    word_set,
)
from reviewkit.language.reading import Reading

_SQUARES = word_set(
    "hp ht hu hw hx hy hz na nb nc nd nf ng nh nj nk nl nm nn no nr ns nt nu nw nx ny nz ov sc sd se sh sj sk sm sn "
    "so sp sr ss st su sv sw sx sy sz ta tf tg tl tm tq tr tv"
)
_WORDS = frozenset(("no", "so"))
_ANGLE_REACH = 30
"""From the first digit of an angle to behind its `deg`, with no more decimals than a place on a map has."""


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    yield from sorted([*detect(reading, known, _forms), *_three_words(reading, known)])


def _judge_decimal(reading: Reading, match: re.Match[str]) -> bool | None:
    north, east = float(match["north"]), float(match["east"])
    if led_by(reading, match.start(), _named()):
        return True
    if "and" in match.group() or not (49 <= north <= 61 and -9 <= east <= 2):
        return None
    return min(len(match["north"]), len(match["east"].lstrip("-")) + 1) > 6


def _judge_degrees(_reading: Reading, _match: re.Match[str]) -> bool | None:
    return True


def _judge_grid(reading: Reading, match: re.Match[str]) -> bool | None:
    square, figures = match["square"], match["figures"]
    halves = figures.split(" ")
    if square not in _SQUARES or len(halves[0]) != len(halves[-1]):
        return None
    if led_by(reading, match.start(), _named()):
        return True
    if square in _WORDS or not is_upper(reading, *match.span()):
        return None
    if all(len(half) == 4 and half[:2] in ("19", "20") for half in halves):
        return None
    return len(halves) == 2


def _three_words(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    plane = reading.plane
    if "//" not in plane and "w3w" not in plane and "what3words" not in plane and "what 3 words" not in plane:
        return
    for match in _words().finditer(plane):
        start, end = match.span("it")
        if not is_settled(reading, known, start, end):
            yield Detection(start, end)


def _is_decimal(plane: str, number: Number) -> bool:
    return plane.startswith(".", number.end) and plane[number.end + 1 : number.end + 4].isdecimal()


def _is_degree(plane: str, number: Number) -> bool:
    after = plane[number.start : number.start + _ANGLE_REACH]
    return "°" in after or "deg" in after


def _has_square(plane: str, number: Number) -> bool:
    return letters_before(plane, number) in _SQUARES


@cache
def _forms() -> tuple[Form, ...]:
    before = r"(?<![\w.£$€/-])"
    north = r"(?P<north>\d{1,2}\.\d{3,20})°?(?: ?n\b)?"
    east = r"(?P<east>-?\d{1,3}\.\d{3,20})°?(?: ?[ew]\b)?"
    decimal = rf"{before}{north}(?:[,;/ ]| and){{1,2}} ?{east}(?![\w%]|\.\d)"
    angle = r"\d{1,3}(?:\.\d{1,20})? ?(?:°|deg(?:rees)?) ?(?:\d{1,2}(?:\.\d{1,20})? ?(?:''|'|\"|min(?:utes)?|sec(?:onds)?)? ?){0,2}"
    degrees = rf"{before}{angle}(?:n|s|north|south)\b[, ]{{0,2}}(?:{angle}(?:e|w|east|west)\b)?"
    grid = r"(?<![\w#-])(?P<square>[a-z]{2}) ?(?P<figures>\d{3,5} \d{3,5})(?![\w%]|[.,/-]\d)"
    tight = r"(?<![\w#-])(?P<square>[a-z]{2}) ?(?P<figures>(?:\d{2}){3,5})(?![\w%]|[.,/-]\d)"
    return (
        Form(decimal, _judge_decimal, hint=_is_decimal),
        Form(degrees, _judge_degrees, hint=_is_degree),
        Form(grid, _judge_grid, "head", least=6, hint=_has_square),
        Form(tight, _judge_grid, "head", least=6, hint=_has_square),
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"(?:grid ref(?:erence)?|ngr|coordinates?|co-ordinates?|os ref(?:erence)?"
        r"|lat(?:itude)?(?:/|, | and )?long?(?:itude)?"
        r"|latitude|location|gps)s?\W{0,3}(?:(?:is|was|of|at)\W)?\W{0,2}$"
    )


@cache
def _words() -> re.Pattern[str]:
    three = r"[^\W\d_]{3,20}\.[^\W\d_]{3,20}\.[^\W\d_]{3,20}"
    return re.compile(
        r"(?:(?<![/:\w])///? ?"
        r"|(?:w3w|what ?3 ?words)(?:\.com)?[ :/]{0,4}(?:(?:address|location) )?(?:is |was |of )?/{0,3})"
        rf"(?P<it>{three})(?![\w/])"
    )


DETECTOR = Detector(
    kind="coordinates",
    what="a place on a map",
    code="RK602",
    find=_find,
    hits=(
        "found at [[53.79650, -1.54785]] that day",
        "coordinates [[53.796, -1.547]]",
        "[[53°47'47\"N 1°32'52\"W]]",
        "near [[53° 47' north]]",
        "grid reference [[SE 298 335]]",
        "at [[SE 29874 33541]]",
        "NGR [[SE298335]]",
        "///[[filled.count.soap]]",
        "what3words: [[filled.count.soap]]",
        "[[51.50735, -0.12776]] by [[TQ 300 804]]",
    ),
    misses=(
        "20°C and 38.5 degrees",
        "12.345 and 13.456 per 10,000",
        "rates of 52.1, 1.2 and 0.4",
        "SE 298 3354",
        "so 120 130 of them, NO 123 456",
        "in 2019 2020 and 2021",
        "https://example.org/a.b.c",
        "and/or, he/she // then",
        "home.school.work",
        "paragraph 4.2.3",
        "a turn of 180 degrees",
        "LCS 204 417",
        "-1.547 alone",
        "ST 1234567",
    ),
    source="Ordnance Survey, National Grid; what3words address format",
    proposals=("[place withheld]", "the area"),
    signs=Signs(marks=("//",), digits=1),
)
