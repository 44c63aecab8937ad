"""Letters blink, shimmer or have running borders."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the text effects of older Words, which some programs still show."""
    for one in word_file.paragraphs:
        if any(run.look.effect not in ("", "none") and run.text.strip() for run in one.runs):
            yield at(one.position, "", one.text)


RULE = AccessRule(
    code="RK728",
    name="moving-text",
    severity="warning",
    finding="{place}: letters move or blink.",
    why="What moves draws the eye away from everything else, and blinking can make people ill.",
    fix="select the words and press Ctrl+Space, which takes away their effects",
    source=("wcag-2-2",),
    bad="A warning with blinking background.",
    good="A warning in bold.",
    look=look,
    hits=(WordSample(para("Look here", letters='<w:effect w:val="blinkBackground"/>')),),
    misses=(WordSample(para("Look here", letters='<w:effect w:val="none"/>')),),
    things="paragraphs",
)
