"""Checking a report, or whether everybody can read a finished Word file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from reviewkit import registry
from reviewkit.checking.running import check
from reviewkit.contracts import Catalogue, Detected
from reviewkit.errors import InputError, RefusedError
from reviewkit.findings import CheckedReport, Finding
from reviewkit.language.passages import Prose
from reviewkit.report import Report

TOLD_TO_AUTHORS = frozenset(("RK601", "RK602", "RK605"))
"""Warnings and notes about what publishing asks in full: a draft doesn't show them, and they cost a third of a check."""


NO_FINAL = "so the final version can't be made"


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
        Catalogue(rules, registry.words, _cite, _detected),
        today or date.today(),  # noqa: DTZ011  a working day is the office's own, not UTC's
        chosen,
    )


def check_document(
    data: bytes, file: str, select: frozenset[str] | None = None, ignore: frozenset[str] = frozenset()
) -> CheckedReport:
    """What could keep somebody from reading a Word file; `select` and `ignore` are codes of the chapter RK7.

    `file` is what findings call it. Raises `InputError` for what is no Word file, is encrypted, broken, or made to harm.
    """
    from reviewkit.accessibility.running import check_word_file
    from reviewkit.accessibility.word_file import read_word_file

    rules = [
        rule for rule in registry.access_rules() if rule.code not in ignore and (select is None or rule.code in select)
    ]
    return check_word_file(read_word_file(data, file), file, rules, _cite)


def refuse_errors(report: Report, so: str, otherwise: str) -> None:
    """Raise `RefusedError` if a check would find errors; `so` says what that means, `otherwise` what else can be done."""
    errors = _errors(report).count("error")
    if errors:
        some = "an error" if errors == 1 else f"{errors} errors"
        raise RefusedError(
            f"the report has {some}, {so}",
            hint=f"see `reviewkit check {report.file}`{otherwise}",
        )


def _errors(report: Report) -> CheckedReport:
    """The check as far as errors go: phrases and most rules, which can only warn, are most of its work."""
    rules = [rule for rule in registry.rules() if rule.severity == "error"]
    today = date.today()  # noqa: DTZ011  a working day is the office's own, not UTC's
    return check(report, Catalogue(rules, registry.words, _cite, _detected), today, phrases=False)


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


def _detected(report: Report, prose: Prose) -> Sequence[Detected]:
    from reviewkit.anonymising.outgoing import outgoing

    passages = outgoing(report, prose)
    if not passages:
        return ()
    from reviewkit.anonymising.drafting import detected_in

    return detected_in(report, passages, registry.detectors())


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + "."


def _cite(keys: tuple[str, ...]) -> str:
    """The short forms of sources; their file is read only when something is cited."""
    if not keys:
        return ""
    from reviewkit.loading.codelists import load_sources

    sources = load_sources()
    return "; ".join(sources[key].cite if key in sources else key for key in keys)
