"""Every kind of block by the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reviewkit.document import Block, Card, Code, Divider, Facts, Figure, Heading, ListBlock, Paragraph, Quote, Table
from reviewkit.renderers._tables import squared
from reviewkit.renderers.docx.facts import facts, shared_column
from reviewkit.renderers.docx.lists import list_block
from reviewkit.renderers.docx.paragraphs import code, divider, heading, paragraph, prose, quote, statement
from reviewkit.renderers.docx.pictures import figure
from reviewkit.renderers.docx.runs import plain_text
from reviewkit.renderers.docx.tables import table
from reviewkit.renderers.docx.writing import Place, Writing

_SPACE_AFTER: dict[type, int] = {Table: 240, ListBlock: 160, Facts: 160}
_UNNAMED_TABLE = "Next table"
_DEPENDENT = (ListBlock, Quote, Code, Facts)  # these continue a numbered paragraph, and align with its words


def write_blocks(blocks: Iterable[Block], place: Place, writing: Writing) -> str:
    """The blocks as XML, each kept off the one before it."""
    written: list[str] = []
    before: Block | None = None
    under_number = False
    for block in blocks:
        if isinstance(block, Table) and isinstance(before, Table) and _needs_name(block, place):
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


def _needs_name(table_: Table, place: Place) -> bool:
    return not table_.caption and not place.in_cell and bool(squared(table_).header)


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.number)


def _card(block: Card, place: Place, writing: Writing) -> str:
    """Heading, the card's own words set off, and the rest."""
    own = list(_own_words(block.blocks)) if place == writing.body else []
    rest = block.blocks[len(own) :]
    last = len(own) - 1
    said = (statement(each, writing, followed=index < last or bool(rest)) for index, each in enumerate(own))
    above = heading(block.heading, writing) + "".join(said)
    around, writing.label_column = writing.label_column, shared_column(rest)
    below = writing.write(rest, place)
    writing.label_column = around
    return above + below


def _own_words(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """What a card says before anything is said of it: plain paragraphs, no marks of what is missing."""
    for block in blocks:
        if not isinstance(block, Paragraph) or block.number or block.role or all(run.gap for run in block.runs):
            return
        yield block


_WRITERS: dict[type, Callable[[Any, Place, Writing], str]] = {
    Paragraph: prose,
    Heading: lambda block, _, writing: heading(block, writing),
    ListBlock: list_block,
    Quote: quote,
    Code: code,
    Divider: divider,
    Table: table,
    Facts: facts,
    Figure: figure,
    Card: _card,
}
