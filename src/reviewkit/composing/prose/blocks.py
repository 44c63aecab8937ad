"""Block tokens → blocks of the document. Headings become bold paragraphs: prose must not break the report's outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reviewkit.composing.prose.inline import to_runs
from reviewkit.document import Block, Cell, Code, Divider, ListBlock, Paragraph, Quote, Run, Runs, Table

if TYPE_CHECKING:
    from markdown_it.token import Token

    Tokens = list[Token]


def to_blocks(tokens: Tokens, path: str) -> tuple[Block, ...]:
    """The blocks that those tokens say, each carrying `path`. What says nothing is left out."""
    return tuple(block for node in _nodes(tokens) if (block := _MAKERS[node[0].type](node, path)) is not None)


def _nodes(tokens: Tokens) -> Iterator[Tokens]:
    """The tokens of one block after the other: a single one, or all from an opening to its closing."""
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def _runs(node: Tokens) -> Runs:
    return to_runs(node[1].children or ())


def _paragraph(node: Tokens, path: str) -> Block | None:
    runs = _runs(node)
    return Paragraph(runs, path=path) if runs else None


def _lead(node: Tokens, path: str) -> Block | None:
    runs = tuple(run._replace(bold=True) for run in _runs(node))
    return Paragraph(runs, role="lead", path=path) if runs else None


def _list(node: Tokens, path: str) -> Block | None:
    items = tuple(blocks for item in _nodes(node[1:-1]) if (blocks := to_blocks(item[1:-1], path)))
    ordered = node[0].type == "ordered_list_open"
    start = int(node[0].attrs.get("start", 1)) if ordered else 1
    return ListBlock(items, ordered=ordered, start=start, path=path) if items else None


def _quote(node: Tokens, path: str) -> Block | None:
    blocks = to_blocks(node[1:-1], path)
    return Quote(blocks, path=path) if blocks else None


def _code(node: Tokens, path: str) -> Block | None:
    info = node[0].info.strip()
    text = f"{info}\n{node[0].content}" if info else node[0].content
    return Code(text.removesuffix("\n"), path=path) if text.strip() else None


def _table(node: Tokens, path: str) -> Block | None:
    rows = [
        tuple(_cell(cell, path) for cell in _nodes(row[1:-1]))
        for part in _nodes(node[1:-1])
        for row in _nodes(part[1:-1])
    ]
    return Table(rows[0], tuple(rows[1:]), path=path)


def _cell(node: Tokens, path: str) -> Cell:
    paragraph = _paragraph(node, path)
    return Cell((paragraph,) if paragraph else (), head=node[0].type == "th_open", path=path)


def _definition(node: Tokens, path: str) -> Block | None:
    meta = node[0].meta
    title = " ".join(meta["title"].split())
    runs = (Run(f"[{meta['label']}]: "), Run(meta["url"], href=meta["url"]), Run(f" ({title})" if title else ""))
    return Paragraph(tuple(run for run in runs if run.text), path=path)


_MAKERS: dict[str, Callable[[Tokens, str], Block | None]] = {
    "paragraph_open": _paragraph,
    "heading_open": _lead,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "blockquote_open": _quote,
    "fence": _code,
    "code_block": _code,
    "hr": lambda _, path: Divider(path=path),
    "table_open": _table,
    "definition": _definition,
}
