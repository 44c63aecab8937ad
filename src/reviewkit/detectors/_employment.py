"""What somebody does for a living, read from the word on with which it begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from reviewkit.detectors._jobs import BUSINESSES, JOBS, LADIES, NO_JOB, PLURAL_JOBS, SECTORS
from reviewkit.detectors._place_words import FIELD
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import follows_freely, word_set
from reviewkit.tuples import NamedTuple

_STOPS = word_set(
    "and but when who which that until since before after because while so as is was were had has did said told knew to if",
    "now today where although though then during from he she they or",
)
_ONWARD = word_set("at for in with on of near")
_NOT_WORKPLACES = word_set(
    "relationship plan same case house home area garden evening evenings morning mornings past way family week day problem",
    "time end community best interests interest background",
)
_NO_OWNER = word_set("at for in of with to on by from")
"""`A place at nursery` is no business."""
_LONGEST = 8


class Said(NamedTuple):
    """What is said of somebody: words `first` to `last`, and whether it stands beside them rather than as a verb."""

    first: int
    last: int
    beside: bool = False


def predicate(reading: Reading, at: int) -> Said | None:
    """The verb and its complement that begin with a word."""
    pattern = _VERBS.get(reading.word(at))
    match = _compiled(pattern).match(reading.plane, reading.starts[at]) if pattern else None
    if not match:
        return None
    after = bisect_left(reading.starts, match.end())
    last: int | None
    if match.lastgroup in ("trade", "second"):
        last = _onward(reading, after - 1, after)
    elif match.lastgroup == "be":
        last = job(reading, after) or _jobs(reading, after)
    elif match.lastgroup == "keep":
        last = _business(reading, after)
    elif match.lastgroup == "learn":
        last = job(reading, after)
    else:
        last = _workplace(reading, after)
    return None if last is None else Said(at, last)


def job(reading: Reading, number: int) -> int | None:
    """The last word of `a retired bus driver at the depot`, if that stands here."""
    if reading.word(number) not in ("a", "an", "the"):
        return None
    for at in range(number + 1, min(number + 6, len(reading.words))):
        if reading.gap(at - 1) not in (" ", "-", "\n") or reading.word(at) in NO_JOB or reading.word(at) in _STOPS:
            return None
        if _is_job(reading, at):
            return _extended(reading, at)
    return None


def _is_job(reading: Reading, at: int) -> bool:
    """Whether a job's name ends with the word: not the model of `a model pupil`."""
    word, after = reading.word(at), reading.word(at + 1)
    if word not in JOBS and not (word in ("lady", "man", "woman") and reading.word(at - 1) in LADIES):
        return False
    return after not in JOBS and (not reading.joined(at) or follows_freely(after))


def _jobs(reading: Reading, number: int) -> int | None:
    """`Teachers`, `both bus drivers`."""
    for at in range(number, min(number + 4, len(reading.words))):
        if reading.word(at) in PLURAL_JOBS:
            return _extended(reading, at)
        if not reading.joined(at) or reading.word(at) in _STOPS:
            return None
    return None


def _workplace(reading: Reading, number: int) -> int | None:
    """What stands after `works`: as what, at, for, in or by whom."""
    word, then = reading.word(number), reading.word(number + 1)
    if word == "as":
        return job(reading, number + 1) or _jobs(reading, number + 1) or _noun(reading, number + 1)
    if word not in ("at", "for", "in", "by", "on") or not reading.joined(number):
        return None
    if then in SECTORS or (reading.is_capital(number + 1) and then not in FIELD):
        return _onward(reading, number + 1, number + 2)
    if then not in ("a", "an", "the") or number + 2 >= len(reading.words):
        return None
    if reading.word(number + 2) in _NOT_WORKPLACES:
        return None
    return _onward(reading, number + 2, number + 3)


def _noun(reading: Reading, number: int) -> int | None:
    """`As a fluffer`: any job after `works as a`."""
    if reading.word(number) not in ("a", "an") or not reading.joined(number):
        return None
    return _onward(reading, number + 1, number + 2)


def _business(reading: Reading, number: int) -> int | None:
    """`A nail bar`, `his own garage`."""
    if reading.word(number) not in ("a", "an", "the", "his", "her", "their"):
        return None
    for at in range(number + 1, min(number + 5, len(reading.words))):
        if not reading.joined(at - 1) or reading.word(at) in _STOPS or reading.word(at) in _NO_OWNER:
            return None
        if reading.word(at) in BUSINESSES and (not reading.joined(at) or follows_freely(reading.word(at + 1))):
            return _extended(reading, at)
    return None


def _extended(reading: Reading, last: int) -> int:
    """With the place of work, if `at`, `for` or `in` follows."""
    if reading.joined(last) and reading.word(last + 1) in _ONWARD:
        return _onward(reading, last, last + 1)
    return last


def _onward(reading: Reading, last: int, number: int) -> int:
    """As far as the clause goes on."""
    for at in range(number, min(number + _LONGEST, len(reading.words))):
        tied = reading.joined(at - 1) or reading.gap(at - 1) in ("'", "-", "&", " & ", "' ")
        if not tied or reading.word(at) in _STOPS:
            break
        last = at
    return last


_ADVERB = r"(?:(?:also|now|then|still|both|currently|previously|once|all|sometimes|often|latterly) )?"
_BEING = rf"(?:is|was|are|were|had been|has been|have been|became|be|being) {_ADVERB}"
_SHIFT = r"(?:(?:nights?|days|shifts|night shifts|weekends|part[ -]time|full[ -]time|long hours|evenings|again|away) )?"
_WORK = rf"(?:works?|worked|working|employed|self-employed) {_SHIFT}(?=(?:as|at|for|in|by|on)\b)"
_LEARN = r"(?P<learn>(?:been )?(?:(?:re)?trained|training|qualified|qualifying|retired) as )"
_FORCES = (
    r"in the (?:british )?(?:army|navy|raf|forces|armed forces|military|marines|police)"
    r"(?! (?:station|car|van|cells?|interview|records?|systems?|report|national|log))\b"
)
_JOB = r"(?:a|an|his|her|their) (?:[a-z-]+ )?job (?=(?:[a-z]+ing|at|in|as|with|for|on)\b)"
_PATTERNS = {
    "is was are were had has have been became be being": (
        rf"(?:{_BEING})?{_WORK}|(?:(?:had|has|was|is|were) )?{_LEARN}|(?P<second>(?:has|had|have) {_JOB})"
        rf"|(?P<keep>(?:has|had) )|(?P<trade>(?:is|was|were|are) {_FORCES})|(?P<be>{_BEING})"
    ),
    "work works worked working employed self": _WORK,
    "trained retrained training qualified qualifying retired": _LEARN,
    "got lost took started found": rf"(?P<second>[a-z]+ {_JOB})",
    "own owns owned run runs ran managed manages opened bought": r"(?P<keep>[a-z]+ )",
    "drives drove": r"(?P<trade>[a-z]+ (?:a|an|the) (?:taxi|cab|minicab|bus|lorry|van|truck|tram|train|coach)\b)",
    "serves served serving": rf"(?P<trade>[a-z]+ {_FORCES})",
    "plays played": r"(?P<trade>[a-z]+ (?:[a-z]+ )?(?:football|rugby|cricket) (?:professionally|for)\b)",
    "coaches coached": r"(?P<trade>[a-z]+ (?=the|an? ))",
    "teaches taught cleans cleaned": r"(?P<trade>[a-z]+ (?=at\b|in (?:a|the)\b))",
}
"""What can follow, by the words with which it begins: compiled together it takes longest of all, and few words stand."""
_VERBS = {word: pattern for words, pattern in _PATTERNS.items() for word in words.split()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
