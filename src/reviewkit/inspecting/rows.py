"""A file of rows, as spreadsheets read and write them: every cell, its lines joined and its quotation marks taken away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import cache

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, unread
from reviewkit.inspecting.plain import decode_text, is_text, items, read_plain, unwrapped

_DELIMITERS = ",;\t|"


def read_rows(data: bytes, name: str) -> Iterator[Part]:
    """Each cell; of a file that is no table the lines."""
    if not is_text(data):
        yield unread("text", "a file that is no text")
        return
    text = decode_text(data)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error:
        yield from read_plain(data, name)
        return
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            yield from cell_parts("table", f"row {number}, column {column}", cell)


def cell_parts(part: str, place: str, cell: str) -> Iterator[Part]:
    """The text of a cell as it is read: its lines apart, and a name across two of them together."""
    for _, item in items(cell):
        lines = unwrapped(item).splitlines()
        yield from with_hidden(part, place, "\n\n".join(lines), "prose")
        if len(lines) > 1:
            yield Part(part, f"{place}, its lines joined", " ".join(lines), "attribute", again=True)


def _delimiter(text: str) -> str:
    """What parts the cells: the mark that stands outside of quotation marks most often at the beginning."""
    start = _quoted().sub("", text[:20_000]).partition("\n")[0]
    return max(_DELIMITERS, key=start.count)


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r'"[^"]*"')
