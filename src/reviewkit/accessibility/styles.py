"""The styles of a Word file: what each sets with all that it is based on, and how letters look after all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from reviewkit.accessibility.colours import Theme, ground_of
from reviewkit.accessibility.properties import TOGGLES, Properties, paragraph_properties, run_properties, values_of
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 40


class Shaped(NamedTuple):
    """What a table style sets for its tables or for one region of them (`firstRow`, `band1Horz` …)."""

    letters: Properties
    ground: str | None


class Style(NamedTuple):
    """A style with all that it is based on. `regions` are those of a table style."""

    name: str
    letters: Properties
    paragraph: Properties
    regions: Mapping[str, Shaped]


class Styles(NamedTuple):
    """All styles by kind and id. `defaults` are letters and paragraph of the document, before any style."""

    theme: Theme
    defaults: tuple[Properties, Properties]
    known: Mapping[tuple[str, str], Style]
    usual: Mapping[str, str]

    def named(self, kind: str, style: str) -> Style:
        """The style of that id, or the default of its kind; an unknown id counts as the default."""
        return self.known.get((kind, style)) or self.known.get((kind, self.usual.get(kind, "")), _NONE)


_NONE = Style("", {}, {}, {})


def read_styles(root: _Element | None, theme: Theme) -> Styles:
    """All styles, each worked out once. Styles based on themselves are cut off."""
    elements: dict[tuple[str, str], _Element] = {}
    usual: dict[str, str] = {}
    for element in root.iterchildren("{*}style") if root is not None else ():
        values = values_of(element)
        kind, style = values.get("type", "paragraph"), values.get("styleId", "")
        elements[kind, style] = element
        if values.get("default") in ("1", "true", "on"):
            usual[kind] = style
    own = {key: _own(element, theme) for key, element in elements.items()}
    based = {key: (key[0], _child_value(element, "basedOn")) for key, element in elements.items()}
    known = {key: _with_bases(key, own, based) for key in elements}
    return Styles(theme, _defaults(root, theme), known, usual)


def _defaults(root: _Element | None, theme: Theme) -> tuple[Properties, Properties]:
    for element in root.iterchildren("{*}docDefaults") if root is not None else ():
        letters = next(element.iterfind("{*}rPrDefault/{*}rPr"), None)
        paragraph = next(element.iterfind("{*}pPrDefault/{*}pPr"), None)
        return run_properties(letters, theme), paragraph_properties(paragraph, theme)
    return {}, {}


def _own(element: _Element, theme: Theme) -> Style:
    regions = {"": _shaped(element, theme)}
    for region in element.iterchildren("{*}tblStylePr"):
        regions[values_of(region).get("type", "")] = _shaped(region, theme)
    paragraph = paragraph_properties(next(element.iterchildren("{*}pPr"), None), theme)
    name = _child_value(element, "name")
    heading = re.fullmatch(r"heading ([1-9])", name, re.IGNORECASE)
    if heading:
        # Word knows its own headings also where a file doesn't say their level.
        paragraph.setdefault("level", int(heading.group(1)))
    return Style(name, regions[""].letters, paragraph, regions)


def _shaped(element: _Element, theme: Theme) -> Shaped:
    letters = run_properties(next(element.iterchildren("{*}rPr"), None), theme)
    shadings = [one for path in ("{*}tcPr/{*}shd", "{*}tblPr/{*}shd") for one in element.iterfind(path)]
    return Shaped(letters, ground_of(values_of(shadings[0]), theme) if shadings else None)


def _child_value(element: _Element, name: str) -> str:
    return next((values_of(child).get("val", "") for child in element.iterchildren(f"{{*}}{name}")), "")


def _with_bases(
    key: tuple[str, str], own: Mapping[tuple[str, str], Style], based: Mapping[tuple[str, str], tuple[str, str]]
) -> Style:
    chain = [key]
    while len(chain) < _DEEPEST and (base := based[chain[-1]]) in own and base not in chain:
        chain.append(base)
    letters: Properties = {}
    paragraph: Properties = {}
    regions: dict[str, Shaped] = {}
    for step in reversed(chain):
        letters |= own[step].letters
        paragraph |= own[step].paragraph
        for region, shaped in own[step].regions.items():
            before = regions.get(region, Shaped({}, None))
            ground = before.ground if shaped.ground is None else shaped.ground
            regions[region] = Shaped(before.letters | shaped.letters, ground)
    return Style(own[key].name, letters, paragraph, regions)


def joined(defaults: Properties, *levels: Properties) -> Properties:
    """The properties of several levels of styles, the later ones over the earlier."""
    found = dict(defaults)
    for level in levels:
        found |= level
    for toggle in TOGGLES.values():
        on = sum(bool(level.get(toggle)) for level in levels)
        found[toggle] = bool(on % 2) or bool(defaults.get(toggle))
    return found


def regions_of(flags: Iterable[str], row: int, column: int, rows: int, columns: int) -> list[str]:
    """The regions of a table style that a cell lies in, weakest first. `flags` are those of the table's look."""
    on = frozenset(flags)
    top, left = "firstRow" in on and row == 0, "firstColumn" in on and column == 0
    bottom, right = "lastRow" in on and row == rows - 1, "lastColumn" in on and column == columns - 1
    found = [""]
    if "noVBand" not in on and not left:
        found.append(f"band{(column - ('firstColumn' in on)) % 2 + 1}Vert")
    if "noHBand" not in on and not top:
        found.append(f"band{(row - ('firstRow' in on)) % 2 + 1}Horz")
    corners = ((top, left, "nwCell"), (top, right, "neCell"), (bottom, left, "swCell"), (bottom, right, "seCell"))
    edges = ((left, "firstCol"), (right, "lastCol"), (top, "firstRow"), (bottom, "lastRow"))
    return [*found, *(name for is_in, name in edges if is_in), *(name for one, two, name in corners if one and two)]


_LOOK_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


def look_flags(element: _Element | None) -> frozenset[str]:
    """What a table's look switches on, written out or as bits."""
    values = values_of(element) if element is not None else {}
    said = frozenset(flag for flag in _LOOK_BITS if values.get(flag) in ("1", "true", "on"))
    if said or any(flag in values for flag in _LOOK_BITS):
        return said
    written = values.get("val", "")
    bits = int(written, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", written) else 0
    return frozenset(flag for flag, bit in _LOOK_BITS.items() if bits & bit)
