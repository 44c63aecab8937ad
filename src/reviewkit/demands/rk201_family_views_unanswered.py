"""Neither the views of the family nor a reason for their absence are given."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK201",
    name="family-views-unanswered",
    finding="Neither views of the family nor a reason for their absence ({place}).",
    why=(
        "More than a third of the LCSPRs read for 2020 lacked the views of children and families, and many did not "
        "say why. A reason is an answer."
    ),
    fix="write what each person said, or choose `reason_absent:`",
    source=("uea-birmingham-2021", "own"),
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
""",
        at="/views/family/0/views",
    ),
)
