"""The file doesn't say in which language it is written, or says American English."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at, letters_in, whole
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_NONE = ("", "x-none", "zxx")
_AMERICAN = "{place}: the text is marked as American English."


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the language that text has by default, then at letters that none of their styles gives a language."""
    usual = word_file.about.default_language.lower()
    if usual in _NONE:
        bare = [
            one for one in word_file.body if letters_in(run for run in one.runs if run.look.language.lower() in _NONE)
        ]
        if bare or not word_file.body:
            yield whole("/styles/language")
        return
    if usual.startswith("en-us"):
        yield whole("/styles/language", _AMERICAN)._replace(severity="note")
    for paragraph in word_file.body:
        silent = [run for run in paragraph.runs if run.look.language.lower() in _NONE]
        if letters_in(silent):
            message = "{place}: some words are marked as having no language."
            yield at(paragraph.position, message, paragraph.text)._replace(severity="warning")


_WITHOUT = "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"

RULE = AccessRule(
    code="RK701",
    name="language",
    severity="error",
    finding="{place}: nothing says in which language it is written.",
    why=(
        "A screen reader chooses its voice by the language of the text. Without one, or with the wrong one, it reads "
        "English words with foreign sounds, and spelling is checked in the wrong language."
    ),
    fix=(
        "press Ctrl+A, then Review > Language > Set Proofing Language > English (United Kingdom), untick “Do not check "
        "spelling or grammar”, and choose Set As Default"
    ),
    source=("wcag-2-2", "accessibility-regulations-2018"),
    bad="No language in the styles, or English (United States) in a report from England.",
    good="English (United Kingdom), or any other language that the text is really written in.",
    look=look,
    hits=(
        WordSample(para("Some words"), styles=_WITHOUT),
        WordSample(para("Some words"), styles=_WITHOUT.replace("<w:rPr/>", '<w:rPr><w:lang w:val="en-US"/></w:rPr>')),
        WordSample(para("Some words", letters='<w:lang w:val="x-none"/>')),
    ),
    misses=(
        WordSample(para("Some words")),
        WordSample(para("Cymraeg", letters='<w:lang w:val="cy-GB"/>')),
        WordSample(para("Some words"), styles=_WITHOUT.replace("<w:rPr/>", '<w:rPr><w:lang w:val="cy-GB"/></w:rPr>')),
    ),
)
