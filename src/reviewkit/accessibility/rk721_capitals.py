"""A line or a paragraph is set in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import Paragraph, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_LONG, _WORDS, _WORDS_IN_CELL, _LONG_WORD = 4, 2, 3, 8


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at letters that a style makes capital, then at lines typed so. A few abbreviations are no such line."""
    for one in word_file.body:
        if one.in_contents:
            continue
        styled = "".join(run.text for run in one.runs if run.look.capitals)
        if sum(map(str.isalpha, styled)) >= _LONG or _is_typed(one):
            yield at(one.position, "", one.text)


def _is_typed(one: Paragraph) -> bool:
    words = [word for word in one.text.split() if any(map(str.isalpha, word))]
    if not words or not all(word.isupper() for word in words):
        return False
    long = [word for word in words if sum(map(str.isalpha, word)) >= _LONG]
    if len(words) == 1:
        return len(words[0]) >= _LONG_WORD
    return len(words) >= (_WORDS_IN_CELL if one.position.table else _WORDS) and len(long) >= _WORDS


RULE = AccessRule(
    code="RK721",
    name="capitals",
    severity="note",
    finding="{place}: set in capitals.",
    why="Words in capitals have no shape, so they are read letter by letter; some screen readers spell them out.",
    fix="select it and choose Home > Change Case > Sentence case, and bold or a heading style where it must stand out",
    source=("govuk-accessible-documents",),
    bad="“STRICTLY NOT FOR DISTRIBUTION”.",
    good="“Strictly not for distribution” in bold.",
    look=look,
    hits=(
        WordSample(para("STRICTLY NOT FOR DISTRIBUTION")),
        WordSample(para("Strictly private", letters="<w:caps/>")),
    ),
    misses=(WordSample(para("The MASH and the LADO met.")), WordSample(para("MASH")), WordSample(para("A word"))),
    things="paragraphs",
)
