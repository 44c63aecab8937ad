"""Every kind of block as Markdown. A block is its lines; blocks stand apart by an empty line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reviewkit.document import Block, Card, Code, Divider, Facts, Heading, ListBlock, Paragraph, Quote, Run, Table
from reviewkit.renderers._text import line, typed_lines
from reviewkit.renderers.markdown.escaping import escaped, fence_for, start_escaped
from reviewkit.renderers.markdown.inline import inline
from reviewkit.renderers.markdown.tables import as_facts, is_simple, table

_DEEPEST = 6


def write_blocks(blocks: Iterable[Block]) -> list[str]:
    """The blocks as Markdown, one string each."""
    written: list[str] = []
    second_list = False
    before: type | None = None
    for block in blocks:
        # Two lists that touch would be read as one, unless their signs differ.
        second_list = isinstance(block, ListBlock | Facts) and before in (ListBlock, Facts) and not second_list
        parts = _listing(block, second_list) if isinstance(block, ListBlock) else _written(block, second_list)
        if parts:
            written += parts
            before = type(block)
    return written
