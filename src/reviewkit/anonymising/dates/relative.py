"""How far a month lies from the incident, in words: what is published where not even years may be."""

from __future__ import annotations

from reviewkit.anonymising.dates.counting import in_words

EVENT = "the incident"
WAYS = (f" before {EVENT}", f" after {EVENT}")
"""What ends the words for a distance that is not nought."""


def distance_in_words(months: int) -> str:
    """`the month of the incident`, `three months before the incident`, `about two years after the incident`.

    `months` is negative before the incident. Months up to a year and a half, years above.
    """
    if months == 0:
        return f"the month of {EVENT}"
    way = "before" if months < 0 else "after"
    return f"{_length(abs(months))} {way} {EVENT}"


def years_in_words(years: int) -> str:
    """`the year of the incident`, `the year before the incident`, `about two years after the incident`."""
    if years == 0:
        return f"the year of {EVENT}"
    way = "before" if years < 0 else "after"
    return f"about {_years(abs(years))} {way} {EVENT}"


def _length(months: int) -> str:
    if months == 12:
        return "about a year"
    if months < 24:
        return f"{in_words(months)} month{'s' if months > 1 else ''}" if months > 1 else "a month"
    return f"about {_years(months // 12 + (months % 12 > 6))}"


def _years(years: int) -> str:
    return "a year" if years == 1 else f"{in_words(years)} years"
