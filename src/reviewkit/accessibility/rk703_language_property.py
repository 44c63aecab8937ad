"""The properties of the file don't name its language."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import whole
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at dc:language."""
    if not word_file.about.language:
        yield whole("/properties/language")


RULE = AccessRule(
    code="RK703",
    name="language-property",
    severity="note",
    finding="{place}: the properties don't name its language.",
    why=(
        "Catalogues, search engines and some programs that make a PDF take the language from there. Screen readers in Word "
        "take it from the text, so this is good to have and no barrier."
    ),
    fix="File > Info > Properties > Advanced Properties > Custom > Language: write en-GB",
    source=("own",),
    bad="No language among the properties.",
    good="en-GB among the properties.",
    look=look,
    hits=(WordSample(para("Words"), core="<dc:title>A title</dc:title>"),),
    misses=(WordSample(para("Words"), core="<dc:language>en-GB</dc:language>"),),
)
