"""`schemas/bank-holidays.yaml` → the days off in England, and how far they are known."""

from __future__ import annotations

from datetime import date
from functools import cache

from reviewkit.loading.plain_values import read_shipped
from reviewkit.tuples import NamedTuple


class BankHolidays(NamedTuple):
    """Bank holidays by day, in order. They are known from the first to the last year, both included."""

    names: dict[date, str]
    first_known: int
    last_known: int

    def knows(self, day: date) -> bool:
        """Whether the bank holidays of that day's year are known."""
        return self.first_known <= day.year <= self.last_known


@cache
def load_bank_holidays() -> BankHolidays:
    """The shipped bank holidays."""
    raw = read_shipped("schemas", "bank-holidays.yaml")
    names = {date.fromisoformat(day): name for day, name in raw["holidays"].items()}
    return BankHolidays(names, min(names).year, raw["last_confirmed"])
