"""The headings of a document: names to link to, and the contents list.

Names are numbers, or the printed number of the heading; none is ever made from words of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import is_
from typing import TypeVar

from reviewkit.document import Block, Card, Cell, Document, Facts, Heading, ListBlock, Paragraph, Quote, Runs, Table
from reviewkit.renderers._text import words
from reviewkit.tuples import NamedTuple

MOST_CONTENTS = 45
T = TypeVar("T")
Holder = TypeVar("Holder", Quote, Cell)


class Entry(NamedTuple):
    """A line of the contents list, and the lines below it."""

    heading: Heading
    below: tuple[Entry, ...] = ()


def contents(document: Document) -> tuple[Entry, ...]:
    """The headings of levels 1 and 2; of level 1 alone where both would be more than two pages of print.

    A brief document has none.
    """
    if document.brief:
        return ()
    listed = [heading for heading in _shown(document.blocks) if heading.level <= 2]
    if len(listed) > MOST_CONTENTS:
        listed = [heading for heading in listed if heading.level == 1]
    entries: list[Entry] = []
    for heading in listed:
        if heading.level == 1 or not entries:
            entries.append(Entry(heading))
        else:
            entries[-1] = Entry(entries[-1].heading, (*entries[-1].below, Entry(heading)))
    return tuple(entries)


def renamed(document: Document, name: Callable[[int, Heading], str]) -> Document:
    """The document with `name(n, heading)` as the anchor of its nth heading, counted from 1, and links to match.

    A link to a heading that isn't there becomes plain text, and a citation of a source that isn't there goes.
    """
    headings = list(_headings(document.blocks))
    names = [name(count, heading) for count, heading in enumerate(headings, start=1)]
    targets = {heading.anchor: new for heading, new in zip(headings, names, strict=True) if heading.anchor}
    cited = frozenset(number for number, runs in enumerate(document.sources) if words(runs))
    renaming = _Renaming(iter(names), targets, cited)
    cover = tuple((label, renaming.runs(runs)) for label, runs in document.cover)
    sources = tuple(map(renaming.runs, document.sources))
    return document._replace(cover=cover, blocks=renaming.blocks(document.blocks), sources=sources)


def numbered_names() -> Callable[[int, Heading], str]:
    """Names for `renamed` that stay the same as long as the numbering does: section-4, section-4-2, else part-17."""
    seen: set[str] = set()

    def name(count: int, heading: Heading) -> str:
        digits = heading.number.strip().rstrip(".").replace(".", "-")
        found = f"section-{digits}" if digits and not digits.strip("-0123456789") else f"part-{count}"
        found = f"part-{count}" if found in seen else found
        seen.add(found)
        return found

    return name


def _shown(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Card):
            yield block.heading
            yield from _shown(block.blocks)


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Every heading, in the order in which `_Renaming` meets them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            continue
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Card):
            yield block.heading
            yield from _headings(block.blocks)
        else:
            for inner in _inner(block):
                yield from _headings(inner)


def _inner(block: Block) -> Iterable[tuple[Block, ...]]:
    if isinstance(block, Quote):
        return (block.blocks,)
    if isinstance(block, ListBlock):
        return block.items
    if isinstance(block, Facts):
        return [blocks for _, blocks in block.items]
    if isinstance(block, Table):
        return [cell.blocks for row in (block.header, *block.rows) for cell in row]
    return ()


class _Renaming:
    """Rebuilds blocks with new anchors; what holds none is kept as it is."""

    def __init__(self, names: Iterator[str], targets: dict[str, str], sources: frozenset[int]) -> None:
        self._names = names
        self._targets = targets
        self._sources = sources

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return _kept(blocks, list(map(self._block, blocks)))

    def runs(self, runs: Runs) -> Runs:
        for run in runs:
            if run.anchor or run.source >= 0:
                break
        else:
            return runs
        return tuple(
            run._replace(
                anchor=self._targets.get(run.anchor, ""), source=run.source if run.source in self._sources else -1
            )
            for run in runs
        )

    def _block(self, block: Block) -> Block:  # noqa: PLR0911  one line for each kind of block
        if isinstance(block, Paragraph):
            runs = self.runs(block.runs)
            return block if runs is block.runs else block._replace(runs=runs)
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Card):
            return block._replace(heading=self._heading(block.heading), blocks=self.blocks(block.blocks))
        if isinstance(block, Quote):
            return self._holder(block)
        if isinstance(block, ListBlock):
            items = _kept(block.items, list(map(self.blocks, block.items)))
            return block if items is block.items else block._replace(items=items)
        if isinstance(block, Facts):
            return self._facts(block)
        if isinstance(block, Table):
            header, rows = self._row(block.header), _kept(block.rows, list(map(self._row, block.rows)))
            same = header is block.header and rows is block.rows
            return block if same else block._replace(header=header, rows=rows)
        return block

    def _holder(self, block: Holder) -> Holder:
        blocks = self.blocks(block.blocks)
        return block if blocks is block.blocks else block._replace(blocks=blocks)

    def _facts(self, block: Facts) -> Facts:
        before = tuple(answer for _, answer in block.items)
        after = _kept(before, list(map(self.blocks, before)))
        if after is before:
            return block
        return block._replace(items=tuple((label, new) for (label, _), new in zip(block.items, after, strict=True)))

    def _heading(self, heading: Heading) -> Heading:
        return heading._replace(runs=self.runs(heading.runs), anchor=next(self._names))

    def _row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return _kept(row, list(map(self._holder, row)))


def _kept(before: tuple[T, ...], after: list[T]) -> tuple[T, ...]:
    """What was there before, if all of it is still the same: nearly all of a report stays as it is."""
    return before if all(map(is_, before, after)) else tuple(after)
