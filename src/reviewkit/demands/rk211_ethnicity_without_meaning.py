"""A child's ethnic group is given, and not what it meant for this child."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK211",
    name="ethnicity-without-meaning",
    finding="The ethnic group of {place} is given, but not what it meant for this child.",
    why=(
        "The triennial analysis found that ethnicity may be recorded and what follows from it for a child's daily life "
        "often not explored. A code alone repeats that."
    ),
    fix="say what followed for daily life, trust and what workers asked, or “no bearing found, because …”",
    source=("triennial-2014-17", "own"),
    good=Example(
        """
children:
  - person: child_r
    ethnicity: white-roma
    ethnicity_in_practice: >
      Her grandmother kept her home on days when inspectors came to the site, because two cousins had once been taken
      from school. The school counted absences and did not know this.
"""
    ),
    bad=Example(
        """
children:
  - person: child_r
    ethnicity: white-roma
""",
        at="/children/0/ethnicity_in_practice",
    ),
    to_do=True,
)
