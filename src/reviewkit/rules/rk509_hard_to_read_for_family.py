"""A part that the family will read is far harder than plain English."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Passage
from reviewkit.report import Report

SHORTEST = 40
"""The formula needs so many words to mean anything. Our own limit."""
GRADE, START_OF_SCHOOL = 13, 5
"""Flesch-Kincaid counts American school years; five more make an age. From 18 on it is too hard. Our own limit."""
LONG_WORD, NEAR = 7, 40
"""Words per sentence and the percentage of long words, added: below this no text comes near the grade."""


def look(context: Context) -> Iterator[Hit]:
    """Measure the texts whose `audience` is the family; the library is loaded only for those that look hard."""
    for passage in context.prose.passages:
        if passage.field.type == "prose" and _is_for_family(context.report, passage) and _looks_hard(passage):
            measured = _measure(passage)
            if measured is not None:
                yield Hit(passage.path, evidence=measured)


def _is_for_family(report: Report, passage: Passage) -> bool:
    section = report.template.section(str(passage.path[0]))
    return "family" in (passage.field.audience, section.audience if section else "")


def _looks_hard(passage: Passage) -> bool:
    words = passage.each
    if len(words) < SHORTEST:
        return False
    many = sum(1 for word in words if len(word) >= LONG_WORD)
    return len(words) / len(passage.sentences) + 100 * many / len(words) >= NEAR


def _measure(passage: Passage) -> str | None:
    """How hard it is, in words; None if it is not too hard."""
    try:
        from readability import getmeasures
    except ImportError:  # other packages, such as readability-lxml, take the same module name
        return None
    found = getmeasures(_as_lines(passage), lang="en")
    grade = found["readability grades"]["Kincaid"]
    if grade < GRADE:
        return None
    of_sentence = found["sentence info"]["words_per_sentence"]
    return f"reading age about {min(round(grade) + START_OF_SCHOOL, 25)}; {of_sentence:.0f} words in a sentence"


def _as_lines(passage: Passage) -> list[str]:
    """As the library wants it: a sentence a line, words apart from signs."""
    lines: dict[int, list[str]] = {}
    for start, end in zip(passage.words.starts, passage.words.ends, strict=True):
        lines.setdefault(passage.sentence_at(start), []).append(passage.text[start:end])
    return [f"{' '.join(words)} ." for words in lines.values()]


RULE = Rule(
    code="RK509",
    name="hard-to-read-for-family",
    severity="note",
    finding="{place} is for the family to read, but is as hard as a text for university.",
    why=(
        "Parents, and one day the child, will read this part, often tired and in distress. Long sentences of long words "
        "keep them out. The measure is a rough one, and its limit our own."
    ),
    fix="break long sentences in two, and use the words that you would use to the family's face",
    source=("own",),
    good=Example(
        """
reason_for_review: >
  In March 2026 Child R, who was four months old, was taken to hospital with a broken leg. She is well now and lives with
  her grandmother. Nobody saw how hard things had become for her parents in the weeks before. This review asks why. It
  looks at what the midwife, the health visitor, the doctor and the police each knew, and at what kept them from putting
  it together. It does not ask who hurt her; that is for the court.
"""
    ),
    bad=Example(
        """
reason_for_review: >
  In accordance with statutory requirements, the safeguarding partners considered the findings of the rapid review and,
  having regard to the applicable criteria, determined that it was appropriate to commission a Local Child Safeguarding
  Practice Review in order to establish whether improvements in inter-agency working and information sharing could be
  identified, disseminated and subsequently implemented across the partnership.
""",
        at="/reason_for_review",
    ),
    look=look,
)
