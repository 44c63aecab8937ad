"""What is counted from a serious incident: its notification, and the rapid review, for each incident of its own.

The notification has 5 working days from the day on which the local authority became aware (GOV.UK page, its opening
read). The rapid review has 15 from the notification: the annual review of 2021 names the start, the Leeds guide and the
Panel's annual report say that they are working days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from reviewkit.checking.milestones import AGREED, NOTIFICATION, RAPID_REVIEW, Milestone, day_given
from reviewkit.checking.nearest import is_name
from reviewkit.checking.working_days import add_working_days
from reviewkit.language.days import day_in_words
from reviewkit.report import Path, Report

DAYS_TO_NOTIFY, DAYS_TO_REVIEW = 5, 15
_LONGEST_NAME = 8


def notifications(report: Report) -> Iterator[Milestone]:
    """The notification of each incident. An LCSPR comes long after it and asks for nothing that is not given."""
    for path, name in _notified(report):
        aware, sent = day_given(report, (*path, "became_aware_on")), day_given(report, (*path, "sent_on"))
        if aware and _in_order(aware, sent) and (sent or _is_rapid_review(report)):
            step = Milestone(
                NOTIFICATION, add_working_days(aware, DAYS_TO_NOTIFY),
                f"{DAYS_TO_NOTIFY} working days from becoming aware on {day_in_words(aware)}",
                ("dfe-notification",), (*path, "became_aware_on"), "Notified", incident=name,
            )  # fmt: skip
            yield step._replace(path=(*path, "sent_on"), at=sent, standing="done") if sent else step


def rapid_reviews(report: Report) -> Iterator[Milestone]:
    """The rapid review, once for each incident that was notified."""
    if not _is_rapid_review(report):
        return
    for path, name in _notified(report):
        aware, start = day_given(report, (*path, "became_aware_on")), day_given(report, (*path, "sent_on"))
        if start and _in_order(aware, start):
            step = Milestone(
                RAPID_REVIEW, add_working_days(start, DAYS_TO_REVIEW),
                f"{DAYS_TO_REVIEW} working days from notification on {day_in_words(start)}",
                ("uea-birmingham-2021", "leeds-guide", "panel-annual-report-2020"), (*path, "sent_on"), "Sent",
                incident=name,
            )  # fmt: skip
            yield _as_sent(report, step)


def _as_sent(report: Report, step: Milestone) -> Milestone:
    """With the day it was sent, else with the last signature if that alone came too late."""
    sent, signed = day_given(report, ("sent_to_panel_on",)), _last_signature(report)
    if sent:
        return step._replace(path=("sent_to_panel_on",), at=sent, standing="done")
    if signed and signed > step.due:
        return step._replace(path=("sign_off",), at=signed, standing="not before", did="Signed")
    return step


def _last_signature(report: Report) -> date | None:
    if report.status not in AGREED:
        return None
    days = (day_given(report, (*path, "on")) for path, _ in report.items("sign_off"))
    return max((day for day in days if day), default=None)


def notified_on(report: Report) -> list[tuple[date, Path]]:
    """The days of the notifications, each with where it stands."""
    places: list[Path] = [(*path, "sent_on") for path, _ in _notified(report)]
    return [(day, path) for path in places if (day := day_given(report, path))]


def _notified(report: Report) -> list[tuple[Path, str]]:
    """The place of each incident's notification, and the incident's id where there are several."""
    found = list(report.items("incidents"))
    several = len(found) > 1
    return [((*path, "notification"), _name(item.get("id"), path) if several else "") for path, item in found]


def _name(written: Any, path: Path) -> str:
    short = isinstance(written, str) and is_name(written) and len(written) <= _LONGEST_NAME
    return str(written) if short else f"item {int(path[-1]) + 1}"


def _in_order(aware: date | None, sent: date | None) -> bool:
    """Whether the two days can both be right; RK005 speaks where they can't, and nobody knows from which to count."""
    return not (aware and sent and sent < aware)


def _is_rapid_review(report: Report) -> bool:
    return report.template.base == "rapid-review"
