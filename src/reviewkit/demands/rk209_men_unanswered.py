"""Nothing is said about fathers and male carers."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK209",
    name="men-unanswered",
    finding="{place}: nothing is said about fathers and male carers.",
    why=(
        "National analyses found men overlooked, for the care they could give as well as for risk. That every report "
        "answers for them is our own demand."
    ),
    fix=(
        "list each man in the child's life; where there is none or nobody knows, use `known: none` or `known: no` and "
        "explain"
    ),
    source=("uea-birmingham-2021", "panel-webinar-2020", "panel-annual-report-2020", "own"),
    good=Example(
        """
family:
  fathers_and_male_carers:
    - person: father
      known: yes
      part_in_life: He bathed her every evening and took her to clinic. Neighbours heard him shout when she cried.
      services: The health visitor met him twice. Nobody else asked him anything.
"""
    ),
    bad=Example(
        """
family:
  members:
    - {person: mother, relationship: mother}
""",
        at="/family/fathers_and_male_carers",
    ),
)
