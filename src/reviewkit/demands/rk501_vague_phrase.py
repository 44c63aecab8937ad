"""A stock phrase stands where a reader needs to see what somebody saw."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK501",
    name="vague-phrase",
    severity="warning",
    finding="{place}: a stock phrase hides what somebody saw.",
    why=(
        "The triennial analysis shows a home that a crew had called unsanitary, foul-smelling and a fire hazard turn into "
        "“poor home conditions” in the minutes. Stock phrases can dilute or obscure what a child lives with."
    ),
    fix="say what somebody saw, heard or was told",
    source=("triennial-2014-17",),
    good=Example(
        """
family:
  household: The crew found no bedding on the cot, dog mess on the stairs and a fridge that did not work.
"""
    ),
    bad=Example(
        """
family:
  household: Services had recorded poor home conditions since the spring.
""",
        at="/family/household",
    ),
)
