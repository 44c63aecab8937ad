"""A long stretch is in italics, or words are underlined that are no link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import holding, link, many, para, run
from reviewkit.accessibility.values import Paragraph, Run, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_SLANTED, _UNDERLINED = 25, 6
_LINE = "{place}: words are underlined that are no link."


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at stretches: a title in italics or an underlined word troubles nobody."""
    for one in word_file.body:
        if one.in_contents:
            continue
        if _longest(one, lambda run: run.look.italic) >= _SLANTED:
            yield at(one.position, "", one.text)
        if _longest(one, lambda run: run.look.underlined and not run.linked) >= _UNDERLINED:
            yield at(one.position, _LINE, one.text)


def _longest(paragraph: Paragraph, is_meant: Callable[[Run], bool]) -> int:
    stretches = ("".join(run.text for run in runs) for meant, runs in groupby(paragraph.runs, key=is_meant) if meant)
    return max((len(text.split()) for text in stretches), default=0)


RULE = AccessRule(
    code="RK723",
    name="slanted-or-underlined",
    severity="note",
    finding="{place}: a long stretch is in italics.",
    why="Slanted letters are hard to tell apart for many readers, and underlined words are taken for links.",
    fix="use quotation marks or an indent for what others said, bold for a few words that matter",
    source=("govuk-accessible-documents",),
    bad="A quotation of ten lines in italics; an underlined sentence.",
    good="A quotation indented, in upright letters.",
    look=look,
    hits=(
        WordSample(para(many(40), letters="<w:i/>")),
        WordSample(para(many(10), letters='<w:u w:val="single"/>')),
    ),
    misses=(
        WordSample(para("Working Together", letters="<w:i/>")),
        WordSample(holding(link("", run(many(10), '<w:u w:val="single"/>')))),
    ),
    things="paragraphs",
)
