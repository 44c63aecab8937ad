"""Header and footer: the marking on every page, the short title or the house's own lines, page x of y."""

from __future__ import annotations

from reviewkit.document import Document, Run, Runs
from reviewkit.renderers._text import line
from reviewkit.renderers._titles import shortened
from reviewkit.renderers.docx.fields import field
from reviewkit.renderers.docx.furniture_lines import furniture_line, has_page
from reviewkit.renderers.docx.runs import TAB, plain_text
from reviewkit.renderers.docx.xml import HEAD, NAMESPACES

_TABS = 2
_PAGES = (Run("Page "), Run("1", page="this"), Run(" of "), Run("1", page="last"))


def header(document: Document, text_width: int, *, first: bool) -> str:
    """The header part; that of the title page holds the marking alone. "" if it would be empty.

    A house's own lines stand in the place of our short title, never in that of the marking.
    """
    marking = _styled("ReportStamp" if first else "ReportMarking", line(document.marking).strip())
    return _part("hdr", marking + ("" if first else _header_lines(document, text_width)))


def lines_above(document: Document) -> int:
    """How many lines the header has where it has most."""
    return bool(document.marking.strip()) + max(1, len(document.furniture.header))


def footer(document: Document, text_width: int) -> str:
    """The footer part: what the document is, and page x of y at the right.

    A house's own lines stand in the place of what the document is; that it is a draft is said all the same.
    """
    lines = document.furniture.footer
    numbered = has_page((*document.furniture.header, *lines))
    if lines and not numbered and not document.draft and (shared := _with_pages(lines[-1])):
        lines, numbered = (*lines[:-1], shared), True
    house = _house_lines("Footer", lines, text_width)
    left = "Draft" if document.draft else "" if house else line(document.kind).strip()
    own = _styled("Footer", shortened(left)) if numbered else _own_footer(left, text_width)
    return _part("ftr", house + own or _own_footer(left, text_width))


def _with_pages(runs: Runs) -> Runs:
    """The line with page x of y at its right; () if something stands there."""
    tabs = sum(run.text.count("\t") for run in runs)
    return (*runs, Run("\t" * (_TABS - tabs)), *_PAGES) if tabs < _TABS else ()


def _header_lines(document: Document, text_width: int) -> str:
    house = _house_lines("Header", document.furniture.header, text_width)
    return house or _styled("Header", shortened(line(document.title).strip()))


def _house_lines(style: str, lines: tuple[Runs, ...], text_width: int) -> str:
    return "".join(furniture_line(style, runs, text_width) for runs in lines)


def _own_footer(left: str, text_width: int) -> str:
    pages = plain_text("Page ") + field("PAGE", "1") + plain_text(" of ") + field("NUMPAGES", "1")
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{text_width}"/></w:tabs>'
    content = (plain_text(shortened(left)) if left else "") + TAB + pages
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{tabs}<w:jc w:val="left"/></w:pPr>{content}</w:p>'


def _styled(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{plain_text(text)}</w:p>' if text else ""


def _part(tag: str, content: str) -> str:
    return f"{HEAD}<w:{tag} {NAMESPACES}>{content}</w:{tag}>" if content else ""
