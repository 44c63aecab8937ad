"""A table has no row marked as its header."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import row, table
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the first row of tables that hold facts."""
    for one in word_file.tables:
        if one.position.part == "body" and not one.is_layout and not one.rows[0].repeats:
            yield at(one.position)


RULE = AccessRule(
    code="RK709",
    name="table-header",
    severity="error",
    finding="{place}: no row is marked as header row.",
    why=(
        "A screen reader says the heading of the column with each cell, so that “12 May” is heard as “by when: 12 May”. "
        "Without a header row it is a string of words, and on the next page nobody sees the headings either."
    ),
    fix="right-click the first row > Table Properties > Row > tick “Repeat as header row at the top of each page”",
    source=("wcag-2-2", "accessibility-regulations-2018"),
    bad="The first row is bold, and not marked as header row.",
    good="The first row names the columns and is marked to repeat as header row.",
    look=look,
    hits=(WordSample(table(row("Action", "By when"), row("Train", "May"))),),
    misses=(
        WordSample(table(row("Action", "By when", header=True), row("Train", "May"))),
        WordSample(table(row("One box"))),
    ),
    things="tables",
)
