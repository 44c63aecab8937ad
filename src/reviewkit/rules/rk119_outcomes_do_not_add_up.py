"""Children, incidents and outcomes don't add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Report


def look(context: Context) -> Iterator[Hit]:
    """Look for an incident in which no child has an outcome."""
    report = context.report
    incidents = {item["id"]: path for path, item in report.items("incidents") if isinstance(item.get("id"), str)}
    harmed_in = _incidents_of_outcomes(report)
    if not all(isinstance(key, str) and key in incidents for key in harmed_in):
        return  # the outcome that is missing or points nowhere is the gap, and has its own finding
    for key, path in incidents.items():
        if harmed_in and key not in harmed_in:
            yield Hit(path, "{place}: no child has an outcome in this incident.")


def _incidents_of_outcomes(report: Report) -> list[Any]:
    """The incident of every outcome of every child; None for a child without outcomes."""
    found: list[Any] = []
    for path, _ in report.items("children"):
        found += [outcome.get("incident") for _, outcome in report.items(*path, "outcomes")] or [None]
    return found


RULE = Rule(
    code="RK119",
    name="outcomes-do-not-add-up",
    severity="error",
    finding="{place}: no outcome is recorded.",
    why=(
        "The Panel counts incidents and children, fatal and not. A child without an outcome, or an incident in which "
        "nobody was harmed, falls out of every count."
    ),
    fix="add under `outcomes:` of the child what happened to them in which incident",
    source=("panel-annual-report-2020", "own"),
    good=Example(
        """
incidents:
  - {id: I1, setting: family-home}
  - {id: I2, setting: foster-home}
children:
  - {person: child_a, outcomes: [{incident: I1, outcome: fatal}]}
  - {person: child_b, outcomes: [{incident: I1, outcome: serious-harm}, {incident: I2, outcome: serious-harm}]}
"""
    ),
    bad=Example(
        """
incidents:
  - {id: I1, setting: family-home}
  - {id: I2, setting: foster-home}
children:
  - {person: child_a, outcomes: [{incident: I1, outcome: fatal}]}
""",
        at="/incidents/1",
    ),
    look=look,
    to_do=True,
)
