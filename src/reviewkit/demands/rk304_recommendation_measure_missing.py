"""A recommendation says what to do but not how anyone will know that it helped children."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK304",
    name="recommendation-measure-missing",
    finding="{place} says what to do but not how anyone will know it helped children.",
    why="Without a measure nobody can tell, a year on, whether children are safer or only more forms are filled in.",
    fix="add `measure:` with an outcome for children, an indicator and a review date",
    source=("uea-birmingham-2021",),
    good=Example(
        """
recommendations:
  - id: R1
    text: The health trust changes its missed-review pathway so that a home visit follows.
    measure:
      outcome: Babies who miss a health review are seen at home within a week.
      indicator: Share of missed reviews followed by a home visit within seven days
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: The health trust changes its missed-review pathway so that a home visit follows.
""",
        at="/recommendations/0/measure",
    ),
)
