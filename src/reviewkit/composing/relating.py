"""Rows as readers want them: nobody is called "Mother, Mother", and no column stands empty for one answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewkit.composing.answering import labelled_blocks
from reviewkit.composing.parts import plain
from reviewkit.document import Block, Paragraph
from reviewkit.schema import Field

_BROADER: Mapping[str, str] = {"mother": "Parent", "father": "Parent"}
"""What is said of a relationship that the name says already; a code without an entry is left out beside it."""

Row = dict[str, tuple[Block, ...]]

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 4
_RARE = 1 / 3


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


def without_rare_columns(fields: Iterable[Field], rows: Iterable[Row]) -> tuple[list[Field], list[Row]]:
    """Columns and rows of a table, where a column that few rows answer stands in the one to its left.

    The answer is led by its label there: "Why not: No reply". The first column names the row and takes none in.
    """
    columns, held = list(fields), [dict(row) for row in rows]
    if len(columns) < _FEWEST_COLUMNS or len(held) < _FEWEST_ROWS:
        return columns, held
    kept = columns[:2]
    for field in columns[2:]:
        if sum(bool(row.get(field.id)) for row in held) > _RARE * len(held):
            kept.append(field)
            continue
        for row in held:
            if blocks := row.pop(field.id, ()):
                row[kept[-1].id] = (*row.get(kept[-1].id, ()), *labelled_blocks(field.label, blocks))
    return kept, held


def words_of(blocks: tuple[Block, ...]) -> str:
    """What the paragraphs of a cell say, as one line."""
    return " ".join(run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs)
