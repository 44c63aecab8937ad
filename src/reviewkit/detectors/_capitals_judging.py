"""Which words of a chain of capitals are left as somebody's or something's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.detectors._capitals import Piece
from reviewkit.detectors._capitals_clearing import is_cleared, is_date_here, is_forced
from reviewkit.detectors._names import (
    ADDRESSED,
    HEADS,
    NAME_MONTHS,
    PERSON_TITLES,
    is_first_name,
    is_plain,
    is_plural,
    is_term,
    may_be_name,
    vocabulary,
)
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import SPEECH, TITLES, is_verb, word_set
from reviewkit.tuples import NamedTuple

_SAYING = SPEECH - word_set("came went lived lives sleeps")
_DOING = SPEECH | word_set("denied admitted claimed moved alleged stated reported started attended")
_AGES = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)


class Name(NamedTuple):
    """Words `first` to `last`, both included; `sure` as in a detection; `is_body`: an organisation or place by its words."""

    first: int
    last: int
    sure: bool
    is_body: bool = False


def names_of(reading: Reading, chain: Sequence[Piece]) -> Iterator[Name]:
    """The names in a chain of a text whose capitals mean something."""
    titled = any(is_titled(reading, piece) for piece in chain)
    if not (titled or _lists_words(chain)) and is_cleared(reading, chain[0].first, chain[-1].last):
        return
    if len(chain) == 1 and not titled:
        name = _left(reading, chain[0], titled=False)
        if name:
            yield name
        return
    left: list[tuple[Piece, Name | None]] = [(piece, _judge(reading, piece)) for piece in chain]
    yield from _merged(reading, left)


def _lists_words(chain: Sequence[Piece]) -> bool:
    """`Long and Best`: single words, each of which has to be cleared alone."""
    return len(chain) > 1 and all(piece.first == piece.last and piece.link in ("", "and") for piece in chain)


def is_titled(reading: Reading, piece: Piece) -> bool:
    """Whether a person's title stands before a name: Mr Driver, but not Mr Speaker."""
    words = reading.words
    return any(
        words[number] in PERSON_TITLES and words[number + 1] not in ADDRESSED
        for number in range(piece.first, piece.last)
    )


def _judge(reading: Reading, piece: Piece) -> Name | None:
    first, last, _ = piece
    titled = is_titled(reading, piece)
    if not titled and is_cleared(reading, first, last):
        return _opening_name(reading, first) if first == last else None
    return _left(reading, piece, titled=titled)


def _left(reading: Reading, piece: Piece, *, titled: bool) -> Name | None:
    """The name in a piece that no list accounts for."""
    first, last, _ = piece
    if first == last:
        return _alone(reading, first)
    if _is_opening_word(reading, first):
        first += 1
        if not titled and is_cleared(reading, first, last):
            return None
    return _named(reading, _after_roles(reading, first, last), last, titled=titled)


def _is_opening_word(reading: Reading, number: int) -> bool:
    """A word that has its capital from the sentence that it opens."""
    word = reading.words[number]
    return is_plain(word) and not may_be_name(word) and word not in TITLES and is_forced(reading, number)


def _after_roles(reading: Reading, first: int, last: int) -> int:
    """Where the name begins in `Social Worker Lena Marsh`; a title stays with it."""
    roles, words = vocabulary().roles, reading.words
    after = first
    for number in range(first, last):
        if words[number] in TITLES or is_first_name(words[number]) or not is_term(words[number]):
            break
        if words[number] in roles:
            after = number + 1
    return after


def _named(reading: Reading, first: int, last: int, *, titled: bool) -> Name:
    words = reading.words[first : last + 1]
    if all(len(word) == 1 for word in words if word not in TITLES):
        return Name(first, last, sure=False)
    is_body = any(word in HEADS for word in words[1:]) and not titled
    unknown = sum(1 for word in words if len(word) > 2 and not is_plain(word))
    is_person = (
        titled or any(word in TITLES for word in words[:-1]) or any(word in vocabulary().first for word in words)
    )
    person_like = any(is_first_name(word) for word in words) and len(words) > 1
    return Name(first, last, is_person or person_like or unknown > 1, is_body)


def _alone(reading: Reading, number: int) -> Name | None:
    """One capital that no list accounts for."""
    word = reading.words[number]
    if not is_forced(reading, number):
        return Name(number, number, sure=word in vocabulary().first)
    if word in vocabulary().first:
        return Name(number, number, sure=True)
    if is_plain(word) or is_plural(word):
        return _opening_name(reading, number)
    return Name(number, number, sure=False)


def _opening_name(reading: Reading, number: int) -> Name | None:
    """A name that is a word as well, opening a sentence: only if what follows shows it."""
    word = reading.words[number]
    if not may_be_name(word) or (is_term(word) and not is_first_name(word)) or not is_forced(reading, number):
        return None
    if word in NAME_MONTHS and is_date_here(reading, number):
        return None
    return Name(number, number, sure=False) if _shows_person(reading, number) else None


def _shows_person(reading: Reading, number: int) -> bool:
    """Whether what follows says that the word is a person: a verb of people, a possessive, `and` with another name."""
    lists, word, after = vocabulary(), reading.words[number], reading.word(number + 1)
    if word not in lists.word_first:
        return reading.joined(number) and after in _SAYING
    gap = reading.gap(number)
    if gap == "'" and after == "s":
        return True
    if reading.joined(number) and after in ("and", "&") and reading.is_capital(number + 2):
        other = reading.words[number + 2]
        return is_first_name(other) or not is_plain(other)
    if word in lists.notions:
        return reading.joined(number) and (after in _DOING or _is_aged(reading, number + 1))
    return (
        len(reading.words) == 1
        or gap.startswith(",")
        or (reading.joined(number) and (after in _DOING or is_verb(after)))
    )


def _is_aged(reading: Reading, number: int) -> bool:
    """`Was fourteen`, `is only 3`."""
    if reading.word(number) not in ("is", "was", "turned"):
        return False
    age = reading.word(number + 1 + (reading.word(number + 1) in ("only", "just", "nearly", "almost", "about", "then")))
    return age.isdigit() or age in _AGES


def _merged(reading: Reading, left: Sequence[tuple[Piece, Name | None]]) -> Iterator[Name]:
    """Names that `of` or a possessive makes one: the University of Whitmore, St Cuthbert's Primary School."""
    current: Name | None = None
    for number, (piece, name) in enumerate(left):
        if current and _belongs(reading, piece, name, current):
            current = Name(current.first, piece.last, current.sure, is_body=True)
            continue
        if current:
            yield current
        current = name
        before = left[number - 1] if number else None
        if name and before and before[1] is None and _is_led(reading, piece, before[0]):
            current = Name(before[0].first, name.last, name.sure, is_body=True)
    if current:
        yield current


def _is_led(reading: Reading, piece: Piece, before: Piece) -> bool:
    """Whether a name goes with the cleared words before it: the University of, R v."""
    word = reading.words[before.last]
    return (piece.link == "of" and word in HEADS) or (piece.link == "v" and word == "r")


def _belongs(reading: Reading, piece: Piece, name: Name | None, current: Name) -> bool:
    words = reading.words[piece.first : piece.last + 1]
    headed = any(word in HEADS for word in words)
    if piece.link == "v":
        return name is not None
    if piece.link == "s":
        return headed
    if piece.link != "of":
        return False
    return name is not None or (current.is_body and (headed or reading.words[current.last] in HEADS))
