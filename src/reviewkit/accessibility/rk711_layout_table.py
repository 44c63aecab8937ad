"""A table is used to arrange text: one row, one column, or whole sections in its cells."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import cell, para, row, table
from reviewkit.accessibility.values import Table, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the form of each table of the body."""
    for one in word_file.tables:
        if one.position.part == "body" and one.rows and one.is_layout:
            yield at(one.position, f"{{place}}: {_form(one)}; a table that only arranges text.")


def _form(table: Table) -> str:
    if len(table.rows) == 1 and table.columns == 1:
        return "a single cell"
    if len(table.rows) == 1:
        return "a single row"
    return "a single column" if table.columns == 1 else "headings stand in its cells"


RULE = AccessRule(
    code="RK711",
    name="layout-table",
    severity="warning",
    finding="{place}: a table only arranges text.",
    why=(
        "A screen reader says “table, row, column” where there is nothing to look up, and reads across where people meant "
        "down. On a phone such a table doesn't fit, and headings in cells are missing from the navigation pane."
    ),
    fix=(
        "turn it into text: click in the table, Layout > Convert to Text; a frame or colour comes from Home > Borders and "
        "Shading"
    ),
    source=("wcag-2-2",),
    bad="A box made of one cell; a form in which whole chapters stand in cells.",
    good="A paragraph with a border; headings and text outside tables.",
    look=look,
    hits=(
        WordSample(table(row("A box"))),
        WordSample(table(row("left", "right"))),
        WordSample(table(row("a"), row("b"))),
        WordSample(table(row("a", "b"), row("c", cell(inner=para("Findings", style="Heading2") + para("Text"))))),
    ),
    misses=(WordSample(table(row("a", "b", header=True), row("c", "d"))),),
    things="tables",
)
