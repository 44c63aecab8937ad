"""Age, gender, ethnicity, disability or living arrangements of a child are not answered."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK107",
    name="child-minimum",
    finding="“{label}” of {place} is not answered.",
    why=(
        "Many rapid reviews lacked details about the child. National analyses count children by these five; an empty "
        "one drops this child out."
    ),
    fix="answer it; `not-known` is an answer (for disability `not-recorded`)",
    source=("uea-birmingham-2021", "triennial-2014-17", "panel-annual-report-2020", "own"),
    good=Example(
        """
children:
  - person: child_a
    age: 14 weeks
    gender: female
    ethnicity: not-known
    disability: not-recorded
    living_arrangements: at-home
"""
    ),
    bad=Example(
        """
children:
  - person: child_a
    age: 14 weeks
    gender: female
    disability: no
    living_arrangements: at-home
""",
        at="/children/0/ethnicity",
    ),
    to_do=True,
)
