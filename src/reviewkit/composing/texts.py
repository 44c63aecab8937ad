"""Every heading and paragraph of a document in reading order, to look at or to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import is_
from typing import Any, TypeVar

from reviewkit.document import (
    Block,
    Card,
    Cell,
    Code,
    Divider,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Runs,
    Table,
)

Change = Callable[[Heading | Paragraph], Runs]
Blocks = tuple[Block, ...]
T = TypeVar("T")
Holder = TypeVar("Holder", Quote, Cell)


def over_texts(blocks: Blocks, change: Change) -> Blocks:
    """The blocks with the runs that `change` gives for each heading and paragraph; it is asked in reading order.

    What stays as it is isn't made anew: most changes are about few texts.
    """
    return _kept(blocks, [_CHANGERS[type(block)](block, change) for block in blocks])


def texts_of(blocks: Blocks) -> list[tuple[str, str]]:
    """The text of every heading and paragraph in reading order, each with the path that it comes from, as JSON Pointer."""
    found: list[tuple[str, str]] = []

    def note(block: Heading | Paragraph) -> Runs:
        found.append(("".join("\n" if run.line_break else run.text for run in block.runs), block.path))
        return block.runs

    over_texts(blocks, note)
    return found


def without_dead_links(blocks: Blocks) -> Blocks:
    """The blocks without links to headings that are gone; the words of such a link stay."""
    anchors: set[str] = set()

    def note(block: Heading | Paragraph) -> Runs:
        if isinstance(block, Heading):
            anchors.add(block.anchor)
        return block.runs

    def mend(block: Heading | Paragraph) -> Runs:
        if all(not run.anchor or run.anchor in anchors for run in block.runs):
            return block.runs
        return tuple(run if run.anchor in anchors else run._replace(anchor="") for run in block.runs)

    over_texts(blocks, note)
    return over_texts(blocks, mend)


def _text(block: Any, change: Change) -> Any:
    runs = change(block)
    return block if runs is block.runs else block._replace(runs=runs)


def _kept(before: tuple[T, ...], after: Sequence[T]) -> tuple[T, ...]:
    """What was there before, if all of it is still the same."""
    return before if all(map(is_, before, after)) else tuple(after)


def _unchanged(block: Any, _: Change) -> Any:
    return block


def _card(block: Card, change: Change) -> Card:
    heading = _text(block.heading, change)
    blocks = over_texts(block.blocks, change)
    if heading is block.heading and blocks is block.blocks:
        return block
    return block._replace(heading=heading, blocks=blocks)


def _holder(block: Holder, change: Change) -> Holder:
    blocks = over_texts(block.blocks, change)
    return block if blocks is block.blocks else block._replace(blocks=blocks)


def _list(block: ListBlock, change: Change) -> ListBlock:
    items = _kept(block.items, [over_texts(item, change) for item in block.items])
    return block if items is block.items else block._replace(items=items)


def _facts(block: Facts, change: Change) -> Facts:
    answers = [over_texts(answer, change) for _, answer in block.items]
    if all(after is before for (_, before), after in zip(block.items, answers, strict=True)):
        return block
    return block._replace(items=tuple((label, after) for (label, _), after in zip(block.items, answers, strict=True)))


def _table(block: Table, change: Change) -> Table:
    header = _row(block.header, change)
    rows = _kept(block.rows, [_row(row, change) for row in block.rows])
    return block if header is block.header and rows is block.rows else block._replace(header=header, rows=rows)


def _row(cells: tuple[Cell, ...], change: Change) -> tuple[Cell, ...]:
    return _kept(cells, [_holder(cell, change) for cell in cells])


_CHANGERS: dict[type, Callable[[Any, Change], Any]] = {
    Heading: _text,
    Paragraph: _text,
    Card: _card,
    Quote: _holder,
    ListBlock: _list,
    Facts: _facts,
    Table: _table,
    Code: _unchanged,
    Divider: _unchanged,
    Figure: _unchanged,
}
