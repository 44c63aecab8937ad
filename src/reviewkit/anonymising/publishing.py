"""The way in: a report → what may be published of it, or a refusal with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.anonymising.combinations.questions import combination_questions
from reviewkit.anonymising.decisions.locating import Locator
from reviewkit.anonymising.omitting import published_values
from reviewkit.anonymising.preparing import Preparation, prepare
from reviewkit.anonymising.rewriting import Rewriter
from reviewkit.contracts import Detector
from reviewkit.errors import LeakError, Shown
from reviewkit.publication import PublishedReport, Question
from reviewkit.report import Report

_FAULTY = "the register, or a decision in the report, can't be followed as it is"
_MEND = "mend these in the report or its register, then try again. Nothing has been written"
_HINT = (
    "add `--review` to the same command: it asks them one by one and keeps the answers in the report; or reword these "
    "places, or declare in the register who is meant. Nothing has been written"
)


def publish(report: Report, detectors: Sequence[Detector] = ()) -> PublishedReport:
    """What may be published. Raises `LeakError` if the register says too little, or gives somebody away.

    Texts are rewritten when the document is composed; `refuse_questions` then tells whether all could be settled.
    """
    prepared = prepare(report, detectors)
    if prepared.reasons:
        raise LeakError(_FAULTY, prepared.reasons, hint=_MEND)
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
    questions = sorted(open_questions(report, published, texts), key=_line_of)
    if questions:
        left = "1 thing is" if len(questions) == 1 else f"{len(questions)} things are"
        told = tuple(question.told for question in questions)
        raise LeakError(f"{left} left to decide", told, hint=_HINT, shown=lambda: _shown(questions))


def _shown(questions: Sequence[Question]) -> Shown:
    return tuple((question.where, f"{_numbered(question)}{question.shown}") for question in questions)


def _line_of(question: Question) -> tuple[bool, int]:
    """In the order of the report's own file; what stands nowhere in it last."""
    line = next((asked.line for asked in question.places if asked.line), 0)
    return not line, line


def _numbered(question: Question) -> str:
    _, line = _line_of(question)
    return f"line {line}: " if line else ""


def _names(prepared: Preparation, sort: str) -> dict[str, str]:
    return {entity.key: entity.label or entity.name for entity in prepared.entities if entity.sort == sort}
