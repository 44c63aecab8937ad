"""What is counted towards publication: the LCSPR itself, and the full report that the Panel gets before.

The LCSPR has six months from the event that its edition names: in the annual review of 2021 from the notification, in
Working Together 2018 (from memory) from the decision to carry it out. Of several notifications the last one counts,
since a thematic review can't be older than its cases; six months that end on a day off run to the next working day: both
are reviewkit's own. The Panel gets the full report seven working days before (Working Together 2018, from memory).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reviewkit.checking.milestones import AGREED, LCSPR, SENDING, Milestone, day_given
from reviewkit.checking.notified import notified_on
from reviewkit.checking.working_days import add_months, add_working_days, next_working_day
from reviewkit.language.days import day_in_words
from reviewkit.report import NOT_PUBLISHED, Path, Report, is_empty

MONTHS_TO_PUBLISH, DAYS_WITH_THE_PANEL = 6, 7
PUBLISHED: Path = ("review", "dates", "published_on")
COMPLETED: Path = ("review", "dates", "completed_on")
DECIDED: Path = ("review", "dates", "decided_on")
PLANNED: Path = ("publication", "planned_on")
SENT: Path = ("publication", "sent_to_panel_on")


def lcsprs(report: Report) -> Iterator[Milestone]:
    """The LCSPR, if the report gives the day from which its edition counts."""
    named = next((one.lcspr_counts_from for one in report.template.editions if one.id == report.edition), "")
    start = day_given(report, DECIDED)
    notified = notified_on(report)
    if named == "decision" and start:
        yield from _as_published(report, _lcspr(start, DECIDED, "the decision", "working-together-2018"))
    elif named == "notification" and notified:
        last, path = max(notified)
        yield from _as_published(report, _lcspr(last, path, "notification", "uea-birmingham-2021"))


def _lcspr(start: date, path: Path, event: str, source: str) -> Milestone:
    six_months = add_months(start, MONTHS_TO_PUBLISH)
    due = next_working_day(six_months)
    length = "six months" if due == six_months else "six months (to a working day)"
    return Milestone(LCSPR, due, f"{length} from {event} on {day_in_words(start)}", (source,), path, "Published")


def _as_published(report: Report, step: Milestone) -> Iterator[Milestone]:
    """With the day it was published, or is planned for once it is agreed; completed, where nothing is published."""
    published, completed, planned = (day_given(report, path) for path in (PUBLISHED, COMPLETED, PLANNED))
    if published:
        yield step._replace(path=PUBLISHED, at=published, standing="done")
    elif report.at("publication", "form") in NOT_PUBLISHED:
        done = step._replace(path=COMPLETED, at=completed, standing="done") if completed else step
        yield done._replace(did="Completed")
    elif planned and report.status in AGREED:
        yield step._replace(path=PLANNED, at=planned, standing="planned", did="Planned")
    elif report.status != "published":
        yield step


def sendings(report: Report) -> Iterator[Milestone]:
    """The full report to the Panel, as long as publication is planned and has not happened."""
    planned, sent = day_given(report, PLANNED), day_given(report, SENT)
    is_out = report.status == "published" or not is_empty(report.at(*PUBLISHED))
    if planned and not is_out and report.at("publication", "form") not in NOT_PUBLISHED:
        yield Milestone(
            SENDING, add_working_days(planned, -DAYS_WITH_THE_PANEL),
            f"{DAYS_WITH_THE_PANEL} working days before publication on {day_in_words(planned)}",
            ("working-together-2018",), PLANNED, "Sent", sent, "done" if sent else "",
        )  # fmt: skip
