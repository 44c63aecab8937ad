"""Whether an allow-list accounts for a whole run of words. Never for a part of one: that is where names are lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress

from reviewkit.detectors._capitals_short import is_mere_letter, is_short
from reviewkit.detectors._names import (
    CLOSED,
    JOINING,
    NAME_MONTHS,
    OUR_CALENDAR,
    PERSON_TITLES,
    SURNAMES_ALONE,
    is_first_name,
    is_plain,
    is_term,
    may_be_name,
    vocabulary,
)
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import (
    CALENDAR_AFTER,
    CALENDAR_BEFORE,
    MONTHS,
    PEOPLE_NOUNS,
    PREPOSITIONS,
    TITLES,
    is_verb,
    word_set,
)

_STATUTES = word_set(
    "act acts code regulations regulation order orders law laws bill convention treaty allowance benefit credit pension",
)
_OFFICES = frozenset(("minister", "ministry", "secretary", "department", "ministers"))
_ETHNIC = frozenset(("mixed", "minority", "brown", "ethnic", "dual", "global", "racialised", "white", "black"))
Phrases = Mapping[str, Sequence[tuple[str, ...]]]
_BACK = 7
_TO = frozenset(("and", "to", "or"))
_FEASTS = frozenset(("easter", "christmas"))
_OF_MONTHS = CALENDAR_BEFORE | word_set("of by between")
_PEOPLE = TITLES | PEOPLE_NOUNS - word_set("social lead head chair")


def is_cleared(reading: Reading, first: int, last: int) -> bool:
    """Whether the words from first to last, both included, are allow-listed terms and nothing else."""
    if _is_within(vocabulary().eponyms, reading, first, last) or _is_within(vocabulary().phrases, reading, first, last):
        return True
    if first == last:
        return _is_cleared_alone(reading, first)
    return _tiles(reading, first, last) or _is_statute(reading, first, last)


def _is_within(phrases: Phrases, reading: Reading, first: int, last: int) -> bool:
    """Whether the words stand in a known phrase: a Moses basket, the Brought of Was Not Brought."""
    words = reading.words
    reach = range(max(0, first - _BACK), first + 1)
    for start in compress(reach, map(phrases.__contains__, words[reach.start : reach.stop])):
        for phrase in phrases[words[start]]:
            if start + len(phrase) > last and tuple(words[start : start + len(phrase)]) == phrase:
                return True
    return False


def _is_statute(reading: Reading, first: int, last: int) -> bool:
    """Acts, benefits and ministries: made of English words, none of them a name, around a word that says what they are."""
    words = reading.words
    if not (words[last] in _STATUTES or words[first] in _OFFICES):
        return False
    return all(is_plain(word) and not may_be_name(word) for word in words[first : last + 1] if word not in JOINING)


def _is_cleared_alone(reading: Reading, number: int) -> bool:
    word = reading.words[number]
    if word in NAME_MONTHS:
        return is_date_here(reading, number)
    if len(word) == 1:
        return is_mere_letter(reading, number)
    if (
        word in TITLES
        or word in PERSON_TITLES
        or word == "st"
        or is_short(reading, number)
        or _is_colour(reading, number)
    ):
        return True
    if word in OUR_CALENDAR or word in vocabulary().wide:
        return True
    numbered = reading.word(number + 1).isdigit()
    return is_term(word) and not is_first_name(word) and (numbered or word not in SURNAMES_ALONE)


def is_mere(reading: Reading, number: int) -> bool:
    """Whether a capital that stands alone is nobody's name: that of a mere term, or of a plain word that opens a sentence."""
    word = reading.words[number]
    return _is_mere_term(word) or (_is_mere_word(word) and reading.capital_is_forced(number))


@lru_cache(maxsize=4_096)
def _is_mere_word(word: str) -> bool:
    return is_plain(word) and not may_be_name(word)


@lru_cache(maxsize=4_096)
def _is_mere_term(word: str) -> bool:
    """Whether the word is cleared alone wherever it stands."""
    if len(word) == 1 or word in NAME_MONTHS:
        return False
    if word in TITLES or word in PERSON_TITLES or word == "st" or word in OUR_CALENDAR or word in vocabulary().wide:
        return True
    return is_term(word) and not is_first_name(word) and word not in SURNAMES_ALONE


def _is_colour(reading: Reading, number: int) -> bool:
    """Black and White as they are said of people: `Black children`."""
    after = reading.word(number + 1)
    described = after and reading.joined(number) and not reading.is_capital(number + 1) and not is_verb(after)
    paired = after in ("and", "or") and reading.word(number + 2) in _ETHNIC
    return reading.words[number] in ("black", "white") and bool(described) and (paired or after not in PREPOSITIONS)


def is_forced(reading: Reading, number: int) -> bool:
    """Whether any word would have its capital here: as `capital_is_forced`, and after `B.`, `(ii)`, `L2` or a semicolon."""
    if reading.capital_is_forced(number) or _bracketed_number().search(reading.before(reading.starts[number])):
        return True
    gap = reading.gap(number - 1)
    # The items of a review are headed by their ids, and what is chosen from a list stands behind semicolons.
    if gap == "; " or _item_id().search(reading.before(reading.starts[number])):
        return True
    letter = len(reading.word(number - 1)) == 1 and gap[:1] == "." and gap[1:].isspace()
    return letter and reading.opens_sentence(number - 1)


@cache
def _item_id() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\n:;])[^\w\n]{0,8}[a-z]{1,3}\d{1,3}[^\w\n]{1,5}$")


@cache
def _bracketed_number() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\n:;])[ \t*-]{0,8}\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\) ?$")


def is_date_here(reading: Reading, number: int) -> bool:
    """Whether a month or season that is a name as well has a date's neighbours."""
    before, after = reading.word(number - 1), reading.word(number + 1)
    if before.isdigit() or after.isdigit() or before in _OF_MONTHS or after in CALENDAR_AFTER:
        return True
    if reading.words[number] in _FEASTS and before in PREPOSITIONS:
        return True
    if after in _TO and reading.word(number + 2) in MONTHS and _starts_date(reading, number + 3):
        return True
    return before in _TO and reading.word(number - 2) in MONTHS


def _starts_date(reading: Reading, number: int) -> bool:
    """Whether what follows two months is a year, or nothing that only people do."""
    return not is_verb(reading.word(number))


def _tiles(reading: Reading, first: int, last: int) -> bool:
    """Whether terms account for each word; but Sergeant Best and Nurse Key are people."""
    words = reading.words
    number = first
    while number <= last:
        taken = _tile(reading, words, number, last)
        if not taken or (number > first and words[number] in SURNAMES_ALONE and words[number - 1] in _PEOPLE):
            return False
        number += taken
    return True


def _tile(reading: Reading, words: Sequence[str], number: int, last: int) -> int:
    """How many words from here on one term accounts for."""
    word = words[number]
    for phrase in vocabulary().phrases.get(word, ()):
        end = number + len(phrase)
        if end <= last + 1 and tuple(words[number:end]) == phrase:
            return len(phrase)
    if is_term(word) or word in PERSON_TITLES or is_short(reading, number):
        return 1  # a title before a name never comes here
    if len(word) == 1:
        return int(is_mere_letter(reading, number) or not reading.is_capital(number))
    if word in NAME_MONTHS:
        return int(is_date_here(reading, number))
    return int(word in JOINING or word in CLOSED)
