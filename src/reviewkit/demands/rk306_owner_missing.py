"""A recommendation has no owner."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK306",
    name="owner-missing",
    finding="{place} has no owner.",
    why="A change that nobody answers for is nobody's to make, and a year on there is nobody to ask.",
    fix="add `owner:` with one body or one named role; the partnership or its executive counts",
    source=("working-together-2018",),
    good=Example(
        """
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
    owner: Director of children's services, West Marshire Council
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
""",
        at="/recommendations/0/owner",
    ),
)
