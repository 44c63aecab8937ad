"""How old a child was at the incident, from whatever the report says about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from reviewkit.answers import day_of
from reviewkit.report import Report

_IN_YEARS = {"day": 1 / 365.25, "week": 7 / 365.25, "month": 1 / 12, "year": 1.0}


def age_in_years(report: Report, child: Mapping[str, Any]) -> float | None:
    """Years at the first incident: from `age`, else from the date of birth, else None. Unborn is 0."""
    written = child.get("age")
    if isinstance(written, str) and written:
        return _years_written(written)
    born = day_of(child.get("date_of_birth") or born_in_register(report, child))
    incident = _first_incident(report)
    return None if born is None or incident is None else (incident - born).days / 365.25


def born_in_register(report: Report, child: Mapping[str, Any]) -> str:
    """The date of birth that the register gives for this child, or ""."""
    person = child.get("person")
    entry = report.register.people.get(person) if isinstance(person, str) else None
    return entry.born if entry else ""


def _years_written(written: str) -> float | None:
    words = written.split()
    if written == "unborn":
        return 0.0
    if len(words) < 2 or not words[0].isdigit():
        return None
    return int(words[0]) * _IN_YEARS.get(words[1].removesuffix("s"), 0.0)


def _first_incident(report: Report) -> date | None:
    days = (day_of(item.get("date")) for _, item in report.items("incidents"))
    return min((day for day in days if day is not None), default=None)
