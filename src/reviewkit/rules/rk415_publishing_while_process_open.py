"""A report goes for publication while a process is open, and no advice is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import NOT_PUBLISHED, is_empty

GOING_OUT = ("for-publication", "published")


def look(context: Context) -> Iterator[Hit]:
    """Look at each open process once the status says that the report is being published."""
    report = context.report
    if report.status not in GOING_OUT or report.at("publication", "form") in NOT_PUBLISHED:
        return
    for path, process in report.items("parallel_processes"):
        if process.get("state") == "open" and process.get("kind") != "none" and is_empty(process.get("advice")):
            yield Hit((*path, "advice"))


RULE = Rule(
    code="RK415",
    name="publishing-while-process-open",
    severity="error",
    finding="{place}: this process is open, and no advice on publishing is recorded.",
    why=(
        "While police, a court or a coroner are still at work, publishing can harm their case or break the law. Whoever "
        "decides to publish should have asked first."
    ),
    fix="ask those who run the process and your solicitor, and write into `advice:` who advised what and when",
    source=("children-law", "scie-quality-markers", "own"),
    good=Example(
        """
review: {status: for-publication}
parallel_processes:
  - kind: inquest
    state: open
    advice: "Coroner's officer and the partnership's solicitor, 12 May 2026: nothing stands in the way"
"""
    ),
    bad=Example(
        """
review: {status: for-publication}
parallel_processes:
  - {kind: criminal-court, state: open, bearing: The trial begins in October}
""",
        at="/parallel_processes/0/advice",
    ),
    look=look,
)
