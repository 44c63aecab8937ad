"""The LCSPR takes longer than six months from the event that its edition names."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.deadlines import days_over, late_message
from reviewkit.checking.milestones import Milestone, day_given
from reviewkit.checking.published import COMPLETED, lcsprs
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.findings import Severity
from reviewkit.report import Report, is_empty

EXPLAINED = "check that the reason says what had to wait for what, from when to when, and what was shared meanwhile"


def look(context: Context) -> Iterator[Hit]:
    """Look at the day of publication, else at the planned one, else at today."""
    report = context.report
    for step in lcsprs(report):
        if days_over(step, context.today):
            explained = not is_empty(report.at("delay_reason"))
            severity: Severity = "warning" if explained or _was_completed_in_time(report, step) else "error"
            fix = EXPLAINED if explained else ""
            source = (*step.source, "own")
            yield Hit(step.path, late_message(step, context.today), fix, severity=severity, source=source)


def _was_completed_in_time(report: Report, step: Milestone) -> bool:
    completed = day_given(report, COMPLETED)
    return bool(completed and completed <= step.due)


RULE = Rule(
    code="RK410",
    name="lcspr-late",
    severity="error",
    finding="{place}: the review takes longer than six months.",
    why=(
        "An LCSPR has six months, and the national analysis asks for timely publication so that its learning reaches "
        "more people. A trial or a family's wish can be a good reason for longer; then readers should be told."
    ),
    fix="add `delay_reason:` with what held it up and what was shared and acted on meanwhile",
    source=("uea-birmingham-2021", "working-together-2018", "own"),
    good=Example(
        """
review:
  dates: {decided_on: 2025-09-17, completed_on: 2026-02-26, published_on: 2026-03-17}
"""
    ),
    bad=Example(
        """
review:
  dates: {decided_on: 2025-09-17, completed_on: 2026-04-14, published_on: 2026-05-06}
""",
        at="/review/dates/published_on",
    ),
    look=look,
    waits_for_hold=True,
)
