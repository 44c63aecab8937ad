"""A view is missing for a reason that calls for what was tried, and that is not said."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    waits_for_hold=True,
    code="RK204",
    name="reason-without-attempts",
    finding="A reason is given, but not what was tried ({place}).",
    why=(
        "One letter without a reply and four visits without a reply are different things. Many LCSPRs read for 2020 "
        "gave no explanation at all."
    ),
    fix="say how, by whom, how often and when they were asked",
    source=("uea-birmingham-2021", "scie-quality-markers"),
    good=Example(
        """
views:
  family:
    - person: father
      reason_absent: no-reply
      attempts: Two letters in March and a call by the family support worker in April; he did not answer.
"""
    ),
    bad=Example(
        """
views:
  family:
    - person: father
      reason_absent: no-reply
""",
        at="/views/family/0/attempts",
    ),
    severity="warning",
)
