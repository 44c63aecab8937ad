"""Whether an allow-list accounts for a whole run of words. Never for a part of one: that is where names are lost."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.anonymising.words import CALENDAR_AFTER, CALENDAR_BEFORE, MONTHS, PREPOSITIONS, TITLES, is_verb, word_set
from reviewkit.detectors._names import (
    CLOSED,
    JOINING,
    NAME_MONTHS,
    PERSON_TITLES,
    is_first_name,
    is_plain,
    is_term,
    may_be_name,
    vocabulary,
)
from reviewkit.language.reading import Reading

_NUMBERED = word_set(
    "vitamin hepatitis plan grade class category type group part appendix annex section phase stage option level band set",
    "strand block route unit ward form exhibit schedule version model list question box table figure article",
)
_STATUTES = word_set(
    "act acts code regulations regulation order orders law laws bill convention treaty allowance benefit credit pension",
)
_OFFICES = frozenset(("minister", "ministry", "secretary", "department", "ministers"))
_ETHNIC = frozenset(("mixed", "minority", "brown", "ethnic", "dual", "global", "racialised", "white", "black"))
_LONGEST_CODE = 5
_OF_MONTHS = word_set(
    "in of since until till by last next from to between and early late mid this every on during",
)


def is_cleared(reading: Reading, first: int, last: int) -> bool:
    """Whether the words from first to last, both included, are allow-listed terms and nothing else."""
    if first == last:
        return _is_cleared_alone(reading, first)
    return _tiles(reading, first, last) or _is_statute(reading, first, last)


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
        return _is_mere_letter(reading, number)
    if (
        word in TITLES
        or word in PERSON_TITLES
        or word == "st"
        or _is_short(reading, number)
        or _is_colour(reading, number)
    ):
        return True
    return (is_term(word) and not is_first_name(word)) or word in vocabulary().wide


def _is_colour(reading: Reading, number: int) -> bool:
    """Black and White as they are said of people: `Black children`."""
    after = reading.word(number + 1)
    described = after and reading.joined(number) and not reading.is_capital(number + 1) and not is_verb(after)
    paired = after in ("and", "or") and reading.word(number + 2) in _ETHNIC
    return reading.words[number] in ("black", "white") and bool(described) and (paired or after not in PREPOSITIONS)


def is_forced(reading: Reading, number: int) -> bool:
    """Whether any word would have its capital here: as `capital_is_forced`, and after a heading's `B.`."""
    if reading.capital_is_forced(number):
        return True
    gap = reading.gap(number - 1)
    letter = len(reading.word(number - 1)) == 1 and gap[:1] == "." and gap[1:].isspace()
    return letter and reading.opens_sentence(number - 1)


def is_date_here(reading: Reading, number: int) -> bool:
    """Whether a month or season that is a name as well has a date's neighbours."""
    before, after = reading.word(number - 1), reading.word(number + 1)
    return (
        before.isdigit() or after.isdigit() or before in CALENDAR_BEFORE or before in _OF_MONTHS
        or after in CALENDAR_AFTER or before in MONTHS or after in MONTHS
        or (after in ("and", "to", "or") and reading.word(number + 2) in MONTHS)
    )  # fmt: skip


def _is_mere_letter(reading: Reading, number: int) -> bool:
    """The letter in `Child B`, `vitamin D`, `(a)`, `B12`, `R v`: no initial of anybody."""
    before, after = reading.word(number - 1), reading.word(number + 1)
    if _leads_letter(before) or after in ("v", "vs"):
        return True
    if reading.gap(number) == "-" and not reading.is_capital(number + 1):
        return True  # X-ray, A-level
    around = reading.plane[max(0, reading.starts[number] - 1) : reading.ends[number] + 1]
    if any(sign.isdigit() for sign in around) or (around[:1] in "([" and around[-1:] in ")]"):
        return True
    if before in ("and", "or") and len(reading.word(number - 2)) == 1 and _leads_letter(reading.word(number - 3)):
        return True
    return reading.opens_sentence(number) and reading.gap(number)[:1] in (".", ")")


def _leads_letter(word: str) -> bool:
    return word in _NUMBERED or word in ("v", "vs") or is_term(word)


def _is_short(reading: Reading, number: int) -> bool:
    """An abbreviation that is known, or one that stands in brackets behind the plain words that it is made of."""
    cased = reading.cased(number)
    if sum(letter.isupper() for letter in cased) < 2:
        return False
    word = reading.words[number]
    short = vocabulary().short
    return (
        _is_code(reading, number)
        or word in short
        or (word.endswith("s") and word[:-1] in short)
        or _is_spelt_out(reading, number)
    )


def _is_code(reading: Reading, number: int) -> bool:
    """Capitals that lead to a number, as in RK313 and WM-RR-2025: codes are other detectors' business."""
    for at in range(number, number + 3):
        if not reading.is_upper(at) or len(reading.words[at]) > _LONGEST_CODE or reading.gap(at) not in ("", "-", "/"):
            return False
        if reading.word(at + 1).isdigit():
            return True
    return False


def _is_spelt_out(reading: Reading, number: int) -> bool:
    if not reading.before(reading.starts[number]).endswith(("(", '("', "('")):
        return False
    letters = reading.words[number]
    at = number - 1
    for letter in reversed(letters):
        while at >= 0 and reading.words[at] in JOINING and reading.words[at][0] != letter:
            at -= 1
        word = reading.word(at)
        if not word.startswith(letter) or is_first_name(word) or (reading.is_capital(at) and not is_term(word)):
            return False
        at -= 1
    return len(letters) > 1


def _tiles(reading: Reading, first: int, last: int) -> bool:
    words = reading.words
    number = first
    while number <= last:
        taken = _tile(reading, words, number, last)
        if not taken:
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
    if is_term(word) or _is_short(reading, number):
        return 1
    if len(word) == 1:
        return int(_is_mere_letter(reading, number) or not reading.is_capital(number))
    if word in NAME_MONTHS:
        return int(is_date_here(reading, number))
    return int(word in JOINING or word in CLOSED)
