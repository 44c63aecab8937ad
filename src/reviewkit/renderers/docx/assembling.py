"""The parts of the Word file, put together from the document and its look."""

from __future__ import annotations

from reviewkit.document import Document
from reviewkit.renderers._outline import renamed
from reviewkit.renderers.docx.blocks import write_blocks
from reviewkit.renderers.docx.comments import comments_part, with_comment_styles
from reviewkit.renderers.docx.furniture import footer, header
from reviewkit.renderers.docx.look import Look, Page
from reviewkit.renderers.docx.opening import contents_page, front_pages, title_page
from reviewkit.renderers.docx.package import Part, packed
from reviewkit.renderers.docx.writing import Writing
from reviewkit.renderers.docx.xml import HEAD, NAMESPACES, attribute

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER_LINE, _HEADER_GAP = 270, 200
_OWN_LANGUAGE = '"en-GB"'


def assemble(document: Document, look: Look) -> bytes:
    """The Word file's bytes."""
    document = _renamed(document)
    writing = Writing(look.page.text_width, write_blocks)
    headers = {name: xml for name in ("default", "first") if (xml := header(document, first=name == "first"))}
    section = _section(_below_header(look.page, document), list(headers))
    body = _body(document, writing, section)
    homeless = _homeless(document, writing)
    if homeless:
        return assemble(document._replace(title_notes=(*document.title_notes, *homeless)), look)
    story = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    comments = comments_part(document, writing)
    styles = with_comment_styles(_spoken(look.styles, document), document)
    parts = [
        Part("document", "document.xml", f"{_WORD}.document.main+xml", story),
        Part("styles", "styles.xml", f"{_WORD}.styles+xml", styles),
        Part("numbering", "numbering.xml", f"{_WORD}.numbering+xml", _numbering(look.numbering, writing)),
        Part("settings", "settings.xml", f"{_WORD}.settings+xml", _spoken(look.settings, document)),
        Part("fontTable", "fontTable.xml", f"{_WORD}.fontTable+xml", look.fonts),
        Part("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", look.theme),
        *(
            Part("header", f"header-{name}.xml", f"{_WORD}.header+xml", xml, _header_id(name))
            for name, xml in headers.items()
        ),
        Part("footer", "footer.xml", f"{_WORD}.footer+xml", footer(document, look.page.text_width), "rIdFooter"),
        *([Part("comments", "comments.xml", f"{_WORD}.comments+xml", comments)] if comments else ()),
    ]
    return packed(parts, writing.links, document)


def _renamed(document: Document) -> Document:
    """The document with bookmark names for its headings, those of the front pages first."""
    front = len(document.front)
    whole = renamed(document._replace(blocks=(*document.front, *document.blocks)), lambda count, _: f"_ref{count}")
    return whole._replace(front=whole.blocks[:front], blocks=whole.blocks[front:])


def _body(document: Document, writing: Writing, section: str) -> str:
    front = front_pages(document, writing, section)
    opening = title_page(document, writing) + contents_page(document, writing)
    writing.page_break = bool(opening)
    return front + opening + writing.write(document.blocks, writing.body)


def _homeless(document: Document, writing: Writing) -> list[int]:
    """Notes whose words the page doesn't show: they go to the title, for none may vanish."""
    return [
        note for note in range(len(document.notes)) if note not in writing.notes and note not in document.title_notes
    ]


def _below_header(page: Page, document: Document) -> Page:
    """The page with room for the header's lines above the text, however narrow a house's margin is."""
    lines = 2 if document.marking.strip() else 1
    return page._replace(top=max(page.top, page.header + _HEADER_LINE * lines + _HEADER_GAP))


def _section(page: Page, headers: list[str]) -> str:
    references = "".join(f'<w:headerReference w:type="{name}" r:id="{_header_id(name)}"/>' for name in headers)
    orientation = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{references}<w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orientation}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def _numbering(levels: str, writing: Writing) -> str:
    """The lists of the document, each ordered one with a number of its own so that it counts anew."""
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for number, (level, start) in enumerate(writing.ordered_lists, start=3)
    )
    return levels.replace("</w:numbering>", f"{lists}</w:numbering>")


def _spoken(part: str, document: Document) -> str:
    return part.replace(_OWN_LANGUAGE, f'"{attribute(document.language)}"')


def _header_id(name: str) -> str:
    return f"rIdHeader{name.title()}"
