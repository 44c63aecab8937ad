"""Plain text: its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.inspecting.parts import Part


def decode_text(data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16 with its mark, or else Windows' Western code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs between empty lines, each with the number of its first line."""
    line = 1
    for number, piece in enumerate(re.split(r"(\r?\n[ \t]*\r?\n)", text)):
        if number % 2 == 0 and piece.strip():
            yield line, piece
        line += piece.count("\n")


def read_plain(data: bytes, _name: str) -> Iterator[Part]:
    """Each paragraph of a text file."""
    for line, text in paragraphs(decode_text(data)):
        yield Part("text", f"line {line}", text)
