"""Paper and margins of a house style file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewkit.renderers.docx.look import Page
from reviewkit.renderers.docx.xml import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_SMALLEST, _LARGEST = 4000, 31680
_LEAST_TEXT = 3600


def page_of(document: _Element) -> Page:
    """The page of the file's last section; our own where it has none, or one that no report fits on."""
    section = document.find(f"{{{MAIN}}}body/{{{MAIN}}}sectPr")
    if section is None:
        return Page()
    own = Page()
    size, margins = section.find(f"{{{MAIN}}}pgSz"), section.find(f"{{{MAIN}}}pgMar")
    page = Page(
        width=_twips(size, "w", own.width),
        height=_twips(size, "h", own.height),
        top=_twips(margins, "top", own.top),
        right=_twips(margins, "right", own.right),
        bottom=_twips(margins, "bottom", own.bottom),
        left=_twips(margins, "left", own.left),
        header=_twips(margins, "header", own.header),
        footer=_twips(margins, "footer", own.footer),
    )
    return page if _fits(page) else own


def _twips(element: _Element | None, name: str, otherwise: int) -> int:
    text = element.get(f"{{{MAIN}}}{name}", "") if element is not None else ""
    # Word writes a negative top margin for one that the header may not push down.
    digits = text.lstrip("-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else otherwise


def _fits(page: Page) -> bool:
    sizes = _SMALLEST <= page.width <= _LARGEST and _SMALLEST <= page.height <= _LARGEST
    return sizes and page.text_width >= _LEAST_TEXT and page.height - page.top - page.bottom >= _LEAST_TEXT
