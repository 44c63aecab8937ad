"""Where a passage quotes somebody: what is put into a quotation stands in brackets."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import cache

from reviewkit.language.reading import Reading

Spans = tuple[tuple[int, int], ...]


def quotations(passage: Reading) -> Spans:
    """The stretches of the plane between quotation marks; one that is never closed goes on to the end."""
    if '"' not in passage.plane and "'" not in passage.plane:
        return ()
    spans = sorted((*_double(passage), *_single(passage.plane)))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def is_quoted(spans: Spans, place: int) -> bool:
    """Whether that place of the plane is inside one of them."""
    number = bisect_right(spans, (place, sys.maxsize)) - 1
    return number >= 0 and place < spans[number][1]


def _double(passage: Reading) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened = -1
    for match in re.finditer('"', passage.plane):
        place = match.start()
        written = passage.folded.source_of(place, place + 1)
        closes = opened >= 0 and written not in "“„«"
        if closes:
            spans.append((opened + 1, place))
            opened = -1
        elif written not in "”»" and not passage.before(place)[-1:].isdigit():
            opened = place
    if opened >= 0:
        spans.append((opened + 1, len(passage.plane)))
    return spans


def _single(plane: str) -> list[tuple[int, int]]:
    """A single mark after a blank opens; the last one before the next opening that no letter follows closes."""
    openings = [match.end() for match in _opening().finditer(plane)]
    spans = []
    for number, start in enumerate(openings):
        until = openings[number + 1] - 1 if number + 1 < len(openings) else len(plane)
        closings = [match.start() for match in _closing().finditer(plane, start, until)]
        if closings:
            spans.append((start, closings[-1]))
    return spans


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[\s(\[]))'(?=\w)")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"(?<=[\w.,!?])'(?!\w)")
