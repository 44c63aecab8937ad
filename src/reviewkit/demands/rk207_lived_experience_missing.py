"""What daily life was like for a child is not told."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK207",
    name="lived-experience-missing",
    finding="{place}: daily life is not told ({label}).",
    why=(
        "National analyses keep finding that children's daily lives went unseen. A review that doesn't tell of them "
        "repeats the gap it is about."
    ),
    fix="describe a day in the child's words or, for a baby or a child who does not speak, in what people saw",
    source=("uea-birmingham-2021", "triennial-2014-17", "panel-annual-report-2020", "own"),
    good=Example(
        """
children:
  - person: child_a
lived_experience:
  - person: child_a
    account: >
      She slept in her pram beside the sofa, because the cot was full of clothes. Her grandmother fed her in the
      mornings. The health visitor noted that she seldom cried and watched every face that came near.
"""
    ),
    bad=Example(
        """
children:
  - person: child_a
lived_experience:
  - person: child_a
    known_from: Health visitor's notes
""",
        at="/lived_experience/0/account",
    ),
)
