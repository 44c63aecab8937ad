"""Space is made by empty paragraphs or blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reviewkit.accessibility.hitting import at, neighbours
from reviewkit.accessibility.samples import holding, para, run
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_LEAST = 2
_LINES = "{place}: blank lines stand within the paragraph."


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look for two empty paragraphs in a row, then for line ends with nothing between."""
    for group in neighbours(word_file.body):
        for is_empty, some in groupby(group, key=lambda one: one.is_empty and not one.level and not one.in_contents):
            empty = list(some) if is_empty else []
            if len(empty) >= _LEAST:
                yield at(empty[0].position)
    for one in word_file.body:
        if re.search(r"\n[ \t\u00a0]{0,20}\n", one.text.strip()):
            yield at(one.position, _LINES, one.text)


_BREAK = "<w:r><w:br/></w:r>"

RULE = AccessRule(
    code="RK717",
    name="empty-paragraphs",
    severity="warning",
    finding="{place}: empty paragraphs follow one another.",
    why=(
        "A screen reader says “blank” for each of them, and after a few people think that the document has ended. With "
        "other letters or paper the space falls in the wrong place."
    ),
    fix=(
        "delete them; space comes from Layout > Spacing Before and After, a new page from Layout > Breaks > Page, both best "
        "in the style"
    ),
    source=("own",),
    bad="Eight empty lines that push a heading to the next page.",
    good="A heading with “Page break before”; paragraphs with space after.",
    look=look,
    hits=(
        WordSample(para("one") + para() + para() + para("two")),
        WordSample(holding(run("one"), _BREAK, _BREAK, run("two"))),
    ),
    misses=(
        WordSample(para("one") + para() + para("two")),
        WordSample(holding(run("one"), _BREAK, run("two"))),
        WordSample(para("one") + holding('<w:r><w:br w:type="page"/></w:r>') + para() + para("two")),
    ),
)
