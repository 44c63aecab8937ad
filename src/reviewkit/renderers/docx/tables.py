"""Tables: one header row that repeats, rows that stay whole, no cell merged, no table within another."""

from __future__ import annotations

from reviewkit.document import Cell, Table
from reviewkit.renderers._tables import as_facts, squared
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.columns import PADDING, column_widths
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import plain_text
from reviewkit.renderers.docx.writing import Place, Writing
from reviewkit.renderers.docx.xml import attribute

_NEEDED_PER_COLUMN = 1200
_EMPTY = plain_text("–")


def table(block: Table, place: Place, writing: Writing) -> str:
    """The table with its caption above; in a cell, its rows as labelled lines."""
    block = squared(block)
    if not block.header:
        return ""
    if place.in_cell:
        return writing.write(as_facts(block), place)
    if place.width < _NEEDED_PER_COLUMN * len(block.header):
        place = writing.body
    widths = column_widths(block, place.width)
    caption = line(block.caption).strip()
    above = paragraph(writing, "Caption", plain_text(caption) if caption else "", indent=place.left or None)
    writing.space, writing.rule = 0, False  # these belong above the table, not into its first cell
    return (
        above
        + _opening(block, place, widths, caption or writing.heading)
        + _row(block.header, widths, writing, is_header=True)
        + "".join(_row(row, widths, writing) for row in block.rows)
        + "</w:tbl>"
    )


def _opening(block: Table, place: Place, widths: list[int], title: str) -> str:
    has_row_heads = any(row and row[0].head for row in block.rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        + (f'<w:tblInd w:w="{place.left}" w:type="dxa"/>' if place.left else "")
        + '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"00A0" if has_row_heads else "0020"}" w:firstRow="1" w:lastRow="0"'
        f' w:firstColumn="{int(has_row_heads)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        + (f'<w:tblCaption w:val="{attribute(title)}"/>' if title else "")
        + "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + "</w:tblGrid>"
    )


def _row(cells: tuple[Cell, ...], widths: list[int], writing: Writing, *, is_header: bool = False) -> str:
    header = "<w:tblHeader/>" if is_header else ""
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(cell, width, writing, is_header)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{filled}</w:tr>"


def _cell(cell: Cell, width: int, writing: Writing, is_header: bool) -> str:
    style = "ReportTableHeading" if is_header else "ReportRowHeading" if cell.head else "ReportTableText"
    content = writing.write(cell.blocks, Place(style, 0, width - PADDING, in_cell=True))
    return content or paragraph(writing, style, _EMPTY)
