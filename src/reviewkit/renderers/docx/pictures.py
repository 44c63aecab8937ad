"""Figures as pictures in the line of text: the title above as a caption, the description for those who don't see it."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.document import Figure
from reviewkit.drawing.measuring import text_width
from reviewkit.drawing.shapes import Drawing
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.emf import EDGE, emf
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.picture_pages import drawings_of
from reviewkit.renderers.docx.runs import plain_text
from reviewkit.renderers.docx.writing import Place, Writing
from reviewkit.renderers.docx.xml import DRAWING, attribute
from reviewkit.tuples import NamedTuple

_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_TWIPS = 20
_EMU = 12700
_NARROWEST = 100.0
_AROUND, _CAPTION_LINE = 40.0, 20.0
_COLOURS = {
    "second": "28A197", "third": "801650", "ink": "1C2530", "quiet": "46535F", "line": "9DB2C6", "tint": "E7EEF4",
    "paper": "FFFFFF",
}  # fmt: skip


class _Picture(NamedTuple):
    """A drawing, how large it is shown, what is said of it, and the title above it."""

    drawing: Drawing
    scale: float
    caption: str
    description: str


def figure(block: Figure, place: Place, writing: Writing) -> str:
    """The figure's pictures, each with its title above; none in a cell or a list, where the facts alone stand."""
    width = place.width / _TWIPS - 2 * EDGE
    if place.in_cell or place.depth or width < _NARROWEST:
        return ""
    height = writing.height / _TWIPS - _room_above(block.title, place)
    drawings = [each for each in drawings_of(block.shows, width, height) if each.shapes and each.height > 0]
    pictures = _named(block, drawings, width, height)
    return "".join(_captioned(picture, place, writing) for picture in pictures)


def _room_above(title: str, place: Place) -> float:
    """About how high the title is, with the space around it and the picture, in points."""
    return _AROUND + _CAPTION_LINE * (1 + text_width(title, bold=True) // place.width)


def _named(block: Figure, drawings: Sequence[Drawing], width: float, height: float) -> list[_Picture]:
    title, description = (line(text).strip() for text in (block.title, block.description))
    pictures = []
    for number, drawing in enumerate(drawings, start=1):
        part = f" (part {number} of {len(drawings)})" if len(drawings) > 1 else ""
        scale = min(1.0, width / drawing.width, height / drawing.height)
        said = description if number == 1 else "The description stands at the first part of this picture."
        pictures.append(_Picture(drawing, scale, title + part, said))
    return pictures


def _captioned(picture: _Picture, place: Place, writing: Writing) -> str:
    indent = place.left or None
    above = paragraph(
        writing,
        "Caption",
        plain_text(picture.caption) if picture.caption.strip() else "",
        keep_next=True,
        indent=indent,
    )
    return above + paragraph(writing, "ReportPicture", _inline(picture, writing), indent=indent)


def _inline(picture: _Picture, writing: Writing) -> str:
    """The picture in a run; Word asks for its size twice, in English Metric Units."""
    colours = {**_COLOURS, "accent": writing.accent}
    number = writing.picture(emf(picture.drawing, colours))
    width, height = (max(1, int((size + 2 * EDGE) * picture.scale * _EMU)) for size in picture.drawing[:2])
    names = f'id="{number}" name="Figure {number}"'
    said = f'descr="{attribute(picture.description)}" title="{attribute(picture.caption)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_INLINE}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {names} {said}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="rIdFigure{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
