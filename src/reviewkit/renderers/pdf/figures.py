"""Figures as data: the shapes of the drawing, in points, with the names of their colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from reviewkit.document import Figure
from reviewkit.drawing.drawing import draw
from reviewkit.drawing.shapes import Shape, Words
from reviewkit.renderers.pdf.inline import fitting, plain
from reviewkit.renderers.pdf.place import Place

_TWIPS = 20
_NEXT_LINE = 1.5


def figure(block: Figure, place: Place) -> Iterator[dict[str, Any]]:
    """The picture with its title and the text for those who don't see it; a picture of nothing is left out."""
    drawing = draw(block.shows, place.room / _TWIPS)
    if not drawing.shapes:
        return
    title = plain(block.title)
    yield {
        "kind": "figure",
        "title": fitting(title, place.room),
        "description": plain(block.description) or title or "A figure",
        "width": drawing.width,
        "height": drawing.height,
        "shapes": [_shape(*pair) for pair in zip_longest(drawing.shapes, drawing.shapes[1:])],
    }


def _shape(shape: Shape, following: Shape | None) -> dict[str, Any]:
    data: dict[str, Any] = {"shape": type(shape).__name__.lower(), **shape._asdict()}
    if isinstance(shape, Words):
        # Whoever copies or hears the words gets a label of two lines as one.
        data["text"] = plain(shape.text) + (" " if _goes_on(shape, following) else "")
    return data


def _goes_on(shape: Words, following: Shape | None) -> bool:
    if not isinstance(following, Words):
        return False
    alike = following._replace(y=shape.y, text=shape.text) == shape
    return alike and 0 < following.y - shape.y < _NEXT_LINE * shape.size
