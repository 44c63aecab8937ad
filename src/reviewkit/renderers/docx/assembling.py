"""The parts of the Word file, put together from the document and its look."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.document import Document
from reviewkit.renderers._outline import renamed
from reviewkit.renderers.docx.blocks import write_blocks
from reviewkit.renderers.docx.comments import comments_part, with_comment_styles
from reviewkit.renderers.docx.footnotes import footnotes_part, with_footnote_lines
from reviewkit.renderers.docx.furniture import lines_above
from reviewkit.renderers.docx.look import Look, Page
from reviewkit.renderers.docx.opening import contents_page, title_page
from reviewkit.renderers.docx.package import Part, packed
from reviewkit.renderers.docx.sections import Sheets, closed, properties, sheets
from reviewkit.renderers.docx.stretches import Stretch, stretches, text_height
from reviewkit.renderers.docx.writing import Writing
from reviewkit.renderers.docx.xml import HEAD, NAMESPACES, attribute

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER_LINE, _HEADER_GAP = 270, 200
_OWN_LANGUAGE = '"en-GB"'


def assemble(document: Document, look: Look) -> bytes:
    """The Word file's bytes."""
    document = _renamed(document)
    page = _below_header(look.page, document)
    held = stretches(document.blocks, page)
    kinds = sheets(document, page, with_turned=any(stretch.turned for stretch in held))
    writing = Writing(page.text_width, text_height(page), write_blocks)
    writing.accent = look.accent
    writing.sources = document.sources
    body = _front(document, writing, kinds) + _body(document, held, writing, kinds)
    homeless = _homeless(document, writing)
    if homeless:
        return assemble(document._replace(title_notes=(*document.title_notes, *homeless)), look)
    story = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    comments, footnotes = comments_part(document, writing), footnotes_part(writing)
    styles = with_comment_styles(_spoken(look.styles, document), document)
    settings = with_footnote_lines(_spoken(look.settings, document), writing)
    parts = [
        Part("document", "document.xml", f"{_WORD}.document.main+xml", story),
        Part("styles", "styles.xml", f"{_WORD}.styles+xml", styles),
        Part("numbering", "numbering.xml", f"{_WORD}.numbering+xml", _numbering(look.numbering, writing)),
        Part("settings", "settings.xml", f"{_WORD}.settings+xml", settings),
        Part("fontTable", "fontTable.xml", f"{_WORD}.fontTable+xml", look.fonts),
        Part("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", look.theme),
        *kinds.parts,
        *([Part("comments", "comments.xml", f"{_WORD}.comments+xml", comments)] if comments else ()),
        *([Part("footnotes", "footnotes.xml", f"{_WORD}.footnotes+xml", footnotes)] if footnotes else ()),
    ]
    return packed(parts, writing.links, document, writing.pictures)


def _renamed(document: Document) -> Document:
    """The document with bookmark names for its headings, those of the front pages first."""
    front = len(document.front)
    whole = renamed(document._replace(blocks=(*document.front, *document.blocks)), lambda count, _: f"_ref{count}")
    return whole._replace(front=whole.blocks[:front], blocks=whole.blocks[front:])


def _front(document: Document, writing: Writing, kinds: Sheets) -> str:
    """The pages before the title page, a section of their own so that both begin without the title above."""
    written = writing.write(document.front, writing.body)
    return closed(written, properties(kinds.upright, first=True), writing) if written else ""


def _body(document: Document, held: Iterable[Stretch], writing: Writing, kinds: Sheets) -> str:
    """Title page, contents and report, by sections where pages turn."""
    opening = title_page(document, writing) + contents_page(document, writing)
    found = [(opening, kinds.upright)] if opening else []
    for stretch in held:
        sheet = kinds.turned if stretch.turned else kinds.upright
        writing.width, writing.height = sheet.page.text_width, text_height(sheet.page)
        continued = found.pop()[0] if found and found[-1][1] is sheet else ""
        writing.page_break, writing.on_top = bool(continued) and not document.brief, bool(found)
        written = continued + writing.write(stretch.blocks, writing.body)
        found.extend([(written, sheet)] if written else ())
    *before, (last, sheet) = found or [("", kinds.upright)]
    ended = [
        closed(written, properties(each, first=not number), writing) for number, (written, each) in enumerate(before)
    ]
    return "".join(ended) + last + properties(sheet, first=not before)


def _homeless(document: Document, writing: Writing) -> list[int]:
    """Notes whose words the page doesn't show: they go to the title, for none may vanish."""
    return [
        note for note in range(len(document.notes)) if note not in writing.notes and note not in document.title_notes
    ]


def _below_header(page: Page, document: Document) -> Page:
    """The page with room for the header's lines above the text, however narrow a house's margin is."""
    room = _HEADER_LINE * lines_above(document) + _HEADER_GAP
    return page._replace(top=max(page.top, page.header + room))


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
