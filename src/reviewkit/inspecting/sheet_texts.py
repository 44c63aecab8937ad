"""Texts of a workbook that stand in pieces or in codes: shared and inline texts, comments, headers, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.markup import local
from reviewkit.inspecting.parts import Part
from reviewkit.inspecting.rows import cell_parts
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADERS = frozenset(("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"))
_READ = {
    "sheet": ("name",), "definedName": ("name", "comment", "description", "help", "statusBar", "customMenu"),
    "dataValidation": ("promptTitle", "prompt", "errorTitle", "error"), "person": ("displayName",),
    "table": ("altText", "altTextSummary", "comment"), "tableColumn": ("name",), "hyperlink": ("tooltip", "display"),
    "scenario": ("name", "comment", "user"), "inputCells": ("val",), "cacheField": ("name", "caption"), "s": ("v",),
    "protectedRange": ("name",), "customSheetView": ("name",), "fileSharing": ("userName",), "customWorkbookView": ("name",),
}  # fmt: skip
"""Attributes that people read."""
_NAMES_OF_EXCEL = frozenset(f"_xlnm.{name}" for name in ("Print_Titles", "Print_Area", "_FilterDatabase"))


class Text(NamedTuple):
    """A text as a cell shows it, and what else can be read there."""

    shown: str
    others: tuple[str, ...] = ()


class _Known(Protocol):
    texts: list[Text]
    used: set[int]


def text_of(holder: _Element) -> Text:
    """The runs of a shared text, an inline one or a comment as one; the guide to reading beside it on its own."""
    guide = _joined(holder, ".//*[local-name()='rPh']//*[local-name()='t']//text()")
    shown = _joined(holder, ".//*[local-name()='t'][not(ancestor::*[local-name()='rPh'])]//text()")
    whole = _joined(holder, ".//text()")
    others = dict.fromkeys(text for text in (guide, whole) if text.strip() and text.strip() != shown.strip())
    return Text(shown, tuple(others))


def emptied(holder: _Element) -> None:
    """Take out what `text_of` has read; attributes, comments in the markup and stray texts are left."""
    for piece in holder.iter("{*}t"):
        piece.text = None
        for child in piece:
            child.tail = None


def unescaped(text: str) -> str:
    """`_x004A_` is how a workbook writes a letter by its number."""
    return _escape().sub(_character, text) if "_x" in text else text


def strings_of(root: _Element, part: str, book: _Known) -> Iterator[Part]:
    """The shared texts that no cell shows; all of them are taken out of the tree."""
    for number, item in enumerate(root.iterfind("{*}si")):
        text = text_of(item)
        if number not in book.used or book.texts[number] != text:
            yield from _parts(text, part, f"shared text {number + 1}")
        emptied(item)


def headers_of(root: _Element, part: str) -> Iterator[Part]:
    """What is printed on each page, without its codes, and remarks on cells; taken out of the tree."""
    for element in root.iter("{*}headerFooter", "{*}comment"):
        for child in element.iter():
            if not isinstance(child.tag, str):
                continue
            name = local(child.tag)
            if name in _HEADERS and child.text and not len(child):
                kind = "header" if name.endswith("Header") else "footer"
                yield from _header(child.text, part, kind)
                child.text = None
            elif name == "text" and element is not child:
                yield from _parts(text_of(child), part, "a remark on a cell")
                emptied(child)


def named_in(root: _Element, part: str) -> Iterator[Part]:
    """Names of sheets and columns, prompts and the like, which people read; taken out of the tree."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = local(element.tag)
        for key in _READ.get(name, ()):
            value = unescaped(str(element.attrib.pop(key, "")))
            if value and value not in _NAMES_OF_EXCEL:
                yield from with_hidden(part, f"{key} of {name}", value, "prose")
        if name == "lpstr" and element.text:
            element.text = _own_range().sub("", element.text)


def _header(text: str, part: str, kind: str) -> Iterator[Part]:
    """`&L`, `&C` and `&R` begin the left, the middle and the right; `&"Arial,Bold"` is a font."""
    for font in _font().findall(text):
        yield from with_hidden(part, f"{kind}, a font", font, "attribute")
    for piece in re.split(r"&[LCR]", _font().sub("", _shielded(text))):
        shown = _code().sub("", piece).replace("\0", "&")
        if shown.strip():
            yield from with_hidden(f"{kind} ({part})", "", shown, "prose")


def _shielded(text: str) -> str:
    """Two ampersands are one that is printed."""
    return text.replace("&&", "\0")


def _parts(text: Text, part: str, place: str) -> Iterator[Part]:
    yield from cell_parts(part, place, text.shown)
    for reading in text.others:
        yield Part(part, f"{place}, read in another way", reading, again=True)


def _joined(holder: _Element, path: str) -> str:
    return unescaped("".join(map(str, cast("list[str]", holder.xpath(path)))))


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if not 0xD800 <= number < 0xE000 else match[0]


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"_x([0-9A-Fa-f]{4})_")


@cache
def _own_range() -> re.Pattern[str]:
    """What the properties of a workbook add to the name of a sheet that has such a range."""
    return re.compile(r"!(?:Print_Titles|Print_Area)\Z")


@cache
def _font() -> re.Pattern[str]:
    return re.compile(r'&"([^"]*)"')


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"&(?:K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|[0-9]{1,3}|[A-Za-z])")
