"""Cells of a table are merged or split, or a table stands in a table."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import cell, para, row, table
from reviewkit.accessibility.values import Table, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_NESTED = "{place}: a table stands inside a cell of another table."


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at spans, at joined cells and at rows of different width."""
    for one in word_file.tables:
        if one.position.part != "body":
            continue
        if one.is_nested:
            yield at(one.position, _NESTED)
        if _is_uneven(one):
            yield at(one.position)


def _is_uneven(table: Table) -> bool:
    widths = {sum(cell.span for cell in row.cells) for row in table.rows}
    cells = [cell for row in table.rows for cell in row.cells]
    has_gap = any(row.has_gap for row in table.rows)
    return len(widths) > 1 or has_gap or any(cell.span > 1 or cell.is_joined for cell in cells)


RULE = AccessRule(
    code="RK710",
    name="merged-cells",
    severity="warning",
    finding="{place}: cells are merged or split.",
    why=(
        "Screen readers count rows and columns. Where cells are merged, split or nested the count goes wrong, and a "
        "heading is read out for cells that it doesn't belong to."
    ),
    fix="give every row the same cells (Layout > Split Cells undoes a merged one), or make two simple tables of it",
    source=("wcag-2-2",),
    bad="A row with one cell across the whole table, as a heading between others; a small table in a cell.",
    good="Every row has the same number of cells; a heading above each of two tables.",
    look=look,
    hits=(
        WordSample(table(row(cell("Wide", '<w:gridSpan w:val="2"/>')), row("a", "b"))),
        WordSample(table(row(cell("Tall", '<w:vMerge w:val="restart"/>'), "b"), row(cell("", "<w:vMerge/>"), "d"))),
        WordSample(table(row("a", "b"), row("c", cell(inner=table(row("x", "y"), row("z", "w")) + para())))),
        WordSample(table(row("a", "b"), row("c"))),
    ),
    misses=(WordSample(table(row("a", "b", header=True), row("c", "d"))),),
    things="tables",
)
