"""A measure counts activity, such as staff trained, and nothing about quality or effect on children."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.change import is_justified
from reviewkit.checking.evidence import words_of
from reviewkit.checking.measuring import counted, shows_effect
from reviewkit.contracts import Context, Example, Hit, Rule


def look(context: Context) -> Iterator[Hit]:
    """Look at what is counted; one sign of quality or of what changed for children, anywhere in the measure, is enough."""
    for path, item in context.report.items("recommendations"):
        activity = () if is_justified(item) else counted(context.prose, path, "activity")
        if activity and not shows_effect(context.prose, path, "activity"):
            yield Hit(activity[0].passage.path, evidence=words_of(activity))


RULE = Rule(
    code="RK311",
    name="measure-counts-activity",
    severity="warning",
    finding="{place}: the measure counts what was done, not whether anything is better for children.",
    why=(
        "Numbers trained or policies issued show effort. The triennial analysis of 2014-17 asks of data on missing "
        "children not compliance alone but quality, and names action plans that invite ticking boxes among the barriers "
        "to impact."
    ),
    fix="put beside it one sign of quality or of children's lives: a case read, a child asked, something that happens sooner",
    source=("triennial-2014-17", "own"),
    good=Example(
        """
recommendations:
  - id: R1
    measure:
      outcome: Babies sleep safely on nights away from home.
      indicator: Health visitors trained, and families who can show their plan for a night away
      target: Eight in ten families, in a call six weeks later
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    measure:
      outcome: Health visitors are confident in talking about safe sleep.
      indicator: Number of health visitors trained
      target: 95 per cent by December
""",
        at="/recommendations/0/measure/indicator",
    ),
    look=look,
)
