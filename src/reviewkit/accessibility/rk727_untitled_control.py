"""A field to fill in has no title."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import holding, para, run
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at content controls; the title is what a screen reader says of them."""
    for one in word_file.controls:
        if not one.title:
            yield at(one.position)


def _control(properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('Name')}</w:sdtContent></w:sdt>"


RULE = AccessRule(
    code="RK727",
    name="untitled-control",
    severity="note",
    finding="{place}: a field to fill in (content control) without a title.",
    why="A screen reader says the title of a field and nothing else. Without it people hear “edit” and don't know what to write.",
    fix="Developer > Properties > Title: write what is asked",
    source=("wcag-2-2",),
    bad="A field for a date without a title.",
    good="A field with the title “Date of the meeting”.",
    look=look,
    hits=(WordSample(holding(_control("<w:date/>"))),),
    misses=(
        WordSample(holding(_control('<w:alias w:val="Name of the agency"/><w:text/>'))),
        WordSample(
            f"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{para('Contents', 'TOCHeading')}</w:sdtContent></w:sdt>"
        ),
    ),
    things="fields",
)
