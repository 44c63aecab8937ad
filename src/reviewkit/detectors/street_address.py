"""Addresses by house number and street, by flat and building, and "number 14" by itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import is_settled, numbers, word_set
from reviewkit.detectors._street_words import (
    AFTER_THE,
    DWELLINGS,
    ENDINGS,
    INSTITUTIONS,
    LEGAL,
    NOT_STREETS,
    NUMBERED,
    PLAIN,
    SMALL_LEADS,
    STOPS,
)
from reviewkit.language.reading import Reading

_MOST_WORDS = 4
_LEADS = SMALL_LEADS | DWELLINGS | {"number", "no"}
_GAPS = frozenset((" ", ", ", "\n", "-", "'", ",\n"))


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    end = 0
    for place in [number.start for number in numbers(reading.plane)]:
        if place < end:
            continue
        number = bisect_left(reading.starts, place)
        detection = _look(reading, number, end)
        if detection is None:
            continue
        end = detection.end
        if not is_settled(reading, known, detection.start, detection.end):
            yield detection


def _look(reading: Reading, number: int, after: int) -> Detection | None:
    if len(reading.words[number]) > 4 or _is_part(reading, number):
        return None
    if not _may_be(reading, number):
        return None
    first = _first(reading, number)
    last = _street(reading, number) or _flat_street(reading, number)
    dwelling = reading.word(first) in DWELLINGS
    start = reading.starts[first]
    if start < after:
        return None
    if last is None:
        return _alone(reading, number, first, dwelling=dwelling)
    sure = dwelling or first < number or reading.is_capital(last)
    return Detection(start, reading.ends[last], sure)


def _may_be(reading: Reading, number: int) -> bool:
    """A cheap look at the words on both sides."""
    return (
        reading.word(number - 1) in _LEADS
        or _is_range(reading, number)
        or reading.is_capital(number + 1)
        or len(reading.word(number + 1)) == 1
    )


def _is_part(reading: Reading, number: int) -> bool:
    """Whether the digits belong to a larger number, an amount, a year or something else's number."""
    start = reading.starts[number]
    before = reading.plane[max(0, start - 2) : start]
    if before[-1:] and before[-1] in "£$€#.:":
        return True
    if before[-1:] in (",", "/") and before[:1].isdigit() and not _is_range(reading, number):
        return True
    if len(reading.words[number]) == 4 and reading.words[number][:2] in ("19", "20"):
        return reading.word(number - 1) not in DWELLINGS
    return reading.word(number - 1) in NUMBERED and reading.gap(number - 1) == " "


def _is_range(reading: Reading, number: int) -> bool:
    """Whether the number ends a pair of houses: 14-16, 14/16."""
    before = reading.word(number - 1)
    return reading.gap(number - 1) in ("-", "/") and before.isdigit() and len(before) < 4


def _first(reading: Reading, number: int) -> int:
    """The word that the address begins with: "flat", "number" or the number itself."""
    first = number - 1 if _is_range(reading, number) else number
    if reading.word(first - 1) in DWELLINGS | {"number", "no"} and reading.gap(first - 1) in (" ", ". ", "."):
        first -= 1
    return first


def _street(reading: Reading, number: int) -> int | None:
    """The last word of the street behind the number, or None."""
    word = number + _has_letter(reading, number)
    lead = reading.word(_first(reading, number) - 1) in SMALL_LEADS or _first(reading, number) < number
    small = not reading.is_capital(word + 1)
    if small and not lead:
        return None
    for last in range(word + 1, min(word + 2 + _MOST_WORDS, len(reading.words))):
        if reading.gap(last - 1) not in _GAPS or reading.words[last] in STOPS:
            return None
        if not small and not reading.is_capital(last) and reading.gap(last - 1) != "'":
            return None
        if _ends(reading, word, last, small=small):
            return last
    return None


def _has_letter(reading: Reading, number: int) -> bool:
    """Whether the house has a letter: 14a, 14 b, "14 a Fern Close"."""
    letter = reading.word(number + 1)
    if len(letter) != 1 or not letter.isalpha():
        return False
    return reading.gap(number) == "" or letter in "bcdef" or (letter == "a" and reading.is_capital(number + 2))


def _ends(reading: Reading, word: int, last: int, *, small: bool) -> bool:
    ending, name = reading.words[last], reading.words[last - 1]
    flat = reading.word(word - 1) in DWELLINGS
    if last < word + 2 or ending not in (PLAIN | {"close"} if small and not flat else ENDINGS):
        return False
    if (ending == "court" and name in LEGAL) or (small and name in NOT_STREETS):
        return False
    if reading.words[word + 1] == "the" and (last > word + 2 or ending not in AFTER_THE) and not flat:
        return False
    if reading.gap(last) != " " or not reading.is_capital(last + 1) or reading.is_upper(last):
        return True
    # "14 Fern Hill Primary School": the name goes on, and this ending isn't its last word.
    goes_on = {reading.word(last + 1), reading.word(last + 2)} & INSTITUTIONS
    return not goes_on and ending in (PLAIN | {"close", "court", "way", "walk", "row", "croft"}) - {"dr"}


def _flat_street(reading: Reading, number: int) -> int | None:
    """The last word of "Flat 3, 14 Fern Close" from its first number."""
    following = number + 1 + _has_letter(reading, number)
    if reading.word(number - 1) not in DWELLINGS or not reading.word(following).isdigit():
        return None
    return _street(reading, following) if reading.gap(following - 1) in (", ", " ") else None


def _alone(reading: Reading, number: int, first: int, *, dwelling: bool) -> Detection | None:
    if first == number or not _closes(reading, number + _has_letter(reading, number)):
        return None
    start = reading.starts[first]
    if not dwelling and not _lives().search(reading.before(start)):
        return None
    return Detection(start, reading.ends[number + _has_letter(reading, number)], sure=False)


def _closes(reading: Reading, number: int) -> bool:
    """Whether the number is the whole of it: not "flat 3 bedrooms", "number 14.5", "2 of 12"."""
    after = reading.plane[reading.ends[number] : reading.ends[number] + 2]
    return (
        not after
        or after[0] in ",;:)\n'\""
        or (after[0] in ".?!" and not after[1:].isdigit())
        or (after[0] == " " and reading.word(number + 1) in _AFTER)
    )


_AFTER = word_set("and or was is had when where on in for until from to with said heard saw who which that")


@cache
def _lives() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z])(?:at|from|to|outside|near|behind|house|neighbours? (?:at|of|in)|next door to) $")


DETECTOR = Detector(
    kind="street-address",
    what="an address",
    code="RK602",
    find=_find,
    hits=(
        "They lived at [[14 Fern Close]] then.",
        "[[Flat 3, Rose Court]] was cold",
        "at [[number 14 Ash Lane]], twice",
        "moved to [[14a Fern Close]] and [[14-16 Ash Lane]]",
        "[[Flat 3, 14 Fern Close]]",
        "from [[2 St Mary's Road]] to [[3 The Avenue]]",
        "at [[14 fern road]]",
        "neighbours at [[number 14]] heard it",
        "She left [[Flat 12]], she said.",
        "AT [[14 FERN CLOSE]] AGAIN",
        "[[No. 9 Upper Mill Lane]]",
        "to [[129 Fern Road]]",
    ),
    misses=(
        "Section 47 Family Court and 2 Crown Court trials",
        "In 2019 Park Road School closed.",
        "on 14 March Crown Court heard",
        "14 Child Protection Plans in 12 months",
        "Year 6 Fern Close class",
        "2 miles down the road, 3 metre drive",
        "Working Together 2023 Green Paper",
        "14 Fern Hill Primary School pupils",
        "1. Close working, 2. Way forward",
        "recommendation number 14 and number 3 of 12",
        "flat 3 bedrooms wide",
        "in 20 minutes, 5 Working Days in Place",
        "paragraph 4.2 Close to Home",
        "Key Stage 2 Reading Road to success",
        "£14 Fern Close",
        "from 1 to 2 very close friends",
        "at number 14 of 35 on the list",
        "12 Children in the Road",
    ),
    source="BS 7666, spatial datasets for geographical referencing",
    proposals=("an address in the area", "[address withheld]"),
    in_markup=True,
    signs=Signs(digits=1),
)
