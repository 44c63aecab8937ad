"""A step of a review that is due by a day, and the report's own days. Nothing here knows what day it is."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reviewkit.answers import day_of
from reviewkit.report import Path, Report
from reviewkit.tuples import NamedTuple

NOTIFICATION, RAPID_REVIEW, LCSPR, SENDING = "notification", "rapid review", "LCSPR", "report to the Panel"
AGREED = ("final", "for-publication", "published")
_YEARS = range(1990, 2200)

Standing = Literal["done", "planned", "not before", ""]


class Milestone(NamedTuple):
    """One step. `counted` says in words from when; `source` are keys of `sources.yaml` for it.

    `at` is the report's own day for it, None while it has none, and `did` the word for what happens then ("Sent").
    `standing` says what that day is: the step was done then, is planned for then, or can't have been done before. `path`
    is where that day stands, else where the day stands from which is counted. `incident` is the id of one of several.
    """

    kind: str
    due: date
    counted: str
    source: tuple[str, ...]
    path: Path
    did: str
    at: date | None = None
    standing: Standing = ""
    incident: str = ""


def day_given(report: Report, path: Path) -> date | None:
    """The day there. A year in which no such review was written is a slip, and nothing is counted from it."""
    day = day_of(report.at(*path))
    return day if day and day.year in _YEARS else None
