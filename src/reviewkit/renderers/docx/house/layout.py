"""What stays ours in a style whatever the house says: what holds numbers, labels, lists and the outline in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewkit.renderers.docx.xml import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
LOOKS = tuple(f"{_W}{name}" for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_OWN_LAYOUT = (
    "TOC1", "TOC2", "ReportFact", "ReportDetail", "ReportAnswer", "ReportNumbered", "ListBullet", "ListBullet2", "ListBullet3",
    "ListNumber", "ListNumber2", "ListNumber3", "ListContinue", "Header", "Footer",
)  # fmt: skip
_KEPT = ("keepNext", "pageBreakBefore", "numPr", "outlineLvl")
_ORDER = (
    "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "suppressAutoHyphens",
    "spacing", "ind", "contextualSpacing", "jc", "outlineLvl",
)  # fmt: skip


def own_properties(style: _Element) -> list[_Element]:
    """The paragraph properties of our style that stay."""
    names = _KEPT + (("tabs", "ind") if _has_own_layout(style) else ())
    found = style.find(f"{_W}pPr")
    return [each for each in found if each.tag.removeprefix(_W) in names] if found is not None else []


def put_back(style: _Element, kept: list[_Element], *, was_numbered: bool) -> None:
    """Put the properties that stay among those that were taken, in the order that Word asks for.

    `was_numbered`: the house numbers this style itself; its tabs and indents go with its numbers, ours come as text.
    """
    properties = _paragraph_properties(style)
    layout = {f"{_W}tabs", f"{_W}ind"} if was_numbered or _has_own_layout(style) else set()
    dropped = layout | {each.tag for each in kept}
    every = [each for each in properties if each.tag not in dropped] + kept
    properties[:] = sorted(every, key=lambda each: _ORDER.index(each.tag.removeprefix(_W)))
    if not len(properties):
        style.remove(properties)


def _paragraph_properties(style: _Element) -> _Element:
    from lxml import etree

    found = style.find(f"{_W}pPr")
    if found is None:
        found = etree.Element(f"{_W}pPr")
        style.insert(next((index for index, each in enumerate(style) if each.tag in LOOKS), len(style)), found)
    return found


def _has_own_layout(style: _Element) -> bool:
    return style.get(f"{_W}styleId") in _OWN_LAYOUT
