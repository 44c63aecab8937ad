"""Counting working days and months, in England.

A working day is any day but Saturday, Sunday and a bank holiday. The day of the event is day 0 and the next working day
is day 1, so what counts from a Saturday counts from it as from the Friday before. The sources speak of working days and
months without saying more: how to begin, and the two rules for months below, are reviewkit's own.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

from reviewkit.loading.bank_holidays import load_bank_holidays

_WEEK = 7
_WORKING_WEEK = 5


def is_working_day(day: date) -> bool:
    """Whether offices in England are open."""
    return day.weekday() < _WORKING_WEEK and day not in load_bank_holidays().names


def add_working_days(start: date, count: int) -> date:
    """The working day that is `count` working days after `start`, or before it if negative. Day 0 is `start` itself."""
    step = timedelta(days=1 if count > 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and with `end`; negative if `end` lies before."""
    if end < start:
        return -working_days_between(end, start)
    return _working_days_until(end) - _working_days_until(start)


def add_months(start: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter: 31 August and six months is 28 February."""
    first = _first_of_month(start, months)
    last = _first_of_month(start, months + 1) - timedelta(days=1)
    return first.replace(day=min(start.day, last.day))


def next_working_day(day: date) -> date:
    """The day itself, or the first working day after it: months that end on a day off run to that."""
    return day if is_working_day(day) else add_working_days(day, 1)


def _first_of_month(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)


def _working_days_until(day: date) -> int:
    """Working days from the beginning of the calendar, a Monday. Weeks are multiplied: a slip may make it centuries."""
    weeks, days = divmod(day.toordinal(), _WEEK)
    return weeks * _WORKING_WEEK + min(days, _WORKING_WEEK) - bisect_right(_days_off(), day)


@cache
def _days_off() -> tuple[date, ...]:
    return tuple(day for day in load_bank_holidays().names if day.weekday() < _WORKING_WEEK)
