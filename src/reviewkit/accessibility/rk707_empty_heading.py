"""A paragraph has the style of a heading and nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at paragraphs with a level; a picture doesn't name a heading."""
    for paragraph in word_file.body:
        if (paragraph.level or paragraph.is_title) and not paragraph.text.strip():
            yield at(paragraph.position)


RULE = AccessRule(
    code="RK707",
    name="empty-heading",
    severity="warning",
    finding="{place}: the style of a heading, and no words.",
    why="Who moves from heading to heading lands there and hears nothing; in the table of contents it may be a blank line.",
    fix="delete the empty paragraph, or give it the style Normal (Home > Styles)",
    source=("wcag-2-2",),
    bad="An empty line with the style Heading 1, left over from a page break.",
    good="No empty line; the next heading begins a page by Paragraph > Line and Page Breaks > Page break before.",
    look=look,
    hits=(WordSample(para(style="Heading1")), WordSample(para("  ", style="Heading2"))),
    misses=(WordSample(para("One", style="Heading1") + para()),),
    things="paragraphs",
)
