"""It is not said whether every child is safe now."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK109",
    name="immediate-safety-unanswered",
    finding="It is not said whether every child is safe now: {label}.",
    why=(
        "A rapid review first asks whether any child is still at risk. Brothers, sisters, half-siblings elsewhere and "
        "children in the same placement count."
    ),
    fix="say for each living child where they are, who decided that it is safe, and when this is looked at again",
    source=("partnership-pages", "working-together-2018"),
    good=Example(
        """
children:
  - {person: twin_1, outcomes: [{incident: I1, outcome: fatal}]}
  - {person: twin_2, outcomes: [{incident: I1, outcome: serious-harm}]}
immediate_safety:
  children:
    - person: twin_2
      where: With foster carers since leaving hospital on 4 March 2026
      decided_by: Children's social care and police at the strategy meeting
      review_on: 2026-03-20
""",
        template="rapid-review",
    ),
    bad=Example(
        """
children:
  - {person: twin_1, outcomes: [{incident: I1, outcome: fatal}]}
  - {person: twin_2, outcomes: [{incident: I1, outcome: serious-harm}]}
immediate_safety:
  children:
    - person: cousin
      where: With her parents, seen by the social worker on 5 March 2026
      decided_by: Children's social care
      review_on: 2026-03-20
""",
        at="/immediate_safety/children",
        template="rapid-review",
    ),
    to_do=True,
)
