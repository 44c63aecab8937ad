"""Of whom a list must speak: each child, each sibling, each child who lives."""

from __future__ import annotations

from typing import Any

from reviewkit.report import Report, is_empty

SIBLINGS = ("full-sibling", "half-sibling", "step-sibling")


def expected_persons(report: Report, one_for: str) -> list[str]:
    """The register keys, in the order of the report, for `each child`, `each child and sibling`, `each living child`."""
    children = [item for _, item in report.items("children")]
    if one_for == "each living child":
        children = [child for child in children if not has_died(child)]
    persons = [child.get("person") for child in children]
    if one_for == "each child and sibling":
        persons += [
            member.get("person")
            for _, member in report.items("family", "members")
            if member.get("relationship") in SIBLINGS
        ]
    return list(dict.fromkeys(person for person in persons if isinstance(person, str) and person))


def has_died(child: dict[str, Any]) -> bool:
    """Whether an outcome of this child is fatal."""
    outcomes = child.get("outcomes")
    if not isinstance(outcomes, list) or is_empty(outcomes):
        return False
    return any(isinstance(outcome, dict) and outcome.get("outcome") == "fatal" for outcome in outcomes)
