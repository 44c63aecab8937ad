"""What is late, what is ahead, and by how many working days.

The report's own days judge where they are given; today matters only for what has not happened yet.
"""

from __future__ import annotations

from datetime import date

from reviewkit.checking.milestones import Milestone
from reviewkit.checking.notified import notifications, rapid_reviews
from reviewkit.checking.published import lcsprs, sendings
from reviewkit.checking.working_days import working_days_between
from reviewkit.findings import Deadline
from reviewkit.language.days import day_in_words, days_in_words
from reviewkit.loading.bank_holidays import load_bank_holidays
from reviewkit.report import Report


def deadlines(report: Report, today: date) -> tuple[Deadline, ...]:
    """Every deadline of a report, the earliest first."""
    return tuple(_deadline(step, today) for step in milestones(report))


def milestones(report: Report) -> list[Milestone]:
    """Every step of which the report gives the start, by the day it is due. What was withdrawn is due no more."""
    if report.status == "withdrawn":
        return []
    found = [*notifications(report), *rapid_reviews(report), *lcsprs(report), *sendings(report)]
    return sorted(found, key=lambda step: step.due)


def _deadline(step: Milestone, today: date) -> Deadline:
    done = step.at if _is_done(step, today) else None
    return Deadline(
        step=f"{step.kind} {step.incident}".rstrip(),
        due=step.due.isoformat(),
        done=done.isoformat() if done else "",
        left=working_days_between(done or today, step.due),
        counted=step.counted,
        unconfirmed=not load_bank_holidays().knows(step.due),
    )


def _is_done(step: Milestone, today: date) -> bool:
    """A planned day that has gone by is taken as the day on which it happened."""
    return step.standing == "done" or bool(step.standing == "planned" and step.at and step.at <= today)


def days_over(step: Milestone, today: date) -> int:
    """By how many working days a step is late, by the report's own day for it, else today; 0 if it is not."""
    return max(0, -working_days_between(step.at or today, step.due))


def late_message(step: Milestone, today: date) -> str:
    """How late, counted from when, due when."""
    which = f"{step.incident}: " if step.incident else ""
    did = step.did if step.at else f"Not {step.did.lower()} yet,"
    late = f"{which}{did} {days_in_words(days_over(step, today))} late"
    return f"{late}: {step.counted} ended on {day_in_words(step.due)}{caveat(step.due, step.at or today)}."


def ahead_message(step: Milestone, today: date) -> str:
    """What is due when, counted from when, and how many working days are left."""
    what = f"{step.kind[:1].upper()}{step.kind[1:]} {step.incident}".rstrip()
    left = f"{days_in_words(working_days_between(today, step.due))} left"
    return f"{what} due by {day_in_words(step.due)}: {step.counted}; {left}{caveat(step.due, today)}."


def caveat(*days: date) -> str:
    """What has to be said where a day lies in a year of which the bank holidays are not known."""
    known = load_bank_holidays()
    unknown = next((day.year for day in days if not known.knows(day)), 0)
    return f" ({unknown} bank holidays not known)" if unknown else ""
