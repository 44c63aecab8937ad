"""Neglect is named as a harm, and whether the family was poor is left open."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Report, is_empty

NEGLECT = "neglect"
WHERE = ("family", "context", "poverty")


def look(context: Context) -> Iterator[Hit]:
    """Look for an answer among the family's circumstances, then for a word of it anywhere."""
    report = context.report
    circumstances = report.at("family", "context")
    if is_empty(circumstances) or not isinstance(circumstances, dict) or not is_empty(circumstances.get("poverty")):
        return
    if _is_neglect(report) and not context.prose.said("poverty"):
        yield Hit(WHERE)


def _is_neglect(report: Report) -> bool:
    if report.at("family", "context", "neglect-underlying") == "yes":
        return True
    outcomes = [item for path, _ in report.items("children") for _, item in report.items(*path, "outcomes")]
    underlying = [item.get("underlying") for item in outcomes]
    return any(item.get("harm_category") == NEGLECT for item in outcomes) or any(
        NEGLECT in codes for codes in underlying if isinstance(codes, list)
    )


RULE = Rule(
    code="RK214",
    name="neglect-without-poverty",
    severity="warning",
    finding="{place}: neglect is named as a harm, and whether the family was poor is left open.",
    why=(
        "The triennial analysis found poverty's part in neglect especially clear, and not always well understood or "
        "recorded. “No” and “not-recorded” are answers."
    ),
    fix="answer `poverty:` among the family's circumstances and say what it did from day to day",
    source=("triennial-2014-17", "own"),
    good=Example(
        """
children:
  - {person: child_r, outcomes: [{incident: I1, outcome: serious-harm, harm_category: neglect}]}
family:
  context: {domestic-abuse: no, housing: yes, poverty: yes}
  context_in_practice: The meter ran out in the third week of the month, and the children slept in one bed to keep warm.
"""
    ),
    bad=Example(
        """
children:
  - {person: child_r, outcomes: [{incident: I1, outcome: serious-harm, harm_category: neglect}]}
family:
  context: {domestic-abuse: no, housing: yes}
  context_in_practice: The flat was damp, and the children slept in one bed to keep warm.
""",
        at="/family/context/poverty",
    ),
    look=look,
)
