"""Names in headings and short labels, where every word is written with a capital and capitals tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.anonymising.names.word_names import ADJECTIVE_NAMES, WORD_NAMES
from reviewkit.detectors._capitals import Piece
from reviewkit.detectors._capitals_clearing import is_cleared, is_date_here
from reviewkit.detectors._capitals_judging import Name, is_titled
from reviewkit.detectors._names import (
    ADDRESSED,
    CLOSED,
    HEADS,
    NAME_MONTHS,
    PARTICLES,
    PERSON_TITLES,
    SURNAMES_ALONE,
    is_first_name,
    is_plain,
    is_term,
    may_be_name,
    vocabulary,
)
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import AUNTS, LITTLE, PLACE_HEADS, TITLES

_CALLED = AUNTS | LITTLE | TITLES | PERSON_TITLES


def names_in_headline(reading: Reading, chain: Sequence[Piece]) -> Iterator[Name]:
    """The names in a chain of a heading, where every word has a capital: words that no list knows, and what joins them."""
    first, last = chain[0].first, chain[-1].last
    if _is_turned(reading):
        yield Name(first, last, sure=False)
        return
    titled = any(is_titled(reading, piece) for piece in chain)
    if titled or not is_cleared(reading, first, last) or _is_lone_name(reading, first, last):
        for piece in chain:
            yield from _in_headline(reading, piece)


def _in_headline(reading: Reading, piece: Piece) -> Iterator[Name]:
    number = piece.first
    while number <= piece.last:
        if not _starts_name(reading, number, piece):
            number += 1
            continue
        end = number
        while end < piece.last and _goes_on(reading, end + 1):
            end += 1
        words = reading.words[number : end + 1]
        sure = any(word in vocabulary().first or (end > number and is_first_name(word)) for word in words)
        yield Name(number, end, sure, is_body=reading.words[end] in HEADS)
        number = end + 1


def _is_turned(reading: Reading) -> bool:
    """A cell that says `Brown, Mark`."""
    words = reading.words
    return len(words) == 2 and reading.gap(0) == ", " and may_be_name(words[0]) and is_first_name(words[1])


def _is_lone_name(reading: Reading, first: int, last: int) -> bool:
    word = reading.words[first]
    return first == last and is_first_name(word) and word not in vocabulary().notions


def _starts_name(reading: Reading, number: int, piece: Piece) -> bool:
    lists, word = vocabulary(), reading.words[number]
    after = reading.words[number + 1] if number < piece.last else ""
    if word in lists.first or not _is_clear_in_headline(reading, number):
        return not (word in NAME_MONTHS and is_date_here(reading, number))
    if word in PERSON_TITLES and after and after not in ADDRESSED:
        return True
    if not may_be_name(word) or word in NAME_MONTHS or is_term(word):
        return False
    if word in lists.word_first - lists.notions or (number > piece.first and reading.words[number - 1] in _CALLED):
        return True
    if word in lists.word_first and after in WORD_NAMES and not is_term(after):
        return True
    headed = after in PLACE_HEADS and word not in ADJECTIVE_NAMES and word not in lists.notions
    return bool(after) and (headed or not _is_clear_in_headline(reading, number + 1))


def _goes_on(reading: Reading, number: int) -> bool:
    word, before = reading.words[number], reading.words[number - 1]
    if before in PARTICLES or word in PARTICLES or word in HEADS:
        return True
    if before in vocabulary().first and word not in CLOSED and (not is_term(word) or word in SURNAMES_ALONE):
        return True  # what follows a first name is a surname, even if it is a word
    return may_be_name(word) or not _is_clear_in_headline(reading, number)


def _is_clear_in_headline(reading: Reading, number: int) -> bool:
    word = reading.words[number]
    return is_plain(word) or word.isdigit() or word in CLOSED or is_cleared(reading, number, number)
