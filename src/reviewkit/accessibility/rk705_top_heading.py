"""The document has several titles, or its first heading is not of the first level."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the titles, then at the first heading."""
    titles = [one for one in word_file.body if one.is_title and one.text.strip()]
    for title in titles[1:]:
        yield at(title.position, "{place}: the style Title is used again; a document has one title.", title.text)
    for first in word_file.headings[:1]:
        if first.level > 1:
            yield at(first.position, "", first.text)


RULE = AccessRule(
    code="RK705",
    name="top-heading",
    severity="warning",
    finding="{place}: the first heading is not of level 1.",
    why=(
        "Headings are read out with their level. One title and chapters of level 1 tell where the document begins and how "
        "it is built; a second title sounds like another document."
    ),
    fix="give the title the style Title, and every chapter Heading 1 (Home > Styles)",
    source=("wcag-2-2", "own"),
    bad="The first heading is Heading 2, or the words of each chapter have the style Title.",
    good="One Title, then Heading 1 for each chapter.",
    look=look,
    hits=(
        WordSample(para("One", style="Heading2")),
        WordSample(para("One", style="Title") + para("Two", style="Title")),
    ),
    misses=(
        WordSample(para("One", style="Title") + para("Two", style="Heading1") + para("Three", style="Heading1")),
        WordSample(para("Words")),
    ),
)
