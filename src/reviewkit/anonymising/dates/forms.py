"""The forms that a date is written in, as one expression on folded text, compiled when it is first needed."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.anonymising.dates.feasts import feast_pattern
from reviewkit.language.word_classes import MONTHS

_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_MISSPELT = {
    "janurary": 1,
    "febuary": 2,
    "feburary": 2,
    "februrary": 2,
    "septemeber": 9,
    "ocotber": 10,
    "decemeber": 12,
}
MONTH_NUMBERS = {**{name: n for n, name in enumerate(MONTHS, 1)}, **_SHORT, **_MISSPELT}
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_WEEKDAY_SHORT = r"(?:mon|tues?|weds?|thur?s?|fri|sat|sun)\b\.?"
PART_OF_DAY = r"(?:morning|afternoon|evening|night|lunchtime|teatime)"
YEAR = r"(?:19|20)\d\d"
# An underscore is a mark here, as in _14 February_: only letters and digits make another word.
STARTS, ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_HEADS = (
    "mon|tue|wed|thu|fri|sat|sun|the\\s|week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|ocot|nov|dec|"
    "first|second|third|fo|fif|six|sev|eig|nin|ten|ele|twe|thir"
)
"""What every date begins with that begins with no digit: to look no further is most of the speed."""
_MOST = 30  # days in one list


@cache
def date_pattern() -> re.Pattern[str]:
    """Days and months in digits and words; the groups tell which form it is."""
    names = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
    attached = rf"(?:{names})(?:{ENDS}|(?=(?:{YEAR}|\d\d){ENDS}))"  # 02Nov2023
    month = rf"(?:{names}){ENDS}"
    number = rf"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th){ENDS}|(?![\d.:,]\d|\d))"
    joint = r"\s*(?:,|and|or|to|&|-|/)\s*(?:and\s+)?(?:the\s+)?"
    joint = rf"{joint}(?:{WEEKDAY},?\s+(?:the\s+)?)?"
    numbers = rf"{number}(?:{joint}{number}){{0,{_MOST}}}"
    following = rf"{number}(?:{joint}{number}(?!\s+(?:of\s+)?(?:{names}){ENDS})){{0,{_MOST}}}"
    word = "|".join(name.replace("-", r"[- ]") for name in reversed(ORDINALS))
    words = rf"(?:{word}){ENDS}(?:{joint}(?:{word}){ENDS}){{0,3}}"
    year = rf"(?:{YEAR}|'\d\d)(?!\d)"
    before = r"(?:\.?,?[\s/-]+(?:of\s+)?|\.)"
    short_year = r"(?:[-/.]|(?<=[a-z]))(?P<short>\d\d)(?![\d:.]\d|\d)"
    weekday = rf"{STARTS}(?:{WEEKDAY}|{_WEEKDAY_SHORT})(?:\s{PART_OF_DAY})?,?\s{{1,3}}"
    paragraph = "".join(rf"(?<!{word} )" for word in ("section", "paragraph", "para", "version", "rule", "table"))
    return re.compile(
        rf"""(?=\d|{STARTS}(?:{_HEADS}))(?:{weekday})?(?:{STARTS}the\s{{1,3}})?(?:
        (?<!\d)(?P<iso>{YEAR}(?:-\d?\d-|/\d?\d/|\.\d\d\.)\d?\d)(?:t\d\d:?\d\d(?::?\d\d)?z?)?(?!\d)
        |(?<![\w.-])(?P<solid>{YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:t\d{{4,6}}z?)?(?![\w.-]\d|\w)
        |(?<!\d)(?P<numeric>\d?\d\s?/\s?\d?\d\s?/\s?(?:{YEAR}|\d\d)|\d?\d-\d?\d-{YEAR}|\d\d-\d\d-\d\d|\d\d\ \d\d\ {YEAR}
            |\d?\d\.\d?\d\.{YEAR}|{paragraph}\d?\d\.\d?\d\.\d\d)(?!\d)
        |(?<![\w.-])(?P<roman>\d?\d(?:[./-](?:[ivx]{{1,4}})[./-](?:{YEAR}|\d\d)|\ [ivx]{{1,4}}\ {YEAR}))(?!\d)
        |(?<![\w-])(?P<week>{YEAR}-?w[0-5]\d)(?:-?[1-7])?(?!\w)
        |{STARTS}(?P<weekof>week\s(?:number\s|no\.?\s)?\d?\d,?\s(?:of\s|in\s)?{YEAR})(?!\d)
        |(?<![\w/.-])(?P<slashed>(?:0?[1-9]|1[0-2])/{YEAR}|{YEAR}-(?:0[1-9]|1[0-2]))(?![\w/-])
        |(?<!\d)(?P<yearfirst>{YEAR}[-/,.\ ]\s?(?:{names})[-/.\ ]\s?\d?\d)(?:st|nd|rd|th)?(?!\w|[:.]\d)
        |{STARTS}(?P<days>{numbers}|{words})(?:\s?[/-]\s?|\.|,?\s+|)(?:day\s+)?(?:of\s+)?(?P<month1>{attached})
            (?:{short_year}|(?:{before}|(?<=[a-z]))(?P<year1>{year}))?
        |{STARTS}(?P<month2>{month})\.?\s+(?:(?:the\s+)?(?P<after>{following})|(?:the\s+)?(?P<afterword>{words}))(?:{before}(?P<year2>{year}))?
        |{STARTS}(?P<month3>{month})(?:(?:\.?,?\s+(?:of\s+)?|-)(?P<year3>{year}))?
        )""",
        re.VERBOSE,
    )


@cache
def in_digits_hint() -> re.Pattern[str]:
    """Hint: the forms of a date without a month's name have a mark between digits, or a row of them, or `3 xii`."""
    return re.compile(r"\d(?:\s?[-/.]\s?[\divx]|\d{7}|-?w\d|,?\s(?:(?:of|in)\s)?\d|\ [ivx]{1,4}\ \d)")


@cache
def feast_day_pattern() -> re.Pattern[str]:
    """Feast days that fall in a month, with the year that follows."""
    weekday = rf"(?:{WEEKDAY},?\s)?"
    return re.compile(
        rf"{STARTS}(?:the\s)?{weekday}(?P<feast>{feast_pattern()}){ENDS}(?!')(?:,?\s(?:of\s|in\s)?(?P<year>{YEAR})(?!\d))?"
    )
