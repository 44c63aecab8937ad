"""A document longer than a page has no heading that Word knows as one."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import whole
from reviewkit.accessibility.samples import many, para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_WORDS_OF_A_PAGE = 350


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look for any heading; a title alone leads nowhere."""
    if not word_file.headings and word_file.words > _WORDS_OF_A_PAGE:
        yield whole("/body")


RULE = AccessRule(
    code="RK704",
    name="no-headings",
    severity="error",
    finding="{place}: there is no heading, and it is longer than a page.",
    why=(
        "People who don't see the page move from heading to heading to find what concerns them. Without headings they have "
        "to listen to all of it, and a table of contents can't be made."
    ),
    fix="put the cursor in each heading and choose Home > Styles > Heading 1 (Heading 2 for parts of a part)",
    source=("wcag-2-2", "accessibility-regulations-2018"),
    bad="Forty pages in which headings are only bold.",
    good="Each heading has the style Heading 1, Heading 2 and so on.",
    look=look,
    hits=(WordSample(para(many(400))), WordSample(para("Title", style="Title") + para(many(400)))),
    misses=(
        WordSample(para(many(100))),
        WordSample(para("Findings", style="Heading1") + para(many(400))),
        WordSample(para("Findings", properties='<w:outlineLvl w:val="0"/>') + para(many(400))),
    ),
)
