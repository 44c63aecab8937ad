"""Professional shorthand stands without an example near it."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Prose, Said
from reviewkit.language.saying import each_once
from reviewkit.language.tokens import Span, split_words
from reviewkit.report import Report

SIGNS_OF_MORE = (":", "–", "—", "(")
"""After one of these, a few words more are taken for the example."""


def look(context: Context) -> Iterator[Hit]:
    """Look around each shorthand in running text; titles and lines need no example."""
    prose = context.prose
    bare = [said for said in prose.said("jargon") if said.passage.field.type == "prose" and not _is_shown(prose, said)]
    explained = _glossary(context.report) if bare else ()
    for said in each_once(bare):
        if not any(term and term in _plain(said.evidence) for term in explained):
            yield Hit(said.passage.path, fix=said.phrase.ask, evidence=said.evidence, source=said.phrase.source)


def _is_shown(prose: Prose, said: Said) -> bool:
    passage, (start, end) = said.passage, _around(said)
    if any(first < end and last > start for first, last in passage.quotations):
        return True
    if any(start <= other.start < end for other in prose.said_at("examples", passage.path)):
        return True
    tail = passage.text[said.end : passage.sentences[passage.sentence_at(said.start)][1]]
    return any(len(tail.partition(sign)[2].split()) > 2 for sign in SIGNS_OF_MORE)


def _around(said: Said) -> Span:
    """From the sentence before to the end of the second sentence after."""
    sentences, number = said.passage.sentences, said.passage.sentence_at(said.start)
    return sentences[max(0, number - 1)][0], sentences[min(len(sentences) - 1, number + 2)][1]


def _glossary(report: Report) -> tuple[str, ...]:
    return tuple(_plain(str(item.get("term"))) for _, item in report.items("glossary"))


def _plain(text: str) -> str:
    return " ".join(split_words(text).words)


RULE = Rule(
    code="RK502",
    name="jargon-without-example",
    severity="note",
    finding="{place}: professional shorthand, and no example near it.",
    why=(
        "The Panel's report for 2020 notes how often reviews speak of over-optimism and a lack of professional "
        "curiosity. Without an example a reader can't tell what somebody should do differently on Monday."
    ),
    fix="say what somebody could have asked, seen or checked, and what made that hard",
    source=("panel-annual-report-2020", "own"),
    good=Example(
        """
key_lines_of_enquiry:
  - id: K1
    question: What did services know of the home?
    analysis: >
      There was little professional curiosity about the nights. Five workers saw the cot by day. None asked where Child
      R slept when her mother worked late, because the form had a box for the cot and none for the night.
"""
    ),
    bad=Example(
        """
key_lines_of_enquiry:
  - id: K1
    question: What did services know of the home?
    analysis: >
      A lack of professional curiosity was a theme across all agencies. Practice should be strengthened in this area.
""",
        at="/key_lines_of_enquiry/0/analysis",
    ),
    look=look,
)
