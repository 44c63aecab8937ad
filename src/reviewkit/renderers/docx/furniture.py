"""Header and footer: the marking on every page, the short title, page x of y."""

from __future__ import annotations

from reviewkit.document import Document
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.fields import field
from reviewkit.renderers.docx.runs import TAB, plain_text
from reviewkit.renderers.docx.xml import HEAD, NAMESPACES

_SHORT = 80


def header(document: Document, *, first: bool) -> str:
    """The header part; that of the title page holds the marking alone. "" if it would be empty."""
    marking = _styled("ReportMarking", line(document.marking).strip())
    title = "" if first else _styled("Header", shortened(line(document.title).strip()))
    return _part("hdr", marking + title)


def footer(document: Document, text_width: int) -> str:
    """The footer part: what the document is, and page x of y at the right."""
    left = "Draft" if document.draft else line(document.kind).strip()
    pages = plain_text("Page ") + field("PAGE", "1") + plain_text(" of ") + field("NUMPAGES", "1")
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{text_width}"/></w:tabs>'
    content = (plain_text(shortened(left)) if left else "") + TAB + pages
    return _part("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{tabs}</w:pPr>{content}</w:p>')


def shortened(text: str) -> str:
    """The text, cut after a word where it wouldn't fit on one line."""
    if len(text) <= _SHORT:
        return text
    kept = text[:_SHORT].rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:–-") + "…"


def _styled(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{plain_text(text)}</w:p>' if text else ""


def _part(tag: str, content: str) -> str:
    return f"{HEAD}<w:{tag} {NAMESPACES}>{content}</w:{tag}>" if content else ""
