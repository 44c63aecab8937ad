"""The file has no title among its properties, or only the name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.accessibility.hitting import whole
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_AT = "/properties/title"
_NO_TITLE = r"(?:microsoft word - .*|.*\.(?:docx?|dotx?|docm|rtf|odt|pdf)|(?:document|doc|untitled|title) ?\d*|\[.*\])"


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at dc:title."""
    title = word_file.about.title
    if not title:
        yield whole(_AT)
    elif re.fullmatch(_NO_TITLE, title, re.IGNORECASE):
        yield whole(_AT, "{place}: the title among the properties is no title but a file name or a placeholder.")


RULE = AccessRule(
    code="RK702",
    name="title-property",
    severity="warning",
    finding="{place}: no title stands among the properties.",
    why=(
        "The title is what a screen reader says first and what a browser shows in its tab once the file is a PDF. Without "
        "it people hear the name of the file."
    ),
    fix="File > Info > Properties > Title: write the title as it stands on the first page",
    source=("wcag-2-2", "govuk-accessible-documents"),
    bad="An empty title, “Document1”, or “Microsoft Word - final_v7.docx”.",
    good="“Child L: Local Child Safeguarding Practice Review”.",
    look=look,
    hits=(
        WordSample(para("Words"), core="<dc:title/>"),
        WordSample(para("Words"), core="<dc:title>final_v7.docx</dc:title>"),
        WordSample(para("Words"), core="<dc:title>Document1</dc:title>"),
    ),
    misses=(WordSample(para("Words"), core="<dc:title>Child L: review</dc:title>"),),
)
