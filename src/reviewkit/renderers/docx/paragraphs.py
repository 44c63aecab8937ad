"""Paragraphs of every kind. No empty one is ever written."""

from __future__ import annotations

from reviewkit.document import Code, Divider, Heading, Paragraph, Quote
from reviewkit.drawing.measuring import text_width
from reviewkit.renderers._text import line, typed_lines, words
from reviewkit.renderers.docx.runs import BREAK, TAB, plain_text, runs_xml
from reviewkit.renderers.docx.writing import NUMBER_COLUMN, Place, Writing

QUOTE_INDENT = 510
_POINTS = (20.0, 15.0, 13.0, 12.0, 12.0, 12.0)
_ROLES = {"lead": "ReportLead", "note": "ReportNote"}
_RULE = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="12" w:color="9DB2C6"/></w:pBdr>'
_SPACED_ALREADY = ("Heading", "Caption", "ReportLead", "ReportStatement")


def paragraph(  # noqa: PLR0913  one for each property that Word wants in its own place
    writing: Writing,
    style: str,
    content: str,
    *,
    keep_next: bool = False,
    numbering: tuple[int, int] | None = None,
    indent: int | None = None,
    hanging: int = 0,
    outline: int = 0,
) -> str:
    """A paragraph, or "" without content. `numbering` is a list's number and level; lengths are twips.

    `outline` is the level, from 1, of what is a heading without a heading's style.
    """
    if not content:
        return ""
    properties = f'<w:pStyle w:val="{style}"/>'
    if keep_next or writing.kept:
        properties += "<w:keepNext/>"
    if writing.page_break:
        properties += "<w:pageBreakBefore/>"
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>'
    properties += _above(writing, style)
    if indent is not None:
        properties += f'<w:ind w:left="{indent}"' + (f' w:hanging="{hanging}"/>' if hanging else "/>")
    if outline:
        properties += f'<w:outlineLvl w:val="{outline - 1}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def statement(block: Paragraph, writing: Writing, *, followed: bool) -> str:
    """The words that a card is about, set off from what is said of them."""
    return paragraph(writing, "ReportStatement", runs_xml(block.runs, writing), keep_next=followed)


def heading(block: Heading, writing: Writing) -> str:
    """A heading with its bookmark; the number stands before it, lines that follow beneath the words."""
    content = runs_xml(block.runs, writing)
    if not content:
        return ""
    level = min(max(block.level, 1), len(_POINTS))
    writing.heading, writing.level = words(block.runs), level
    number = line(block.number).strip()
    hanging = 0
    if number:
        hanging = text_width(number, points=_POINTS[level - 1], bold=True) + 200
        content = plain_text(number) + TAB + content
    return paragraph(
        writing, f"Heading{level}", bookmarked(content, block.anchor), indent=hanging or None, hanging=hanging
    )


def bookmarked(content: str, name: str) -> str:
    """The content inside a bookmark such as `_ref7`, whose number is its id too."""
    digits = name.removeprefix("_ref")
    return f'<w:bookmarkStart w:id="{digits}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{digits}"/>'


def prose(block: Paragraph, place: Place, writing: Writing) -> str:
    """A paragraph of prose, with its number in front if it has one."""
    content = runs_xml(block.runs, writing)
    number = line(block.number).strip()
    if not content or not number:
        style = _ROLES.get(block.role, place.style)
        outline = outline_of_label(place, writing) if block.role == "lead" else 0
        return paragraph(writing, style, content, indent=_indent(style, place), outline=outline)
    content = plain_text(number) + TAB + content
    if place.style == "BodyText":
        return paragraph(writing, "ReportNumbered", content)
    return paragraph(writing, place.style, content, indent=place.left + NUMBER_COLUMN, hanging=NUMBER_COLUMN)


def outline_of_label(place: Place, writing: Writing) -> int:
    """The level of a label above a text: a step below the last heading, so that screen readers find it; 0 for none."""
    return 0 if place.in_cell or place.depth else min(writing.level + 1, len(_POINTS))


def quote(block: Quote, place: Place, writing: Writing) -> str:
    """A quotation; one within another stands further in."""
    left = place.left + QUOTE_INDENT
    inside = Place(
        "Quote", left, place.width - QUOTE_INDENT, None if place.left == 0 else left, place.depth, place.in_cell
    )
    return writing.write(block.blocks, inside)


def code(block: Code, place: Place, writing: Writing) -> str:
    """Typed text, line by line as it was typed."""
    lines = typed_lines(block.text)
    content = BREAK.join(TAB.join(plain_text(part) for part in typed.split("\t")) for typed in lines)
    return paragraph(writing, "ReportCode", content if block.text.strip() else "", indent=place.left or None)


def divider(_: Divider, __: Place, writing: Writing) -> str:
    """A line above the next paragraph: a paragraph of its own would be an empty one."""
    writing.rule = True
    return ""


def _indent(style: str, place: Place) -> int | None:
    if style == place.style:
        return place.indent
    return place.left + (227 if style == "ReportNote" else 0) if place.left else None


def _above(writing: Writing, style: str) -> str:
    """Borders and spacing that what stands above asks for; asked once."""
    on_top, rule, space = writing.page_break or writing.on_top, writing.rule, writing.space
    writing.page_break, writing.on_top, writing.rule, writing.space = False, False, False, 0
    if on_top:
        return '<w:spacing w:before="0"/>'
    borders = _RULE if rule and not style.startswith("Heading") else ""
    space = max(space, 360) if rule else space
    if not space or style.startswith(_SPACED_ALREADY):
        return borders
    return f'{borders}<w:spacing w:before="{space}"/>'
