"""The decision, or a criterion that is called met, stands without its reason."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK402",
    name="rationale-missing",
    finding="The reason is missing ({place}).",
    why=(
        "Partners must tell the Panel not only what they decided but why. A criterion called met without a word of "
        "why helps no reader."
    ),
    fix="say what is still not understood, or where the learning is already acted on",
    source=("triennial-2014-17", "own"),
    good=Example(
        """
decision:
  rationale: >
    The review understands what was missed and why. The learning is acted on from today, and a further review would
    add nothing that the thematic review of 2025 does not say.
""",
        at="/decision/rationale",
        template="rapid-review",
    ),
    bad=Example(
        """
decision:
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [no-further-review]
""",
        at="/decision/rationale",
        template="rapid-review",
    ),
)
