"""A heading is more than one level below the heading before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at each heading and the one before."""
    for before, after in pairwise(word_file.headings):
        if after.level > before.level + 1:
            message = f"{{place}}: a heading of level {after.level} follows one of level {before.level}."
            yield at(after.position, message, after.text)


RULE = AccessRule(
    code="RK706",
    name="skipped-level",
    severity="warning",
    finding="{place}: a level of heading is skipped.",
    why="A skipped level sounds as if a heading was missing: people go back to look for what they think they passed over.",
    fix="choose the level by the outline and not by its looks: Home > Styles > Heading 2 under Heading 1",
    source=("wcag-2-2",),
    bad="Heading 3 straight after Heading 1.",
    good="Heading 2 after Heading 1; after Heading 3 any higher one.",
    look=look,
    hits=(WordSample(para("One", style="Heading1") + para("Two", style="Heading3")),),
    misses=(
        WordSample(
            para("One", style="Heading1")
            + para("Two", style="Heading2")
            + para("Three", style="Heading3")
            + para("Four", style="Heading1")
        ),
    ),
    things="headings",
)
