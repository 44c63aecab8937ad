"""A list is typed with numbers, dashes or dots instead of being made as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.accessibility.hitting import at, neighbours
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import Paragraph, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_LEAST = 2


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look for neighbours that begin alike. Numbers in parts, as in 2.1, are those of paragraphs, not of a list."""
    for group in neighbours(word_file.body):
        alike: list[Paragraph] = []
        kind = ""
        for one in group:
            found = _marker(one)
            if found != kind:
                yield from _hits(alike)
                alike, kind = [], found
            if found:
                alike.append(one)
        yield from _hits(alike)


def _hits(alike: list[Paragraph]) -> Iterator[AccessHit]:
    if len(alike) >= _LEAST:
        yield at(alike[0].position, "", alike[0].text)


def _marker(one: Paragraph) -> str:
    """The kind of sign that the paragraph begins with, or ""."""
    if one.level or one.is_listed or one.in_contents:
        return ""
    found = _markers().match(one.text)
    return found.lastgroup or "" if found else ""


@cache
def _markers() -> re.Pattern[str]:
    return re.compile(
        r"[ \t\u00a0]*(?:(?P<sign>[-–—•·▪◦‣●○■*\uf0b7])|(?P<number>\(?\d{1,2}[.)])|(?P<letter>\(?[a-z][.)])|"
        r"(?P<roman>\(?[ivx]{2,4}[.)]))[ \t\u00a0]+\S"
    )


RULE = AccessRule(
    code="RK716",
    name="list-by-hand",
    severity="warning",
    finding="{place}: a list is typed by hand.",
    why=(
        "A real list is announced with the number of its items and can be passed over. Typed signs are read out as "
        "“hyphen” or not at all, and lines break below the sign."
    ),
    fix="select the lines, delete the typed signs, and choose Home > Bullets or Home > Numbering",
    source=("wcag-2-2",),
    bad="Three lines that begin with a hyphen and a tab.",
    good="Three lines made a list by Home > Bullets.",
    look=look,
    hits=(
        WordSample(para("- one") + para("- two")),
        WordSample(para("1. one") + para("2. two")),
        WordSample(para("(a) one") + para("(b) two")),
    ),
    misses=(
        WordSample(para("- one")),
        WordSample(para("1.1 The review began") + para("1.2 It ended")),
        WordSample(
            para("one", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
            + para("two", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        ),
        WordSample(para("1. Introduction", style="Heading1") + para("2. Method", style="Heading1")),
    ),
    things="lists",
)
