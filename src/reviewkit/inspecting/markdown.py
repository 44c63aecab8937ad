"""Markdown: the text as it reads once marks, escapes and entities are gone, and whatever the marks hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, unread
from reviewkit.inspecting.plain import apart, decode_text, is_text, items, paragraphs, unwrapped


def read_markdown(data: bytes, _name: str) -> Iterator[Part]:
    """Each paragraph without its marks; links' addresses and titles, tags and comments by themselves."""
    if not is_text(data):
        yield unread("text", "a file that is no text")
        return
    text = decode_text(data)
    for line, paragraph in paragraphs(text):
        for number, item in items(paragraph):
            read = unwrapped(without_marks(item))
            yield from with_hidden("text", f"line {line + number}", read, "prose") if read.strip() else ()
        yield from _addresses(paragraph, f"line {line}")
    # Comments and tags can reach over empty lines.
    yield from _markup(text)


def without_marks(text: str) -> str:
    """The paragraph as a reader sees it: `J**ay**den` is one word."""
    text = re.sub(r"\A[ \t]*(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+", "", text)
    # Behind the last end of a comment none is looked for: many that nobody closed would be searched to the end each.
    end = text.rfind("-->") + 3 if "-->" in text else 0
    text = re.sub(r"<!--.*?-->", "", text[:end], flags=re.DOTALL) + text[end:]
    text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    text = _link().sub(r"\1", text)
    text = re.sub(r"(?m)^[ \t]*(?:>[ \t]?)+", "", text)
    text = re.sub(r"(?<!\\)(\*+|~~|`+)", "", text)
    text = re.sub(r"(?<![\w\\])_+(?=\S)|(?<=\S)(?<!\\)_+(?!\w)", "", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~]|\r?\n)", r"\1", text)
    return unescape(apart(text))


def _addresses(text: str, place: str) -> Iterator[Part]:
    """Targets and titles of links and pictures, definitions, and addresses in angle brackets."""
    for match in _link().finditer(text):
        target, title = _split(match.group(2) or "")
        yield from with_hidden("text", f"{place}, a link", target, "attribute") if target else ()
        yield from with_hidden("text", f"{place}, a link's title", title, "prose") if title else ()
        if match.group().startswith("!"):
            yield unread("text", f"{place}, a picture")
    for match in re.finditer(r"(?m)^[ \t>]*\[([^\]\n]+)\]:[ \t]*(.*)$|<([a-zA-Z][\w+.-]*:[^<>\s]*)>", text):
        name, definition, address = match.groups()
        yield from with_hidden("text", f"{place}, a link", address or _split(definition)[0], "attribute")
        if name:
            yield from with_hidden("text", f"{place}, a link's name", name, "attribute")


def _split(written: str) -> tuple[str, str]:
    """Target and title of what stands in a link's brackets."""
    written = written.strip()
    if written.startswith("<"):
        target, _, title = written[1:].partition(">")
    else:
        target, _, title = written.partition(" ")
    return target, title.strip().strip("\"'()")


def _markup(text: str) -> Iterator[Part]:
    for match in re.finditer(r"<!--(.*?)(?:-->|\Z)|<([/!?a-zA-Z][^<>]{0,2000})>", text, re.DOTALL):
        comment, tag = match.groups()
        place = f"line {text.count(chr(10), 0, match.start()) + 1}"
        if comment is not None:
            yield from with_hidden("text", f"{place}, a comment", comment, "prose")
            continue
        yield from with_hidden("text", f"{place}, raw markup", tag, "attribute")
        for value in _read_attribute().findall(tag):
            yield from with_hidden("text", f"{place}, raw markup", value.strip("\"'"), "prose")
        if re.match(r"(?:img|picture|video|audio|object|embed|iframe)\b", tag, re.IGNORECASE):
            yield unread("text", f"{place}, a picture or something else that a page shows")


@cache
def _read_attribute() -> re.Pattern[str]:
    return re.compile(
        r"""(?i)\b(?:title|alt|label|aria-label|placeholder|summary|content)[ \t]{0,9}=[ \t]{0,9}("[^"]*"|'[^']*')"""
    )


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\(((?:[^()\\\n]|\\.|\([^()\n]*\))*)\)")
