"""Every heading and paragraph of a document in reading order, to look at or to change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reviewkit.document import Block, Card, Cell, Facts, Heading, ListBlock, Paragraph, Quote, Runs, Table

Change = Callable[[Heading | Paragraph], Runs]
Blocks = tuple[Block, ...]


def over_texts(blocks: Blocks, change: Change) -> Blocks:
    """The blocks with the runs that `change` gives for each heading and paragraph; it is asked in reading order."""
    return tuple(_CHANGERS[type(block)](block, change) if type(block) in _CHANGERS else block for block in blocks)


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


def _card(block: Card, change: Change) -> Card:
    heading = _text(block.heading, change)
    return block._replace(heading=heading, blocks=over_texts(block.blocks, change))


def _quote(block: Quote, change: Change) -> Quote:
    return block._replace(blocks=over_texts(block.blocks, change))


def _list(block: ListBlock, change: Change) -> ListBlock:
    return block._replace(items=tuple(over_texts(item, change) for item in block.items))


def _facts(block: Facts, change: Change) -> Facts:
    return block._replace(items=tuple((label, over_texts(answer, change)) for label, answer in block.items))


def _table(block: Table, change: Change) -> Table:
    header = _row(block.header, change)
    return block._replace(header=header, rows=tuple(_row(row, change) for row in block.rows))


def _row(cells: tuple[Cell, ...], change: Change) -> tuple[Cell, ...]:
    return tuple(cell._replace(blocks=over_texts(cell.blocks, change)) for cell in cells)


_CHANGERS: dict[type, Callable[[Any, Change], Any]] = {
    Heading: _text,
    Paragraph: _text,
    Card: _card,
    Quote: _quote,
    ListBlock: _list,
    Facts: _facts,
    Table: _table,
}
