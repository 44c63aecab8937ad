"""A deadline lies ahead."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.deadlines import ahead_message, milestones
from reviewkit.contracts import Context, Example, Hit, Rule


def look(context: Context) -> Iterator[Hit]:
    """For each kind of step the earliest that has no day of its own yet and whose day has not passed."""
    told: set[str] = set()
    for step in milestones(context.report):
        if step.at is None and context.today <= step.due and step.kind not in told:
            told.add(step.kind)
            yield Hit(step.path, ahead_message(step, context.today), source=(*step.source, "own"))


RULE = Rule(
    code="RK414",
    name="deadline-ahead",
    severity="note",
    finding="{place}: a deadline counted from here lies ahead.",
    why="It is easier to keep a deadline that everybody sees, and to ask early where it can't be kept.",
    fix="plan towards this day; it goes when the day on which it was done is entered",
    source=("own",),
    good=Example(
        """
incidents:
  - id: I1
    notification: {reference: SIN-0417, became_aware_on: 2026-05-26, sent_on: 2026-05-28}
sent_to_panel_on: 2026-06-15
""",
        template="rapid-review",
    ),
    bad=Example(
        """
incidents:
  - id: I1
    notification: {reference: SIN-0417, became_aware_on: 2026-05-26, sent_on: 2026-05-28}
""",
        at="/incidents/0/notification/sent_on",
        template="rapid-review",
    ),
    look=look,
)
