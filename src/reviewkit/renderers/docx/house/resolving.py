"""How text in a style looks in the end: its own properties, else those of the styles that it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewkit.renderers.docx.xml import DRAWING, MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_UNSHOWN = ("DefaultParagraphFont", "TableNormal", "NoList")
_BUILT = "House"
_BLACK, _WHITE = "000000", "FFFFFF"
_WORDS_OWN_SIZE = 20  # half points, where a file says nothing


class Resolved:
    """A finished styles part and its theme, to ask about."""

    def __init__(self, styles: _Element, theme: _Element) -> None:
        self._styles = {style.get(f"{_W}styleId", ""): style for style in styles.iterfind(f"{_W}style")}
        self._defaults = styles.find(f"{_W}docDefaults")
        self._theme = theme

    def shown(self) -> list[str]:
        """The ids of the styles that text stands in."""
        return [
            id_
            for id_, style in self._styles.items()
            if id_ not in _UNSHOWN
            and not id_.startswith(_BUILT)
            and style.get(f"{_W}type") in ("paragraph", "character")
        ]

    def name(self, style_id: str) -> str:
        """The name that Word shows."""
        return _value(self._styles[style_id].find(f"{_W}name"))

    def colour(self, style_id: str) -> str:
        """The colour of its text, such as "12436D"."""
        found = self._first(style_id, "color", "rPr")
        return _hex(_value(found)) or _BLACK

    def ground(self, style_id: str) -> str:
        """The colour that its text stands on."""
        for kind in ("rPr", "pPr"):
            fill = _hex(_attribute(self._first(style_id, "shd", kind), "fill"))
            if fill:
                return fill
        return _WHITE

    def first_row(self, style_id: str) -> str:
        """The ground of the first row of a table in that style; "" if it has none."""
        style = self._styles.get(style_id)
        rows = style.iterfind(f"{_W}tblStylePr") if style is not None else ()
        row = next((each for each in rows if each.get(f"{_W}type") == "firstRow"), None)
        return _hex(_attribute(row.find(f"{_W}tcPr/{_W}shd"), "fill")) if row is not None else ""

    def size(self, style_id: str) -> float:
        """The size of its text in points."""
        written = _value(self._first(style_id, "sz", "rPr"))
        usable = written.isascii() and written.isdigit() and len(written) < 5
        return (int(written) if usable else _WORDS_OWN_SIZE) / 2

    def font(self, style_id: str) -> str:
        """The typeface of its text; "" if nothing says."""
        fonts = self._first(style_id, "rFonts", "rPr")
        theme = _attribute(fonts, "asciiTheme")
        if theme:
            kind = "majorFont" if theme.startswith("major") else "minorFont"
            latin = self._theme.find(f".//{{{DRAWING}}}fontScheme/{{{DRAWING}}}{kind}/{{{DRAWING}}}latin")
            return latin.get("typeface", "") if latin is not None else ""
        return _attribute(fonts, "ascii") or _attribute(fonts, "hAnsi")

    def _first(self, style_id: str, tag: str, kind: str) -> _Element | None:
        return next(
            (found for each in self._chain(style_id, kind) if (found := each.find(f"{_W}{tag}")) is not None), None
        )

    def _chain(self, style_id: str, kind: str) -> Iterator[_Element]:
        style = self._styles.get(style_id)
        seen: set[str] = set()
        while style is not None and style_id not in seen:
            seen.add(style_id)
            yield from style.iterfind(f"{_W}{kind}")
            style_id = _value(style.find(f"{_W}basedOn"))
            style = self._styles.get(style_id)
        if self._defaults is not None:
            yield from self._defaults.iterfind(f"{_W}{kind}Default/{_W}{kind}")


def _value(element: _Element | None) -> str:
    return _attribute(element, "val")


def _attribute(element: _Element | None, name: str) -> str:
    return element.get(f"{_W}{name}", "") if element is not None else ""


def _hex(value: str) -> str:
    return value.upper() if re.fullmatch("[0-9A-Fa-f]{6}", value) else ""
