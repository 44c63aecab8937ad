"""What the names of hospitals, surgeries, clinics and wards look like."""

from __future__ import annotations

import re
from functools import cache

_OF = (
    r"(?:general|royal|university|district|community|county|cottage|memorial|teaching|private|children's|women's"
    r"|maternity|mental|psychiatric|eye|dental|sexual health|family planning|walk-in|health|special(?:ist)?|day|gp|doctors'?"
    r"|veterinary|medical|urgent care|minor injuries|antenatal|paediatric)"
)


@cache
def heads() -> re.Pattern[str]:
    """What ends the name of a hospital, a surgery or a clinic."""
    return re.compile(
        rf"\b(?:{_OF} ){{0,3}}(?:hospitals?(?: nhs)?(?: foundation)?(?: trust)?\b|infirmary\b|hospice\b|surgery\b|clinic\b"
        r"|pharmacy\b|(?:medical|dental|group|family|gp|surgery|doctors) practice\b|birth(?:ing)? centre\b"
        r"|(?:medical|health|walk-in|urgent care|treatment|urgent treatment|primary care|wellbeing|health and wellbeing)"
        r" centre\b|(?:maternity|neonatal|minor injuries|eating disorders?|assessment|day|birth|stroke|midwife-led"
        r"|special care baby|paediatric assessment|mother and baby) unit\b)"
    )


@cache
def wards() -> re.Pattern[str]:
    """A ward that is no ward of court."""
    return re.compile(r"\bward\b(?! (?:of court|off|round|manager round)|s\b|'s\b)")


@cache
def numbered_wards() -> re.Pattern[str]:
    """Ward 14B, ward C4."""
    return re.compile(r"\bward (?:(?:no\. ?|number )?[a-z]?\d{1,3}[a-z]?|[b-hj-z]\d?)\b")


@cache
def of_a_doctor() -> re.Pattern[str]:
    """Dr Harrowgate's surgery."""
    return re.compile(r"\b(?:dr|drs|doctor)\.? [a-z][a-z'-]+'s? (?:gp )?(?:surgery|practice|clinic)\b")


@cache
def teams() -> re.Pattern[str]:
    """Teams that are named by their place."""
    return re.compile(
        r"\b(?:camhs|cahms|cypmhs|perinatal (?:mental health )?team|health visiting (?:team|service)|school nursing (?:team|service))\b"
    )


@cache
def appositions() -> re.Pattern[str]:
    """Oak Lodge, a private clinic."""
    return re.compile(
        r", (?:a|an|the|his|her|their) (?:(?!(?:of|in|at|for|from) )[a-z]+[ -]){0,4}(?:hospital|hospice|surgery|clinic|ward"
        r"|practice|(?:health|medical) centre)(?=[,.;)]|$| (?:for|with|in|near|of|where|that|which)\b)"
    )


@cache
def introductions() -> re.Pattern[str]:
    """A hospice called Oak Lodge."""
    return re.compile(r"\b(?:hospital|hospice|surgery|clinic|ward|practice) (?:is |was )?(?:called|named) (?=[a-z])")
