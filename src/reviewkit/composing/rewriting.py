"""Every text of a composed report through the published names, block by block; what is left empty disappears."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from reviewkit.composing.parts import Part, Piece
from reviewkit.composing.prose.inline import trimmed
from reviewkit.composing.redrawing import redrawn
from reviewkit.document import (
    Block,
    Cell,
    Code,
    Divider,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
)

Rewrite = Callable[[tuple[str, ...]], tuple[str, ...]]
_Settle = Callable[[Block], tuple[Block, ...]]


def rewrite_text(text: str, rewrite: Rewrite) -> str:
    """One text that stands alone."""
    return rewrite((text,))[0] if text else ""


def rewrite_runs(runs: Runs, rewrite: Rewrite) -> Runs:
    """The runs of one block, seen together so that a name across two styles is found. A line break counts as one."""
    if not runs:
        return ()
    texts = rewrite(tuple("\n" if run.line_break else run.text for run in runs))
    rewritten = (_run(run, text, rewrite) for run, text in zip(runs, texts, strict=True) if text or run.source >= 0)
    return trimmed(rewritten)


def rewrite_pieces(pieces: Iterable[Piece], rewrite: Rewrite) -> tuple[Piece, ...]:
    """The pieces under published names, without those that have nothing left to say."""
    return _pieces(pieces, rewrite, lambda block: tuple(_block(block, rewrite)))


def rewrite_repeating(pieces: Sequence[Piece], rewrite: Rewrite) -> tuple[tuple[Piece, ...], Rewrite]:
    """The same, and `rewrite` for what repeats them: a text of theirs that stands in a figure too is asked about once.

    The same questions come up as if there were no figures, in the same order: figures are rewritten when all else is.
    """
    said: dict[tuple[str, ...], tuple[str, ...]] = {}

    def remember(texts: tuple[str, ...]) -> tuple[str, ...]:
        said[texts] = rewrite(texts)
        return said[texts]

    def repeat(texts: tuple[str, ...]) -> tuple[str, ...]:
        if texts in said:
            return said[texts]
        key, _, rest = texts[0].partition(" ") if len(texts) == 1 else ("", "", "")
        # "R1" and its owner are told apart in the body. No name can reach from the one into the other.
        if (rest,) in said and key.isascii() and key.isalnum() and key[-1:].isdigit():
            return (f"{rewrite_text(key, rewrite)} {said[rest,][0]}",)
        return rewrite(texts)

    settled: dict[int, tuple[Block, ...]] = {}

    def settle(block: Block) -> tuple[Block, ...]:
        if isinstance(block, Figure):
            return ()
        settled[id(block)] = tuple(_block(block, remember))
        return settled[id(block)]

    def with_figures(block: Block) -> tuple[Block, ...]:
        return tuple(_block(block, repeat)) if isinstance(block, Figure) else settled[id(block)]

    _pieces(pieces, remember, settle)
    return _pieces(pieces, repeat, with_figures), repeat


def _run(run: Run, text: str, rewrite: Rewrite) -> Run:
    if run.line_break:
        return run
    # An address that names somebody can't be mended: the words stay, the link goes.
    href = run.href if run.href and rewrite((run.href,)) == (run.href,) else ""
    # Most of a document stays as it is; making it anew would cost as much as reading it.
    return run if text == run.text and href == run.href else run._replace(text=text, href=href)


def _pieces(pieces: Iterable[Piece], rewrite: Rewrite, settle: _Settle) -> tuple[Piece, ...]:
    return tuple(kept for piece in pieces for kept in _piece(piece, rewrite, settle))


def _piece(piece: Piece, rewrite: Rewrite, settle: _Settle) -> Iterator[Piece]:
    if not isinstance(piece, Part):
        yield from settle(piece)
        return
    inside = _pieces(piece.pieces, rewrite, settle)
    runs = rewrite_runs(piece.title.runs, rewrite)
    if inside and runs:
        yield piece._replace(title=piece.title._replace(runs=runs), pieces=inside)
    else:
        yield from inside


def _blocks(blocks: Iterable[Block], rewrite: Rewrite) -> tuple[Block, ...]:
    return tuple(kept for block in blocks for kept in _block(block, rewrite))


def _block(block: Block, rewrite: Rewrite) -> Iterator[Block]:
    # A card is no piece: it is made of a part when all names are replaced.
    return _REWRITERS[type(block)](block, rewrite)


def _worded(block: Paragraph | Heading, rewrite: Rewrite) -> Iterator[Block]:
    if runs := rewrite_runs(block.runs, rewrite):
        yield block if runs == block.runs else block._replace(runs=runs)


def _code(block: Code, rewrite: Rewrite) -> Iterator[Block]:
    if (text := rewrite_text(block.text, rewrite)).strip():
        yield block._replace(text=text)


def _quote(block: Quote, rewrite: Rewrite) -> Iterator[Block]:
    if blocks := _blocks(block.blocks, rewrite):
        yield block._replace(blocks=blocks)


def _list(block: ListBlock, rewrite: Rewrite) -> Iterator[Block]:
    if items := tuple(kept for item in block.items if (kept := _blocks(item, rewrite))):
        yield block._replace(items=items)


def _facts(block: Facts, rewrite: Rewrite) -> Iterator[Block]:
    if pairs := tuple(_pairs(block, rewrite)):
        yield block._replace(items=pairs)


def _pairs(block: Facts, rewrite: Rewrite) -> Iterator[tuple[str, tuple[Block, ...]]]:
    for label, answer in block.items:
        shown, kept = rewrite_text(label, rewrite), _blocks(answer, rewrite)
        if shown.strip() and kept:
            yield shown, kept


def _table(block: Table, rewrite: Rewrite) -> Iterator[Table]:
    """A row or a column that had words and has none now goes; one that was empty from the start was meant so."""
    rows = [tuple(_cell(cell, rewrite) for cell in row) for row in block.rows]
    rows = [row for row, old in zip(rows, block.rows, strict=True) if _says(row) or not _says(old)]
    gone = {
        column
        for column in range(len(block.header))
        if _says(old[column] for old in block.rows) and not _says(row[column] for row in rows)
    }
    if len(gone) == len(block.header) or (block.rows and not rows):
        return
    header = tuple(_cell(cell, rewrite) for cell in block.header)
    yield block._replace(
        header=_without(header, gone),
        rows=tuple(_without(row, gone) for row in rows),
        caption=rewrite_text(block.caption, rewrite),
    )


def _cell(cell: Cell, rewrite: Rewrite) -> Cell:
    blocks = _blocks(cell.blocks, rewrite)
    return cell if blocks == cell.blocks else cell._replace(blocks=blocks)


def _says(cells: Iterable[Cell]) -> bool:
    return any(cell.blocks for cell in cells)


def _without(row: tuple[Cell, ...], gone: set[int]) -> tuple[Cell, ...]:
    return tuple(cell for column, cell in enumerate(row) if column not in gone)


def _figure(block: Figure, rewrite: Rewrite) -> Iterator[Block]:
    yield from redrawn(block, lambda text: rewrite_text(text, rewrite))


def _divider(block: Divider, _: Rewrite) -> Iterator[Block]:
    yield block


_REWRITERS: Mapping[type, Callable[[Any, Rewrite], Iterator[Block]]] = {
    Paragraph: _worded,
    Heading: _worded,
    Code: _code,
    Quote: _quote,
    ListBlock: _list,
    Facts: _facts,
    Table: _table,
    Divider: _divider,
    Figure: _figure,
}
