"""A label from research or a form is said of a child or a parent."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK510",
    name="research-label",
    severity="note",
    finding="{place}: a label from research or a form is said of a person.",
    why=(
        "Labels are made for counting many families. Of one family they tell nothing, and the people concerned will "
        "read them."
    ),
    fix="say what it meant for this person, day by day; the codes of the report keep the label",
    source=("own",),
    good=Example(
        """
family:
  household: The family moved five times in two years, each time to one room. Child R changed school three times.
"""
    ),
    bad=Example(
        """
family:
  household: The family led a transient lifestyle.
""",
        at="/family/household",
    ),
)
