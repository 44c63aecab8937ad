"""Learning says that it leads to a recommendation and none answers it, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Report, is_empty

ROUTE = "recommendation"


def look(context: Context) -> Iterator[Hit]:
    """Compare `leads_to` of each learning point with what the recommendations address."""
    report = context.report
    addressed = _addressed(report)
    complete = _links_are_complete(report)
    for path, learning in report.items("learning"):
        key, route = learning.get("id"), learning.get("leads_to")
        if not isinstance(key, str) or not isinstance(route, str):
            continue
        if route == ROUTE and key not in addressed and complete:
            yield Hit((*path, "leads_to"), "{place} leads to a recommendation, but no recommendation addresses it.")
        elif route != ROUTE and key in addressed:
            message = "{place} is addressed by a recommendation, but says that it leads elsewhere."
            yield Hit((*path, "leads_to"), message, "write `leads_to: recommendation`, or drop it from `addresses:`")


def _addressed(report: Report) -> set[str]:
    links = [item.get("addresses") for _, item in report.items("recommendations")]
    return {key for listed in links if isinstance(listed, list) for key in listed if isinstance(key, str)}


def _links_are_complete(report: Report) -> bool:
    """Whether no recommendation is still to be written or linked: that is a finding of its own."""
    if is_empty(report.at("recommendations")):
        return report.status != "draft"
    return not any(is_empty(item.get("addresses")) for _, item in report.items("recommendations"))


RULE = Rule(
    code="RK303",
    name="learning-link-contradicts-itself",
    severity="error",
    finding="{place}: what it leads to and what the recommendations address do not agree.",
    why="A reader who follows the learning to see what changes must arrive somewhere, and only in one place.",
    fix="add it to `addresses:` of a recommendation, or change `leads_to:`",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together, leads_to: recommendation}
recommendations:
  - {id: R1, addresses: [L1]}
"""
    ),
    bad=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together, leads_to: recommendation}
  - {id: L2, title: The clinic closed the case after a missed appointment, leads_to: recommendation}
recommendations:
  - {id: R1, addresses: [L2]}
""",
        at="/learning/0/leads_to",
    ),
    look=look,
)
