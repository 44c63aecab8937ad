"""A line looks like a heading by bold or larger letters and isn't one."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at, neighbours
from reviewkit.accessibility.samples import many, para
from reviewkit.accessibility.values import Paragraph, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_MOST_WORDS, _LARGER, _TEXT_WORDS = 12, 2, 8
_NO_HEADINGS = ("caption", "subtitle", "title", "toc", "quote", "intense quote", "header", "footer", "salutation")


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at short lines with a text below. Before the first heading lines of a cover may stand out."""
    free = [one for one in word_file.body if not one.position.table and not one.in_box]
    has_headings = bool(word_file.headings)
    for group in neighbours(free):
        for number, one in enumerate(group):
            if not _stands_out(one, word_file.usual_size):
                continue
            after = next((later for later in group[number + 1 :] if later.text.strip()), None)
            if after is None or _stands_out(after, word_file.usual_size):
                continue
            is_cover = has_headings and not one.position.heading and not _is_text(after)
            if not is_cover and not after.level and not after.is_title:
                yield at(one.position, "", one.text)


def _stands_out(one: Paragraph, usual: float) -> bool:
    text = one.text.strip()
    if (
        one.level
        or one.is_title
        or one.is_listed
        or one.in_contents
        or text.endswith((".", ";", ",", ":", "?", "!", "]"))
    ):
        return False
    if not any(map(str.isalpha, text)) or len(text.split()) > _MOST_WORDS or one.style.lower().startswith(_NO_HEADINGS):
        return False
    looks = [run.look for run in one.runs if run.text.strip() and not run.linked]
    if not looks or "\t" in text:
        return False
    return all(look.bold for look in looks) or all(look.size >= usual + _LARGER for look in looks)


def _is_text(one: Paragraph) -> bool:
    return len(one.text.split()) >= _TEXT_WORDS


RULE = AccessRule(
    code="RK708",
    name="faked-heading",
    severity="warning",
    finding="{place}: looks like a heading by its letters, and is none.",
    why="What is only bold or larger is a heading for the eye alone: no screen reader and no table of contents finds it.",
    fix="if it is a heading, choose Home > Styles > Heading 1, 2 or 3 for it; its looks can be changed in the style",
    source=("wcag-2-2",),
    bad="“What we found” in bold, as a line of its own above a text.",
    good="“What we found” with the style Heading 2; a bold word within a sentence.",
    look=look,
    hits=(
        WordSample(para("What we found", letters="<w:b/>") + para(many(30))),
        WordSample(para("What we found", letters='<w:sz w:val="32"/>') + para(many(30))),
    ),
    misses=(
        WordSample(para("What we found", style="Heading2") + para(many(30))),
        WordSample(para(many(30)) + para("Words")),
        WordSample(para("A review", letters="<w:b/>") + para("West Marshire") + para("One", style="Heading1")),
        WordSample(para("This is important.", letters="<w:b/>") + para(many(30))),
    ),
    things="lines",
)
