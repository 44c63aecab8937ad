"""A table has a row or a column with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import row, table
from reviewkit.accessibility.values import Table, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at rows, then at columns of tables whose rows are all alike."""
    for one in word_file.tables:
        if one.position.part == "body" and one.columns > 1 and (_has_empty_row(one) or _has_empty_column(one)):
            yield at(one.position)


def _has_empty_row(table: Table) -> bool:
    return any(all(cell.is_empty and not cell.is_joined for cell in row.cells) for row in table.rows)


def _has_empty_column(table: Table) -> bool:
    if len({len(row.cells) for row in table.rows}) != 1:
        return False
    columns = zip(*(row.cells for row in table.rows), strict=True)
    return any(all(cell.is_empty and not cell.is_joined for cell in column) for column in columns)


RULE = AccessRule(
    code="RK712",
    name="empty-rows",
    severity="note",
    finding="{place}: a whole row or column is empty.",
    why=(
        "Empty rows and columns made for the sake of space are read out cell by cell, and sound as if the table had ended. "
        "Rows left to be filled in are another matter."
    ),
    fix="delete the row or column; space comes from Table Properties > Table > Options > Default cell margins",
    source=("own",),
    bad="An empty row between two groups of rows.",
    good="No empty row; more space within the cells.",
    look=look,
    hits=(
        WordSample(table(row("a", "b", header=True), row("c", "d"), row("", ""))),
        WordSample(table(row("a", "", "b", header=True), row("c", "", "d"))),
    ),
    misses=(WordSample(table(row("a", "b", header=True), row("c", ""))),),
    things="tables",
)
