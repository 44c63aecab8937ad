"""The family was not told at the start, or not asked, and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Report, is_empty

WHERE = ("family_contact",)


def look(context: Context) -> Iterator[Hit]:
    """Look for the two steps; where no contact is entered at all, the schema asks for it."""
    report = context.report
    steps = [item.get("step") for _, item in report.items(*WHERE)]
    if not steps or None in steps or not is_empty(report.at("family", "none_known")):
        return
    if "told-at-start" not in steps:
        yield Hit(WHERE, fix="enter who was told, when and by whom, or why not, with the step told-at-start")
    elif report.template.base == "lcspr" and "asked-during" not in steps and _records_alone(report):
        message = "{place}: nobody of the family is entered as asked during the review, and no reason why not."
        yield Hit(WHERE, message, "enter who was asked, when and by whom, or why not, with the step asked-during")


def _records_alone(report: Report) -> bool:
    """Whether all that stands for the family's views is what records hold."""
    views = [item for _, item in report.items("views", "family")]
    return bool(views) and all(
        not is_empty(item.get("views")) and is_empty(item.get("reason_absent")) and item.get("method") == ["records"]
        for item in views
    )


RULE = Rule(
    code="RK216",
    name="family-not-told-or-asked",
    severity="note",
    finding="{place}: nobody of the family is entered as told at the start, and no reason why not.",
    why=(
        "The Leeds guide has families told when a review is commissioned and asked to contribute as it goes on. A reason "
        "why not is an answer."
    ),
    fix="enter who was told and asked, when and by whom, or why not",
    source=("leeds-guide", "own"),
    good=Example(
        """
family_contact:
  - {person: mother, step: told-at-start, on: 2026-01-12, by: The family's health visitor}
  - {person: father, step: told-at-start, reason_not: not-found, note: Two letters came back}
  - {person: mother, step: asked-during, on: 2026-02-20, by: Lead reviewer}
"""
    ),
    bad=Example(
        """
family_contact:
  - {person: mother, step: asked-during, on: 2026-02-20, by: Lead reviewer}
""",
        at="/family_contact",
    ),
    look=look,
    waits_for_hold=True,
)
