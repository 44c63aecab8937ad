"""The rapid review went to the Panel later than fifteen working days after the notification."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.deadlines import days_over, late_message
from reviewkit.checking.notified import rapid_reviews
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.findings import Severity
from reviewkit.report import is_empty

EXPLAINED = "check that the reason says what held it up and what was done meanwhile"
UNSENT = "send it, and say in `late_reason:` what held it up and what was done meanwhile"


def look(context: Context) -> Iterator[Hit]:
    """Look at the notification that was due first. A review of several is sent once; some of them may have come later.

    Where a final review lacks the day of sending, the schema asks for it, and only a late signature tells more.
    """
    report = context.report
    steps = sorted(rapid_reviews(report), key=lambda step: step.due)
    late = [step for step in steps if days_over(step, context.today)]
    if not late:
        return
    first, explained = late[0], not is_empty(report.at("late_reason"))
    if first.at:
        severity: Severity = "warning" if explained or len(late) < len(steps) else "error"
        yield Hit(first.path, late_message(first, context.today), EXPLAINED if explained else "", severity=severity)
    elif report.status == "draft":
        yield Hit(
            first.path, late_message(first, context.today), EXPLAINED if explained else UNSENT, severity="warning"
        )


RULE = Rule(
    code="RK409",
    name="rapid-review-late",
    severity="error",
    finding="{place}: the rapid review went to the Panel after its fifteen working days.",
    why=(
        "Rapid reviews have a national timescale of 15 working days. There can be good reasons for taking longer; "
        "whoever reads the review later should not have to guess them."
    ),
    fix="add `late_reason:` with what held it up and what was done meanwhile",
    source=("uea-birmingham-2021", "leeds-guide", "panel-annual-report-2020", "own"),
    good=Example(
        """
incidents:
  - id: I1
    notification: {reference: SIN-0417, became_aware_on: 2026-12-16, sent_on: 2026-12-18}
sent_to_panel_on: 2027-01-13
""",
        template="rapid-review",
    ),
    bad=Example(
        """
incidents:
  - id: I1
    notification: {reference: SIN-0417, became_aware_on: 2026-02-27, sent_on: 2026-03-04}
sent_to_panel_on: 2026-03-30
""",
        at="/sent_to_panel_on",
        template="rapid-review",
    ),
    look=look,
)
