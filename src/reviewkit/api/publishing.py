"""Publishing: what is left to decide, the published version, and the search of finished files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewkit import registry
from reviewkit.api.checking import NO_FINAL, refuse_errors
from reviewkit.api.rendering import furniture_of, named, plan_of
from reviewkit.errors import LeakError
from reviewkit.publication import Inspected, ProvedFile, PublishedReport, Question
from reviewkit.report import Report

if TYPE_CHECKING:
    from reviewkit.anonymising.wording import Fault
    from reviewkit.document import PublishedDocument

_PUBLISHED_AS = {"executive-summary": "executive-summary", "improvements-only": "improvements"}
_IMPROVEMENTS_AT_MOST = ("improvements-only", "not-published")
_WITHOUT_THE_STORY = ("improvements", "action-plan")


def publish_report(  # noqa: PLR0913  one file, asked for in several ways
    report: Report,
    to: str = "docx",
    *,
    house_style: bytes | None = None,
    file_name: str = "",
    because: str = "",
    document: str = "",
) -> ProvedFile:
    """The published version of the whole report, or of the derived `document`: prepared, rendered, proved.

    Raises `LeakError` rather than leave anything that identifies. `because` is the reason why a later version may tell
    more than one that is out already; without it that is refused.
    """
    from reviewkit.anonymising.papers.versions import refuse_steps_back
    from reviewkit.anonymising.proof.finishing import Wanted, finish
    from reviewkit.anonymising.publishing import publish, refuse_questions
    from reviewkit.composing.published import compose_published, furnished

    refuse_errors(report, NO_FINAL, "; a report with errors is not published")
    renderer = registry.renderer(to)
    plan = plan_of(report, document_to_publish(report, document), renderer)
    furniture = furniture_of(renderer, house_style)
    published = publish(report, registry.detectors())
    if not because:
        refuse_steps_back(report)
    composed = compose_published(published, plan=plan, sheet=renderer.sheet)
    refuse_questions(report, published, _texts_of(composed))
    if any(furniture):
        composed = furnished(composed, furniture, published)
        _refuse_furniture(report, published, composed)
    name = file_name or f"{named(report, plan)}-published{renderer.suffix}"
    return finish(composed, Wanted(renderer, name, house_style, registry.detectors()), report, published)


def document_to_publish(report: Report, asked: str) -> str:
    """The derived document that may go out: the one asked for, or the one that `publication.form` stands for; "": all.

    Raises `LeakError` where that form lets nothing so telling be published.
    """
    form = str(report.at("publication", "form") or "")
    chosen = asked or _PUBLISHED_AS.get(form, "")
    if form in _IMPROVEMENTS_AT_MOST and chosen not in _WITHOUT_THE_STORY:
        raise LeakError(
            "the report is not to be published like this",
            (f"its `publication.form` is `{form}`",),
            hint="`--as improvements` tells what has to change, without the story; nothing has been written",
        )
    return chosen


def open_questions(report: Report) -> tuple[Question, ...]:
    """What is left to decide before the report can be published. Raises `LeakError` if its register says too little."""
    from reviewkit.anonymising import publishing
    from reviewkit.composing.published import compose_published

    published = publishing.publish(report, registry.detectors())
    return publishing.open_questions(report, published, _texts_of(compose_published(published)))


def fault_of_words(report: Report, words: str) -> Fault | None:
    """Why words that somebody chose can't stand in the published version of that report; None if they can."""
    from reviewkit.anonymising.wording import fault_of_words as fault_of

    return fault_of(report, words, registry.detectors())


def verify_file(data: bytes, file_name: str, suffix: str, report: Report) -> Inspected:
    """What identifies in any finished file, by that report. Raises `InputError` if the file is broken."""
    from reviewkit.anonymising.proof.proving import inspect

    return inspect(data, suffix, report, file_name, registry.detectors())


def anonymise_file(data: bytes, suffix: str, report: Report, *, name: str = "", result_name: str = "") -> bytes:
    """A text or Markdown file with what identifies replaced, proved. Raises `LeakError` with what is left to decide."""
    from reviewkit.anonymising.texts.files import TextFile, anonymise_text

    return anonymise_text(TextFile(data, suffix, name), report, result_name, registry.detectors())


def draw_letters(report: Report) -> dict[str, str]:
    """A letter, drawn by chance, for every child of the register that has no `published_as`, by key."""
    from random import SystemRandom

    from reviewkit.anonymising.decisions.lettering import draw_letters as draw

    return draw(report, SystemRandom().choice)


def _refuse_furniture(report: Report, published: PublishedReport, document: PublishedDocument) -> None:
    """The report itself has nothing left to ask: what is asked now stands in the house style's header or footer."""
    from reviewkit.anonymising.publishing import open_questions as left_in

    questions = left_in(report, published, _texts_of(document))
    if questions:
        raise LeakError(
            "header or footer of the house style may identify somebody",
            tuple(question.said for question in questions),
            hint="change them in the Word file that you give to --house-style, then try again; nothing was written",
            shown=lambda: tuple(("Header and footer of the house style", question.shown) for question in questions),
        )


def _texts_of(published: PublishedDocument) -> list[str]:
    from reviewkit.composing.texts import texts_of

    lines = (*published.document.furniture.header, *published.document.furniture.footer)
    blocks = [text for text, _ in texts_of(published.document.blocks)]
    return [*blocks, *("".join(run.text for run in runs) for runs in lines)]
