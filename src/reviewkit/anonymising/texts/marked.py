"""A text or Markdown file as blocks of pieces: what is read, and the marks around it that stay as they are.

A piece shows what a reader sees of it: of `&amp;` an ampersand, of `**` nothing. All pieces together are the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from reviewkit.inspecting.plain import soft_break
from reviewkit.language.word_classes import word_set
from reviewkit.tuples import NamedTuple

_INLINE_TAGS = word_set(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strike strong sub sup time u var"
)
_EMPHASIS = "*_~`"


class Piece(NamedTuple):
    """`source` as it stands in the file, `shown` as it is read. `target`: markup that can hold a text of its own."""

    source: str
    shown: str
    target: str = ""

    @property
    def is_line_mark(self) -> bool:
        """Whether it is what a line of a quotation begins with."""
        return not self.shown and self.source.strip(" \t>") == "" and ">" in self.source

    @property
    def is_emphasis(self) -> bool:
        """Whether it is a mark that stands in pairs around words."""
        return bool(self.source) and not self.shown and all(letter in _EMPHASIS for letter in self.source)


class Block(NamedTuple):
    """Pieces that are read as one text, and the number of the first line that they stand on."""

    line: int
    pieces: tuple[Piece, ...]


def text_blocks(text: str) -> Iterator[Block]:
    """The blocks of a plain text: paragraphs, and the items of lists."""
    yield from _numbered(_plain_blocks(text))


def markdown_blocks(text: str) -> Iterator[Block]:
    """The blocks of a Markdown file: paragraphs, items, headings, cells, titles of links, comments."""
    yield from _numbered(_markdown_blocks(text))


def _numbered(blocks: Iterable[list[Piece]]) -> Iterator[Block]:
    line = 1
    for pieces in blocks:
        source = "".join(piece.source for piece in pieces)
        blank = len(source) - len(source.lstrip())
        yield Block(line + source.count("\n", 0, blank), tuple(pieces))
        line += source.count("\n")


def _plain_blocks(text: str) -> Iterator[list[Piece]]:
    for chunk in _chunks(text, _item_start()):
        for cell in _cells(chunk):
            yield list(_plain(cell, 0, len(cell), _soft_breaks(cell)))


def _chunks(text: str, start: re.Pattern[str]) -> Iterator[str]:
    """The text cut before every line that begins a block, and after every empty line; nothing is lost."""
    lines: list[str] = []
    for line in text.splitlines(keepends=True):
        empty = not line.strip()
        if lines and (start.match(line) or (empty and lines[-1].strip()) or (not empty and not lines[-1].strip())):
            yield "".join(lines)
            lines = []
        lines.append(line)
    if lines:
        yield "".join(lines)


def _markdown_blocks(text: str) -> Iterator[list[Piece]]:
    place = 0
    for match in _comment().finditer(text):
        yield from _between(text[place : match.start()])
        yield [Piece("<!--", "")]
        yield [Piece(match.group(1), match.group(1))]
        yield [Piece(match.group(2), "")]
        place = match.end()
    yield from _between(text[place:])


def _between(text: str) -> Iterator[list[Piece]]:
    for chunk in _chunks(text, _block_start()):
        for cell in _cells(chunk):
            yield from _inline(cell)


def _cells(chunk: str) -> list[str]:
    """The cells of a table's row, each with the bar before it."""
    if chunk.count("|") < 2:
        return [chunk]
    return [cell for cell in re.split(r"(?<!\\)(?=\|)", chunk) if cell]


def _inline(text: str) -> Iterator[list[Piece]]:
    """The pieces of one block; block tags begin another, titles of links are blocks of their own."""
    pieces: list[Piece] = []
    place = 0
    soft = _soft_breaks(text)
    for match in _token().finditer(text):
        pieces += _plain(text, place, match.start(), soft)
        place = match.end()
        source = match.group()
        if match["link"]:
            target, blank, title, end = match["target"], match["blank"] or "", match["title"] or "", match["end"]
            pieces.append(Piece(f"]({target}{blank}", "", target))
            if title:
                yield [*pieces, Piece(title[0], "")]
                yield [Piece(title[1:-1], title[1:-1])]
                pieces = [Piece(title[-1], "")]
            pieces.append(Piece(end, ""))
        elif match["tag"]:
            if match["name"].lower() not in _INLINE_TAGS:
                yield pieces
                pieces = []
            pieces.append(Piece(source, "", source.strip("<>/")))
        elif match["address"] or match["definition"]:
            pieces.append(Piece(source, "", source.strip(" <>")))
        elif match["coded"]:
            pieces.append(Piece(source, source[1:] if source.startswith("\\") else unescape(source)))
        else:
            pieces.append(Piece(source, ""))
    yield [*pieces, *_plain(text, place, len(text), soft)]


def _plain(text: str, start: int, end: int, soft: dict[int, int]) -> Iterator[Piece]:
    """What stands between two marks; a line that an editor broke goes on after a blank."""
    for place in sorted(place for place in soft if start <= place < end):
        if place > start:
            yield Piece(text[start:place], text[start:place])
        yield Piece(text[place : soft[place]], " ")
        start = soft[place]
    if start < end:
        yield Piece(text[start:end], text[start:end])


def _soft_breaks(text: str) -> dict[int, int]:
    """Start and end of each line break that ends nothing."""
    return {match.start(): match.end() for match in soft_break().finditer(text) if text[match.end() :].strip()}


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"<!--(.*?)(-->|\Z)", re.DOTALL)


@cache
def _item_start() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:\||[-*+•‣·–—][ \t]|\(?\d{1,3}[.)][ \t]|[A-Za-z][.)][ \t]|[A-Z][^\n:]{0,30}:[ \t])")


@cache
def _block_start() -> re.Pattern[str]:
    return re.compile(
        r"[ \t>]*(?:[-*+•][ \t]|[A-Z][^\n:]{0,30}:[ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|\||`{3}|~{3}|\[[^\]\n]+\]:|(?:=+|-{2,}|[*_]{3,})[ \t]*$)"
    )


@cache
def _token() -> re.Pattern[str]:
    """Everything in Markdown that is not read as it stands."""
    return re.compile(
        r"""(?P<coded>\\[!-/:-@\[-`{-~]|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)
        |(?P<link>\]\((?P<target><[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)
            (?:(?P<blank>[ \t\n]+)(?P<title>"[^"]*"|'[^']*'))?(?P<end>[ \t]*\)))
        |(?P<address><[a-zA-Z][\w+.-]*:[^<>\s]*>)
        |(?P<tag></?(?P<name>[a-zA-Z][\w-]*)(?:[^<>]{0,2000})>)
        |(?m:^[ \t>]*\[[^\]\n]+\]:(?P<definition>[ \t]*\S+))
        |(?m:^[ \t]*(?:>[ \t]?)+|^[ \t]*\#{1,6}[ \t]+|^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)
        |!?\[|\]
        |\*+|~~|`+|\|
        |(?<![\w\\])_+(?=\S)|(?<=\S)_+(?!\w)""",
        re.VERBOSE,
    )
