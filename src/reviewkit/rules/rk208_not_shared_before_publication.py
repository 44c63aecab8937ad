"""The family did not see the report before it was published, and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewkit.answers import day_of
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import NOT_PUBLISHED, Report, is_empty

GOING_PUBLIC = ("for-publication", "published")
NOBODY_TO_SHOW = ("no-family-known", "not-found")
WHERE = ("publication", "shared_with_family_on")


def look(context: Context) -> Iterator[Hit]:
    """Look for the day on which the report was shared, then for who was shown it."""
    report = context.report
    if not _is_asked(report):
        return
    shown = [item for _, item in report.items("family_contact") if item.get("step") == "shown-before-publication"]
    days = [report.at(*WHERE), *(item.get("on") for item in shown)]
    if all(is_empty(day) for day in days):
        if not shown and not _nobody_to_show(report):
            yield Hit(WHERE)
    elif _is_late(days, report.at("review", "dates", "published_on")):
        yield Hit(WHERE, "{place}: the family saw the report only after it was published.")


def _is_asked(report: Report) -> bool:
    publication = report.at("publication")
    if report.template.base != "lcspr" or report.status not in GOING_PUBLIC or is_empty(publication):
        return False
    return not isinstance(publication, dict) or publication.get("form") not in NOT_PUBLISHED


def _nobody_to_show(report: Report) -> bool:
    """Whether no family is known, or none of them could be found."""
    reasons = [item.get("reason_absent") for _, item in report.items("views", "family")]
    nobody = bool(reasons) and all(reason in NOBODY_TO_SHOW for reason in reasons)
    return nobody or not is_empty(report.at("family", "none_known"))


def _is_late(written: list[Any], published_on: Any) -> bool:
    days, published = [day_of(day) for day in written if not is_empty(day)], day_of(published_on)
    return published is not None and all(day is not None and day > published for day in days)


RULE = Rule(
    code="RK208",
    name="not-shared-before-publication",
    severity="warning",
    finding="{place}: it is not said when the family saw the report, or why they did not.",
    why=(
        "The Leeds guide has the review shared with the family at the end, before it is published. Otherwise they learn "
        "from a website or a newspaper what is said of their child."
    ),
    fix="give the day, or enter each person under the contact with the family as shown-before-publication, or why not",
    source=("leeds-guide", "own"),
    good=Example(
        """
review: {status: for-publication}
family_contact:
  - person: mother
    step: shown-before-publication
    on: 2026-05-04
    by: Lead reviewer
    note: Read aloud together; two dates were corrected
publication: {form: full}
"""
    ),
    bad=Example(
        """
review: {status: for-publication}
family_contact:
  - {person: mother, step: told-at-start, on: 2026-01-12, by: Lead reviewer}
publication: {form: full}
""",
        at="/publication/shared_with_family_on",
    ),
    look=look,
    waits_for_hold=True,
)
