"""A drawing as SVG for a web page: plain shapes and words, named for those who don't see them.

Colours stand as values, so that a picture is right on its own, and as classes, by which a page may change them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from reviewkit.drawing.shapes import Box, Dot, Drawing, Path, Shape, Words
from reviewkit.renderers._text import line

FAMILY = "Arial, Helvetica, 'Liberation Sans', sans-serif"
COLOURS = {
    "ink": "#1c2530", "quiet": "#46535f", "accent": "#12436d", "second": "#28a197", "third": "#801650", "line": "#7f91a2",
    "tint": "#e7eef4", "paper": "#ffffff", "none": "none",
}  # fmt: skip
_LEADING = 1.4


def svg(drawing: Drawing, title: str, description: str, ids: str) -> str:
    """The picture as an element; `ids` begins the names of its title and description, "" if it has no shapes."""
    if not drawing.shapes:
        return ""
    box = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    return (
        f'<svg role="img" aria-labelledby="{ids}-title {ids}-text" viewBox="{box}" xmlns="http://www.w3.org/2000/svg"'
        f' font-family="{escape(FAMILY, quote=False)}">\n'
        f'<title id="{ids}-title">{_text(title)}</title>\n'
        f'<desc id="{ids}-text">{_text(description)}</desc>\n' + "\n".join(_written(drawing.shapes)) + "\n</svg>"
    )


def _written(shapes: Iterable[Shape]) -> Iterator[str]:
    """The shapes as elements; lines that stand beneath one another as one text, to be read and searched as one."""
    lines: list[Words] = []
    for shape in shapes:
        if lines and not (isinstance(shape, Words) and _goes_on(lines[-1], shape)):
            yield _text_of(lines)
            lines = []
        if isinstance(shape, Words):
            lines.append(shape)
        else:
            yield _element(shape)
    if lines:
        yield _text_of(lines)


def _goes_on(before: Words, after: Words) -> bool:
    beneath = before._replace(y=after.y, text=after.text)
    return beneath == after and 0 < after.y - before.y <= _LEADING * before.size


def _element(shape: Box | Dot | Path) -> str:
    match shape:
        case Box():
            corner = f' rx="{_number(shape.round)}"' if shape.round else ""
            size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
            return (
                f'<rect x="{_number(shape.x)}" y="{_number(shape.y)}" {size}{corner}{_look(shape.fill, shape.stroke)}/>'
            )
        case Dot():
            centre = f'cx="{_number(shape.x)}" cy="{_number(shape.y)}" r="{_number(shape.radius)}"'
            return f"<circle {centre}{_look(shape.fill, shape.stroke)}/>"
        case Path():
            width = f' stroke-width="{_number(shape.width)}"'
            return f'<path d="{_way(shape)}"{_look("none", shape.stroke)}{width}/>'


def _text_of(lines: list[Words]) -> str:
    shape = lines[0]
    anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
    weight = ' font-weight="bold"' if shape.bold else ""
    size = f'font-size="{_number(shape.size)}"'
    said = "\n".join(f'<tspan x="{_number(line.x)}" y="{_number(line.y)}">{_text(line.text)}</tspan>' for line in lines)
    return f"<text {size}{anchor}{weight}{_look(shape.colour, 'none')}>{said}</text>"


def _look(fill: str, stroke: str) -> str:
    """Fill and stroke. The class is the name of the fill, or of the stroke where nothing is filled."""
    named = fill if fill != "none" else stroke
    edge = f' stroke="{COLOURS[stroke]}"' if stroke != "none" else ""
    return f' class="{named}" fill="{COLOURS[fill]}"{edge}'


def _way(path: Path) -> str:
    (first, *rest) = [f"{_number(x)} {_number(y)}" for x, y in path.points]
    return f"M{first} C{', '.join(rest)}" if path.curved else f"M{first} L{' '.join(rest)}"


def _number(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(line(text), quote=False)
