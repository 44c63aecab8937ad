"""What the details of a finished document give away together, as questions: one for each group of them."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.anonymising.combinations.facts import case_facts
from reviewkit.anonymising.combinations.groups import Combination, Part, Stated, combinations
from reviewkit.anonymising.decisions.deciding import keeps_group, read_decisions
from reviewkit.publication import Asked, PublishedReport, Question
from reviewkit.report import Report

KIND = "combination"


def combination_questions(report: Report, published: PublishedReport, texts: Sequence[str]) -> tuple[Question, ...]:
    """The groups that no decision keeps; `texts` are those of the published document, in reading order."""
    decisions, _ = read_decisions(report)
    groups = combinations([Stated(text) for text in texts], case_facts(report))
    asked = (_question(group, published) for group in groups)
    return tuple(
        question
        for question in asked
        if not keeps_group(decisions, question.text, (place.sentence for place in question.places))
    )


def _question(group: Combination, published: PublishedReport) -> Question:
    places = dict.fromkeys(_place(part, published) for part in group.parts)
    return Question(KIND, group.title, group.said, tuple(places), group.proposals)


def _place(part: Part, published: PublishedReport) -> Asked:
    """The author's own sentence, which an answer has to quote, and in it their own words for the detail."""
    return published.source_of(part.sentence, part.start, part.end)
