"""What stands around dates, as patterns on folded text, compiled when they are first needed."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.anonymising.dates.clock import ABOUT, CLOCK
from reviewkit.anonymising.dates.feasts import OTHERS
from reviewkit.anonymising.dates.forms import ENDS, PART_OF_DAY, STARTS, WEEKDAY

_PREPOSITIONS = (
    r"on or (?:about|around|before)|no later than|with effect from|prior to|as (?:of|at|from)|up (?:to|until)|on|by|before|"
    r"after|since|until|till|during|from|for|of|to|dated|around|about|approximately|circa|c\.|between|throughout|over|at|in|due"
)
_SPAN = rf"(?:small hours|hours|{PART_OF_DAY}|day|eve|week|weekend|week ?commencing|fortnight)"
_LINK = r"(?:of|beginning|commencing|starting|ending|from)"
ORDINAL_DAY = r"\d{1,2}(?:st|nd|rd|th)\b"


@cache
def words_before() -> re.Pattern[str]:
    """Preposition before a date, with a time of day or a part of the day or week."""
    clock = rf"(?:(?P<timely>at|from|between|by|until|till|since|after|before|around|about)\s)?{ABOUT}?{CLOCK}(?:(?<=\.m)\.)?(?:\s?(?:and|to|until|-)\s?{CLOCK}(?:(?<=\.m)\.)?)?(?:\s(?:hrs|hours))?(?:\sin the {PART_OF_DAY})?,?\s"
    early = r"(?:(?:early|late|later|earlier|first thing)\s(?=on|in|at))?"
    within = rf"(?P<within>on|in|during|over|at|from|since|until|till|by|before|after)\s(?:the\s)?(?:very\s)?(?:early\s|late\s)?{_SPAN}\s{_LINK}"
    week = r"(?P<week>w/?c|w/?e|w/?b|week (?:commencing|beginning|ending|starting|of))"
    near = r"(?P<near>in the (?:first )?(?:hours|days|weeks|months) (?:immediately )?(?:after|before|following|leading up to|up to))"
    plain = rf"(?P<preposition>{_PREPOSITIONS})(?:\s(?:at least|at the latest|about|around|approximately))?"
    return re.compile(
        rf"(?<![\w'-])(?=\S)(?:{clock})?(?:{early}(?:{within}|(?:(?:in|during|on|from|for)\s(?:the\s)?)?{week}:?|{near}|{plain})\s{{1,3}})?$"
    )


@cache
def time_after() -> re.Pattern[str]:
    """A time of day or a weekday after a date, or nothing."""
    clock = rf"(?:(?:at|from|between|by|around|about|until|after|before)\s)?{ABOUT}?{CLOCK}(?:\s?(?:and|to|until|-)\s?{CLOCK})?(?:\s(?:hrs|hours))?(?!,?\s(?:on|of)\b)"
    part = rf"(?:in the (?:very )?(?:early |late )?(?:{PART_OF_DAY}|hours)|at night|at lunchtime)\b"
    weekday = rf"(?:,? (?:which was )?a {WEEKDAY}|,? \((?:a )?{WEEKDAY}\)|,? {WEEKDAY}(?=[.,;)]|$))"
    return re.compile(
        rf"(?:{weekday})?(?:,?\s?(?:\({clock}\)|(?<=[\s,]){clock}))?(?:,? {part}| {PART_OF_DAY}\b(?! \w+ing\b))?"
    )


@cache
def birth_before() -> re.Pattern[str]:
    """Words shortly before a date that make it a date of birth."""
    return re.compile(r"\b(?:born|birth|birthday|dob|d\.o\.b\.?|birthdate|b\.)(?!\w)(?:(?!\band\b)[^.;!?]){0,30}$")


_BIRTH_NOUNS = "plan|parents?|family|mother|father|centre|certificate"


@cache
def birth_after() -> re.Pattern[str]:
    """Words straight after a date that make it one."""
    near = r"(?:hours?|days?|weeks?|months?|soon|shortly|just|immediately|straight)"
    whose = r"(?:(?:his|her|their|the) |(?:[\w-]+ )?[\w-]+'s? )"
    return re.compile(
        r"\W{0,3}(?:is |was )?(?:his |her |their |the )?(?:date of birth|dob\b|birthday|birth\b)|"
        rf"\W{{1,3}}(?:which )?(?:is |was |being )?(?:the day of )?{whose}(?:own )?(?:[\w-]+ )?birthday\b|"
        rf"\W{{1,3}}(?:[\w-]+ ){{0,3}}{near} (?:after|before|following) {whose}birth\b(?! (?:{_BIRTH_NOUNS})\b)"
    )


@cache
def days_without_date() -> re.Pattern[str]:
    """Days that are named without a month: `on the 14th`, `14th inst.`, `Tuesday 14th`, `on 14/02`, `on Eid`."""
    no_day = r"(?! (?:floor|birthday|week|day|month|page|visit|occasion|call|centile|time|attempt|century|anniversary|place|of a\b|of (?:each|every)\b|percentile))"
    return re.compile(
        rf"\b(?:on|by|since|until|till|from|before|after|around|about) (?:the )?{ORDINAL_DAY}{no_day}|"
        rf"\b(?:the )?{ORDINAL_DAY}(?= (?:inst|ult|prox)\b| (?:instant|ultimo|proximo)\b| of (?:last|this|next|that|the|the same) (?:month|following)\b)|"
        rf"\b{WEEKDAY},? (?:the )?(?:\d{{1,2}}(?![:.]?\d)(?! ?[ap]\.?m)(?:st|nd|rd|th)?)\b{no_day}(?! (?:to|of|hours|hrs|people|children|weeks|months|years)\b)|"
        r"(?<![\d/.,£+-])(?!24/7)(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])\b(?![/\d]|[.,]\d)|"
        r"\b(?:on|by|since|until|till|from|before|after|dated|at|about|around|commencing|beginning|w/?c|least|than|(?:night|morning|evening) of)"
        r" (?!1/[234]|2/3|3/4)(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])\b(?![/\d]|[.,]\d)|"
        r"\b(?:on|dated) (?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\b(?!\.?\d| ?(?:[ap]\.?m|hrs|hours|h\b))|"
        rf"\b(?:and|or|then|to) (?:again )?(?:on )?the {ORDINAL_DAY}(?=[.,;:)]|$| (?:he|she|they|it|was|were|when|but|and|the|an?|mother|father)\b)|"
        rf"(?<=\s)\({ORDINAL_DAY}\)|"
        rf"\b(?:on|by|before|after|since|until|till|during|over|at) (?:the )?(?:night of |eve of |day of )?(?:{_movable()}){ENDS}(?!')"
    )


@cache
def numbered_day_hint() -> re.Pattern[str]:
    """Hint: what `days_without_date` holds of digits: an ordinal, two numbers with a mark between, a weekday's number."""
    return re.compile(r"\d(?:(?:st|nd|rd|th)\b|[/.]\d|(?<=day \d)|(?<=day, \d)|(?<=day the \d)|(?<=day, the \d))")


def _movable() -> str:
    easter = (
        r"good friday|easter (?:sunday|monday|saturday|day)|maundy thursday|palm sunday|shrove tuesday|pancake day|"
        r"ash wednesday|mothering sunday|mother'?s'? day|whit (?:sunday|monday)|ascension day|pentecost"
    )
    return rf"{easter}|{OTHERS}"


@cache
def birthdays() -> re.Pattern[str]:
    """A birthday by which something is dated, or words that tell when one was."""
    when = r"(?:on|before|after|of|since|until|till|at|by|around|following|from)"
    number = r"(?:\d{1,2}|[a-z]+(?:-[a-z]+)?)"
    seasons = r"(?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)"
    return re.compile(
        rf"\b{when} (?:(?:his|her|their|the|\w+'s?) )?(?:own )?(?:[\w'-]+ ){{0,2}}birthday\b(?! (?:party|parties|card|cards|cake|present|money))|"
        r"\b(?:was|is|have been|be) (?:his|her|their|\w+'s) (?:own )?(?:[\w-]+ )?birthday\b(?! (?:party|card|cake|present))|"
        r"\bbirthday (?:is|was|fell|falls|had been|would be)\b|"
        rf"\b(?:turned|turning|turns|became|reached) {number}(?: years old)?,? (?:in|on|at|during|just (?:before|after)|that|last|the) (?=(?:\w+ ){{0,2}}(?:{seasons}|christmas|easter|day|date|week)\b|\d)|"
        rf"\bborn (?:\w+ )?(?:in|during|that|last|at)(?: the)?(?: (?:early|late|mid))?[ -](?:the )?(?:{seasons}|christmas|easter)\b"
    )


@cache
def month_parts() -> re.Pattern[str]:
    """A part of a month before its name: `in early`, `at the end of`, `the last Friday in`."""
    early = r"(?:very )?(?:early|mid|late)(?:(?: to | or | and |-to-)(?:early|mid|late))?[ -]"
    ordinal = r"(?:first|second|third|fourth|fifth|last|final|latter|1st|2nd|3rd|4th|opening|closing|early|penultimate|next to last)"
    thing = rf"(?:(?:few )?days?|weeks?|weekend|half|part|fortnight|third|school day|working day|{WEEKDAY}(?: {PART_OF_DAY})?)"
    of = rf"(?:the )?(?:very )?(?:(?:end|start|beginning|middle) of|(?:{ordinal} ){{1,2}}(?:two |three |few )?{thing} (?:of|in)) "
    return re.compile(
        rf"{STARTS}(?:(?P<preposition>in|at|by|from|since|until|till|on|during|around|about|over|before|after|to|towards|through) )?"
        rf"(?:(?P<late>early|late|later|earlier) in |(?P<part>{early}|{of}))$"
    )
