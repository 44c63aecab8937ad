"""Pictures, charts, shapes and embedded objects: their alternative text, whether they float, and what is written in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewkit.accessibility.properties import values_of
from reviewkit.accessibility.values import PictureKind
from reviewkit.inspecting.markup import local
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: dict[str, PictureKind] = {
    "picture": "picture", "chart": "chart", "chartex": "chart", "diagram": "diagram", "wordprocessingShape": "shape",
    "wordprocessingGroup": "shape", "wordprocessingCanvas": "shape", "wordprocessingInk": "shape",
}  # fmt: skip
_OLD_SHAPES = frozenset(("shape", "rect", "roundrect", "oval", "line", "polyline", "group", "image", "arc", "curve"))
_MARK = "PowerPlusWaterMark"


class Drawn(NamedTuple):
    """One drawing; `texts` are the boxes in it that hold paragraphs."""

    kind: PictureKind
    text: str
    is_decorative: bool
    is_floating: bool
    texts: tuple[_Element, ...]


def drawn_in(element: _Element) -> Iterator[Drawn]:
    """What a `w:drawing`, `w:pict` or `w:object` shows."""
    if local(str(element.tag)) == "drawing":
        for frame in element.iterchildren("{*}inline", "{*}anchor"):
            yield _drawing(frame)
    else:
        is_object = local(str(element.tag)) == "object"
        for child in element.iterchildren("{*}*"):
            if local(str(child.tag)) in _OLD_SHAPES and not _is_rule(child):
                yield _old_shape(child, is_object=is_object)


def _drawing(frame: _Element) -> Drawn:
    said = next((values_of(one) for one in frame.iterchildren("{*}docPr")), {})
    uri = next((str(one.get("uri", "")) for one in frame.iter("{*}graphicData")), "")
    kind: PictureKind = _KINDS.get(uri.rpartition("/")[2], "picture")
    texts = _texts(frame)
    decorative = any(one.get("val") in ("1", "true") for one in frame.iter("{*}decorative"))
    if texts and kind == "shape":
        kind = "text box"
    return Drawn(kind, _alternative(said), decorative, local(str(frame.tag)) == "anchor", texts)


def _old_shape(shape: _Element, *, is_object: bool) -> Drawn:
    values = values_of(shape)
    texts = _texts(shape)
    kind: PictureKind = "picture" if next(shape.iter("{*}imagedata"), None) is not None else "shape"
    if is_object:
        kind = "embedded object"
    elif _MARK in values.get("id", "") or next(shape.iter("{*}textpath"), None) is not None:
        kind = "watermark"
    elif texts:
        kind = "text box"
    floats = "absolute" in values.get("style", "").replace(" ", "").partition("position:")[2].partition(";")[0]
    text = (values.get("alt") or values.get("title") or "").strip()
    return Drawn(kind, text, False, floats, texts)


def _alternative(said: dict[str, str]) -> str:
    return (said.get("descr", "").strip() or said.get("title", "")).strip()


def _is_rule(shape: _Element) -> bool:
    """A line across the page, which Word draws as a shape."""
    return values_of(shape).get("hr") in ("t", "true", "1")


def _texts(element: _Element) -> tuple[_Element, ...]:
    """The outermost boxes of text; older copies of the same (fallbacks) left out."""
    found: list[_Element] = []
    stack = [element]
    while stack:
        for child in stack.pop().iterchildren("{*}*"):
            name = local(str(child.tag))
            if name == "txbxContent":
                found.append(child)
            elif name != "Fallback":
                stack.append(child)
    return tuple(found)
