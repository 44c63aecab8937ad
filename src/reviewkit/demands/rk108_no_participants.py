"""Nobody is listed as having taken part in the review."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK108",
    name="no-participants",
    finding="{place}: nobody is listed.",
    why=(
        "A reader can't judge findings without knowing whose knowledge went into them. Who took part was often "
        "missing from rapid reviews."
    ),
    fix="list by role and agency, without names, who took part",
    source=("uea-birmingham-2021",),
    good=Example(
        """
participants:
  - role: Named nurse for safeguarding children
    agency: West Marshire Health Trust
    part: [panel-member]
"""
    ),
    bad=Example(
        """
participants: []
""",
        at="/participants",
    ),
    to_do=True,
)
