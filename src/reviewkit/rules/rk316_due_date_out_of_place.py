"""A recommendation was due before the report, or is due more than a year after it with no date in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from reviewkit.answers import day_of
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Prose
from reviewkit.report import Path, Report

_FINISHED = ("done", "stopped")
_LONG = 366
_BEFORE = "{place} was due before the report was written, and is not marked as done."
_FAR = "{place} is due more than a year after the report, with no date on the way."
_STEPS = "give `actions:` with dates of their own, so that somebody sees in time whether it moves"


def look(context: Context) -> Iterator[Hit]:
    """Compare each due date with the day on which the report was completed; today does not matter."""
    report = context.report
    completed = day_of(report.at("review", "dates", "completed_on"))
    began = max(
        filter(None, (day_of(report.at("review", "dates", key)) for key in ("decided_on", "started_on"))), default=None
    )
    for path, item in report.items("recommendations"):
        due = day_of(item.get("due"))
        written = completed or began
        if due is None or written is None:
            continue
        if due < written:
            if not _is_finished(report, path):
                yield Hit((*path, "due"), _BEFORE)
        elif completed and (due - completed).days > _LONG and not _has_steps(context.prose, report, path, due):
            yield Hit((*path, "due"), _FAR, _STEPS)


def _actions(report: Report, path: Path) -> list[Mapping[str, Any]]:
    return [action for _, action in report.items(*path, "implementation", "actions")]


def _is_finished(report: Report, path: Path) -> bool:
    actions = _actions(report, path)
    return bool(actions) and all(action.get("status") in _FINISHED for action in actions)


def _has_steps(prose: Prose, report: Report, path: Path, due: date) -> bool:
    """Whether something is looked at before: an action's date, the measure's review date, a year in the prose."""
    days = [day_of(action.get("by")) for action in _actions(report, path)]
    days.append(day_of(report.at(*path, "measure", "review_on")))
    return any(day is not None and day < due for day in days) or _names_a_year(prose, path)


def _names_a_year(prose: Prose, path: Path) -> bool:
    how = prose.at((*path, "implementation", "how"))
    return how is not None and any(len(word) == 4 and word.startswith("20") for word in how.each)


RULE = Rule(
    code="RK316",
    name="due-date-out-of-place",
    severity="warning",
    finding="{place}: its due date does not fit the report.",
    why=(
        "A date that has passed cannot be kept, and one more than a year away lets nobody see in time whether anything "
        "moves."
    ),
    fix="mark the actions as done if they are, or agree a new day with the owner",
    source=("own",),
    good=Example(
        """
review: {dates: {completed_on: 2026-03-16}}
recommendations:
  - id: R1
    due: 2025-12-31
    implementation: {actions: [{what: The referral form was changed, lead: council, by: 2025-12-01, status: done}]}
  - id: R2
    due: 2027-09-30
    implementation: {actions: [{what: First locality uses the shared chart, lead: health_trust, by: 2026-09-30}]}
"""
    ),
    bad=Example(
        """
review: {dates: {completed_on: 2026-03-16}}
recommendations:
  - id: R1
    due: 2025-12-31
    implementation: {actions: [{what: The referral form is changed, lead: council, status: under-way}]}
""",
        at="/recommendations/0/due",
    ),
    look=look,
)
