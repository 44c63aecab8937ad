"""The one table of a document for a spreadsheet: every cell as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reviewkit.document import (
    Block,
    Card,
    Cell,
    Code,
    Document,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from reviewkit.errors import UsageError
from reviewkit.renderers._tables import said, squared
from reviewkit.renderers._text import line, tidy, typed_lines

_BULLET = "•"
_INDENT = "  "
Row = tuple[str, ...]


def sheet_of(document: Document, house_style: bytes | None) -> Table:
    """The table, square. Raises `UsageError` where there is none, and for a house style, which only Word files have."""
    if house_style is not None:
        raise UsageError("a house style belongs to Word files", hint="leave --house-style out, or render --to docx")
    table = next((block for block in document.blocks if isinstance(block, Table)), None)
    sheet = squared(table) if table else Table((), ())
    if not sheet.header:
        raise UsageError("this document has no table for a spreadsheet", hint="choose --to docx, html or markdown")
    return sheet


def titles(table: Table) -> Row:
    """The words of the header row."""
    return tuple(line(said(cell)).strip() for cell in table.header)


def cell_text(cell: Cell) -> str:
    """The words of a cell: paragraphs and list items on lines of their own, links without their addresses."""
    return "\n".join(lines_of(cell.blocks))


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of the blocks, none empty. Figures have none: they repeat what stands beside them."""
    for block in blocks:
        for text in _lines(block):
            shown = text.rstrip()
            if shown:
                yield shown


def runs_as_formula(text: str) -> bool:
    """Whether a spreadsheet that guesses may take the text for a formula: after blanks and quotation marks as well.

    The signs are those of OWASP's page on CSV injection. A plain number is none.
    """
    return bool(_formula().match(text)) and not _number().fullmatch(text)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield from _numbered(block.number, _plain(block.runs))
        case ListBlock():
            yield from _listed(block)
        case Quote():
            yield from lines_of(block.blocks)
        case Code():
            yield from typed_lines(block.text)
        case Facts():
            for label, answer in block.items:
                yield from _numbered(f"{line(label)}:", list(lines_of(answer)))
        case Card():
            yield from lines_of((block.heading, *block.blocks))
        case Table():
            for row in (block.header, *block.rows):
                yield "; ".join(" ".join(lines_of(cell.blocks)) for cell in row)


def _listed(block: ListBlock) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        first, *more = list(lines_of(item)) or [""]
        yield f"{f'{number}.' if block.ordered else _BULLET} {first}"
        yield from (f"{_INDENT}{text}" for text in more)


def _numbered(label: str, lines: list[str]) -> list[str]:
    label = label.strip()
    if not label or label == ":":
        return lines
    return [f"{label} {lines[0]}", *lines[1:]] if lines else [label]


def _plain(runs: tuple[Run, ...]) -> list[str]:
    """The lines of a paragraph. A gap stands in brackets; struck words keep the signs that say so."""
    text = "".join("\n" if run.line_break else _marked(run) for run in tidy(runs))
    return [shown for typed in text.split("\n") if (shown := typed.strip())]


def _marked(run: Run) -> str:
    if run.gap:
        return f"[{run.text.strip()}]"
    return f"~~{run.text}~~" if run.strike and run.text.strip() else run.text


@cache
def _formula() -> re.Pattern[str]:
    return re.compile(r"[\s\u200b-\u200f\u2060\ufeff\"'`‘’“”«»]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?%?")
