"""A reference points to something that isn't there."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK006",
    name="dangling-reference",
    finding="{label} points to something that isn't there.",
    why=(
        "A reader who follows this link arrives nowhere. Most often an id was changed in one place only, or an entry "
        "never written."
    ),
    fix="use an id that exists, or add what is missing",
    source=("own",),
    good=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together}
recommendations:
  - {id: R1, addresses: [L1]}
"""
    ),
    bad=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together}
recommendations:
  - {id: R1, addresses: [L2]}
""",
        at="/recommendations/0/addresses/0",
    ),
    waivable=False,
)
