"""Lists: tight where items are single lines, items indented by the width of their sign."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reviewkit.document import Block, ListBlock, Paragraph

Write = Callable[[Iterable[Block]], list[str]]


def list_of(block: ListBlock, write: Write, other_sign: bool) -> str:
    """The list; with `other_sign`, in the signs that keep it apart from a list right above."""
    between = "\n" if all(map(_is_short, block.items)) else "\n\n"
    written: list[str] = []
    for count, item in enumerate(block.items):
        parts = write(item)
        if block.ordered:
            sign = f"{max(block.start, 0) + count}{')' if other_sign else '.'}"
        elif parts:
            sign = "*" if other_sign else "-"
        else:
            continue
        written.append(_item(sign, between.join(parts)))
    return between.join(written)


def _item(sign: str, text: str) -> str:
    indent = " " * (len(sign) + 1)
    first, *rest = text.split("\n")
    return "\n".join([f"{sign} {first}".rstrip(), *(indent + part if part else "" for part in rest)])


def _is_short(item: tuple[Block, ...]) -> bool:
    """Whether the item is one paragraph, with at most lists beneath that may follow it without an empty line."""
    if not item:
        return True
    return isinstance(item[0], Paragraph) and all(
        isinstance(block, ListBlock) and (not block.ordered or block.start == 1) and all(map(_is_short, block.items))
        for block in item[1:]
    )
