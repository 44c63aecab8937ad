"""The days off that deadlines are counted by, against an outside judge."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import holidays
import pytest

from reviewkit.loading.bank_holidays import load_bank_holidays
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.plain_values import read_shipped
from tests.conftest import EXAMPLES

KNOWN = load_bank_holidays()
YEARS = range(KNOWN.first_known, KNOWN.last_known + 1)


@pytest.mark.parametrize("year", YEARS)
def test_a_year_has_the_days_off_that_the_library_has(year: int) -> None:
    judge = {day for day in holidays.country_holidays("GB", subdiv="ENG", years=year) if day.weekday() < 5}
    assert {day for day in KNOWN.names if day.year == year} == judge


def test_the_list_reaches_from_the_first_lcsprs_to_the_last_year_that_is_published() -> None:
    assert (KNOWN.first_known, KNOWN.last_known) == (2018, 2028)
    assert {day.year for day in KNOWN.names} == set(YEARS)


def test_days_stand_in_order_and_on_working_days() -> None:
    assert list(KNOWN.names) == sorted(KNOWN.names)
    assert all(day.weekday() < 5 for day in KNOWN.names)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 5, 8), "VE day"),
        (date(2022, 6, 3), "Jubilee"),
        (date(2022, 9, 19), "Funeral"),
        (date(2023, 5, 8), "coronation"),
        (date(2026, 12, 28), "substitute"),
    ],
)
def test_days_off_given_once_or_moved_are_there(day: date, name: str) -> None:
    assert name in KNOWN.names[day]


def test_what_is_known_ends_with_its_years() -> None:
    assert KNOWN.knows(date(2028, 12, 31))
    assert not KNOWN.knows(date(2029, 1, 1))
    assert not KNOWN.knows(date(2017, 12, 31))


def test_its_source_is_a_document_of_the_list() -> None:
    assert set(read_shipped("schemas", "bank-holidays.yaml")["source"]) <= set(load_sources())


def test_a_check_does_not_import_the_library() -> None:
    program = (
        "import sys\nfrom datetime import date\nfrom reviewkit.api import check_report\n"
        "from reviewkit.loading.reports import load_report\n"
        f"checked = check_report(load_report({str(EXAMPLES / 'rapid-review-finished.yaml')!r}), today=date(2026, 6, 1))\n"
        "assert checked.deadlines\nassert 'holidays' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
