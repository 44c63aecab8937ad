"""Nothing that somebody did well is told."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK115",
    name="no-good-practice",
    finding="{place}: nothing that somebody did well is told.",
    why=(
        "Among the ways in which a review does its work, the Leeds guide names first to find good practice that others "
        "can repeat. Doing the expected thing under pressure counts."
    ),
    fix="say who did what and what made it possible; if you found nothing, begin with “None” and say where you looked",
    source=("leeds-guide", "own"),
    good=Example(
        """
good_practice:
  - title: A midwife who asked twice
    what: >
      When Mother said that all was well at home, the midwife asked again a week later, alone with her and without the
      form.
    difference: Mother spoke of the debts for the first time, and had help with them before the birth.
"""
    ),
    bad=Example(
        """
good_practice: []
""",
        at="/good_practice",
    ),
    severity="warning",
    to_do=True,
)
