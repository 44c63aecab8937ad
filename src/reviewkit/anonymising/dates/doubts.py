"""What is asked about dates: births, days without a month, and what can't be said coarser where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reviewkit.anonymising.dates.mending import DateRules
from reviewkit.anonymising.dates.patterns import (
    birth_after,
    birth_before,
    birthdays,
    days_without_date,
    numbered_day_hint,
)
from reviewkit.anonymising.dates.precision import Moment
from reviewkit.anonymising.grammar.editing import Doubt

EXACT = Doubt(
    "exact date",
    "an exact date that can't be made coarser where it stands: write the month",
    kind="date",
    may_keep=True,
)
BIRTH = Doubt(
    "birth", "a date of birth, or words that give one away: leave it out", kind="birth", may_keep=False
)  # fmt: skip
FINER = Doubt("finer date", "a date finer than the precision of dates: reword", kind="date")
_REACH = 60
# What `days_without_date` has where no digit stands, and what `birthdays` has.
_MOVABLE_HINTS = ("good friday", "easter ", "maundy ", "palm ", "shrove ", "pancake ", "ash wed", "mothering", "mother's day",
    "mothers day", "mothers' day", "mother's' day", "whit ", "ascension", "pentecost", "eid", "diwali", "deepavali",
    "isakhi", "kippur", "hashanah", "passover", "nukkah", "nukah", "new year", "bank holiday", "book day",
)  # fmt: skip
_BIRTH_HINTS = ("birthday", "turned ", "turning ", "turns ", "born ", "became ", "reached ")


def refused(plane: str, moments: Iterable[Moment], start: int, end: int, rules: DateRules) -> Doubt | None:
    """Birthdays, and words beside a date that say it is one."""
    if any(_is_birthday(moment, rules.born) for moment in moments if moment.day):
        return BIRTH
    if birth_before().search(plane[max(0, start - 45) : start]) or birth_after().match(plane[end : end + _REACH]):
        return BIRTH
    return None


def _is_birthday(moment: Moment, born: frozenset[Moment]) -> bool:
    if moment.year:
        return moment in born
    return any((birthday.month, birthday.day) == (moment.month, moment.day) for birthday in born)


def _may_be_movable(plane: str) -> bool:
    # Holi is in every holiday.
    return any(map(plane.__contains__, _MOVABLE_HINTS)) or plane.count("holi") > plane.count("holiday")


def doubtful_days(plane: str, is_taken: Callable[[int, int], bool]) -> Iterator[Doubt]:
    """Days that are named without their month, and birthdays that date something."""
    if numbered_day_hint().search(plane) or _may_be_movable(plane):
        for match in days_without_date().finditer(plane):
            if not is_taken(match.start(), match.end() + 1):
                yield EXACT.at(match.start(), match.end())
    if any(map(plane.__contains__, _BIRTH_HINTS)):
        for match in birthdays().finditer(plane):
            yield BIRTH.at(match.start(), match.end())
