"""The cells of a worksheet as they are shown: shared texts in their places, days that are kept as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from reviewkit.inspecting.markup import local
from reviewkit.inspecting.parts import Part, unread
from reviewkit.inspecting.rows import cell_parts
from reviewkit.inspecting.sheet_texts import Text, emptied, text_of, unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_EARLIEST, _LATEST = 1, 110_000
_FIRST_DAY, _FIRST_DAY_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)


class Book:
    """What cells refer to by number; `used` are the shared texts that a cell shows."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.used: set[int] = set()
        self._dated: set[int] = set()
        self._first_day = _FIRST_DAY

    def learn(self, root: _Element) -> None:
        """Take in the shared texts, the styles or the settings of the book."""
        kind = local(str(root.tag))
        if kind == "sst":
            self.texts += [text_of(item) for item in root.iterfind("{*}si")]
        elif kind == "styleSheet":
            self._dated |= set(_dated(root))
        elif kind == "workbook" and any(
            properties.get("date1904") in ("1", "true") for properties in root.iterfind("{*}workbookPr")
        ):
            self._first_day = _FIRST_DAY_OF_1904

    def shown(self, number: str, style: str) -> str:
        """A number as its cell shows it, at least as far as days go."""
        try:
            value = float(number)
        except ValueError:
            return number
        if _is_index(style or "0") and int(style or "0") in self._dated and _EARLIEST <= value <= _LATEST:
            day = self._first_day + timedelta(days=int(value))
            return f"{day.day} {day:%B} {day.year}"
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else number


def cells_of(root: _Element, part: str, book: Book) -> Iterator[Part]:
    """Each cell with something in it, taken out of the tree; what no cell should hold is left there."""
    for row in root.iter("{*}row"):
        if _is_index(row.get("r", "")):
            del row.attrib["r"]
        for cell in row.iterfind("{*}c"):
            if len(cell):
                yield from _cell(cell, part, book)
            if _address().fullmatch(cell.get("r", "")):
                del cell.attrib["r"]


def _cell(cell: _Element, part: str, book: Book) -> Iterator[Part]:
    address = cell.get("r", "")
    place = f"cell {address}" if _address().fullmatch(address) else "a cell"
    kind, style = cell.get("t", "n"), cell.get("s", "")
    formulas, values = list(cell.iterfind("{*}f")), list(cell.iterfind("{*}v"))
    for formula in formulas:
        joined = _ampersand().sub("", formula.text or "")
        if joined != formula.text:
            yield Part(part, f"{place}, texts joined", joined, again=False)
    if formulas and not any(value.text for value in values):
        yield unread(part, f"{place}, a formula without its result")
    for value in values:
        if len(value) or not value.text:
            continue
        yield from _value(value.text, kind, style, (part, place, book))
        value.text = None
    for inline in cell.iterfind("{*}is"):
        yield from _text(text_of(inline), part, place)
        emptied(inline)


def _value(value: str, kind: str, style: str, at: tuple[str, str, Book]) -> Iterator[Part]:
    part, place, book = at
    if kind == "s" and _is_index(value.strip()) and int(value) < len(book.texts):
        book.used.add(int(value))
        yield from _text(book.texts[int(value)], part, place)
    elif kind in ("b", "s") and _is_index(value.strip()):
        return
    else:
        yield from cell_parts(part, place, book.shown(value, style) if kind == "n" else unescaped(value))


def _text(text: Text, part: str, place: str) -> Iterator[Part]:
    yield from cell_parts(part, place, text.shown)
    for reading in text.others:
        yield Part(part, f"{place}, read in another way", reading, again=True)


def _dated(styles: _Element) -> Iterator[int]:
    """The numbers of the cell styles that show a number as a day."""
    own = {
        form.get("numFmtId", "")
        for form in styles.iter("{*}numFmt")
        if re.search(r"[dmy]", _quoted().sub("", form.get("formatCode", "")), re.IGNORECASE)
    }
    for formats in styles.iterfind("{*}cellXfs"):
        for number, form in enumerate(formats.iterfind("{*}xf")):
            known = form.get("numFmtId", "")
            if known in own or (_is_index(known) and int(known) in _DATE_FORMATS):
                yield number


def _is_index(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 7


@cache
def _address() -> re.Pattern[str]:
    """No more letters than a sheet of seven hundred columns needs: a longer one may be a word."""
    return re.compile(r"[A-Z]{1,2}[1-9][0-9]{0,6}")


@cache
def _ampersand() -> re.Pattern[str]:
    return re.compile(r'"[ \t\r\n]{0,20}&[ \t\r\n]{0,20}"')


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
