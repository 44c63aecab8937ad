"""How racism, disability and other inequality shaped a family's life and the practice is not said."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK110",
    name="inequality-unanswered",
    finding="What inequality meant for this family and for practice is not said: “{label}”.",
    why=(
        "Partnerships that quote the June 2025 guidance give it as a purpose of a rapid review: how racism and other "
        "protected characteristics, disability among them, shaped a family's life and the practice. That every review "
        "answers it is our own demand."
    ),
    fix="say what was met, assumed or avoided; “no bearing found, because …” is an answer",
    source=("panel-guidance-2025-quoted", "own"),
    good=Example(
        """
inequality:
  racism_and_ethnicity: >
    Mother stopped going to the clinic after a receptionist laughed at her accent. Nobody there knew why, and nobody
    asked. The record says that she "disengaged".
  disability: No bearing found, because the school nurse and the GP saw no sign of one in anybody in the household.
  other: Mother was 17. Two services spoke to her own mother instead of her.
"""
    ),
    bad=Example(
        """
inequality:
  disability: No bearing found, because the school nurse and the GP saw no sign of one in anybody in the household.
  other: Mother was 17. Two services spoke to her own mother instead of her.
""",
        at="/inequality/racism_and_ethnicity",
    ),
    to_do=True,
)
