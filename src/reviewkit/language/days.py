"""Days and numbers of working days, as people write them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """4 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(count: int) -> str:
    """1 working day, 12 working days."""
    return f"{count} working day{'' if count == 1 else 's'}"
