"""Words put the harm at the door of the child, or of a parent who is harmed."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK507",
    name="victim-blaming",
    severity="warning",
    finding="{place}: words that make somebody who was harmed seem to have chosen it.",
    why=(
        "NSPCC Learning warns that such words, risky behaviour for one, suggest that a young person shares the "
        "responsibility for abuse. The person who did harm drops out of the sentence."
    ),
    fix="say who did what, and what made it hard for the child to get away",
    source=("nspcc-language", "own"),
    good=Example(
        """
key_lines_of_enquiry:
  - id: K1
    question: What drew Ellis to the flat?
    analysis: >
      Two men of 24 and 31 gave Ellis food, a phone and somewhere warm after school. In May they told her that she owed
      them for it. She went back because they had photographs of her.
"""
    ),
    bad=Example(
        """
key_lines_of_enquiry:
  - id: K1
    question: What drew Ellis to the flat?
    analysis: Ellis was placing herself at risk by going to the flat after school.
""",
        at="/key_lines_of_enquiry/0/analysis",
    ),
)
