"""Texts inside a text: what percent signs, entities, `data:` addresses and backslashes hide."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_plus

from reviewkit.inspecting.parts import Part, PartKind

_TEXT_KINDS = ("text/", "image/svg", "application/json", "application/xml")


def with_hidden(part: str, place: str, text: str, kind: PartKind) -> Iterator[Part]:
    """The text as a part, and what it reads when it is decoded."""
    yield Part(part, place, text, kind)
    if "data:" in text and ";base64" in text:
        yield from _data_addresses(part, place, text)
    if "%" in text and re.search(r"%[0-9A-Fa-f]{2}", text):
        yield Part(part, f"{place}, percent-decoded", unquote_plus(text), kind)
    if "&" in text and (plain := unescape(text)) != text:
        yield Part(part, f"{place}, entities decoded", plain, kind)
    if "\\u" in text and (plain := re.sub(r"\\u([0-9A-Fa-f]{4})", _character, text)) != text:
        yield Part(part, f"{place}, escapes decoded", plain, kind)


def _character(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16))


def _data_addresses(part: str, place: str, text: str) -> Iterator[Part]:
    for match in re.finditer(r"data:([\w/+.-]*)[^,\s]{0,80};base64,([A-Za-z0-9+/=%\s]*)", text):
        try:
            data = b64decode(re.sub(r"\s", "", match.group(2)) + "==")
        except (Base64Error, ValueError):
            data = b""
        if match.group(1).startswith(_TEXT_KINDS) and data:
            yield Part(part, f"{place}, an embedded text", data.decode("utf-8", errors="replace"))
        else:
            yield Part(part, f"{place}, an embedded {match.group(1) or 'file'}", "", "unread")
