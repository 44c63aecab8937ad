"""A text is far shorter or far longer than such texts usually are."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK106",
    name="length-outside-band",
    finding="“{label}” is far shorter or far longer than usual.",
    why=(
        "Of the rapid reviews read for 2020 many lacked detail and others were long and unstructured. The limits are "
        "our own and wide."
    ),
    fix="say what a stranger needs to follow the case, and cut the rest",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
terms_of_reference: >
  The review covers January 2024 to March 2026 and the work of seven agencies with Child R and her family. It asks how
  help was offered after each missed health review. It leaves out what only the inquest can settle.
"""
    ),
    bad=Example(
        """
terms_of_reference: The usual questions.
""",
        at="/terms_of_reference",
    ),
    severity="warning",
    to_do=True,
)
