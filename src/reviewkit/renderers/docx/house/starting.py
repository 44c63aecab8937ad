"""A Word file to start a house style from: every style that reports use, each shown by a sample that says what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewkit.document import Document
from reviewkit.renderers.docx.fields import field
from reviewkit.renderers.docx.furniture_lines import tabs
from reviewkit.renderers.docx.house.samples import NORMAL, PROMPTS, PURPOSES, STEPS, USED
from reviewkit.renderers.docx.look import Look, Page, own_look
from reviewkit.renderers.docx.package import Part, packed
from reviewkit.renderers.docx.runs import TAB, plain_text, styled_text
from reviewkit.renderers.docx.xml import HEAD, MAIN, NAMESPACES
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_TITLE = "House style"
_CELLS = ("Report Table Heading", "Report Row Heading", "Report Table Text")
_FACTS = {"Report Fact": "Report Label Text", "Report Detail": "Report Detail Text"}
_UNSHOWN = ("Default Paragraph Font", "Normal Table", "No List", *_CELLS, *_FACTS)


class _Style(NamedTuple):
    kind: str
    name: str
    id: str


def starter() -> bytes:
    """The bytes of the file. Given as house style just as it is, it changes no style."""
    look = own_look()
    styles = _styles(look)
    parts = [
        Part("document", "document.xml", f"{_WORD}.document.main+xml", _story(styles, look.page)),
        Part("styles", "styles.xml", f"{_WORD}.styles+xml", look.styles),
        Part("numbering", "numbering.xml", f"{_WORD}.numbering+xml", look.numbering),
        Part("settings", "settings.xml", f"{_WORD}.settings+xml", look.settings),
        Part("fontTable", "fontTable.xml", f"{_WORD}.fontTable+xml", look.fonts),
        Part("theme", "theme/theme1.xml", _THEME, look.theme),
        Part("header", "header1.xml", f"{_WORD}.header+xml", _furniture("hdr", "Header", PROMPTS[0], ""), "rIdHeader"),
        Part("footer", "footer1.xml", f"{_WORD}.footer+xml", _footer(look.page), "rIdFooter"),
    ]
    return packed(parts, {}, Document(_TITLE, "", "", (), ()))


def _styles(look: Look) -> dict[str, _Style]:
    from lxml import etree

    root = etree.fromstring(look.styles.encode())
    found = (_style(element) for element in root.iterfind(f"{_W}style"))
    return {style.name: style for style in found}


def _style(element: _Element) -> _Style:
    name = element.find(f"{_W}name")
    shown = name.get(f"{_W}val", "") if name is not None else ""
    return _Style(element.get(f"{_W}type", ""), shown, element.get(f"{_W}styleId", ""))


def _story(styles: dict[str, _Style], page: Page) -> str:
    order = list(PURPOSES)
    named = sorted(
        (style for style in styles.values() if style.name not in _UNSHOWN and style.name != "Normal"),
        key=lambda style: order.index(style.name) if style.name in PURPOSES else len(order),
    )
    paragraphs = [style for style in named if style.kind == "paragraph"]
    characters = [style for style in named if style.kind == "character"]
    tables = [style for style in named if style.kind == "table"]
    opening = [style for style in paragraphs if order.index("toc 2") >= _place(order, style)]
    content = [
        *(_sample(style) for style in opening if not style.name.lower().startswith("toc")),
        *_steps(styles),
        *(_sample(style) for style in opening if style.name.lower().startswith("toc")),
        *(_sample(style) for style in paragraphs if style not in opening),
        _paragraph("Normal", plain_text(f"Normal: {NORMAL}")),
        *(_paragraph("BodyText", styled_text(_said(style), style.id)) for style in characters),
        *_facts(styles),
        *(_table(style, styles, page) for style in tables),
        _paragraph("BodyText", plain_text("That is every style that a report uses."), '<w:spacing w:before="240"/>'),
    ]
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{''.join(content)}{_section(page)}</w:body></w:document>"


def _place(order: list[str], style: _Style) -> int:
    return order.index(style.name) if style.name in order else len(order)


def _sample(style: _Style) -> str:
    return _paragraph(style.id, plain_text(_said(style)))


def _steps(styles: dict[str, _Style]) -> Iterator[str]:
    for step in STEPS:
        yield _paragraph(styles["Body Text"].id, plain_text(step))


def _facts(styles: dict[str, _Style]) -> Iterator[str]:
    """Label and answer in one line, as they stand in reports."""
    for name, label in _FACTS.items():
        if name in styles:
            said = f"{name}: a label and its answer in one line."
            yield _paragraph(styles[name].id, styled_text("Label", styles[label].id) + TAB + plain_text(said))


def _said(style: _Style) -> str:
    shown = (
        style.name.replace("toc", "TOC") if style.name.startswith("toc") else style.name[:1].upper() + style.name[1:]
    )
    return f"{shown}: {PURPOSES.get(style.name, USED)}"


def _table(style: _Style, styles: dict[str, _Style], page: Page) -> str:
    first, second = page.text_width // 3, page.text_width - page.text_width // 3
    cells = [_sample(styles[name]) for name in _CELLS]
    other = _paragraph(styles[_CELLS[0]].id, plain_text("Its first row stands again on every page."))
    rows = (
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{_cell(cells[0], first)}{_cell(other, second)}</w:tr>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(cells[1], first)}{_cell(cells[2], second)}</w:tr>"
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style.id}"/><w:tblW w:w="{first + second}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{style.name}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{first}"/><w:gridCol w:w="{second}"/></w:tblGrid>{rows}</w:tbl>'
    )


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _footer(page: Page) -> str:
    pages = plain_text("Page ") + field("PAGE", "1") + plain_text(" of ") + field("NUMPAGES", "1")
    return _furniture("ftr", "Footer", PROMPTS[1], TAB + TAB + pages, tabs(page.text_width))


def _furniture(tag: str, style: str, prompt: str, content: str, properties: str = "") -> str:
    asked = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        f'<w:color w:val="595959"/></w:rPr><w:t>{prompt}</w:t></w:r></w:sdtContent></w:sdt>'
    )
    return f"{HEAD}<w:{tag} {NAMESPACES}>{_paragraph(style, asked + content, properties)}</w:{tag}>"


def _section(page: Page) -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/></w:sectPr>'
    )


def _paragraph(style: str, content: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
