"""A person's name taken apart, and the kinds of form in which names are written."""

from __future__ import annotations

import re
from typing import Literal

from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import AUNTS, FORMER, LITTLE, PARTICLES, PLACEHOLDERS, ROLE_TITLES, TITLES
from reviewkit.tuples import NamedTuple

Kind = Literal[
    "full", "reversed", "first", "middle", "surname", "plural", "initials", "joined", "declared", "derived",
    "nickname", "headword", "locality", "code", "numbered",
]  # fmt: skip
"""`nickname`: usual, not declared. `headword`, `locality`: too little of a body's name or an address to be sure of.

`code`: a postcode or a part of one. `numbered`: `number 14` of an address.
"""
Words = tuple[str, ...]
_MOST_GIVEN = 4
_OPENINGS = '([“"'


class PersonName(NamedTuple):
    """A name taken apart. Each part is the words in it: `Anne-Marie` is ("anne", "marie").

    The parts of a surname are those between hyphens and blanks: `O'Brien-Moss` is ("o", "brien") and ("moss",).
    """

    given: tuple[Words, ...]
    surname: tuple[Words, ...]


def read_name(text: str) -> PersonName:
    """The parts of a name. Titles are dropped; a name of one word is a first name, or after a title a surname."""
    if any(opening in text for opening in _OPENINGS):  # hardly a name has one, and the expression is dear to make
        text = re.sub(r"[(\[“\"][^)\]”\"]*[)\]”\"]", " ", text)
    folded = fold_word(text)
    before, comma, behind = folded.partition(",")
    written = [part for part in (f"{behind} {before}" if comma else before).split() if words_of(part)]
    parts = [words_of(part) for part in written]
    titled = False
    while len(parts) > 1 and _is_before_name(parts):
        titled = titled or parts[0][0] in _BEFORE_SURNAME
        parts, written = parts[1:], written[1:]
    if all(word in PLACEHOLDERS for part in parts for word in part):
        return PersonName((), ())
    if len(parts) == 1:
        return PersonName((), _units(written)) if titled else PersonName((parts[0],), ())
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1][-1] in PARTICLES:
        cut -= 1
    return PersonName(tuple(parts[:cut][:_MOST_GIVEN]), _units(written[cut:]))


_BEFORE_SURNAME = TITLES | ROLE_TITLES | FORMER | {"baby"}
_BEFORE_NAME = TITLES | ROLE_TITLES | LITTLE | AUNTS | FORMER


def _is_before_name(parts: list[Words]) -> bool:
    first = parts[0][0]
    if len(parts[0]) > 1:
        return False
    return first in _BEFORE_NAME or (first.isdigit() and parts[1][0].isalpha())


def _units(written: list[str]) -> tuple[Words, ...]:
    return tuple(words for part in written for half in part.split("-") if (words := words_of(half)))


def words_of(part: str) -> Words:
    """The words and numbers of a folded text."""
    return tuple(re.findall(r"[^\W\d_]+|\d+", part))


def flat(parts: tuple[Words, ...]) -> Words:
    """The words of several parts in a row."""
    return tuple(word for part in parts for word in part)
