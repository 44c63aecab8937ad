"""Neither the views of a child, brother or sister nor a reason for their absence are given."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK202",
    name="child-views-unanswered",
    finding="{place}: neither views nor a reason for their absence ({label}).",
    why=(
        "Children's and families' views are required where possible and were missing from over a third of LCSPRs. "
        "That a child died or is too young is an answer."
    ),
    fix="write what the child said or showed, or choose `reason_absent:`, such as child-died or too-young",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
children:
  - person: child_a
views:
  children:
    - {person: child_a, reason_absent: too-young}
"""
    ),
    bad=Example(
        """
children:
  - person: child_a
views:
  children:
    - {person: child_a}
""",
        at="/views/children/0/views",
    ),
)
