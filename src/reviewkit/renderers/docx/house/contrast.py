"""Colours of a house style that are hard to read. They are taken as they are, and said.

A partnership's colours are its own: a heading in a shade of ours would look like a fault, and nobody would find where it
comes from. Whoever chose them hears of it each time, with the nearest colour that can be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.drawing.contrast import contrast
from reviewkit.renderers.docx.house.resolving import Resolved
from reviewkit.tuples import NamedTuple

ENOUGH = 4.5
"""WCAG 2.2, criterion 1.4.3, for text of ordinary size."""
_STEPS = 20


class Weak(NamedTuple):
    """A style's text colour that stands out too little: `ratio` is 1 to 21.

    `instead` is the nearest of its shades that would do, "" if none does.
    """

    style: str
    colour: str
    ground: str
    ratio: float
    instead: str


def weak_styles(resolved: Resolved) -> tuple[Weak, ...]:
    """The styles whose text has a contrast below 4.5:1 on their own ground."""
    return tuple(_weak(resolved))


def _weak(resolved: Resolved) -> Iterator[Weak]:
    for style in resolved.shown():
        colour, ground = resolved.colour(style), resolved.ground(style)
        if style == "ReportTableHeading":
            ground = resolved.first_row("ReportTable") or ground
        ratio = contrast(colour, ground)
        if ratio < ENOUGH:
            yield Weak(resolved.name(style), colour, ground, ratio, _readable(colour, ground))


def _readable(colour: str, ground: str) -> str:
    """The same colour, darker or lighter by as little as will do."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    ends = (0, 255) if contrast(ground, "FFFFFF") < contrast(ground, "000000") else (255, 0)
    for end in ends:
        for step in range(1, _STEPS + 1):
            shade = "".join(f"{round(part + (end - part) * step / _STEPS):02X}" for part in parts)
            if contrast(shade, ground) >= ENOUGH:
                return shade
    return ""
