"""Bytes of a text file → its text, and back to the same bytes. What could hide a name from being read is refused."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.errors import InputError
from reviewkit.tuples import NamedTuple

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WAY_OUT = "in the editor choose Save as, encoding UTF-8"


class Encoded(NamedTuple):
    """A text with what turns it back into the same bytes."""

    text: str
    mark: bytes
    encoding: str


def decode(data: bytes, name: str) -> Encoded:
    """The text of a file. Raises `InputError` for bytes that are no text or hold what no reader sees; `name` is for it."""
    mark, encoding = next((found for found in _MARKS if data.startswith(found[0])), (b"", ""))
    body = data[len(mark) :]
    if not encoding and b"\x00" in data:
        raise InputError(name, "this is not a text file, or one that doesn't say its encoding", hint=_WAY_OUT)
    text, encoding = _decoded(body, encoding, name)
    if found := _unseen().search(text):
        # A name with a backspace in it is read as half a name.
        line = len(re.findall(r"\r\n?|\n", text[: found.start()])) + 1
        raise InputError(
            name, "a control character stands there, which could hide a name", line=line, column=0,
            hint="take it out, or save the text again from the program that made it",
        )  # fmt: skip
    return Encoded(text, mark, encoding)


def encode(text: str, encoded: Encoded, name: str) -> bytes:
    """The bytes of the text, encoded as it came. Raises `InputError` if that encoding lacks a letter."""
    try:
        return encoded.mark + text.encode(encoded.encoding)
    except UnicodeEncodeError:
        raise InputError(
            name, "a published name has letters that this file's encoding lacks", hint=_WAY_OUT
        ) from None  # fmt: skip


def _decoded(body: bytes, encoding: str, name: str) -> tuple[str, str]:
    candidates = (encoding,) if encoding else ("utf-8", "cp1252")
    for candidate in candidates:
        # With one broken letter the whole would be read as another encoding, and names with accents not found in it.
        if candidate == "cp1252" and _utf8_letter().search(body):
            break
        try:
            return body.decode(candidate), candidate
        except UnicodeDecodeError:
            continue
    raise InputError(name, "this is not UTF-8 text", hint=_WAY_OUT)


@cache
def _utf8_letter() -> re.Pattern[bytes]:
    """A letter of more than one byte as UTF-8 writes it."""
    return re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@cache
def _unseen() -> re.Pattern[str]:
    """Controls other than blanks and the ends of lines and pages."""
    return re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
