"""A key stands in the report that its template doesn't know."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK003",
    name="unknown-field",
    finding="The template doesn't know this key: {label}.",
    why=(
        "What stands under an unknown key is neither checked nor shown to a reader. One wrong letter can hide a whole "
        "answer."
    ),
    fix="give it the name of the field that was meant, or remove it",
    source=("own",),
    good=Example(
        """
review:
  title: "Local Child Safeguarding Practice Review: Child R"
"""
    ),
    bad=Example(
        """
review:
  titel: "Local Child Safeguarding Practice Review: Child R"
""",
        at="/review/titel",
    ),
    waivable=False,
)
