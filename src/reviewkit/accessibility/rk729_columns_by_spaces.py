"""Lines are set in columns by tabs or spaces, like a table that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.accessibility.hitting import at, neighbours
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import Paragraph, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_LEAST = 2


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look for neighbouring lines with two tabs, or with three spaces, between words. One tab alone makes no column."""
    for group in neighbours(word_file.body):
        lines: list[tuple[Paragraph, bool]] = []
        for one in group:
            found = not one.in_contents and not one.level
            lines += [(one, found and bool(_gap().search(line.strip()))) for line in one.text.split("\n")]
        yield from _hits(lines)


def _hits(lines: list[tuple[Paragraph, bool]]) -> Iterator[AccessHit]:
    """The first of each stretch of such lines."""
    stretch: list[Paragraph] = []
    for one, is_parted in (*lines, (None, False)):
        if is_parted and one:
            stretch.append(one)
            continue
        if len(stretch) >= _LEAST:
            yield at(stretch[0].position, "", stretch[0].text)
        stretch = []


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"[^\s_.…]\t[^\t]*[^\s]\t+[^\s_.…]|[^\s_.…]\t{2,}[^\s_.…]|[^\s_.…][ \u00a0]{3,}[^\s_.…]")


_TABS = "<w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r>"

RULE = AccessRule(
    code="RK729",
    name="columns-by-spaces",
    severity="warning",
    finding="{place}: lines are set in columns by tabs or spaces.",
    why=(
        "It looks like a table and is read line by line, without headings; with other letters the columns fall apart."
    ),
    fix="select the lines and choose Insert > Table > Convert Text to Table, then mark the header row",
    source=("wcag-2-2", "own"),
    bad="Three lines with name, role and date, parted by tabs.",
    good="A table with a header row; a list of “role: name”.",
    look=look,
    hits=(
        WordSample(para("Agency     Role") + para("Police     Safety")),
        WordSample("".join(f"<w:p>{_TABS.format(*line)}</w:p>" for line in (("a", "b", "c"), ("d", "e", "f")))),
    ),
    misses=(
        WordSample(para("Agency     Role")),
        WordSample("".join(f"<w:p><w:r><w:t>{one}</w:t><w:tab/><w:t>x</w:t></w:r></w:p>" for one in ("Date", "Place"))),
    ),
    things="groups of lines",
)
