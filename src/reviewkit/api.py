"""The use cases, for the command line and for any program: values in, values out; nothing is printed or written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reviewkit import registry
from reviewkit.checking.running import check
from reviewkit.contracts import Catalogue, Detected
from reviewkit.document import PublishedDocument
from reviewkit.errors import InputError, RefusedError
from reviewkit.findings import CheckedReport, Finding
from reviewkit.language.passages import Prose
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.loading.templates import load_template
from reviewkit.publication import Inspected, ProvedFile, Question
from reviewkit.report import Report
from reviewkit.schema import Template

_ASKED_WHEN_PUBLISHING = frozenset(("RK601", "RK602", "RK605"))
"""Warnings and notes to a draft's author about what publishing asks in full: looked for once is enough."""

if TYPE_CHECKING:
    from reviewkit.anonymising.wording import Fault


class NewReport(NamedTuple):
    """A started report and the schema that editors read beside it."""

    template: Template
    text: str
    schema_name: str


class Rendered(NamedTuple):
    """A finished file's bytes and the name it gets where none is given (never made from the input's name)."""

    data: bytes
    file_name: str


def new_report(template: str, settings: Sequence[tuple[str, str]] = (), folder: str = ".") -> NewReport:
    """A commented report of that template with `settings` (dotted path and text) filled in.

    Raises `UsageError` for an unknown template, field or value.
    """
    from reviewkit.scaffolding import scaffold

    loaded = load_template(template, folder)
    return NewReport(loaded, scaffold(loaded, settings), f"{loaded.name}.schema.json")


def editor_schema(template: Template) -> str:
    """The JSON Schema (draft-07) that editors read beside a report."""
    import json

    from reviewkit.exporting.json_schema import json_schema
    from reviewkit.loading.codelists import load_sources

    schema = json_schema(template, template.latest_edition, 7, load_sources())
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def check_report(
    report: Report,
    *,
    today: date | None = None,
    select: frozenset[str] | None = None,
    ignore: frozenset[str] = frozenset(),
) -> CheckedReport:
    """All findings of one loaded report; `select` and `ignore` are codes, `today` is for drafts without a date."""

    def chosen(code: str) -> bool:
        return code not in ignore and (select is None or code in select)

    rules = [rule for rule in registry.rules(select) if rule.code not in ignore]
    return check(
        report,
        Catalogue(rules, registry.words, _Citations().cite, _detected),
        today or date.today(),  # noqa: DTZ011  a working day is the office's own, not UTC's
        chosen,
    )


def for_travel(checked: CheckedReport, report: Report) -> CheckedReport:
    """The findings under paths in which no name of the report's register stands."""
    from reviewkit.anonymising.texts.file_names import for_travel as masked

    return masked(checked, report)


def unreadable(error: InputError) -> CheckedReport:
    """A file among several that can't be read, as a finding."""
    words = registry.words("RK001")
    finding = Finding(
        code="RK001", name=words.name, severity="error", message=_sentence(error.message), fix=error.hint or words.fix,
        source="", path="", file=error.path, line=error.line or 1, column=error.column or 1,
        end_line=error.line or 1, end_column=error.column or 1, section="", place=os.path.basename(error.path),
    )  # fmt: skip
    return CheckedReport(error.path, "", "", "", (finding,), ())


def render_report(
    report: Report, to: str = "docx", *, draft: bool = False, house_style: bytes | None = None
) -> Rendered:
    """The confidential document. Raises `RefusedError` if the check finds errors and `draft` is not asked for."""
    from reviewkit.composing.drafting import compose
    from reviewkit.composing.missing import gaps_of

    checked = check_report(report)
    if not draft:
        _refuse_errors(checked, "`--draft` renders it with the gaps marked")
    renderer = registry.renderer(to)
    document = compose(report, draft=draft, gaps=gaps_of(checked.findings, report) if draft else {})
    suffix = "-draft" if draft else ""
    name = f"{report.template.name}{suffix}-CONFIDENTIAL{renderer.suffix}"
    return Rendered(renderer.render(document, house_style), name)


def publish_report(
    report: Report, to: str = "docx", *, house_style: bytes | None = None, file_name: str = "", because: str = ""
) -> ProvedFile:
    """The published version: prepared, rendered, proved. Raises `LeakError` rather than leave anything that identifies.

    `because` is the reason why a later version may tell more than one that is out already; without it that is refused.
    """
    from reviewkit.anonymising.papers.versions import refuse_steps_back
    from reviewkit.anonymising.proof.finishing import Wanted, finish
    from reviewkit.anonymising.publishing import publish, refuse_questions
    from reviewkit.composing.published import compose_published

    _refuse_errors(check_report(report, ignore=_ASKED_WHEN_PUBLISHING), "a report with errors is not published")
    renderer = registry.renderer(to)
    published = publish(report, registry.detectors())
    if not because:
        refuse_steps_back(report)
    document = compose_published(published)
    refuse_questions(report, published, _texts_of(document))
    name = file_name or f"{report.template.name}-published{renderer.suffix}"
    return finish(document, Wanted(renderer, name, house_style, registry.detectors()), report, published)


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


def _texts_of(published: PublishedDocument) -> list[str]:
    from reviewkit.composing.texts import texts_of

    return [text for text, _ in texts_of(published.document.blocks)]


def draw_letters(report: Report) -> dict[str, str]:
    """A letter, drawn by chance, for every child of the register that has no `published_as`, by key."""
    from random import SystemRandom

    from reviewkit.anonymising.decisions.lettering import draw_letters as draw

    return draw(report, SystemRandom().choice)


def _detected(report: Report, prose: Prose) -> Sequence[Detected]:
    from reviewkit.anonymising.drafting import detected_in

    return detected_in(report, prose, registry.detectors())


def _refuse_errors(checked: CheckedReport, otherwise: str) -> None:
    errors = checked.count("error")
    if errors:
        some = "an error" if errors == 1 else f"{errors} errors"
        raise RefusedError(
            f"the report has {some}, so the final version can't be made",
            hint=f"see `reviewkit check {checked.file}`; {otherwise}",
        )


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + "."


class _Citations:
    """Prints sources by their short form; the file is read only when something is cited."""

    def __init__(self) -> None:
        self._cites: dict[str, str] = {}

    def cite(self, keys: tuple[str, ...]) -> str:
        if not self._cites:
            from reviewkit.loading.codelists import load_sources

            self._cites = {key: source.cite for key, source in load_sources().items()}
        return "; ".join(self._cites.get(key, key) for key in keys)


__all__ = [
    "NewReport", "Rendered", "anonymise_file", "check_report", "editor_schema", "load_report", "new_report", "parse_report",
    "publish_report", "render_report", "unreadable", "verify_file",
]  # fmt: skip
