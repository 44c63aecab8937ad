"""Rows of the published family: a person who is called Mother there is not "Mother, Mother"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewkit.composing.parts import plain
from reviewkit.document import Block, Paragraph
from reviewkit.schema import Field

_BROADER: Mapping[str, str] = {"mother": "Parent", "father": "Parent"}
"""What is said of a relationship that the name says already; a code without an entry is left out beside it."""

Row = dict[str, tuple[Block, ...]]


def without_echo(fields: Iterable[Field], row: Row) -> Row:
    """The row, where a code says no more than the published name of the person beside it."""
    held = list(fields)
    names = {words_of(row.get(field.id, ())).casefold() for field in held if field.to == "people"} - {""}
    found = dict(row)
    for field in held:
        said = words_of(row.get(field.id, ()))
        if field.type == "code" and said.casefold() in names:
            path = row[field.id][0].path
            found[field.id] = (plain(broader, path),) if (broader := _BROADER.get(said.casefold())) else ()
    return {key: blocks for key, blocks in found.items() if blocks}


def words_of(blocks: tuple[Block, ...]) -> str:
    """What the paragraphs of a cell say, as one line."""
    return " ".join(run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs)
