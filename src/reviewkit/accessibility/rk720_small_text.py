"""Text is smaller than 12 points, or in headers, footers and notes smaller than 9."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at, letters_in
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import Paragraph, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_LEAST, _LEAST_AROUND = 12, 9
_AROUND = f"{{place}}: the text is smaller than {_LEAST_AROUND} points."
_FEW = 3


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the letters of the body, then around it. What is raised or lowered is small by nature."""
    small = [(one, size) for one in word_file.body if (size := _smallest(one, _LEAST))]
    least = min((size for _, size in small), default=0)
    for one, _ in small:
        message = f"{{place}}: the text is smaller than {_LEAST} points (the smallest has {least:g})."
        yield at(one.position, message, one.text)
    for one in word_file.paragraphs:
        if one.position.part != "body" and _smallest(one, _LEAST_AROUND):
            yield at(one.position, _AROUND, one.text)


def _smallest(paragraph: Paragraph, least: float) -> float:
    small = [run for run in paragraph.runs if run.look.size < least and not run.look.raised]
    return min(run.look.size for run in small) if letters_in(small) > _FEW else 0


RULE = AccessRule(
    code="RK720",
    name="small-text",
    severity="warning",
    finding="{place}: the text is smaller than 12 points.",
    why="Many people can't read small print, and on paper nobody can enlarge it.",
    fix="Home > Styles > right-click Normal > Modify: set 12 points or more, and take smaller sizes out of tables",
    source=("govuk-accessible-documents",),
    bad="A table in 8 points; a report in 11.",
    good="12 points or more in text and tables.",
    look=look,
    hits=(
        WordSample(para("Small print", letters='<w:sz w:val="16"/>')),
        WordSample(para("Small print", letters='<w:sz w:val="22"/>')),
    ),
    misses=(
        WordSample(para("Text")),
        WordSample(para("2024", letters='<w:sz w:val="16"/><w:vertAlign w:val="superscript"/>')),
    ),
    things="paragraphs",
)
