"""A placeholder stands where an answer was meant to come."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK104",
    name="placeholder-left",
    finding="“{label}” still holds a placeholder.",
    why="Whoever skims the report takes a placeholder for an answer, and whoever wrote it forgets that one is owed.",
    fix="write the answer, or say that it is not known and what was done to find out",
    source=("own",),
    good=Example(
        """
learning:
  - id: L1
    what_happened: >
      The plan of May 2025 said "TBC" where the lead professional's name belonged, and no meeting after it asked who
      that was to be.
"""
    ),
    bad=Example(
        """
learning:
  - id: L1
    what_happened: "[insert summary of what happened]"
""",
        at="/learning/0/what_happened",
    ),
)
