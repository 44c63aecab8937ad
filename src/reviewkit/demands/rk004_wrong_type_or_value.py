"""A value is of another kind than its field, or not in its list."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK004",
    name="wrong-type-or-value",
    finding="{label} holds another kind of answer than this field takes.",
    why=(
        "Dates, codes and ids are what deadlines are counted and reports compared by; a value of another kind can "
        "serve for neither."
    ),
    fix="write one of the allowed values; a date is year-month-day",
    source=("own",),
    good=Example(
        """
review:
  status: final
"""
    ),
    bad=Example(
        """
review:
  status: nearly finished
""",
        at="/review/status",
    ),
    waivable=False,
)
