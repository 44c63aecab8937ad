"""It is not said what the partners decided."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK401",
    name="decision-missing",
    finding="It is not said what the partners decided ({place}).",
    why=(
        "A rapid review exists to reach a decision on a further review. The safeguarding partners make it and tell "
        "the Panel."
    ),
    fix="add `decided:` with who decided, when, and the outcome",
    source=("leeds-guide", "triennial-2014-17"),
    good=Example(
        """
decision:
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [lcspr]
""",
        template="rapid-review",
    ),
    bad=Example(
        """
decision:
  further_review_warranted: Yes. Why nobody saw the referrals together is still not understood.
""",
        at="/decision/decided",
        template="rapid-review",
    ),
)
