"""A request of police or a court to wait, which silences some rules until the day on which it is looked at again."""

from __future__ import annotations

from datetime import date

from reviewkit.answers import day_of
from reviewkit.report import Report


def is_on_hold(report: Report, today: date) -> bool:
    """Whether a parallel process has a `hold` whose review date has not come yet."""
    for path, _ in report.items("parallel_processes"):
        review_on = day_of(report.at(*path, "hold", "review_on"))
        if review_on is not None and today < review_on:
            return True
    return False
