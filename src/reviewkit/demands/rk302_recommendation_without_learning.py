"""A recommendation answers no learning point."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK302",
    name="recommendation-without-learning",
    finding="{place} answers no learning point.",
    why=(
        "A recommendation without learning looks as if it had been decided before the case was understood. Without "
        "the link nobody can ask whether it helped."
    ),
    fix="add `addresses:` with the ids of the learning it answers, such as [L1]",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together}
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
    addresses: [L1]
"""
    ),
    bad=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together}
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
""",
        at="/recommendations/0/addresses",
    ),
)
