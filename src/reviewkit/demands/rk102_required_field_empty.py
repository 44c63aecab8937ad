"""A field that every report of this kind needs is empty."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK102",
    name="required-field-empty",
    finding="“{label}” is not answered ({place}).",
    why=(
        "This is among the least that a reader needs. An empty line leaves open whether nobody knows, nobody asked, "
        "or somebody forgot."
    ),
    fix="answer “{label}”; where nobody knows, say so and what was done to find out",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
incidents:
  - id: I1
    circumstances: >
      On a Sunday morning Mother found Child R lifeless in bed beside her and called an ambulance. The crew could not
      revive the baby. The cause of death is not yet known.
""",
        at="/incidents/0/circumstances",
    ),
    bad=Example(
        """
incidents:
  - id: I1
    setting: family-home
""",
        at="/incidents/0/circumstances",
    ),
    to_do=True,
)
