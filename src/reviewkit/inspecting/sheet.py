"""An Excel workbook: every entry of its package. What is neither XML nor text is unread, and so is what may be drawn."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reviewkit.errors import InputError
from reviewkit.inspecting.cells import Book, cells_of
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.markup import local, parse_xml, xml_parts
from reviewkit.inspecting.packages import open_package, package_parts, read_entry
from reviewkit.inspecting.parts import Part, unread
from reviewkit.inspecting.plain import decode_text, is_text, paragraphs
from reviewkit.inspecting.sheet_texts import headers_of, named_in, strings_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = frozenset(("xml", "rels", "vml", "svg"))
_TEXT = frozenset(("txt", "json", "csv"))
_PICTURES = frozenset(("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "webp", "wdp", "ico"))
_ROOTS = {
    "worksheet": "sheet", "sst": "shared texts", "styleSheet": "styles", "workbook": "workbook", "comments": "comments",
    "ThreadedComments": "comments", "personList": "people", "table": "table", "externalLink": "link", "wsDr": "drawing",
    "chartSpace": "chart", "pivotCacheDefinition": "pivot table", "pivotCacheRecords": "pivot table",
    "chartsheet": "sheet", "dialogsheet": "sheet", "macrosheet": "sheet",
}  # fmt: skip
_UNREAD_ROOTS = {
    "wsDr": "a drawing", "externalLink": "another workbook that is linked to", "connections": "a source of data",
    "svg": "a picture",
}  # fmt: skip
_FIRST = 4_000


def read_sheet(data: bytes, name: str) -> Iterator[Part]:
    """All texts of a workbook. Raises `InputError` for one that is broken, encrypted or made to harm."""
    try:
        yield from _texts(data, name)
    except InputError as error:
        raise _said_of_excel(error) from error


def _texts(data: bytes, name: str) -> Iterator[Part]:
    with open_package(data, name) as package:
        yield from package_parts(data, package)
        book = _book(package, name)
        last: list[tuple[_Element, str]] = []
        for number, info in enumerate(package.infolist(), 1):
            if info.is_dir():
                continue
            content, suffix = read_entry(package, info, name), info.filename.rpartition(".")[2].lower()
            part = info.filename if _usual().fullmatch(info.filename) else f"part {number}"
            if suffix not in _XML:
                yield from _other(content, suffix, part)
                continue
            root = parse_xml(content, part, name)
            kind = local(str(root.tag))
            if kind == "sst":
                # Once all sheets have been read: what is left belongs to no cell.
                last.append((root, part))
                continue
            yield from _xml(root, kind, _ROOTS[kind] + f" ({part})" if _is_strange(part, kind) else part, book)
        for root, part in last:
            yield from strings_of(root, part, book)
            yield from xml_parts(root, part)


def _xml(root: _Element, kind: str, part: str, book: Book) -> Iterator[Part]:
    """A part of the package; what has a reader of its own is taken out before the rest is read as any markup."""
    yield from cells_of(root, part, book)
    yield from headers_of(root, part)
    yield from named_in(root, part)
    yield from xml_parts(root, part)
    if kind in _UNREAD_ROOTS:
        yield unread(part, _UNREAD_ROOTS[kind])
    for relation in root.iter("{*}Relationship"):
        link = str(relation.get("Type", "")).rpartition("/")[2]
        if relation.get("TargetMode") == "External" and link != "hyperlink":
            yield unread(part, "a picture that is not in the file" if link == "image" else "a file that is linked to")


def _other(content: bytes, suffix: str, part: str) -> Iterator[Part]:
    if suffix in _TEXT and is_text(content):
        for line, text in paragraphs(decode_text(content)):
            yield from with_hidden(part, f"line {line}", text, "prose")
    elif content:
        yield unread(part, "a picture" if suffix in _PICTURES else "an embedded file")


def _book(package: zipfile.ZipFile, name: str) -> Book:
    """What cells refer to, wherever in the package it stands."""
    book = Book()
    for info in package.infolist():
        if info.is_dir() or info.filename.rpartition(".")[2].lower() not in _XML:
            continue
        content = read_entry(package, info, name)
        first = content[:_FIRST].replace(b"\0", b"")
        if b"sst" in first or b"styleSheet" in first or b"workbook" in first:
            book.learn(parse_xml(content, "a part", name))
    return book


def _is_strange(part: str, kind: str) -> bool:
    return part.startswith("part ") and kind in _ROOTS


def _said_of_excel(error: InputError) -> InputError:
    """The package's own words are about Word."""
    message = error.message.replace("Word file", "Excel file").replace("a Excel", "an Excel")
    hint = error.hint.replace("in Word", "in Excel").replace(".docx", ".xlsx")
    return InputError(error.path, message, line=error.line, column=error.column, hint=hint)


@cache
def _usual() -> re.Pattern[str]:
    """Names that Excel gives to parts."""
    return re.compile(
        r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app|custom)\.xml|"
        r"xl/(?:_rels/)?(?:workbook|styles|sharedStrings|calcChain|metadata|connections)\.xml(?:\.rels)?|xl/theme/theme\d\.xml|"
        r"xl/(?:worksheets|chartsheets|tables|drawings|charts|media|embeddings|comments|threadedComments|persons|externalLinks|"
        r"printerSettings|pivotTables|pivotCache)/(?:_rels/)?(?:sheet|table|drawing|vmlDrawing|chart|image|oleObject|comment|"
        r"threadedComment|person|externalLink|printerSettings|pivotTable|pivotCacheDefinition|pivotCacheRecords)\d{0,3}"
        r"\.\w{3,4}(?:\.rels)?|xl/comments\d{1,3}\.xml|xl/vbaProject\.bin|docProps/thumbnail\.\w{3,4}"
    )
