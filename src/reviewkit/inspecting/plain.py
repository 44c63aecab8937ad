"""Plain text: its paragraphs."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import cache

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, unread

_OTHER_FORMATS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_UTF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")


def decode_text(data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16 or -32 with their mark; stray bytes are read in Windows' Western code page."""
    if data.startswith(_UTF_32):
        return data.decode("utf-32", errors="replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors=_stray_bytes())


def is_text(data: bytes) -> bool:
    """Whether the bytes are text at all, rather than a picture, a program or a document of another kind."""
    if data.startswith((*_UTF_32, b"\xff\xfe", b"\xfe\xff")):
        return True
    return not data.startswith(_OTHER_FORMATS) and b"\x00" not in data


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs between empty lines, each with the number of its first line."""
    line = 1
    for number, piece in enumerate(re.split(r"(\r?\n[ \t]*\r?\n)", text)):
        if number % 2 == 0 and piece.strip():
            yield line, piece
        line += piece.count("\n")


def items(paragraph: str) -> Iterator[tuple[int, str]]:
    """The items of a list, the headings and the rows of a table in a paragraph, each with the lines before it."""
    line = 0
    for item in _item().split(paragraph):
        if item.strip():
            yield line, item
        line += item.count("\n")


def apart(text: str) -> str:
    """The text with an empty line for each bar of a table, so that names in two cells are two."""
    return re.sub(r"[ \t]*\|[ \t]*", "\n\n", text) if text.count("|") > 1 else text


def unwrapped(text: str) -> str:
    """The text with its long lines joined: a break after forty characters is the editor's, and ends nothing."""
    return soft_break().sub(" ", text)


def read_plain(data: bytes, _name: str) -> Iterator[Part]:
    """Each paragraph of a text file."""
    if not is_text(data):
        yield unread("text", "a file that is no text")
        return
    for line, paragraph in paragraphs(decode_text(data)):
        for number, item in items(paragraph):
            yield from with_hidden("text", f"line {line + number}", apart(unwrapped(item)), "prose")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<=\n)|\A)(?=[ \t>]*(?:\||(?:[-*+•‣·–—]|\(?\d{1,9}[.)]|[A-Za-z][.)]|#{1,6})[ \t]|[A-Z][^\n:]{0,30}:[ \t]))"
    )


@cache
def soft_break() -> re.Pattern[str]:
    """A line break after forty characters, before neither a mark nor a label: what stands around it is one sentence."""
    return re.compile(
        r"(?<=[^\r\n]{40})(?<![ \\]{2})\r?\n(?=[ \t]*(?:>[ \t]?)*[^\s>*+•#|-])(?![ \t>]*[A-Z][^\n:]{0,30}:\s)"
    )


@cache
def _stray_bytes() -> str:
    """The name of an error handler: one byte that is no UTF-8 must not make every accent of the file unreadable."""

    def as_western(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end

    codecs.register_error("reviewkit-western", as_western)
    return "reviewkit-western"
