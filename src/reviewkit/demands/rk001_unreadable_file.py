"""A file can't be read as a report."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK001",
    name="unreadable-file",
    finding="{place} can't be read as a report.",
    why=(
        "Nothing in a file that can't be read has been checked. A key that stands twice would silently lose one of "
        "its two answers."
    ),
    fix="open the file at the line named and mend what is said there",
    source=("own",),
    good=Example(
        """
review:
  title: "Local Child Safeguarding Practice Review: Child R"
  status: draft
"""
    ),
    bad=Example(
        """
review:
  title: "Local Child Safeguarding Practice Review: Child R"
  title: "Local Child Safeguarding Practice Review: Child S"
"""
    ),
    waivable=False,
)
