"""How a stretch of a house's header looks and where it stands: its own properties, else those of its styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewkit.renderers.docx.xml import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_OFF = ("0", "false", "off", "none")
_HIDING = ("vanish", "specVanish", "webHidden")
_DEEPEST = 12
_SIDES = {"center": "middle", "right": "right", "end": "right"}


class Looks:
    """Answers by the styles of one house style file."""

    def __init__(self, styles: _Element) -> None:
        every = list(styles.iterfind(f"{_W}style"))
        self._styles = {each.get(f"{_W}styleId", ""): each for each in every}
        self._normal = next((each for each in every if _is_default(each)), None)

    def is_hidden(self, run: _Element, paragraph: _Element | None) -> bool:
        """Whether Word would not show the run."""
        return any(self._says(name, run, paragraph) for name in _HIDING)

    def is_bold(self, run: _Element) -> bool:
        """Whether the run itself is bold; what its paragraph's style says is the report's own business."""
        return bool(self._says("b", run, None))

    def is_italic(self, run: _Element) -> bool:
        """Whether the run itself is italic."""
        return bool(self._says("i", run, None))

    def is_prompt(self, run: _Element) -> bool:
        """Whether the run is the grey text that asks to be replaced."""
        style = self._styles.get(_style_of(_properties(run, "rPr"), "rStyle"))
        return style is not None and _value(style.find(f"{_W}name")).casefold() == "placeholder text"

    def side(self, paragraph: _Element) -> str:
        """Where a paragraph without tabs stands: "left", "middle" or "right"."""
        for properties in self._paragraph_properties(paragraph):
            found = properties.find(f"{_W}jc")
            if found is not None:
                return _SIDES.get(_value(found), "left")
        return "left"

    def stops(self, paragraph: _Element) -> list[str]:
        """What its tabs lead to, one after the other; as Word's own header has them where it has none."""
        found: dict[int, str] = {}
        for properties in reversed(list(self._paragraph_properties(paragraph))):
            for tab in properties.iterfind(f"{_W}tabs/{_W}tab"):
                place = tab.get(f"{_W}pos", "").lstrip("-")
                if place.isascii() and place.isdigit() and len(place) < 7:
                    found[int(place)] = _value(tab)
        kept = [kind for _, kind in sorted(found.items()) if kind not in ("clear", "bar")]
        return [_SIDES.get(kind, "left") for kind in kept] or ["middle", "right"]

    def _says(self, name: str, run: _Element, paragraph: _Element | None) -> bool | None:
        for properties in self._run_properties(run, paragraph):
            found = properties.find(f"{_W}{name}")
            if found is not None:
                return _value(found, "1").casefold() not in _OFF
        return None

    def _run_properties(self, run: _Element, paragraph: _Element | None) -> Iterator[_Element]:
        own = _properties(run, "rPr")
        if own is not None:
            yield own
            yield from self._chain(_style_of(own, "rStyle"), "rPr")
        if paragraph is not None:
            yield from self._chain(_style_of(_properties(paragraph, "pPr"), "pStyle"), "rPr", or_normal=True)

    def _paragraph_properties(self, paragraph: _Element) -> Iterator[_Element]:
        own = _properties(paragraph, "pPr")
        if own is not None:
            yield own
        yield from self._chain(_style_of(own, "pStyle"), "pPr", or_normal=True)

    def _chain(self, style_id: str, tag: str, *, or_normal: bool = False) -> Iterator[_Element]:
        """The properties of a style and of those that it is based on."""
        style = self._styles.get(style_id)
        if style is None and or_normal:
            style = self._normal
        for _ in range(_DEEPEST):
            if style is None:
                return
            properties = style.find(f"{_W}{tag}")
            if properties is not None:
                yield properties
            style = self._styles.get(_value(style.find(f"{_W}basedOn")))


def _properties(element: _Element, name: str) -> _Element | None:
    """Its properties: they stand first; to count thousands of runs, or look among them, would take long."""
    first = next(iter(element), None)
    return first if first is not None and first.tag == f"{_W}{name}" else None


def _style_of(properties: _Element | None, name: str) -> str:
    return _value(properties.find(f"{_W}{name}")) if properties is not None else ""


def _is_default(style: _Element) -> bool:
    return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default", "0").casefold() not in _OFF


def _value(element: _Element | None, otherwise: str = "") -> str:
    return element.get(f"{_W}val", otherwise) if element is not None else ""
