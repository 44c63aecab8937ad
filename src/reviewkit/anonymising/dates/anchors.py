"""What the dates of one report are measured by: the first incident, if they are published relative to it."""

from __future__ import annotations

from reviewkit.anonymising.dates.fields import read_moment
from reviewkit.anonymising.dates.mending import DateRules
from reviewkit.anonymising.dates.precision import Moment, as_precision
from reviewkit.report import Report

_NO_ANCHOR = (
    "`publication.date_precision` is relative, but no incident has a month to count from: give the date of the first "
    "incident, or choose year"
)


def date_rules(report: Report, born: frozenset[Moment], kept: frozenset[Moment]) -> DateRules:
    """The rules for that report's dates; where nothing can be counted from, by year and with a reason."""
    precision = as_precision(report.at("publication", "date_precision"))
    anchor = first_incident(report) if precision == "relative" else None
    if precision == "relative" and anchor is None:
        return DateRules("year", born, kept, None, (_NO_ANCHOR,))
    return DateRules(precision, born, kept, anchor)


def first_incident(report: Report) -> Moment | None:
    """The month of the earliest incident whose month is known."""
    moments = (read_moment(item.get("date")) for _, item in report.items("incidents"))
    return min((moment._replace(day=0) for moment in moments if moment and moment.month), default=None)
