"""Runs of capitals that can be the name of a place, read backwards from the word that ends it."""

from __future__ import annotations

from reviewkit.detectors._place_words import FIELD, SOFT, STOPS, TITLES
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set
from reviewkit.tuples import NamedTuple

LONGEST = 8
SAINTS = ("st", "saint", "ss")
INNER = word_set("of the upon on in under by le la de del")
_SHORT_DOT = word_set("st dr ss rev")
NOBLE = word_set("sir lord lady king queen prince princess saint")


class Sort(NamedTuple):
    """How names of one sort of place are made. `plain` may be part of them and name nothing: `Primary`, `General`.

    `pairs`: two may be joined by `and`, as in the Dog and Partridge. `small`: the head may be in small letters.
    `surname`: the head is a surname too, so a preposition must say that it is a place.
    """

    plain: frozenset[str]
    pairs: bool = False
    small: bool = True
    surname: bool = False


def run_before(reading: Reading, head: int, sort: Sort, *, first_gap: bool = False) -> tuple[int, list[int]]:
    """Where the capitals before a word begin, and which of them name something."""
    first, number = head, head - 1
    naming: list[int] = []
    while number >= 0 and head - number <= LONGEST:
        if not (first_gap and number == head - 1) and not is_tied(reading, number):
            break
        word = reading.word(number)
        if word == "s" and number and reading.gap(number - 1) == "'":
            number -= 1
            continue
        if not reading.is_capital(number):
            if word in SAINTS and reading.word(number + 1) not in STOPS and first == number + 1 and naming:
                return number, naming
            if not _is_inner(reading, number, sort):
                break
            number -= 1
            continue
        if _ends_run(reading, number, sort):
            break
        first = number
        if word not in sort.plain and word not in SOFT and not (len(word) == 1 and not naming):
            naming.append(number)
        number -= 1
    return first, sorted(naming)


def _ends_run(reading: Reading, number: int, sort: Sort) -> bool:
    word = reading.word(number)
    if word in sort.plain or word in NOBLE or word in SOFT:
        return False
    if word == "our" and reading.word(number + 1) == "lady":
        return False
    if word == "dr" and reading.gap(number).startswith((".", " ")):
        return True
    return word in STOPS or word in TITLES or word in FIELD


def is_tied(reading: Reading, number: int) -> bool:
    """Whether the word and the next can belong to one name."""
    gap = reading.gap(number)
    if reading.joined(number) or gap in ("'", "-", " & ", "&", "' "):
        return True
    return gap in (".", ". ") and (reading.word(number) in _SHORT_DOT or len(reading.word(number)) == 1)


def _is_inner(reading: Reading, number: int, sort: Sort) -> bool:
    """Whether a word in small letters stands inside a name: `Our Lady of Walsham`, `Dog and Partridge`."""
    word, before = reading.word(number), reading.word(number - 1)
    if word == "and" and not (
        sort.pairs or reading.word(number + 1) in ("district", "county") or _is_pair(reading, number, sort)
    ):
        return False
    if word not in INNER and word != "and":
        return False
    if not number or not is_tied(reading, number - 1):
        return False
    if before in INNER:
        return number > 1 and _begins(reading, number - 2)
    if word in ("on", "in", "by", "under", "upon", "le") and reading.gap(number) != "-":
        return False
    return word != "the" and _begins(reading, number - 1)


def _is_pair(reading: Reading, number: int, sort: Sort) -> bool:
    """Whether `and` joins two qualifiers or two saints, rather than two places: `Arts and Technology College`."""
    after = reading.word(number + 1)
    return after in SAINTS or (after in sort.plain and reading.word(number - 1) in sort.plain)


def _begins(reading: Reading, number: int) -> bool:
    word = reading.word(number)
    return reading.is_capital(number) and word not in STOPS and (word not in FIELD or word == "church")
