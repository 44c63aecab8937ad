"""A recommendation says neither how it could come about nor any action."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK305",
    name="implementation-missing",
    finding="It is not said how this change could come about ({place}).",
    why=(
        "Among LCSPRs read for 2020 it was less common to say how a change might come about than to ask for it. You "
        "need not invent other bodies' actions."
    ),
    fix="add `implementation:` with `how:`, or with the `actions:` already agreed",
    source=("uea-birmingham-2021",),
    good=Example(
        """
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
    implementation:
      how: The system's supplier has the field; the duty manager and two workers test it for a month before it is used.
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: Change the referral form so that the duty worker sees every contact of the last year on its first page.
""",
        at="/recommendations/0/implementation",
    ),
)
