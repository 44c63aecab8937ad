"""A request of police or a court to wait, which silences some rules until the day on which it is looked at again."""

from __future__ import annotations

from datetime import date

from reviewkit.answers import is_day
from reviewkit.report import Report


def is_on_hold(report: Report, today: date) -> bool:
    """Whether a parallel process has a `hold` whose review date has not come yet."""
    for path, _ in report.items("parallel_processes"):
        review_on = report.at(*path, "hold", "review_on")
        if isinstance(review_on, str) and is_day(review_on) and today < date.fromisoformat(review_on):
            return True
    return False
