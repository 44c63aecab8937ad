"""How long somebody was sent to prison for: with an area and a year it leads straight to the press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.language.reading import Reading

_HINTS = ("prison", "sentence", "jail", "custody", "community order")


def _find(reading: Reading, _known: frozenset[int]) -> Iterator[Detection]:
    plane = reading.plane
    if not any(hint in plane for hint in _HINTS):
        return
    end = 0
    for pattern in (_terms(),):
        for match in pattern.finditer(plane):
            name = "after" if match["after"] else "before"
            start, stop = match.span(name)
            if start >= end:
                end = stop
                yield Detection(start, stop, sure=False)


@cache
def _terms() -> re.Pattern[str]:
    number = (
        r"(?:\d{1,3}|(?:twenty|thirty|forty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|"
        r"seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    )
    half = r"(?: and a half)?"
    unit = r"(?:years?|months?|weeks?|days?|hours?)"
    term = rf"{number}{half}[ -]{unit}(?:,? (?:and )?{number} {unit})?|life(?= imprisonment| sentence|[ ,.;])"
    return re.compile(
        rf"(?<![^\W_])(?:sentenced? (?:[a-z]+ ){{0,4}}?(?:to|of) (?:a term of |a total of |imprisonment for )?"
        rf"|(?:jailed|imprisoned|in prison|custodial sentence of|prison term of|imprisonment of)(?: for)? )(?P<after>{term})(?![^\W_])"
        rf"|(?<![^\W_])(?P<before>{term})'?(?:s'|'s)? (?:imprisonment|in prison|in custody|(?:prison |custodial |jail )?sentence|in jail|"
        r"detention|community order)(?![^\W_])"
    )


DETECTOR = Detector(
    kind="prison-sentence",
    what="the length of a sentence",
    code="RK601",
    find=_find,
    hits=(
        "He was sentenced to [[12 years]].",
        "She served [[two years and six months]]' imprisonment.",
        "A sentence of [[nine months]] was passed, and a [[six month]] sentence for him.",
        "jailed for [[life]].",
    ),
    misses=(
        "six months later",
        "The sentence took life out of it.",
        "five years of help",
        "It was a sentence in her life story.",
    ),
    source="anonymisation.md of this project: what Re X and Y [2012] EWCA Civ 1500 turned on",
    proposals=("a prison sentence", "a long prison sentence"),
    drafts=False,
    signs=Signs(marks=_HINTS),
)
