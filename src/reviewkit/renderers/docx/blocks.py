"""Every kind of block by the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reviewkit.document import Block, Card, Code, Divider, Facts, Heading, ListBlock, Paragraph, Quote, Table
from reviewkit.renderers.docx.facts import facts
from reviewkit.renderers.docx.lists import list_block
from reviewkit.renderers.docx.paragraphs import code, divider, heading, paragraph, prose, quote
from reviewkit.renderers.docx.runs import plain_text
from reviewkit.renderers.docx.tables import table
from reviewkit.renderers.docx.writing import Place, Writing

_SPACE_AFTER: dict[type, int] = {Table: 240, ListBlock: 160, Facts: 160}
_UNNAMED_TABLE = "Next table"
_DEPENDENT = (ListBlock, Quote, Code)  # these continue a numbered paragraph, and align with its words


def write_blocks(blocks: Iterable[Block], place: Place, writing: Writing) -> str:
    """The blocks as XML, each kept off the one before it."""
    written: list[str] = []
    before: Block | None = None
    under_number = False
    for block in blocks:
        if isinstance(block, Table) and isinstance(before, Table) and not block.caption and not place.in_cell:
            # Word makes one table of two that touch.
            written.append(paragraph(writing, "Caption", plain_text(_UNNAMED_TABLE)))
        if type(before) in _SPACE_AFTER and type(block) is not type(before) and not place.in_cell:
            writing.space = _SPACE_AFTER[type(before)]
        under_number = _is_numbered(block) or (under_number and isinstance(block, _DEPENDENT))
        inner = under_number and isinstance(block, _DEPENDENT) and place == writing.body
        xml = _WRITERS[type(block)](block, writing.under_number if inner else place, writing)
        if xml:
            written.append(xml)
            before = block
    writing.space, writing.rule = 0, False
    return "".join(written)


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.number)


def _card(block: Card, place: Place, writing: Writing) -> str:
    return heading(block.heading, writing) + writing.write(block.blocks, place)


_WRITERS: dict[type, Callable[[Any, Place, Writing], str]] = {
    Paragraph: prose,
    Heading: lambda block, _, writing: heading(block, writing),
    ListBlock: list_block,
    Quote: quote,
    Code: code,
    Divider: divider,
    Table: table,
    Facts: facts,
    Card: _card,
}
