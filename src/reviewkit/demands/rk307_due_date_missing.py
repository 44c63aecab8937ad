"""A recommendation has no due date."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK307",
    name="due-date-missing",
    finding="{place} has no due date.",
    why="Without a day nobody can say that a change is late, and what is never late is easily never done.",
    fix="add `due:` with a day that the owner has agreed",
    source=("working-together-2018",),
    good=Example(
        """
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
    due: 2026-11-30
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
""",
        at="/recommendations/0/due",
    ),
)
