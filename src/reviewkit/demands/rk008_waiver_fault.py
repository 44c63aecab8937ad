"""A waiver has expired, answers no finding, or may not be given."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK008",
    name="waiver-fault",
    finding="{place} has expired, answers no finding, or may not be given.",
    why=(
        "A waiver says in somebody's name that a finding need not be mended. One that no longer holds would hide what "
        "a reader should see."
    ),
    fix="renew the waiver, give it another code, or remove it",
    source=("own",),
    good=Example(
        """
recommendations:
  - id: R1
    text: The health trust follows up every missed health review with a home visit.
waivers:
  - code: RK307
    path: /recommendations/0
    reason: The trust's board sets the date at its next meeting.
    by: Partnership manager
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: The health trust follows up every missed health review with a home visit.
waivers:
  - code: RK307
    path: /recommendations/0
    reason: The trust's board sets the date at its next meeting.
    by: Partnership manager
    expires: 2025-06-30
""",
        at="/waivers/0/expires",
    ),
    waivable=False,
)
