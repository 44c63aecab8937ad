"""Texts inside a text: what percent signs, entities, backslashes, tags and `data:` addresses hide."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from urllib.parse import unquote_plus

from reviewkit.inspecting.parts import Part, PartKind, unread

_TEXT_KINDS = ("text/", "application/json", "application/xml", "application/xhtml", "application/javascript")
_ROUNDS = 3
_SHORTEST_FILE = 100
_FILES_IN_BASE64 = ("UEsDB", "iVBORw0KGgo", "/9j/4", "R0lGOD", "0M8R4KGx", "JVBERi0", "e1xydGY")
"""How ZIP, PNG, JPEG, GIF, older Office, PDF and RTF files begin."""


def with_hidden(part: str, place: str, text: str, kind: PartKind) -> Iterator[Part]:
    """The text as a part, and what it reads when it is decoded."""
    inside = list(_data_addresses(part, place, text)) if "data:" in text else []
    text = _long_data().sub(r"\1", text) if inside else text
    yield Part(part, place, text, kind)
    if len(text) >= _SHORTEST_FILE and any(start in text for start in _FILES_IN_BASE64):
        yield unread(part, f"{place}, an embedded file")
    yield from _parted(part, place, text, kind)
    if not _hint().search(text):
        return
    yield from inside
    seen = {text}
    for how, plain in _readings(text):
        if plain not in seen:
            seen.add(plain)
            yield Part(part, f"{place}, {how}" if place else how, plain, kind, again=True)


def _parted(part: str, place: str, text: str, kind: PartKind) -> Iterator[Part]:
    """`minutes_2_November_2023` as it is read: outside sentences such marks stand for blanks."""
    if kind != "prose" and ("_" in text or "+" in text):
        yield Part(part, place, words_of_name(text), kind, again=True)


def words_of_name(text: str) -> str:
    """The name of a file or a mark as it is read: `minutes_2023_11_02` has a date in it."""
    return re.sub(r"(?<=[0-9])_(?=[0-9])", "-", text).replace("_", " ").replace("+", " ")


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """The text decoded in each single way, then in all ways until there is nothing left to decode."""
    for how, decode in _WAYS:
        yield how, decode(text)
    for _ in range(_ROUNDS):
        before = text
        for _, decode in _WAYS:
            text = decode(text)
        if text == before:
            break
    yield "decoded", text


def _percent(text: str) -> str:
    return unquote_plus(text) if "%" in text and re.search(r"%[0-9A-Fa-f]{2}", text) else text


def _entities(text: str) -> str:
    return unescape(text) if "&" in text else text


def unescaped(text: str) -> str:
    """The text without the backslashes of scripts and style sheets."""
    return _escape().sub(_character, text) if "\\" in text else text


def _seen(text: str) -> str:
    """What is written in invisible letters, and what is set from right to left, as a reader or a program gets it."""
    if text.isascii():
        return text
    plain = _right_to_left().sub(lambda match: match.group(1)[::-1], text)
    return plain.translate(_tag_letters())


def _untagged(text: str) -> str:
    return _tag().sub("", text) if "<" in text else text


def _joined(text: str) -> str:
    """`'Jay' + 'den'` as a script says it."""
    return _plus().sub("", text) if "+" in text else text


_WAYS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("percent-decoded", _percent),
    ("entities decoded", _entities),
    ("escapes decoded", unescaped),
    ("without tags", _untagged),
    ("texts joined", _joined),
    ("as it is shown", _seen),
)


def _character(match: re.Match[str]) -> str:
    number = int(next(group for group in match.groups() if group), 16)
    usual = number < 0x110000 and not 0xD800 <= number < 0xE000
    return chr(number) if usual else match.group()


@cache
def _long_data() -> re.Pattern[str]:
    """A whole file in an address, which is read by itself or called unread."""
    return re.compile(r"(data:[\w/+.-]{0,80}[^,\s]{0,80};base64,)[A-Za-z0-9+/=%]{100,}")


@cache
def _hint() -> re.Pattern[str]:
    """What any of the ways to hide a text needs: marks, the beginning of an address of data, invisible letters."""
    return re.compile("[%&\\\\<+:\u202e\U000e0020-\U000e007e](?:(?<!:)|(?<=data:))")


@cache
def _right_to_left() -> re.Pattern[str]:
    return re.compile("\u202e([^\u202c\n]*)\u202c?")


@cache
def _tag_letters() -> dict[int, str]:
    """Unicode's tags: a second, invisible ASCII."""
    return {0xE0000 + number: chr(number) for number in range(0x20, 0x7F)}


@cache
def _escape() -> re.Pattern[str]:
    r"""`\u004a`, `\u{4a}`, `\x4a` of scripts and `\4a ` of style sheets."""
    return re.compile(r"\\u([0-9A-Fa-f]{4})|\\u\{([0-9A-Fa-f]{1,6})\}|\\x([0-9A-Fa-f]{2})|\\([0-9A-Fa-f]{1,6})[ \t\n]?")


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<[/!a-zA-Z][^<>]{0,2000}>")


@cache
def _plus() -> re.Pattern[str]:
    return re.compile(r"""["'][ \t\r\n]{0,20}\+[ \t\r\n]{0,20}["']""")


def _plain(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if marked else "utf-8", errors="replace").replace("\0", "")


def _data_addresses(part: str, place: str, text: str) -> Iterator[Part]:
    for match in re.finditer(r"data:([\w/+.-]*)[^,\s]{0,80};base64,([A-Za-z0-9+/=%\s]*)", text):
        kind = match.group(1)
        try:
            data = b64decode(re.sub(r"\s", "", match.group(2)) + "==")
        except (Base64Error, ValueError):
            data = b""
        if kind.startswith(_TEXT_KINDS) and data:
            plain = _plain(data)
            yield Part(part, f"{place}, an embedded text", plain)
            yield Part(part, f"{place}, an embedded text, without tags", _untagged(plain), again=True)
        else:
            yield unread(part, f"{place}, {'a picture' if kind.startswith('image/') else 'an embedded file'}")
