"""Internet addresses of the fourth and sixth version, which a provider leads back to a home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, Number, detect, is_settled, label, led_by
from reviewkit.language.reading import Reading

_SIX = "0123456789abcdef:"


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    found = [*detect(reading, known, _forms), *_sixth(reading, known)]
    yield from sorted(found)


def _judge(reading: Reading, match: re.Match[str]) -> bool | None:
    parts = match.group().split(".")
    if any(int(part) > 255 or (len(part) > 1 and part[0] == "0") for part in parts):
        return None
    if led_by(reading, match.start(), label("ip|ip address|address|addresses|server|router")):
        return True
    if led_by(reading, match.start(), _other()):
        return None
    # Paragraphs have four numbers too (4.2.3.1), but hardly a hundred of anything.
    return True if any(int(part) > 99 for part in parts) else None


def _sixth(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    plane = reading.plane
    if ":" not in plane:
        return
    end = 0
    for sign in _middle().finditer(plane):
        if sign.start() < end:
            continue
        reach = plane[max(end, sign.start() - 40) : sign.start()]
        start = sign.start() - len(reach) + len(reach.rstrip(_SIX))
        last = _rest(plane, sign.start())
        if _is_sixth(plane, start, last):
            end = last
            if not is_settled(reading, known, start, last):
                yield Detection(start, last)


def _rest(plane: str, place: int) -> int:
    reach = plane[place : place + 40]
    return place + len(reach) - len(reach.lstrip(_SIX))


def _is_sixth(plane: str, start: int, end: int) -> bool:
    if (start and (plane[start - 1].isalnum() or plane[start - 1] == ".")) or plane[end : end + 1].isalnum():
        return False
    groups = plane[start:end].split(":")
    if any(len(group) > 4 for group in groups):
        return False
    short = plane[start:end].count("::") == 1 and ":::" not in plane[start:end]
    filled = [group for group in groups if group]
    if not any(mark.isdigit() for group in filled for mark in group):
        return False
    return (short and 2 <= len(filled) < 8) or (len(groups) == len(filled) == 8)


def _is_dotted(plane: str, number: Number) -> bool:
    return plane.startswith(".", number.end) and plane[number.end + 1 : number.end + 5].find(".") > 0


@cache
def _forms() -> tuple[Form, ...]:
    return (Form(r"(?<![\w.£$€/-])\d{1,3}(?:\.\d{1,3}){3}(?![\w%]|\.\d|-\d)", _judge, least=4, hint=_is_dotted),)


@cache
def _middle() -> re.Pattern[str]:
    return re.compile(r":[0-9a-f]{0,4}:")


@cache
def _other() -> re.Pattern[str]:
    return re.compile(
        r"(?:version|v|para|paras|paragraphs?|sections?|chapter|figure|table|clause|build|release) ?\.? ?$"
    )


DETECTOR = Detector(
    kind="ip-address",
    what="an IP address",
    code="RK602",
    find=_find,
    hits=(
        "sent from [[203.0.113.5]] at night",
        "IP address [[10.0.0.1]]",
        "([[198.51.100.17]]), then [[192.0.2.1]].",
        "over [[2001:db8::8a2e:370:7334]]",
        "[[2001:0db8:0000:0000:0000:8a2e:0370:7334]]",
        "router: [[10.1.2.3]]",
    ),
    misses=(
        "paragraph 4.2.3.1 and 10.1.2.3",
        "version 2.1.100.4",
        "at 10:30:45 and 2000-01-01T00:00:00Z",
        "1.2.840.113549.1.1",
        "203.0.113.256 and 300.1.1.1",
        "a ratio of 12:4:3",
        "£1.100.000.000",
        "Dad::bed and std::abc",
        "12.5, 13.4, 15.0 and 16.2",
        "::",
        "Matthew 5:3:2",
    ),
    source="RFC 791 and RFC 4291; RFC 5737 and RFC 3849 keep addresses for examples",
    proposals=("[IP address withheld]",),
    in_markup=True,
    signs=Signs(digits=1),
)
