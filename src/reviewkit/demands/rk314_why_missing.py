"""Learning says what happened but not why."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK314",
    name="why-missing",
    finding="{place} says what happened but not why.",
    why=(
        "The analysts of the 2020 reviews asked for closer scrutiny of why things went wrong rather than how. Without "
        "the why a change treats the symptom."
    ),
    fix="add `why:`; it finishes the sentence “Sensible people did this because …”",
    source=("uea-birmingham-2021",),
    good=Example(
        """
learning:
  - id: L1
    what_happened: Three referrals in five weeks were each closed on their own.
    why: >
      The form shows only the last contact. With forty referrals on the desk nobody could open every full record, and
      supervision looked at numbers.
"""
    ),
    bad=Example(
        """
learning:
  - id: L1
    what_happened: Three referrals in five weeks were each closed on their own.
""",
        at="/learning/0/why",
    ),
)
