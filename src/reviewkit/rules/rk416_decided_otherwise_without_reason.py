"""The partners decided otherwise than was recommended, and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, is_empty

REASON: Path = ("decision", "decided", "reason")


def look(context: Context) -> Iterator[Hit]:
    """Compare the two outcomes; where the author says that they differ, the schema asks. To decide more is no dissent."""
    report = context.report
    if report.at("decision", "decided", "agrees") == "no" or not is_empty(report.at(*REASON)):
        return
    recommended = _outcomes(report.at("decision", "recommendation", "outcome"))
    decided = _outcomes(report.at("decision", "decided", "outcome"))
    if decided and recommended - decided:
        yield Hit(REASON)


def _outcomes(value: Any) -> set[str]:
    return {code for code in value if isinstance(code, str)} if isinstance(value, list) else set()


RULE = Rule(
    code="RK416",
    name="decided-otherwise-without-reason",
    severity="error",
    finding="{place}: decided otherwise than was recommended, and no reason is given.",
    why=(
        "The executive agrees or disagrees with what those who looked at the case recommend. Where it disagrees, a reader "
        "needs the reason to understand the decision."
    ),
    fix="say in `reason:` why the partners decided otherwise, or correct one of the two outcomes",
    source=("leeds-guide", "own"),
    good=Example(
        """
decision:
  recommendation: {by: Rapid review panel, date: 2026-03-18, outcome: [lcspr]}
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [no-further-review]
    agrees: no
    reason: The audit of second referrals that ends in May asks the same questions of three hundred families.
""",
        template="rapid-review",
    ),
    bad=Example(
        """
decision:
  recommendation: {by: Rapid review panel, date: 2026-03-18, outcome: [lcspr]}
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [no-further-review]
""",
        at="/decision/decided/reason",
        template="rapid-review",
    ),
    look=look,
)
