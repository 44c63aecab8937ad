"""The way in: a report → what may be published of it, or a refusal with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.anonymising.combinations.questions import combination_questions
from reviewkit.anonymising.decisions.locating import Locator
from reviewkit.anonymising.omitting import published_values
from reviewkit.anonymising.preparing import Preparation, prepare
from reviewkit.anonymising.rewriting import Rewriter
from reviewkit.contracts import Detector
from reviewkit.errors import LeakError
from reviewkit.publication import PublishedReport, Question
from reviewkit.report import Report

_REFUSED = "the report can't be published yet: some decisions are left"
_HINT = (
    "`reviewkit render --anonymise --review` asks them one by one and keeps the answers under `publication.decisions`; "
    "or change the report or its register. Nothing has been written"
)


def publish(report: Report, detectors: Sequence[Detector] = ()) -> PublishedReport:
    """What may be published. Raises `LeakError` if the register says too little, or gives somebody away.

    Texts are rewritten when the document is composed; `refuse_questions` then tells whether all could be settled.
    """
    prepared = prepare(report, detectors)
    if prepared.reasons:
        raise LeakError(_REFUSED, prepared.reasons, hint=_HINT)
    values = published_values(report, prepared.dates.precision)
    rewriter = Rewriter(prepared, Locator(report, values))
    return PublishedReport(
        template=report.template,
        edition=report.edition,
        values=values,
        rewrite=rewriter.rewrite,
        person_names=_names(prepared, "person"),
        organisation_names=_names(prepared, "organisation"),
        questions=rewriter.questions,
        kept=rewriter.kept,
        source_of=rewriter.source_of,
    )


def open_questions(report: Report, published: PublishedReport, texts: Sequence[str]) -> tuple[Question, ...]:
    """All that is left to decide once the document is composed; `texts` are those of its blocks, in reading order."""
    return (*published.questions(), *combination_questions(report, published, texts))


def refuse_questions(report: Report, published: PublishedReport, texts: Sequence[str]) -> None:
    """Raise `LeakError` if texts of the composed document, one by one or all together, left something to decide."""
    questions = open_questions(report, published, texts)
    if questions:
        raise LeakError(_REFUSED, tuple(question.told for question in questions), hint=_HINT)


def _names(prepared: Preparation, sort: str) -> dict[str, str]:
    return {entity.key: entity.label or entity.name for entity in prepared.entities if entity.sort == sort}
