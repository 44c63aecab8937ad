"""Less than the full report is to be published, and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, is_empty

REASON: Path = ("publication", "reason")


def look(context: Context) -> Iterator[Hit]:
    """Look at an LCSPR that is not for publication; the schema asks for the other forms. For a rapid review it is usual."""
    report = context.report
    kept_back = report.at("publication", "form") == "not-for-publication"
    if report.template.base == "lcspr" and kept_back and is_empty(report.at(*REASON)):
        yield Hit(REASON)


RULE = Rule(
    code="RK412",
    name="form-without-reason",
    severity="error",
    finding="{place}: less than the full report is to be published, and no reason is given.",
    why=(
        "LCSPRs are published so that others can learn from them. Publishing less can be right, to protect a child for "
        "example, but then the Panel and readers should know why."
    ),
    fix="say whom the full report would harm or identify, and how the learning is published all the same",
    source=("working-together-2018", "panel-webinar-2020", "own"),
    good=Example(
        """
publication:
  form: executive-summary
  reason: >
    The three families are known in a small town, and any full account of them would be recognised. The summary holds all
    findings and recommendations.
"""
    ),
    bad=Example(
        """
publication: {form: improvements-only}
""",
        at="/publication/reason",
    ),
    look=look,
    to_do=True,
)
