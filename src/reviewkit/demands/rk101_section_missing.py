"""A section that every report of this kind needs is missing."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK101",
    name="section-missing",
    finding="The section “{label}” is missing.",
    why=(
        "Analysts found that many rapid reviews lacked what a reader needs, and that the best followed a template "
        "which asked for it."
    ),
    fix="write the section “{label}”; `reviewkit schema show` prints what belongs there",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
terms_of_reference: >
  The review covers January 2024 to March 2026 and the work of seven agencies with Child R and her family. It asks how
  help was offered after each missed health review. It leaves out what only the inquest can settle.
""",
        at="/terms_of_reference",
    ),
    bad=Example(
        """
review:
  title: "Local Child Safeguarding Practice Review: Child R"
""",
        at="/terms_of_reference",
    ),
    to_do=True,
)
