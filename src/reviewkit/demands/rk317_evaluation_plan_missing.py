"""An LCSPR does not say how the partnership will see whether it changed anything."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK317",
    name="evaluation-plan-missing",
    severity="warning",
    finding="{label}: nothing says how the partnership will see whether this review changed anything.",
    why=(
        "National analysis found it less common for reviews to say how to measure whether their changes work, and the "
        "triennial analysis of 2014-17 asks partnerships how they will measure impact. A completed action plan shows that "
        "things were done."
    ),
    fix="add `evaluation_plan:` with what is looked at, by whom and when, and what children and families say in it",
    source=("uea-birmingham-2021", "triennial-2014-17"),
    to_do=True,
    good=Example(
        """
evaluation_plan:
  plan: >
    In June 2027 the scrutineer reads the six measures together with ten parents. Where a measure moved and parents have
    not noticed, it counts as not moved.
  lead: West Marshire Safeguarding Children Partnership executive
"""
    ),
    bad=Example(
        """
recommendations:
  - {id: R1, text: The health trust changes its missed-review pathway so that a home visit follows.}
""",
        at="/evaluation_plan",
    ),
)
