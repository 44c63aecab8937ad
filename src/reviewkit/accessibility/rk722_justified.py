"""Text is justified: aligned on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import many, para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_WORDS_OF_A_LINE = 12


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at paragraphs of more than a line: shorter ones look the same."""
    for one in word_file.body:
        if one.is_justified and len(one.text.split()) > _WORDS_OF_A_LINE:
            yield at(one.position, "", one.text)


RULE = AccessRule(
    code="RK722",
    name="justified",
    severity="note",
    finding="{place}: the text is justified.",
    why="The uneven gaps between words make lines harder to follow, for people with dyslexia most of all.",
    fix="select it and choose Home > Align Left, best in the style itself",
    source=("govuk-accessible-documents",),
    bad="A text aligned on both sides.",
    good="A text aligned left.",
    look=look,
    hits=(WordSample(para(many(40), properties='<w:jc w:val="both"/>')),),
    misses=(
        WordSample(para(many(40))),
        WordSample(para(many(40), properties='<w:jc w:val="center"/>')),
        WordSample(para("Short", properties='<w:jc w:val="both"/>')),
    ),
    things="paragraphs",
)
