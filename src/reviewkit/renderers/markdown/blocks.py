"""Every kind of block as Markdown, each one string; blocks stand apart by an empty line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reviewkit.document import (
    Block,
    Card,
    Code,
    Divider,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from reviewkit.renderers._tables import as_facts
from reviewkit.renderers._text import line, typed_lines
from reviewkit.renderers.markdown.escaping import code_fence, end_escaped, escaped, start_escaped
from reviewkit.renderers.markdown.inline import inline
from reviewkit.renderers.markdown.lists import list_of
from reviewkit.renderers.markdown.tables import is_simple, table

_DEEPEST = 6
_RULE = "___"


def write_blocks(blocks: Iterable[Block]) -> list[str]:
    """The blocks as Markdown; those that say nothing are left out."""
    written: list[str] = []
    lists_in_a_row = 0
    for block in _flat(blocks):
        if isinstance(block, ListBlock):
            # Two lists that touch would be read as one, unless their signs differ.
            text = list_of(block, write_blocks, lists_in_a_row % 2 == 1)
        else:
            text = _WRITERS[type(block)](block)
        if text:
            written.append(text)
            lists_in_a_row = lists_in_a_row + 1 if isinstance(block, ListBlock) else 0
    return written


def paragraph(block: Paragraph) -> str:
    """A paragraph, its number in front."""
    content = inline(block.runs)
    number = escaped(line(block.number).strip())
    content = f"{number} {content}" if number and content else content
    return "\n".join(map(start_escaped, content.split("\n")))


def heading(block: Heading) -> str:
    """A heading with a target for links to it: readers differ in the names that they make up themselves.

    Level 0 is the title of the whole.
    """
    content = end_escaped(inline(block.runs, line_break=" "))
    number = escaped(line(block.number).strip())
    target = f'<a id="{block.anchor}"></a>' if block.anchor else ""
    signs = "#" * min(block.level + 1, _DEEPEST)
    return f"{signs} {target}{f'{number} ' if number else ''}{content}" if content else ""


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with cards, facts and tables that Markdown can't hold taken apart."""
    for block in blocks:
        if isinstance(block, Card):
            yield block.heading
            yield from _flat(block.blocks)
        elif isinstance(block, Facts):
            yield ListBlock(tuple(_fact(label, answer) for label, answer in block.items), path=block.path)
        elif isinstance(block, Table) and not is_simple(block):
            yield from _flat(as_facts(block))
        else:
            yield block


def _fact(label: str, answer: tuple[Block, ...]) -> tuple[Block, ...]:
    label = line(label).strip()
    if not label:
        return answer
    said = Run(label if label.endswith((":", "?")) else f"{label}:", bold=True)
    if answer and isinstance(answer[0], Paragraph):
        return answer[0]._replace(runs=(said, Run(" "), *answer[0].runs)), *answer[1:]
    return Paragraph((said,)), *answer


def _quote(block: Quote) -> str:
    lines = "\n\n".join(write_blocks(block.blocks)).split("\n")
    return "\n".join(f"> {text}".rstrip() for text in lines) if any(lines) else ""


def _code(block: Code) -> str:
    lines = typed_lines(block.text)
    fence = code_fence(lines)
    return "\n".join((fence, *lines, fence)) if block.text.strip() else ""


_WRITERS: dict[type, Callable[[Any], str]] = {
    Paragraph: paragraph,
    Heading: heading,
    Quote: _quote,
    Code: _code,
    Divider: lambda _: _RULE,
    Table: table,
    # What a figure shows stands as text beside it.
    Figure: lambda _: "",
}
