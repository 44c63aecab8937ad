"""What the check says is missing, in the form in which a draft marks it."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.findings import Finding
from reviewkit.report import Report


def gaps_of(findings: Iterable[Finding], report: Report) -> dict[str, str]:
    """Messages by the path of what is still to be written."""
    return {finding.path: finding.message for finding in findings if finding.to_do or _is_gap(finding, report)}


def _is_gap(finding: Finding, report: Report) -> bool:
    # A finding of any code whose place holds nothing: something to write there.
    if not finding.path or finding.code.startswith("RK0"):
        return False
    return report.at(*(int(step) if step.isdecimal() else step for step in finding.path.split("/")[1:])) is None
