"""Findings as JSON, for programs. The document's form is versioned; report text travels only with `--show-text`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reviewkit.contracts import Reporter, ReportOptions
from reviewkit.exporting.result_schema import FORMAT
from reviewkit.findings import SEVERITIES, CheckedReport, Finding


def report(checked: Sequence[CheckedReport], options: ReportOptions) -> str:
    """The whole result as one JSON document."""
    document = {
        "format": FORMAT,
        "tool": "reviewkit",
        "version": options.version,
        "reports": [_report(one) for one in checked],
        "findings": [_finding(finding, options) for one in checked for finding in one.findings],
    }
    if options.statistics:
        document["statistics"] = _statistics(checked)
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _report(checked: CheckedReport) -> dict[str, Any]:
    return {
        "file": checked.file,
        "template": checked.template,
        "edition": checked.edition,
        "summary": {severity: checked.count(severity) for severity in SEVERITIES}
        | {"waived": sum(1 for finding in checked.findings if finding.waived)},
        "completeness": [
            {"section": part.id, "title": part.title, "answered": part.answered, "asked": part.asked}
            for part in checked.progress
        ],
        "deadlines": [deadline._asdict() for deadline in checked.deadlines],
    }


def _finding(finding: Finding, options: ReportOptions) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "fix": finding.fix,
        "source": finding.source,
        "path": finding.path,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "section": finding.section,
        "waived": bool(finding.waived),
    }
    if options.show_text:
        fields["evidence"] = finding.evidence
        fields["waiver"] = finding.waived._asdict() if finding.waived else None
    return fields


def _statistics(checked: Sequence[CheckedReport]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in checked:
        for finding in one.findings:
            counts[finding.code] = counts.get(finding.code, 0) + 1
    return dict(sorted(counts.items()))


REPORTER = Reporter(name="json", report=report)
