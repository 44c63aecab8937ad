"""Findings as remarks: one for each, but what a section still lacks in one for the section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.composing.noting import Remark
from reviewkit.contracts import ReportOptions
from reviewkit.document import Note, Runs
from reviewkit.findings import CheckedReport, Finding
from reviewkit.reporters.docx.wording import on_finding, on_missing

_AUTHOR, _INITIALS = "reviewkit", "RK"


def remarks(checked: CheckedReport, options: ReportOptions) -> list[Remark]:
    """A remark for each finding, in the order of the findings; a draft's gaps are gathered unless all are asked for."""
    day = options.today.isoformat() if options.today else ""
    gathered = _gathered(checked.findings) if checked.status == "draft" and not options.full else {}
    return [
        Remark(Note(_AUTHOR, _INITIALS, said, day), path, words)
        for path, words, said in _said(checked.findings, gathered)
    ]


def _said(
    findings: Iterable[Finding], gathered: dict[str, list[Finding]]
) -> Iterator[tuple[str, str, tuple[Runs, ...]]]:
    told: set[str] = set()
    for finding in findings:
        several = gathered.get(finding.section, []) if finding.is_gap else []
        if len(several) < 2:
            yield finding.path, finding.evidence, on_finding(finding)
        elif finding.section not in told:
            told.add(finding.section)
            yield f"/{finding.section}", "", on_missing(several)


def _gathered(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """What is still to be written, by section."""
    by_section: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.is_gap:
            by_section.setdefault(finding.section, []).append(finding)
    return by_section
