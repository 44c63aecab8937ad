"""A table as CSV: RFC 4180 in UTF-8 with its mark, by which Excel on Windows knows it; one header row, nothing before it.

A line above the header would spoil the table for every program. So a confidential file says so in a last column, which
stays with its rows when they are sorted or copied.
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache

from reviewkit.contracts import Renderer
from reviewkit.document import Document
from reviewkit.renderers._cells import cell_text, runs_as_formula, sheet_of, titles
from reviewkit.renderers._text import line

MARKING = "Marking"


def render(document: Document, house_style: bytes | None = None) -> bytes:
    """The rows as bytes. Raises `UsageError` for a document without a table, and for a house style."""
    table = sheet_of(document, house_style)
    marking = marking_of(document)
    rows = [titles(table), *(tuple(map(cell_text, row)) for row in table.rows)]
    if marking:
        rows = [(*row, marking if number else MARKING) for number, row in enumerate(rows)]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(map(_harmless, row) for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def marking_of(document: Document) -> str:
    """What has to be said of the whole file on a line; "" for a published one."""
    marking = line(document.marking).strip()
    return ". ".join(filter(None, ("DRAFT" if document.draft else "", marking)))


def _harmless(text: str) -> str:
    """The text with an apostrophe where a spreadsheet would run it, as OWASP advises.

    That is at its start and, for programs that part cells at semicolons or tabs, at the start of what they would make cells.
    """
    if runs_as_formula(text):
        text = f"'{text}"
    return _inner_start().sub(r"\1'", text) if _inner_start().search(text) else text


@cache
def _inner_start() -> re.Pattern[str]:
    return re.compile(r"([;\t\n|] {0,3}[\"']?)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


RENDERER = Renderer(name="csv", suffix=".csv", render=render, sheet=True)
