"""How a person's name can be written: every surface form, as folded words, with what kind of form it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product
from typing import Literal, NamedTuple

from reviewkit.anonymising.entities import Entity
from reviewkit.anonymising.words import AUNTS, FORMER, LITTLE, PARTICLES, PLACEHOLDERS, RANKS, ROLE_TITLES, TITLES
from reviewkit.language.folding import fold_word
from reviewkit.loading.nicknames import load_nicknames

Kind = Literal[
    "full", "reversed", "first", "middle", "surname", "plural", "initials", "joined", "declared", "derived",
    "nickname", "headword", "locality", "code", "numbered",
]  # fmt: skip
"""`nickname`: usual, not declared. `headword`, `locality`: too little of a body's name or an address to be sure of.

`code`: a postcode or a part of one. `numbered`: `number 14` of an address.
"""
Words = tuple[str, ...]
_MOST_GIVEN = 4


class PersonName(NamedTuple):
    """A name taken apart. Each part is the words in it: `Anne-Marie` is ("anne", "marie").

    The parts of a surname are those between hyphens and blanks: `O'Brien-Moss` is ("o", "brien") and ("moss",).
    """

    given: tuple[Words, ...]
    surname: tuple[Words, ...]


def person_forms(entity: Entity) -> Iterator[tuple[Words, Kind]]:
    """All forms of that person's name and other names."""
    for text in (entity.name, *entity.also):
        name = read_name(text)
        if name.given or name.surname:
            yield from _forms(name)
            yield from _nicknames(name)
        yield from _collar_number(text, name)


def nicknames_of(name: PersonName) -> tuple[str, ...]:
    """The usual short forms of the first name."""
    return load_nicknames().short.get("".join(name.given[0]), ()) if name.given else ()


def handles_of(name: PersonName) -> Iterator[str]:
    """Part of the name joined to the first letter of another, as in handles: `jokafor`, `okaforj`, `jaydeno`."""
    if not (name.given and name.surname):
        return
    first, surname = "".join(name.given[0]), "".join(_flat(name.surname))
    yield from (first[0] + surname, surname + first[0], first + surname[0])
    if len(name.given) > 1:
        yield "".join(part[0][0] for part in name.given) + surname


def initials_of(name: PersonName) -> tuple[str, ...]:
    """The first letters of the name's parts in one word, with and without those between: `jmo`, `jo`."""
    if not (name.given and name.surname):
        return ()
    last = name.surname[-1][0][0]
    return ("".join(part[0][0] for part in name.given) + last, name.given[0][0][0] + last)


def _nicknames(name: PersonName) -> Iterator[tuple[Words, Kind]]:
    spellings = _surname_spellings(name.surname)
    for short in nicknames_of(name):
        yield (short,), "nickname"
        for surname in spellings:
            yield (short, *surname), "nickname"
            yield (*surname, short), "reversed"


def _collar_number(text: str, name: PersonName) -> Iterator[tuple[Words, Kind]]:
    """`PC 4471 Neil Hughes` is also PC 4471 and PC 4471 Hughes."""
    words = _words_of(fold_word(text))
    if len(words) > 1 and words[0] in RANKS and words[1].isdigit():
        yield words[:2], "declared"
        yield from (((*words[:2], *surname), "declared") for surname in _surname_spellings(name.surname))


def read_name(text: str) -> PersonName:
    """The parts of a name. Titles are dropped; a name of one word is a first name, or after a title a surname."""
    folded = fold_word(re.sub(r"[(\[“\"][^)\]”\"]*[)\]”\"]", " ", text))
    before, comma, behind = folded.partition(",")
    written = [part for part in (f"{behind} {before}" if comma else before).split() if _words_of(part)]
    parts = [_words_of(part) for part in written]
    titled = False
    while len(parts) > 1 and _is_before_name(parts):
        titled = titled or parts[0][0] in TITLES | ROLE_TITLES | FORMER | {"baby"}
        parts, written = parts[1:], written[1:]
    if all(word in PLACEHOLDERS for part in parts for word in part):
        return PersonName((), ())
    if len(parts) == 1:
        return PersonName((), _units(written)) if titled else PersonName((parts[0],), ())
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1][-1] in PARTICLES:
        cut -= 1
    return PersonName(tuple(parts[:cut][:_MOST_GIVEN]), _units(written[cut:]))


def _is_before_name(parts: list[Words]) -> bool:
    first = parts[0][0]
    if len(parts[0]) > 1:
        return False
    return first in TITLES | ROLE_TITLES | LITTLE | AUNTS | FORMER or (first.isdigit() and parts[1][0].isalpha())


def _units(written: list[str]) -> tuple[Words, ...]:
    return tuple(words for part in written for half in part.split("-") if (words := _words_of(half)))


def _words_of(part: str) -> Words:
    return tuple(re.findall(r"[^\W\d_]+|\d+", part))


def _forms(name: PersonName) -> Iterator[tuple[Words, Kind]]:
    given, surname = name
    for number, part in enumerate(given):
        yield from _single(part, "first" if number == 0 else "middle")
    for size in range(2, len(given) + 1):
        yield from ((_flat(some), "full") for some in combinations(given, size))
    if not surname:
        return
    yield from _surname_forms(surname)
    for ending in _surname_spellings(surname):
        for size in range(1, len(given) + 1):
            for some in combinations(given, size):
                yield (*_flat(some), *ending), "full"
                yield (*ending, *_flat(some)), "reversed"
        yield from _with_initials(given, ending)
        if given:
            yield ("".join((*given[0], *ending)),), "joined"
            yield ("".join((*ending, *given[0])),), "joined"
    if given:
        last = surname[-1][0][0]
        yield from _initials((*(part[0][0] for part in given), last))
        yield from _initials((given[0][0][0], last))
        if len(surname) > 1:
            yield from _initials((*(part[0][0] for part in given), *(unit[0][0] for unit in surname)))


def _single(part: Words, kind: Kind) -> Iterator[tuple[Words, Kind]]:
    yield part, kind
    if len(part) > 1:
        yield ("".join(part),), kind
        yield from (((half,), "middle") for half in part if len(half) > 2)


def _surname_forms(surname: tuple[Words, ...]) -> Iterator[tuple[Words, Kind]]:
    for spelling in _surname_spellings(surname):
        yield spelling, "surname"
        for ending in _plural_endings(spelling[-1]):
            yield (*spelling[:-1], spelling[-1] + ending), "plural"


def _surname_spellings(surname: tuple[Words, ...]) -> list[Words]:
    """The surname as it is, in one word, its halves, without its particles, Mc and Mac."""
    bare = tuple(unit for unit in surname if unit[-1] not in PARTICLES)
    # `van der Velden` is also written van Velden and, among people who know the name, der Velden.
    some_particles = [(unit, *bare) for unit in surname if unit[-1] in PARTICLES and bare]
    readings = dict.fromkeys((surname, bare, *some_particles))
    spellings = [_flat(some) for units in readings for some in product(*map(_unit_spellings, units))]
    spellings.append(("".join(_flat(surname)),))
    spellings += [spelling for unit in bare for spelling in _unit_spellings(unit) if len("".join(spelling)) > 2]
    return [spelling for spelling in dict.fromkeys(spellings) if spelling]


def _unit_spellings(unit: Words) -> list[Words]:
    """O'Brien, OBrien, Brien; D'Arcy, Arcy; McDonald, Mc Donald, MacDonald."""
    joined = "".join(unit)
    spellings = [unit, (joined,)]
    if len(unit) > 1 and (unit[0] in PARTICLES or unit[0] == "d"):
        spellings.append(unit[1:])
    for start, other in (("mac", "mc"), ("mc", "mac")):
        rest = joined.removeprefix(start)
        if rest != joined and len(rest) > 2:
            spellings += [(other + rest,), (start, rest), (other, rest)]
            break
    return list(dict.fromkeys(spellings))


def _plural_endings(word: str) -> tuple[str, ...]:
    return ("es",) if word.endswith(("s", "x", "z", "ch", "sh")) else ("s",)


def _with_initials(given: tuple[Words, ...], surname: Words) -> Iterator[tuple[Words, Kind]]:
    if not given:
        return
    letters = tuple(part[0][0] for part in given)
    yield (*given[0], surname[0][0]), "first"
    yield (letters[0], *surname), "full"
    yield (*surname, letters[0]), "reversed"
    if len(letters) > 1:
        yield (*letters, *surname), "full"
        yield ("".join(letters), *surname), "full"
        yield (*surname, *letters), "reversed"
        yield (*given[0], *letters[1:], *surname), "full"


def _initials(letters: Words) -> Iterator[tuple[Words, Kind]]:
    if len(letters) > 1:
        yield letters, "initials"
        yield ("".join(letters),), "initials"


def _flat(parts: tuple[Words, ...]) -> Words:
    return tuple(word for part in parts for word in part)
