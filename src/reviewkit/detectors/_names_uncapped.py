"""Names that capitals don't tell: first names in small letters, nicknames that are words in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import compress

from reviewkit.contracts import Detection
from reviewkit.detectors._names import CLOSED, PERSON_TITLES, is_abbreviation, is_plain, is_plural, vocabulary
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_SHORTEST = 4
_SURNAMES = 3
_KINDS = word_set(
    "primary infants juniors school academy nursery college hospital surgery estate ward road street lane avenue close park"
)
_LEADS = word_set("at to from near in on the attended")
_PARTS_OF_CODES = "@._/\\-#&=%'"
_WORDS = word_set("alia viola koran imam mala casa sari khan")
"""In small letters these are words, though no list of English has all of them: inter alia."""
_NAMING = word_set("known nicknamed nickname nicknames name aka called goes went street tag moniker alias answers")
_DIRECT = frozenset(("nicknamed", "aka", "alias"))
"""After these a name needs no quotation marks."""
_WORDS_AFTER = word_set("home back out off in up over upon for on by from to round at")
"""`Called for`, `known to`: no name follows."""
LEADING = _KINDS | _NAMING
"""No place in small letters and no nickname is looked for in a text without one of these."""


def names_in_small_letters(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    """`that jayden looked tired`: first names that are no English words, and no part of an address or a code."""
    first = vocabulary().first
    if first.isdisjoint(reading.words):
        return
    for number in compress(range(len(reading.words)), map(first.__contains__, reading.words)):
        word = reading.words[number]
        if word in _WORDS or len(word) < _SHORTEST or number in known or reading.is_capital(number):
            continue
        start, end = reading.starts[number], reading.ends[number]
        around = reading.plane[max(0, start - 1) : start] + reading.plane[end : end + 1]
        possessed = reading.plane.startswith("'s", end)
        if not is_plain(word) and (possessed or not any(mark in _PARTS_OF_CODES or mark.isdigit() for mark in around)):
            yield Detection(start, reading.ends[_surname(reading, number, known)], sure=False)


def _surname(reading: Reading, number: int, known: frozenset[int]) -> int:
    """The last word of what goes on with the name: words that are no English ones."""
    last = number
    while last < number + _SURNAMES and reading.gap(last) in (" ", "-") and last + 1 not in known:
        if (
            len(reading.word(last + 1)) < _SHORTEST
            or not reading.word(last + 1).isalpha()
            or is_plain(reading.word(last + 1))
        ):
            break
        last += 1
    return last


def places_in_small_letters(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    """`At kelderby infants`: what is no English word in front of a kind of place."""
    if _KINDS.isdisjoint(reading.words):
        return
    for number in compress(range(len(reading.words)), map(_KINDS.__contains__, reading.words)):
        if reading.gap(number - 1) not in (" ", "\n") or number - 1 in known:
            continue
        name = reading.word(number - 1)
        led = reading.word(number - 2) in _LEADS and reading.joined(number - 2)
        small = name.isascii() and name.isalpha() and len(name) > _SHORTEST and not reading.is_capital(number - 1)
        if led and small and not is_plain(name) and not is_plural(name):
            yield Detection(reading.starts[number - 1], reading.ends[number], sure=False)


def as_one_line(reading: Reading) -> str:
    """The plane with a blank for each line end: wrapped words stand as one line, two paragraphs have two blanks between."""
    return reading.plane.replace("\n", " ")


def nicknames(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    """`known as “Spider”`, `nicknamed Ghost`: a word with a capital after words that give a name, whatever the word."""
    plane = as_one_line(reading)
    if _NAMING.isdisjoint(reading.words):
        return
    # All other words lead to a quotation.
    if not (' "' in plane or " '" in plane or "a.k.a" in plane) and _DIRECT.isdisjoint(reading.words):
        return
    for match in _given().finditer(plane):
        number = bisect_left(reading.starts, match.end())
        if number >= len(reading.words) or number in known or not reading.is_capital(number):
            continue
        word = reading.words[number]
        goes_on = reading.joined(number) and reading.is_capital(number + 1)
        plain = word in CLOSED or word in PERSON_TITLES or word in _WORDS_AFTER or len(word) == 1
        if goes_on or plain or (reading.is_upper(number) and is_abbreviation(word)):
            continue
        if _closes(reading, number, match["quote"]):
            yield Detection(reading.starts[number], reading.ends[number], sure=False)


def _closes(reading: Reading, number: int, quote: str) -> bool:
    """Whether the quotation ends with the word, if one began before it."""
    return not quote or reading.plane.startswith(('"', "'", '."', ".'", ',"', ",'"), reading.ends[number])


@cache
def _given() -> re.Pattern[str]:
    quoted = r"(?:only |simply |just |locally |online |there |by some |sometimes |usually )?"
    return re.compile(
        rf"(?<![^\W_])(?:(?:nicknamed|aka|a\.k\.a\.?|alias) (?=[\"'a-z])"
        rf"|(?:known (?:to [a-z' ]{{1,24}} )?{quoted}as|called|goes by|went by|answers to|(?:nick)?name (?:is|was)|street name(?: of| is| was)?"
        r"|by the (?:street |nick)?name(?: of)?|nickname(?: of| is| was)?|tag (?:is|was)|moniker) (?=[\"']))"
        r"(?P<quote>[\"']?)(?=[a-z])"
    )
