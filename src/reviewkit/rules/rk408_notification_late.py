"""The notification was sent later than five working days after the local authority became aware."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.deadlines import days_over, late_message
from reviewkit.checking.notified import notifications
from reviewkit.contracts import Context, Example, Hit, Rule


def look(context: Context) -> Iterator[Hit]:
    """Look at each notification that was sent; the schema asks for a day that is missing."""
    for step in notifications(context.report):
        if step.at and days_over(step, context.today):
            yield Hit(step.path, late_message(step, context.today))


RULE = Rule(
    code="RK408",
    name="notification-late",
    severity="warning",
    finding="{place}: the notification was sent after its five working days.",
    why=(
        "A local authority has five working days from becoming aware of a serious incident. A late "
        "notification puts off whatever is counted from it."
    ),
    fix="check both dates; if they are right, answer this in `waivers:` with what held it up",
    source=("dfe-notification", "own"),
    good=Example(
        """
incidents:
  - id: I1
    # From Thursday before Easter: Good Friday and Easter Monday don't count, so Monday 13 April is day 5.
    notification: {reference: SIN-0417, became_aware_on: 2026-04-02, sent_on: 2026-04-13}
"""
    ),
    bad=Example(
        """
incidents:
  - id: I1
    notification: {reference: SIN-0417, became_aware_on: 2026-02-27, sent_on: 2026-03-09}
""",
        at="/incidents/0/notification/sent_on",
    ),
    look=look,
)
