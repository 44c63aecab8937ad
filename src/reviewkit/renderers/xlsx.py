"""A table as an Excel workbook: one sheet to work on and to print, in memory; the same document gives the same bytes."""

from __future__ import annotations

import io
import math
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reviewkit.contracts import Renderer
from reviewkit.document import Document, Table
from reviewkit.errors import OutputError, UsageError
from reviewkit.renderers._cells import cell_text, runs_as_formula, sheet_of, titles
from reviewkit.renderers._text import line
from reviewkit.renderers._widths import widths
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_EXTRA = "pip install safeguarding-reviewkit[xlsx]"
_MADE = datetime(1980, 1, 1, tzinfo=UTC)
_A3, _A4 = 8, 9
_LETTERS_OF_A4 = 170
"""What a page of A4 on its side holds at a size that can still be read."""
_LONGEST_CELL, _LONGEST_TITLE, _LONGEST_NAME, _LONGEST_HEADER = 32_767, 255, 31, 120
_MOST_ROWS, _MOST_COLUMNS = 1_048_575, 16_384
_FONT = {"font_name": "Arial", "font_size": 11}
_LINE, _TALLEST = 14.5, 409
"""Points."""
_INK, _PAPER = "#FFFFFF", "#12436D"
_RATINGS = {"red": ("#F8D7DA", "#6A1019"), "amber": ("#FFE3B3", "#573700"), "green": ("#D5EBD8", "#0F4420"),
            "blue": ("#D6E4F2", "#0B3558")}  # fmt: skip
"""In small letters: a child may be called Amber."""
_RATED = frozenset(("rag", "rag rating", "rag status"))


class _Sheet(NamedTuple):
    """The sheet under way and what stands on it."""

    book: Workbook
    page: Worksheet
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]


def render(document: Document, house_style: bytes | None = None) -> bytes:
    """The bytes of a workbook. Raises `UsageError` for a document without a table, a house style or a missing library.

    Raises `OutputError` for a cell or a table that is longer than a workbook holds.
    """
    table = sheet_of(document, house_style)
    header, rows = titles(table), [tuple(map(cell_text, row)) for row in table.rows]
    _refuse_too_much(header, rows)
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise UsageError("Excel files need the extra [xlsx], which is not installed", hint=_EXTRA) from error
    options: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                               "strings_to_numbers": False, "default_format_properties": _FONT}  # fmt: skip
    buffer = io.BytesIO()
    with Workbook(buffer, options) as book:
        book.set_properties({"title": line(document.title), "created": _MADE})
        sheet = _Sheet(book, book.add_worksheet(_name(document, table)), header, rows)
        _write(sheet, table)
        _rate(sheet)
        _set_up(sheet, document)
    return buffer.getvalue()


def _refuse_too_much(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    longest = max(len(text) for row in (header, *rows) for text in row)
    if longest > _LONGEST_CELL or len(rows) > _MOST_ROWS or len(header) > _MOST_COLUMNS:
        what = "a cell" if longest > _LONGEST_CELL else "the table"
        raise OutputError(f"{what} is longer than an Excel file can hold", hint="render --to csv or --to docx")


def _write(sheet: _Sheet, table: Table) -> None:
    """Every cell as text; as a table of Excel's own where it can be one, so that screen readers tell the columns."""
    top = sheet.book.add_format(
        {**_FONT, "bold": True, "text_wrap": True, "valign": "top", "font_color": _INK, "bg_color": _PAPER}
    )
    if _can_be_table(sheet):
        columns = [{"header": title, "header_format": top} for title in sheet.header]
        options = {"columns": columns, "style": "Table Style Light 1", "banded_rows": False}
        sheet.page.add_table(0, 0, len(sheet.rows), len(sheet.header) - 1, options)
    else:
        for column, title in enumerate(sheet.header):
            sheet.page.write_string(0, column, title, top)
        sheet.page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
    looks = {
        (head, formula): sheet.book.add_format({
            **_FONT, "text_wrap": True, "valign": "top", "bold": head, "quote_prefix": formula, "border": 1,
            "border_color": "#B5C0CA",
        })
        for head in (False, True)
        for formula in (False, True)
    }  # fmt: skip
    for number, (row, cells) in enumerate(zip(sheet.rows, table.rows, strict=True), start=1):
        for column, (text, cell) in enumerate(zip(row, cells, strict=True)):
            look = looks[cell.head, runs_as_formula(text)]
            if text:
                sheet.page.write_string(number, column, text, look)
            else:
                sheet.page.write_blank(number, column, None, look)
    across = widths(sheet.header, sheet.rows)
    for column, width in enumerate(across):
        sheet.page.set_column(column, column, width)
    for number, row in enumerate((sheet.header, *sheet.rows)):
        sheet.page.set_row(number, min(_LINE * max(map(_lines, row, across)) + _LINE / 3, _TALLEST))


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column so many letters wide; Excel alone would find that out by itself."""
    return sum(math.ceil(max(len(part), 1) / max(width + 1, 1)) for part in text.split("\n")) if text else 1


def _can_be_table(sheet: _Sheet) -> bool:
    """Excel wants rows, and titles that are there, all different and not too long."""
    known = {title.casefold() for title in sheet.header if 0 < len(title) <= _LONGEST_TITLE}
    return bool(sheet.rows) and len(known) == len(sheet.header)


def _rate(sheet: _Sheet) -> None:
    """Red, amber, green and blue to choose from; a colour only repeats the word, and any other word may be typed."""
    for column, title in enumerate(sheet.header):
        if title.casefold() not in _RATED or not sheet.rows:
            continue
        place = (1, column, len(sheet.rows), column)
        sheet.page.data_validation(
            *place, {"validate": "list", "source": list(_RATINGS), "error_type": "information", "show_error": False}
        )
        for word, (paper, ink) in _RATINGS.items():
            look = sheet.book.add_format({"bg_color": paper, "font_color": ink})
            sheet.page.conditional_format(
                *place, {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
            )


def _set_up(sheet: _Sheet, document: Document) -> None:
    """How it looks on screen and on paper."""
    page = sheet.page
    names_rows = 1 if len(sheet.header) > 1 else 0
    page.freeze_panes(1, names_rows)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A3 if sum(widths(sheet.header, sheet.rows)) > _LETTERS_OF_A4 else _A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    marking = _printed(document.marking)
    draft = "Draft" if document.draft else ""
    page.set_header(f"&L{_printed(document.title)}&R{'  '.join(filter(None, (draft, marking)))}")
    page.set_footer(f"&L{marking}&RPage &P of &N")


def _printed(text: str) -> str:
    """The text for a header or footer, where an ampersand begins a code."""
    text = " ".join(line(text).split())
    short = text if len(text) <= _LONGEST_HEADER // 2 else f"{text[: _LONGEST_HEADER // 2 - 1].rstrip()}…"
    return short.replace("&", "&&")


def _name(document: Document, table: Table) -> str:
    """The name of the sheet: what the table is, and first of all that it is confidential, where it is."""
    marking = document.marking.partition(":")[0]
    wanted = " ".join(filter(None, (_nameable(marking), _nameable(table.caption) or "Table")))
    name = wanted[:_LONGEST_NAME].strip()
    return "Table" if name.casefold() == "history" else name  # Excel keeps that name for itself


def _nameable(text: str) -> str:
    return " ".join(re.sub(r"[\[\]:*?/\\']", " ", line(text)).split())


RENDERER = Renderer(name="xlsx", suffix=".xlsx", render=render, sheet=True)
