"""Counting working days and months, and what follows for a report: what is late, what is ahead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.api import check_report
from reviewkit.checking.working_days import (
    add_months,
    add_working_days,
    is_working_day,
    next_working_day,
    working_days_between,
)
from reviewkit.findings import CheckedReport, Deadline
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.loading.templates import load_template
from tests.conftest import EXAMPLES

LONGEST_MESSAGE = 160
DAYS = st.dates(date(2018, 1, 1), date(2028, 11, 1))
DECIDED = 'template: lcspr\nedition: "2025-provisional"\nreview: {{dates: {{decided_on: {}}}}}\n'
NOTIFIED = 'template: rapid-review\nedition: "2021"\nincidents:\n'


def day(text: str) -> date:
    return date.fromisoformat(text)


def checked(text: str, today: str) -> CheckedReport:
    return check_report(parse_report(text, "report.yaml"), today=day(today))


def deadlines(text: str, today: str) -> tuple[Deadline, ...]:
    return checked(text, today).deadlines


def told(text: str, today: str) -> dict[str, str]:
    """The messages about deadlines, by code."""
    codes = ("RK408", "RK409", "RK410", "RK411", "RK414")
    return {one.code: f"{one.severity}: {one.message}" for one in checked(text, today).findings if one.code in codes}


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-03-04", 0, "2026-03-04"),
        ("2026-03-04", 1, "2026-03-05"),
        ("2026-12-18", 15, "2027-01-13"),  # Christmas and New Year, with Boxing Day moved to Monday
        ("2026-04-02", 5, "2026-04-13"),  # Good Friday and Easter Monday
        ("2025-08-20", 15, "2025-09-11"),  # August bank holiday
        ("2022-05-31", 5, "2022-06-09"),  # spring bank holiday moved, jubilee
        ("2023-05-05", 5, "2023-05-15"),  # coronation
        ("2026-02-28", 1, "2026-03-02"),  # from a Saturday
        ("2024-02-28", 2, "2024-03-01"),  # leap day
        ("2026-02-24", -7, "2026-02-13"),
    ],
)
def test_working_days_are_counted_from_day_nought(start: str, count: int, end: str) -> None:
    assert add_working_days(day(start), count) == day(end)
    assert working_days_between(day(start), day(end)) == count
    assert working_days_between(day(end), day(start)) == -count


@given(DAYS, st.integers(1, 40))
def test_going_there_and_counting_back_agree(start: date, count: int) -> None:
    end = add_working_days(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count
    assert working_days_between(start, end - timedelta(days=1)) == count - 1


@given(DAYS, st.integers(0, 60))
def test_a_stretch_has_the_working_days_that_the_library_counts(start: date, length: int) -> None:
    judge = holidays.country_holidays("GB", subdiv="ENG")
    stretch = [start + timedelta(days=number) for number in range(1, length + 1)]
    expected = sum(one.weekday() < 5 and one not in judge for one in stretch)
    assert working_days_between(start, start + timedelta(days=length)) == expected


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-09-17", 6, "2026-03-17"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2023-08-29", 6, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-12-31", 6, "2026-06-30"),
        ("2025-06-30", 6, "2025-12-30"),
        ("2025-11-30", 1, "2025-12-30"),
    ],
)
def test_months_keep_their_day_or_end_with_the_month(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


def test_months_that_end_on_a_day_off_run_to_the_next_working_day() -> None:
    assert next_working_day(day("2026-02-28")) == day("2026-03-02")
    assert next_working_day(day("2026-04-03")) == day("2026-04-07")
    assert next_working_day(day("2026-03-17")) == day("2026-03-17")


def test_every_edition_of_the_lcspr_says_from_when_its_six_months_count() -> None:
    starts = {one.id: one.lcspr_counts_from for one in load_template("lcspr").editions}
    assert starts == {"2021": "notification", "2025-provisional": "decision"}
    assert {one.lcspr_counts_from for one in load_template("rapid-review").editions} == {""}


def test_a_deadline_that_was_kept() -> None:
    text = NOTIFIED + "  - {id: I1, notification: {sent_on: 2026-12-18}}\nsent_to_panel_on: 2027-01-11\n"
    assert deadlines(text, "2035-01-01") == (
        Deadline(
            "rapid review", "2027-01-13", "2027-01-11", 2, "15 working days from notification on 18 December 2026"
        ),
    )


@pytest.mark.parametrize(("today", "left"), [("2026-12-18", 15), ("2027-01-13", 0), ("2027-01-14", -1)])
def test_a_deadline_that_is_open_counts_from_today(today: str, left: int) -> None:
    (deadline,) = deadlines(NOTIFIED + "  - {id: I1, notification: {sent_on: 2026-12-18}}\n", today)
    assert (deadline.done, deadline.left) == ("", left)


def test_each_of_several_notifications_has_its_own_deadline_the_earliest_first() -> None:
    text = NOTIFIED + (
        "  - {id: I1, notification: {became_aware_on: 2026-03-10, sent_on: 2026-03-11}}\n"
        "  - {id: I2, notification: {became_aware_on: 2026-03-02, sent_on: 2026-03-04}}\n"
    )
    found = [(one.step, one.due) for one in deadlines(text, "2026-03-12")]
    assert found == [
        ("notification I2", "2026-03-09"),
        ("notification I1", "2026-03-17"),
        ("rapid review I2", "2026-03-25"),
        ("rapid review I1", "2026-04-01"),
    ]


@pytest.mark.parametrize(("today", "done", "left"), [("2026-02-10", "", 25), ("2026-02-24", "2026-02-24", 15)])
def test_a_planned_day_that_has_gone_by_is_taken_as_done(today: str, done: str, left: int) -> None:
    text = (
        'template: lcspr\nedition: "2025-provisional"\nreview: {status: for-publication, dates: {decided_on: 2025-09-17}}\n'
        "publication: {form: full, sent_to_panel_on: 2026-02-09, planned_on: 2026-02-24}\n"
    )
    sending, review = deadlines(text, today)
    assert (sending.step, sending.due, sending.left) == ("report to the Panel", "2026-02-13", 4)
    assert (review.step, review.due, review.done, review.left) == ("LCSPR", "2026-03-17", done, left)


def test_beyond_the_last_known_year_it_says_so() -> None:
    text = DECIDED.format("2028-09-20")
    (deadline,) = deadlines(text, "2028-10-02")
    assert deadline.unconfirmed
    assert told(text, "2028-10-02")["RK414"].endswith("left (2029 bank holidays not known).")
    (earlier,) = deadlines(DECIDED.format("2025-09-17"), "2028-10-02")
    assert not earlier.unconfirmed


def test_start_count_and_due_day_are_told() -> None:
    text = NOTIFIED + "  - {id: I1, notification: {sent_on: 2026-03-04}}\n"
    assert told(text, "2026-03-23") == {
        "RK414": "note: Rapid review due by 25 March 2026: 15 working days from notification on 4 March 2026; "
        "2 working days left."
    }
    assert told(text, "2026-03-26") == {
        "RK409": "warning: Not sent yet, 1 working day late: 15 working days from notification on 4 March 2026 "
        "ended on 25 March 2026."
    }


@pytest.mark.parametrize(
    ("extra", "severity"),
    [
        ("", "error"),
        ("late_reason: Two health trusts merged their records that week.", "warning"),
        ("late_reason: '  '", "error"),
    ],
)
def test_a_late_rapid_review_is_an_error_until_it_says_why(extra: str, severity: str) -> None:
    text = NOTIFIED + f"  - {{id: I1, notification: {{sent_on: 2026-03-04}}}}\nsent_to_panel_on: 2026-03-26\n{extra}\n"
    assert told(text, "2020-01-01")["RK409"].startswith(f"{severity}: Sent 1 working day late")


def test_a_rapid_review_in_time_for_one_of_two_notifications_is_a_warning() -> None:
    text = NOTIFIED + (
        "  - {id: I1, notification: {sent_on: 2026-03-04}}\n"
        "  - {id: I2, notification: {sent_on: 2026-03-20}}\n"
        "sent_to_panel_on: 2026-03-27\n"
    )
    assert told(text, "2026-06-01")["RK409"].startswith("warning: I1: Sent 2 working days late")


@pytest.mark.parametrize(
    ("extra", "severity"),
    [
        ("", "error"),
        ("delay_reason: {reason: [criminal-process], explained: The trial ran from January to April.}", "warning"),
    ],
)
def test_a_late_lcspr_is_an_error_until_it_says_why(extra: str, severity: str) -> None:
    assert told(DECIDED.format("2025-09-17") + extra, "2026-03-18")["RK410"].startswith(
        f"{severity}: Not published yet"
    )


def test_an_lcspr_that_was_completed_in_time_and_waits_is_a_warning() -> None:
    dates = "{decided_on: 2025-09-17, completed_on: 2026-03-02}"
    text = f'template: lcspr\nedition: "2025-provisional"\nreview: {{status: final, dates: {dates}}}\n'
    assert told(text, "2026-06-01")["RK410"].startswith("warning: Not published yet")


def test_the_longest_messages_are_still_short() -> None:
    decided = DECIDED.format("2027-08-31").replace("2025-provisional", "2021")
    notified = decided + "incidents: [{id: I1, notification: {sent_on: 2028-09-30}}]\n"
    two = NOTIFIED + "".join(
        f"  - {{id: {'I' * 7}{number}, notification: {{became_aware_on: 2028-09-2{number}, sent_on: 2028-12-2{number}}}}}\n"
        for number in range(2)
    )
    plan = 'template: lcspr\nedition: "2021"\npublication: {sent_to_panel_on: 2029-09-27, planned_on: 2029-09-28}\n'
    for text in (notified, two, plan):
        for today in ("2028-10-01", "2029-01-01", "2040-09-30"):
            for message in told(text, today).values():
                assert len(message.partition(": ")[2]) <= LONGEST_MESSAGE, message


@pytest.mark.parametrize("today", ["2020-01-01", "2026-02-10", "2026-06-01", "2035-01-01"])
@pytest.mark.parametrize("name", ["lcspr-finished", "rapid-review-finished"])
def test_a_finished_report_is_judged_by_its_own_dates_whatever_the_day(name: str, today: str) -> None:
    found = check_report(load_report(str(EXAMPLES / f"{name}.yaml")), today=day(today)).findings
    assert not [(one.code, one.message) for one in found if one.code.startswith("RK4")]


@pytest.mark.parametrize("odd", ["0001-01-01", "9999-12-31", "2026-02-30", "2026-02", [], {"a": 1}, 2026, None])
@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
def test_odd_days_end_in_nothing_worse_than_silence(odd: Any, today: str) -> None:
    values = f"{{became_aware_on: {odd}, sent_on: {odd}}}"
    for template in ("rapid-review", "lcspr"):
        for edition in ("2021", "2025-provisional"):
            text = (
                f'template: {template}\nedition: "{edition}"\nincidents: [{{id: [], notification: {values}}}, {{id: 3}}]\n'
                f"sent_to_panel_on: {odd}\nreview: {{dates: {{decided_on: {odd}, published_on: {odd}}}}}\n"
                f"publication: {{form: [full], planned_on: {odd}, sent_to_panel_on: {odd}}}\n"
            )
            assert checked(text, today).findings
