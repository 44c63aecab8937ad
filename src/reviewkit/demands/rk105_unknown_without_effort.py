"""A field says only that the answer is not known."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK105",
    name="unknown-without-effort",
    finding="“{label}” says only that it is not known.",
    why=(
        "“Not known” can mean that nobody asked, that somebody asked in vain, or that the records are silent. Each of "
        "these is different learning."
    ),
    fix="say who tried to find out, how, and when",
    source=("own",),
    good=Example(
        """
family:
  fathers_and_male_carers:
    - known: no
      explained: Mother did not wish to say. The midwife asked once, at booking, and nobody asked again.
"""
    ),
    bad=Example(
        """
family:
  fathers_and_male_carers:
    - known: no
      explained: Not known.
""",
        at="/family/fathers_and_male_carers/0/explained",
    ),
    severity="warning",
)
