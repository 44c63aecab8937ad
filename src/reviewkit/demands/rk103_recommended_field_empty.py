"""A field that most reports of this kind should have is empty."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK103",
    name="recommended-field-empty",
    finding="“{label}” is recommended and not answered.",
    why=(
        "Reports with this part are easier to understand, to compare and to act on. If it doesn't fit your case, a "
        "sentence that says so is an answer."
    ),
    fix="answer “{label}”, or say why it does not apply",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
learning:
  - id: L1
    still_true: In part. An audit in May 2026 found that four of ten duty workers open the full record.
""",
        at="/learning/0/still_true",
    ),
    bad=Example(
        """
learning:
  - id: L1
    title: Nobody saw the three referrals together
""",
        at="/learning/0/still_true",
    ),
    severity="warning",
    to_do=True,
)
