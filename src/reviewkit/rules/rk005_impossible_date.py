"""A date that the calendar doesn't have, or dates in an order that can't be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeGuard

from reviewkit.answers import APPROXIMATE_DATE, DAY, is_day
from reviewkit.checking.persons import SIBLINGS
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, Report
from reviewkit.schema import Field

_PATTERNS = {"date": DAY, "approximate-date": APPROXIMATE_DATE}
_UNKNOWN = "not-known"


def look(context: Context) -> Iterator[Hit]:
    """Look at every date by itself, then at those that must follow one another."""
    report = context.report
    for path, field, value in context.prose.written:
        if field.type in _PATTERNS:
            yield from _impossible_day(field, value, path)
    yield from _births(report)
    for path, incident in report.items("incidents"):
        yield from _notification(path, incident)
    yield from _ends_before_it_begins(report, ("review", "period"))
    for path, _ in report.items("agencies"):
        yield from _ends_before_it_begins(report, (*path, "period"))
    yield from _publication(report)
    yield from _signatures(report)


def _impossible_day(field: Field, value: Any, path: Path) -> Iterator[Hit]:
    text = _text(value)
    if text != _UNKNOWN and re.fullmatch(_PATTERNS[field.type], text) and not _exists(text):
        fix = "write a day that exists, as year-month-day"
        yield Hit(path, f"{{place}}: the calendar doesn't have this date (“{field.label}”).", fix, evidence=text)


def _births(report: Report) -> Iterator[Hit]:
    days = {item["id"]: _when(item.get("date")) for _, item in report.items("incidents") if _is_name(item.get("id"))}
    siblings = _siblings(report)
    for path, child in report.items("children"):
        here, kept_at = (*path, "date_of_birth"), _place_in_register(child)
        born, kept = _when(child.get("date_of_birth")), _when(report.at(*kept_at))
        harmed_on = [days.get(str(outcome.get("incident")), "") for _, outcome in report.items(*path, "outcomes")]
        if born and kept and born != kept:
            yield Hit(here, "{place}: the date of birth differs from the one in the register.", "keep the right one")
        elif _is_unborn(child) or child.get("person") in siblings or not harmed_on:
            continue
        elif all(_before(day, born or kept) for day in harmed_on):
            fix = "correct it or the date of the incident; for harm before birth write `age: unborn`"
            yield Hit(here if born else kept_at, "{place}: born after every incident this child was harmed in.", fix)


def _place_in_register(child: dict[str, Any]) -> Path:
    person = child.get("person")
    return ("register", "people", person if _is_name(person) else "", "born")


def _siblings(report: Report) -> list[Any]:
    related = (*SIBLINGS, "unborn-sibling")
    return [item["person"] for _, item in report.items("family", "members")
            if item.get("relationship") in related and item.get("person")]  # fmt: skip


def _is_unborn(child: dict[str, Any]) -> bool:
    return "unborn" in (child.get("age"), child.get("living_arrangements"))


def _is_name(value: Any) -> TypeGuard[str]:
    return isinstance(value, str)


def _notification(path: Path, incident: dict[str, Any]) -> Iterator[Hit]:
    notification = incident.get("notification")
    if not isinstance(notification, dict):
        return
    aware, sent = _when(notification.get("became_aware_on")), _when(notification.get("sent_on"))
    if _before(sent, aware):
        yield Hit((*path, "notification", "sent_on"), "{place}: sent before the local authority became aware.")
    if _before(aware, _when(incident.get("date"))):
        yield Hit(
            (*path, "notification", "became_aware_on"), "{place}: the local authority was aware before it happened."
        )


def _ends_before_it_begins(report: Report, path: Path) -> Iterator[Hit]:
    if _before(_when(report.at(*path, "to")), _when(report.at(*path, "from"))):
        yield Hit((*path, "to"), "{place}: the period ends before it begins.")


def _publication(report: Report) -> Iterator[Hit]:
    dates = ("review", "dates")
    if _before(_when(report.at(*dates, "published_on")), _when(report.at(*dates, "completed_on"))):
        yield Hit((*dates, "published_on"), "{place}: published before the report was completed.")


def _signatures(report: Report) -> Iterator[Hit]:
    incidents = [_when(item.get("date")) for _, item in report.items("incidents")]
    for path, entry in report.items("sign_off"):
        if incidents and all(_before(_when(entry.get("on")), day) for day in incidents):
            yield Hit((*path, "on"), "{place}: signed before the incident happened.")


def _before(earlier: str, later: str) -> bool:
    """Whether one date surely lies before the other: of 2026-03 and 2026-03-14 nobody can say."""
    known = min(len(earlier), len(later))
    return bool(known) and earlier[:known] < later[:known]


def _when(value: Any) -> str:
    """The date as far as it is known (2026, 2026-03, 2026-03-14), or ""."""
    text = _text(value)
    return text if re.fullmatch(APPROXIMATE_DATE, text) and _exists(text) else ""


def _exists(text: str) -> bool:
    return is_day(text + "-01-01"[len(text) - 4 :])


def _text(value: Any) -> str:
    # A year alone is a number in YAML.
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


RULE = Rule(
    code="RK005",
    name="impossible-date",
    severity="error",
    finding="{place}: this date can't be, or not in this order.",
    why=(
        "Ages, deadlines and the order of events are counted from these dates. One wrong digit makes a review late that "
        "was in time, or a child older than they were."
    ),
    fix="correct this date or the one that it clashes with",
    source=("own",),
    good=Example(
        """
incidents:
  - id: I1
    date: 2026-02-27
    notification: {reference: SIN-0417, became_aware_on: 2026-02-28, sent_on: 2026-03-04}
"""
    ),
    bad=Example(
        """
incidents:
  - id: I1
    date: 2026-02-27
    notification: {reference: SIN-0417, became_aware_on: 2026-02-28, sent_on: 2025-03-04}
""",
        at="/incidents/0/notification/sent_on",
    ),
    look=look,
    waivable=False,
)
