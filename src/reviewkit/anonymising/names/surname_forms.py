"""How a surname can be written: its halves, without its particles, in one word, in the plural."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from reviewkit.anonymising.names.person_names import Kind, Words, flat
from reviewkit.language.word_classes import PARTICLES

_SAINTS = {"st": ("saint",), "saint": ("st",)}


def surname_forms(surname: tuple[Words, ...]) -> Iterator[tuple[Words, Kind]]:
    """All forms of the surname alone."""
    for spelling in surname_spellings(surname):
        yield spelling, "surname"
        for ending in _plural_endings(spelling[-1]):
            yield (*spelling[:-1], spelling[-1] + ending), "plural"


@lru_cache(maxsize=4)  # the name in hand: each sort of form asks for its surname anew
def surname_spellings(surname: tuple[Words, ...]) -> tuple[Words, ...]:
    """The surname as it is, in one word, its halves, without its particles, Mc and Mac."""
    bare = tuple(unit for unit in surname if unit[-1] not in PARTICLES)
    # `van der Velden` is also written van Velden and, among people who know the name, der Velden.
    some_particles = [(unit, *bare) for unit in surname if unit[-1] in PARTICLES and bare]
    readings = dict.fromkeys((surname, bare, *some_particles))
    spellings = [flat(some) for units in readings for some in product(*map(_unit_spellings, units))]
    spellings.append(("".join(flat(surname)),))
    spellings += [spelling for unit in bare for spelling in _unit_spellings(unit) if len("".join(spelling)) > 2]
    return tuple([spelling for spelling in dict.fromkeys(spellings) if spelling])


def _unit_spellings(unit: Words) -> list[Words]:
    """O'Brien, OBrien, Brien; D'Arcy, Arcy; McDonald, Mc Donald, MacDonald."""
    joined = "".join(unit)
    spellings = [unit, (joined,), *((other,) for other in _SAINTS.get(joined, ()))]
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
