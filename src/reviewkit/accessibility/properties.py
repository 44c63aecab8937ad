"""What one `w:rPr` or `w:pPr` sets, as plain values; what it doesn't set is not in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewkit.accessibility.colours import HIGHLIGHTS, Theme, colour_of, ground_of
from reviewkit.inspecting.markup import local

if TYPE_CHECKING:
    from lxml.etree import _Element

Properties = dict[str, Any]
TOGGLES = {"b": "bold", "i": "italic", "caps": "capitals"}
"""Set by a paragraph style and by a character style they cancel each other out."""
_OFF = frozenset(("0", "false", "off", "none"))
_MOST_HALF_POINTS = 3276


def values_of(element: _Element) -> dict[str, str]:
    """The attributes without their name spaces."""
    return {local(str(key)): str(value) for key, value in element.items()}


def settings_of(element: _Element | None) -> dict[str, dict[str, str]]:
    """The children by name, each with its attributes; nothing where there is no element."""
    children = element.iterchildren("{*}*") if element is not None else ()
    return {local(str(child.tag)): values_of(child) for child in children}


def is_on(values: dict[str, str]) -> bool:
    """Whether a switch is on: without a value it is."""
    return values.get("val", "1") not in _OFF


def run_properties(element: _Element | None, theme: Theme) -> Properties:
    """What a run's properties set; `style` is the id of its character style."""
    found: Properties = {}
    for child in element if element is not None else ():
        if isinstance(child.tag, str):
            _add_run_property(found, local(child.tag), values_of(child), theme)
    return found


def _add_run_property(found: Properties, name: str, values: dict[str, str], theme: Theme) -> None:
    if name in TOGGLES:
        found[TOGGLES[name]] = is_on(values)
    elif name == "sz":
        found |= _size(values.get("val", ""))
    elif name == "u":
        found["underlined"] = is_on(values)
    elif name == "vanish":
        found["hidden"] = is_on(values)
    elif name == "rFonts":
        found |= _font(values, theme)
    elif name == "color":
        found["colour"] = colour_of(values, theme) or ""
    elif name == "shd":
        found["shade"] = ground_of(values, theme)
    elif name in _BY_VALUE:
        found[_BY_VALUE[name]] = values.get("val", "")


_BY_VALUE = {"rStyle": "style", "lang": "language", "effect": "effect", "vertAlign": "raised", "highlight": "highlight"}


def _size(value: str) -> Properties:
    return {"size": min(int(value), _MOST_HALF_POINTS) / 2} if value.isascii() and value.isdigit() else {}


def _font(values: dict[str, str], theme: Theme) -> Properties:
    themed = values.get("asciiTheme") or values.get("hAnsiTheme") or ""
    name = theme.fonts.get(themed[:5]) or values.get("ascii") or values.get("hAnsi")
    return {"font": name} if name else {}


def highlight_of(properties: Properties) -> str:
    """What a run lies on by its own: the marker, else its shading; "" for neither."""
    return HIGHLIGHTS.get(properties.get("highlight", ""), "") or properties.get("shade", "")


def paragraph_properties(element: _Element | None, theme: Theme) -> Properties:
    """What a paragraph's properties set; `style` is the id of its style, `number` the id of its list."""
    found: Properties = {}
    for child in element if element is not None else ():
        if not isinstance(child.tag, str):
            continue
        name, values = local(child.tag), values_of(child)
        if name == "pStyle":
            found["style"] = values.get("val", "")
        elif name == "jc":
            found["justified"] = values.get("val") in ("both", "distribute", "thaiDistribute")
        elif name == "outlineLvl":
            level = values.get("val", "")
            found["level"] = int(level) + 1 if level in tuple("012345678") else 0
        elif name == "numPr":
            numbers = [values_of(one).get("val") for one in child.iterchildren("{*}numId")]
            found |= {"listed": numbers[0] != "0"} if numbers else {}
        elif name == "shd":
            found["shade"] = ground_of(values, theme)
        elif name == "sectPr":
            found["section"] = True
    return found
