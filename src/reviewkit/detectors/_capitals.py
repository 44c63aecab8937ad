"""Chains of capitals: words written with a capital that stand together, joined by particles and small words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reviewkit.detectors._names import CLOSED, PARTICLES, PERSON_TITLES, RANKS, is_plain, may_be_name
from reviewkit.detectors._sharing import capitals
from reviewkit.language.reading import Reading
from reviewkit.tuples import NamedTuple

_SHORT_FORMS = PERSON_TITLES | RANKS | frozenset(("st", "no", "jr", "snr", "hon"))
_WEAK = frozenset(("of", "for", "and"))
_IN_PLACES = frozenset(("on", "in", "by", "under", "upon", "le", "la", "de", "the", "sur"))
_FARTHEST = 3
_LETTERS = frozenset("ai")
_SMALL = CLOSED - _LETTERS
_LINKS = PARTICLES | _WEAK | _IN_PLACES | {"v", "s"}


class Piece(NamedTuple):
    """Words `first` to `last` of the reading, joined by nothing but blanks, hyphens, particles and the dots of initials.

    `link` is what joins it to the piece before: of, and, s (a possessive), or "" for the first of a chain.
    """

    first: int
    last: int
    link: str = ""


def beginnings(reading: Reading) -> list[int]:
    """The numbers of the words with which a chain may begin: those with a capital that are no small words."""
    words = reading.words
    return [number for number in capitals(reading) if words[number] not in _SMALL]


def chains(
    reading: Reading,
    firsts: Iterable[int],
    known: frozenset[int],
    is_mere: Callable[[Reading, int], bool] = lambda _, __: False,
) -> Iterator[list[Piece]]:
    """All chains of a text that begin with one of `firsts`, in order, longest possible; accounted words end one.

    Words of which `is_mere` holds, standing alone, make none.
    """
    done = -1
    words, written = reading.words, frozenset(capitals(reading))
    for number in firsts:
        if number <= done or number in known:
            continue
        word = words[number]
        if word in _LETTERS and _opens_nothing(reading, number):
            continue
        alone = number + 1 in known if number + 1 in written else reading.word(number + 1) not in _LINKS
        if alone and is_mere(reading, number):
            continue
        chain = _chain(reading, number, known)
        done = chain[-1].last
        yield chain


def _opens_nothing(reading: Reading, number: int) -> bool:
    """A capital of a small word: The, In, I; but not the initial in `A. Okafor`."""
    word = reading.words[number]
    if word in _LETTERS:
        return not (reading.gap(number).startswith(".") and reading.is_capital(number + 1))
    return word in CLOSED


def _chain(reading: Reading, first: int, known: frozenset[int]) -> list[Piece]:
    pieces: list[Piece] = []
    start, last, link = first, first, ""
    while True:
        following = _strong(reading, last)
        if following and not _stops(reading, following, known):
            last = following
            continue
        pieces.append(Piece(start, last, link))
        joined = _weak(reading, last)
        if joined is None or _stops(reading, joined[0], known):
            return pieces
        start, link = joined
        last = start


def _stops(reading: Reading, number: int, known: frozenset[int]) -> bool:
    return number in known or _opens_nothing(reading, number)


def _strong(reading: Reading, number: int) -> int:
    """The capital that belongs to the word before it, or 0."""
    gap = reading.gap(number)
    if reading.is_capital(number + 1):
        return number + 1 if _ties(reading, number, gap) else 0
    if gap == "-" and reading.word(number + 1) in _IN_PLACES and reading.gap(number + 1) == "-":
        return number + 2 if reading.is_capital(number + 2) else 0
    if not (gap.isspace() or gap in ("-", "'")) or reading.word(number + 1) not in PARTICLES:
        return 0
    at = number + 1
    while at < number + _FARTHEST and reading.word(at) in PARTICLES:
        gap = reading.gap(at)
        if not (gap == " " or gap in ("-", "'", "' ", "- ")):
            return 0
        at += 1
        if reading.is_capital(at):
            return at
    return 0


def _ties(reading: Reading, number: int, gap: str) -> bool:
    if gap in (" ", "-"):
        return True
    if gap == "'":
        return True
    if gap.isspace():
        return gap.count("\n") < 2
    if gap[:1] == "." and (gap == "." or gap[1:].isspace() or gap == ".-"):
        word = reading.words[number]
        following = reading.word(number + 1)
        # "by J.S. Further evidence": a full stop as well as the dot of an initial.
        ends = gap != "." and len(following) > 1 and is_plain(following) and not may_be_name(following)
        ends = ends and word not in "ai" and reading.cased(number + 1).isascii()
        return word in _SHORT_FORMS or (len(word) == 1 and not ends)
    return False


def _weak(reading: Reading, number: int) -> tuple[int, str] | None:
    """The next capital and what joins it: `Director of the Trust`, `St Cuthbert's School`, `R v Whitworth`."""
    gap, word = reading.gap(number), reading.word(number + 1)
    if reading.is_capital(number + 1):
        link = {" & ": "and", "' ": "s"}.get(gap)
        return (number + 1, link) if link else None
    if gap == "'" and word == "s" and reading.joined(number + 1):
        return _if_capital(reading, number + 2, "s")
    if not reading.joined(number):
        return None
    if word == "v" and reading.gap(number + 1) in (" ", ". "):
        return _if_capital(reading, number + 2, "v")
    if word not in _WEAK or not reading.joined(number + 1):
        return None
    article = reading.word(number + 2) in ("the", "an", "a") and reading.joined(number + 2)
    return _if_capital(reading, number + 2 + article, "and" if word == "and" else "of")


def _if_capital(reading: Reading, number: int, link: str) -> tuple[int, str] | None:
    return (number, link) if reading.is_capital(number) else None
