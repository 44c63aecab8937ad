"""Colours and typefaces of a house style file's theme, in a theme of our own: names and extensions stay behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewkit.renderers.docx.xml import DRAWING, HEAD

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_NAME = 64


def merged_theme(own: str, house: _Element | None) -> str:
    """Our theme with the house's colours and Latin typefaces."""
    from lxml import etree

    if house is None:
        return own
    theme = etree.fromstring(own.encode())
    for slot in theme.iterfind(".//a:clrScheme/*", {"a": DRAWING}):
        colour = _colour(house.find(f".//{{{DRAWING}}}clrScheme/{slot.tag}"))
        if colour:
            slot[0].set("val", colour)
    for kind in ("majorFont", "minorFont"):
        path = f".//{{{DRAWING}}}fontScheme/{{{DRAWING}}}{kind}/{{{DRAWING}}}latin"
        source, target = house.find(path), theme.find(path)
        name = source.get("typeface", "") if source is not None else ""
        if name and len(name) <= _LONGEST_NAME and target is not None:
            target.set("typeface", name)
    return HEAD + etree.tostring(theme, encoding="unicode")


def _colour(slot: _Element | None) -> str:
    if slot is None or not len(slot):
        return ""
    value = slot[0].get("lastClr") or slot[0].get("val") or ""
    return value if re.fullmatch("[0-9A-Fa-f]{6}", value) else ""
