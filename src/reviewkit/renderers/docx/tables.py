"""Tables: one header row that repeats, rows that stay whole, no cell merged, no table within another."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.document import Cell, Table
from reviewkit.renderers._columns import PADDING, laid_out, measured
from reviewkit.renderers._tables import as_facts, squared
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import plain_text
from reviewkit.renderers.docx.writing import Place, Writing
from reviewkit.renderers.docx.xml import attribute

_NEEDED_PER_COLUMN = 1200
_LOW = 0.08
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
    widths, heights = laid_out(measured(block), place.width)
    caption = line(block.caption).strip()
    above = paragraph(writing, "Caption", plain_text(caption) if caption else "", indent=place.left or None)
    writing.space, writing.rule, writing.on_top = (
        0,
        False,
        False,
    )  # these belong above the table, not into its first cell
    return (
        above
        + _opening(block, place, widths, caption or writing.heading)
        + _row(block.header, widths, writing, is_header=True)
        + "".join(_rows(block, widths, heights, writing))
        + "</w:tbl>"
    )


def _rows(block: Table, widths: list[int], heights: list[int], writing: Writing) -> Iterator[str]:
    """The rows; no page ends after the first or before the last, where that would leave it alone."""
    last = len(block.rows) - 1
    for index, (row, height) in enumerate(zip(block.rows, heights, strict=True)):
        is_whole = height <= writing.height / 2
        writing.kept = index < last and index in (0, last - 1) and height <= _LOW * writing.height
        yield _row(row, widths, writing, is_whole=is_whole)
        writing.kept = False


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


def _row(
    cells: tuple[Cell, ...], widths: list[int], writing: Writing, *, is_header: bool = False, is_whole: bool = True
) -> str:
    properties = ("<w:cantSplit/>" if is_whole else "") + ("<w:tblHeader/>" if is_header else "")
    properties = properties and f"<w:trPr>{properties}</w:trPr>"
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(cell, width, writing, is_header)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{filled}</w:tr>"


def _cell(cell: Cell, width: int, writing: Writing, is_header: bool) -> str:
    style = "ReportTableHeading" if is_header else "ReportRowHeading" if cell.head else "ReportTableText"
    content = writing.write(cell.blocks, Place(style, 0, width - PADDING, in_cell=True))
    return content or paragraph(writing, style, _EMPTY)
