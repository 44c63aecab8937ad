"""Markdown: the text as it is written, and as it reads once marks, escapes and entities are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part
from reviewkit.inspecting.plain import decode_text, paragraphs


def read_markdown(data: bytes, _name: str) -> Iterator[Part]:
    """Each paragraph without its marks; links, images' addresses and comments by themselves."""
    for line, text in paragraphs(decode_text(data)):
        place = f"line {line}"
        yield Part("text", place, without_marks(text))
        for match in re.finditer(
            r"\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*(\S+)|<([a-zA-Z][^>\s]*:[^>\s]*)>", text, re.MULTILINE
        ):
            target = next(group for group in match.groups() if group)
            yield from with_hidden("text", f"{place}, a link", target, "attribute")
        for match in re.finditer(r"<!--(.*?)(?:-->|$)|<([^>]{1,2000})>", text, re.DOTALL):
            yield from with_hidden("text", f"{place}, raw markup", match.group(1) or match.group(2) or "", "attribute")


def without_marks(text: str) -> str:
    """The paragraph as a reader sees it: `J**ay**den` is one word."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"</?[a-zA-Z][^>]*>", "", text)
    text = re.sub(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?m)^[ \t]*(?:>[ \t]?)+", "", text)
    text = re.sub(r"(?<!\\)(\*+|~~|`+)", "", text)
    text = re.sub(r"(?<![\w\\])_+(?=\S)|(?<=\S)(?<!\\)_+(?!\w)", "", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    # A table's bars separate cells: a blank line keeps names in two cells apart.
    text = re.sub(r"[ \t]*\|[ \t]*", "\n\n", text) if text.count("|") > 1 else text
    return unescape(text)
