"""What stands around dates, as patterns on folded text, compiled when they are first needed."""

from __future__ import annotations

import re
from functools import cache


@cache
def words_before() -> re.Pattern[str]:
    """Preposition before a date, with a time of day or a part of the day or week."""
    time = r"(?:at (?:about |around |approximately )?(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|hrs|hours)?|noon|midday|midnight),? )?"
    part = "morning|afternoon|evening|night|day"
    week = "of|beginning|commencing|starting|ending"
    return re.compile(
        rf"(?<!\w){time}(?:on (?P<the>the) (?:{part}) of|(?:in|during) (?:the )?week (?:{week})|"
        r"(?P<preposition>on or (?:about|around|before)|on|by|before|after|since|until|till|during|from|for|of|to|dated|"
        r"around|about|between|in))\s+$".replace("(?P<the>the)", "the")
    )


@cache
def time_after() -> re.Pattern[str]:
    """A time of day after a date, or nothing."""
    clock = (
        r"(?:\d{1,2}[.:]\d\d\s?(?:am|pm|hrs|hours)?|\d{1,2}\s?(?:am|pm)|\d{4}\s?(?:hrs|hours)|noon|midday|midnight)\b"
    )
    part = r"(?:in the (?:early )?(?:morning|afternoon|evening)|at night)\b"
    return re.compile(rf"(?:,? (?:at )?(?:about |around |approximately |just after |just before )?{clock}|,? {part})?")


@cache
def birth_before() -> re.Pattern[str]:
    """Words shortly before a date that make it a date of birth."""
    return re.compile(r"\b(?:born|birth|birthday|dob|d\.o\.b\.?|birthdate)\b[^.;!?]{0,30}$")


@cache
def birth_after() -> re.Pattern[str]:
    """Words straight after a date that make it one."""
    return re.compile(r"\W{0,3}(?:is |was )?(?:his |her |their |the )?(?:date of birth|dob\b|birthday|birth\b)")


@cache
def days_without_date() -> re.Pattern[str]:
    """Days that are named without a month: `on the 14th`, Christmas Day."""
    feasts = (
        r"christmas (?:day|eve)|boxing day|new year's (?:day|eve)|good friday|easter (?:sunday|monday)|hallowe'?en|"
        r"bonfire night|valentine's day|mothering sunday"
    )
    return re.compile(
        rf"\bon the \d{{1,2}}(?:st|nd|rd|th)\b(?! (?:floor|birthday|week|day|month|page|visit|occasion|call))|\b(?:{feasts})\b"
    )


@cache
def birthdays() -> re.Pattern[str]:
    """A birthday by which something is dated."""
    return re.compile(
        r"\b(?:on|before|after|of|since|until|at) (?:(?:his|her|their|the|\w+'s) )?(?:own )?(?:[\w']+ ){0,2}birthday\b"
    )
