"""Sections of the Word file: their paper, header and footer, and how one ends."""

from __future__ import annotations

from reviewkit.document import Document
from reviewkit.renderers.docx.furniture import footer, header
from reviewkit.renderers.docx.look import Page
from reviewkit.renderers.docx.package import Part
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import plain_text
from reviewkit.renderers.docx.stretches import turned
from reviewkit.renderers.docx.writing import Writing
from reviewkit.tuples import NamedTuple

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TABLE_ENDS = "End of the table"


class Sheet(NamedTuple):
    """A kind of page: its paper, and the relationship ids of its headers by type and of its footer."""

    page: Page
    headers: dict[str, str]
    footer: str


class Sheets(NamedTuple):
    """Upright and turned pages, and the parts of the package that hold their headers and footers."""

    upright: Sheet
    turned: Sheet
    parts: list[Part]


def sheets(document: Document, page: Page, *, with_turned: bool) -> Sheets:
    """The kinds of pages; those of turned ones are made only where there are any."""
    on_side = turned(page)
    parts = [
        _part("header", name, xml)
        for name in ("default", "first")
        if (xml := header(document, page.text_width, first=name == "first"))
    ]
    ids = {part.name.removeprefix("header-").removesuffix(".xml"): part.id for part in parts}
    parts.append(_part("footer", "", footer(document, page.text_width)))
    upright = Sheet(page, ids, parts[-1].id)
    if not with_turned:
        return Sheets(upright, upright, parts)
    parts.append(_part("footer", "wide", footer(document, on_side.text_width)))
    wide = Sheet(on_side, {"default": ids["default"]} if "default" in ids else {}, parts[-1].id)
    if xml := header(document, on_side.text_width, first=False):
        parts.append(_part("header", "wide", xml))
        wide.headers["default"] = parts[-1].id
    return Sheets(upright, wide, parts)


def properties(sheet: Sheet, *, first: bool) -> str:
    """The properties of a section. `first`: it begins with a title page, which has a header of its own or none."""
    page = sheet.page
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="{id_}"/>'
        for kind, id_ in sheet.headers.items()
        if first or kind != "first"
    )
    orientation = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{references}<w:footerReference w:type="default" r:id="{sheet.footer}"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orientation}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        + ("<w:titlePg/>" if first else "")
        + "</w:sectPr>"
    )


def closed(written: str, section: str, writing: Writing) -> str:
    """What was written as a section of its own: only a paragraph can end one, and none is ever empty."""
    if not written.endswith("</w:p>"):
        written += paragraph(writing, "ReportTableEnd", plain_text(_TABLE_ENDS))
    before, end, after = written.rpartition("</w:pPr>")
    return f"{before}{section}{end}{after}"


def _part(role: str, name: str, xml: str) -> Part:
    file = f"{role}-{name}.xml" if name else f"{role}.xml"
    return Part(role, file, f"{_WORD}.{role}+xml", xml, f"rId{role.title()}{name.title()}")
