"""The way in: a report → what may be published of it, or a refusal with its reasons."""

from __future__ import annotations

from reviewkit.anonymising.locating import Locator
from reviewkit.anonymising.omitting import published_values
from reviewkit.anonymising.preparing import Preparation, prepare
from reviewkit.anonymising.rewriting import Rewriter
from reviewkit.errors import LeakError
from reviewkit.report import PublishedReport, Report

_REFUSED = "the report can't be published yet: some decisions are left"
_HINT = "change the report or its register, then publish again; nothing has been written"


def publish(report: Report) -> PublishedReport:
    """What may be published. Raises `LeakError` if the register says too little, or gives somebody away.

    Texts are rewritten when the document is composed; `refuse_questions` then tells whether all could be settled.
    """
    prepared = prepare(report)
    if prepared.reasons:
        raise LeakError(_REFUSED, prepared.reasons, hint=_HINT)
    values = published_values(report, prepared.dates.precision)
    rewriter = Rewriter(prepared, Locator(report.template, values))
    return PublishedReport(
        template=report.template,
        edition=report.edition,
        values=values,
        rewrite=rewriter.rewrite,
        person_names=_names(prepared, "person"),
        organisation_names=_names(prepared, "organisation"),
        questions=rewriter.questions,
    )


def refuse_questions(published: PublishedReport) -> None:
    """Raise `LeakError` if texts of the composed document left something to decide."""
    questions = published.questions()
    if questions:
        raise LeakError(_REFUSED, questions, hint=_HINT)


def _names(prepared: Preparation, sort: str) -> dict[str, str]:
    return {entity.key: entity.label or entity.name for entity in prepared.entities if entity.sort == sort}
