"""Which properties of a foreign style may travel: how text looks, never what hides it or says who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewkit.renderers.docx.xml import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_TEXT = "rPr rFonts b bCs i iCs caps smallCaps strike dstrike color spacing w kern position sz szCs u bdr shd vertAlign"
_PARAGRAPH = (
    "pPr keepNext keepLines pageBreakBefore widowControl pBdr top left bottom right between tabs tab"
    " suppressAutoHyphens ind contextualSpacing jc"
)
_TABLE = (
    "tblPr tblStyleRowBandSize tblStyleColBandSize tblInd tblBorders tblCellMar insideH insideV start end"
    " trPr tcPr tcBorders tcMar vAlign tblStylePr"
)
_ALLOWED = frozenset(f"{_W}{name}" for part in (_TEXT, _PARAGRAPH, _TABLE) for name in part.split())
_LONGEST_VALUE = 64
_DEEPEST = 6


def allowed(element: _Element | None, depth: int = 0) -> _Element | None:
    """A copy of the properties without anything that isn't on the list; None if nothing is left of the element."""
    from lxml import etree

    if element is None or element.tag not in _ALLOWED or depth > _DEEPEST:
        return None
    copy = etree.Element(element.tag, nsmap={"w": MAIN})
    for name, value in element.attrib.items():
        if str(name).startswith(_W) and len(value) <= _LONGEST_VALUE and "rsid" not in str(name):
            copy.set(name, value)
    for child in element:
        kept = allowed(child, depth + 1)
        if kept is not None:
            copy.append(kept)
    return copy
