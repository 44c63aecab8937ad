"""Addresses on the web, save those of national bodies; an address of one family's case is one on any site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector
from reviewkit.detectors._identifiers import is_settled
from reviewkit.detectors._public_hosts import ALONE, CASES, WHOLE
from reviewkit.language.reading import Reading

_HOST_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.-_"
_ENDS = ".,;:!?'\"*_~"
_LONGEST_HOST = 253
_CLOSING = {")": "(", "]": "[", "}": "{"}

_PLAIN = "com|org|net|uk|eu|info|biz|edu|gov|london|wales|scot|cymru|online|website|xyz|blog|app|dev|ie|onion|example"
_WORDS = "me|be|ly|tv|gg|io|co|to|us|fm|cc|im|link|site|page|club|news|social|chat"
"""Endings that are words too: an address only where a path follows."""


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    plane = reading.plane
    spelt = "dot]" in plane or "dot)" in plane
    # A dot leads to an address only where something stands right behind it.
    dotted = plane.count(".") > plane.count(". ") + plane.endswith(".")
    if not (dotted or spelt or "://" in plane):
        return
    end = 0
    for mark in (_spelt_marks if spelt else _marks)().finditer(plane):
        if mark.start() < end:
            continue
        start = _start(plane, end, mark)
        if start < 0:
            continue
        last = _end(plane, mark.end())
        sure = _judge(plane[start:last])
        end = last
        if sure is not None and not is_settled(reading, known, start, last):
            yield Detection(start, last, sure)


def _start(plane: str, after: int, mark: re.Match[str]) -> int:
    """Where the address begins, or -1 if the mark belongs to something else."""
    first = max(after, mark.start() - _LONGEST_HOST)
    reach = plane[first : mark.start()]
    host = reach[len(reach.rstrip(_HOST_LETTERS)) :].lstrip(".-_")
    if mark.group() == "://":
        return mark.start() - len(host) if host[:1].isalpha() else -1
    start = mark.start() - len(host)
    before = plane[max(0, start - 4) : start]
    if before.endswith(("@", "%")) or before.rstrip().endswith(("at)", "at]")):
        return -1
    return start if host and host != "dot" else -1


def _end(plane: str, place: int) -> int:
    match = _rest().match(plane, place)
    last = match.end() if match else place
    while last > place:
        mark = plane[last - 1]
        opening = _CLOSING.get(mark)
        inside = plane[place:last]
        if mark not in _ENDS and (opening is None or inside.count(mark) <= inside.count(opening)):
            break
        last -= 1
    return last


def _judge(address: str) -> bool | None:
    """True, False for a clean site's page on one case or with a question, None for a clean one."""
    parts = _parts().match(address)
    if parts is None:
        return None
    host = parts["host"].removeprefix("www.").rstrip(".")
    clean = parts["host"] in ALONE or host in ALONE or _is_public(host)
    if not clean:
        return True
    rest = parts["rest"]
    return False if "=" in rest or any(word in rest for word in CASES) else None


def _is_public(host: str) -> bool:
    labels = host.split(".")
    return any(".".join(labels[number:]) in WHOLE for number in range(len(labels)))


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"://|\.(?:(?:{_PLAIN})(?![a-z0-9_@-]|\.[a-z0-9])|(?:{_WORDS})(?=/[^\W_]))")


@cache
def _spelt_marks() -> re.Pattern[str]:
    return re.compile(rf"{_marks().pattern}|[\[(]dot[\])](?={_PLAIN})")


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(r"[^\s<>\"]*")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}://)?(?:[^/?#@]{0,200}@)?(?P<host>[^/?#:@]+)(?P<rest>.*)", re.DOTALL)


DETECTOR = Detector(
    kind="web-address",
    what="a web address",
    code="RK602",
    find=_find,
    hits=(
        "See [[https://example.org/jayden]].",
        "at [[www.example.org]] and [[example.co.uk/family?id=3]]",
        "([[http://example.com/a_(b)]])",
        "the page [[example.com/jayden]] was shared",
        "[[https://www.gov.uk@example.org/]] only looks public",
        "[[https://gov.uk.example.org]] too",
        "[[t.me/jayden]] and [[youtu.be/abc123]]",
        "[[hxxp://example.org/x]]",
        "a trust's own, [[www.westmarshire.nhs.uk/ward]]",
        "the coroner, [[https://www.judiciary.uk/prevention-of-future-death-reports/jayden/]]",
        "[[https://www.gov.uk/search?q=jayden]]",
        "[[file://server/share/jayden.docx]]",
        "[[primary.example.sch.uk]]",
        "[[ftp://203.0.113.5/x]]",
    ),
    misses=(
        "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
        "www.nhs.uk, nspcc.org.uk and legislation.gov.uk/ukpga/1989/41",
        "nice.org.uk/guidance/ng76 (2017)",
        "They went home.In the morning, he said.So it was.",
        "e.g. at 2.30 and i.e. 4.2.3",
        "jayden@example.org is another kind",
        "report.docx, notes.pdf and chart.png",
        "told.me and be.in no.to",
        "St.Cuthbert's and Dr.Whitworth",
        "version 2.1; paragraph 1.1.2",
        "a dot.com",
        "and/or, he/she, 2019/20",
        "police.uk and judiciary.uk",
        "://",
    ),
    source="RFC 3986 and RFC 2606; example.org, example.com and example.net are kept for examples",
    proposals=("[web address withheld]",),
)
