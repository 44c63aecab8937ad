"""How a person's name can be written: every surface form, as folded words, with what kind of form it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.person_names import Kind, PersonName, Words, flat, read_name, words_of
from reviewkit.anonymising.names.surname_forms import surname_forms, surname_spellings
from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import RANKS
from reviewkit.loading.nicknames import load_nicknames


def person_forms(entity: Entity) -> Iterator[tuple[Words, Kind]]:
    """All forms of that person's name and other names."""
    declared = read_name(entity.name)
    for text in (entity.name, *entity.also):
        name = read_name(text)
        if name.given or name.surname:
            yield from _forms(name)
            # A guess clears nobody: where the name may stand, the nickname may be somebody else's.
            yield from _nicknames(name) if entity.label else ()
            yield from _short_with_surname(name, declared)
        yield from _collar_number(text, name)


def _short_with_surname(short: PersonName, name: PersonName) -> Iterator[tuple[Words, Kind]]:
    """Another first name with the surname: who is called Jay is called Jay Okafor."""
    if short.surname or not short.given or short == name:
        return
    for surname in surname_spellings(name.surname):
        yield (*flat(short.given), *surname), "full"
        yield (*surname, *flat(short.given)), "reversed"


def nicknames_of(name: PersonName) -> tuple[str, ...]:
    """The usual short forms of the first name."""
    return load_nicknames().short.get("".join(name.given[0]), ()) if name.given else ()


def handles_of(name: PersonName) -> Iterator[str]:
    """Part of the name joined to the first letter of another, as in handles: `jokafor`, `okaforj`, `jaydeno`."""
    if not (name.given and name.surname):
        return
    first, surname = "".join(name.given[0]), "".join(flat(name.surname))
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
    spellings = surname_spellings(name.surname)
    for short in nicknames_of(name):
        yield (short,), "nickname"
        for surname in spellings:
            yield (short, *surname), "nickname"
            yield (*surname, short), "reversed"


def _collar_number(text: str, name: PersonName) -> Iterator[tuple[Words, Kind]]:
    """`PC 4471 Neil Hughes` is also PC 4471 and PC 4471 Hughes."""
    words = words_of(fold_word(text))
    if len(words) > 1 and words[0] in RANKS and words[1].isdigit():
        yield words[:2], "declared"
        yield from (((*words[:2], *surname), "declared") for surname in surname_spellings(name.surname))


def _forms(name: PersonName) -> Iterator[tuple[Words, Kind]]:
    given, surname = name
    for number, part in enumerate(given):
        yield from _single(part, "first" if number == 0 else "middle")
    if len(given) > 1:
        yield ("".join((*given[0], *given[1])),), "joined"
    for size in range(2, len(given) + 1):
        yield from ((flat(some), "full") for some in combinations(given, size))
    if not surname:
        return
    yield from surname_forms(surname)
    for ending in surname_spellings(surname):
        for size in range(1, len(given) + 1):
            for some in combinations(given, size):
                yield (*flat(some), *ending), "full"
                yield (*ending, *flat(some)), "reversed"
        yield from _with_initials(given, ending)
        yield from _in_one_word(given, ending)
    if given:
        last = surname[-1][0][0]
        yield from _initials((*(part[0][0] for part in given), last))
        yield from _initials((given[0][0][0], last))
        if len(surname) > 1:
            yield from _initials((*(part[0][0] for part in given), *(unit[0][0] for unit in surname)))


def _in_one_word(given: tuple[Words, ...], surname: Words) -> Iterator[tuple[Words, Kind]]:
    for part in given:
        yield ("".join((*part, *surname)),), "joined"
        yield ("".join((*surname, *part)),), "joined"


def _single(part: Words, kind: Kind) -> Iterator[tuple[Words, Kind]]:
    yield part, kind
    if len(part) > 1:
        yield ("".join(part),), kind
        yield from (((half,), "middle") for half in part if len(half) > 2)


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
