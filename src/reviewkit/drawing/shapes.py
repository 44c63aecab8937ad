"""What a picture is made of. Lengths are points (1/72 inch) from the top left corner; colours have names, not values.

A renderer decides what "accent" looks like, so that a house's own colours colour its figures too.
"""

from __future__ import annotations

from typing import Literal

from reviewkit.tuples import NamedTuple

Colour = Literal["ink", "quiet", "accent", "second", "third", "line", "tint", "paper", "none"]


class Box(NamedTuple):
    """A rectangle; `round` is the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour = "none"
    stroke: Colour = "none"
    round: float = 0.0


class Dot(NamedTuple):
    """A circle around `x`, `y`."""

    x: float
    y: float
    radius: float
    fill: Colour = "accent"
    stroke: Colour = "none"


class Path(NamedTuple):
    """A line through points; `curved`: the points between the first and the last pull it (a cubic Bézier of four)."""

    points: tuple[tuple[float, float], ...]
    stroke: Colour = "line"
    width: float = 1.0
    curved: bool = False


class Words(NamedTuple):
    """One line of text with its baseline at `y`; `anchor` says which end of it stands at `x`."""

    x: float
    y: float
    text: str
    size: float = 10.5
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    colour: Colour = "ink"


Shape = Box | Dot | Path | Words


class Drawing(NamedTuple):
    """A picture: its size, and its shapes from back to front."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
