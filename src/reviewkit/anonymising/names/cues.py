"""Words beside a name that tell which of two people of that name is meant: `his father, Mark`, `Mark Young senior`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.names.mentions import Mention
from reviewkit.anonymising.names.place import Place
from reviewkit.anonymising.names.titled import fitting
from reviewkit.language.word_classes import (
    ADULT_FEMALE_KIN,
    ADULT_KIN,
    ADULT_MALE_KIN,
    BOY_KIN,
    CHILD_KIN,
    ELDER,
    FORMER,
    GIRL_KIN,
    TITLES,
    YOUNGER,
)

_OF_ADULT = ADULT_KIN - {"father", "dad", "mother", "mum", "parent"} | frozenset(("son", "daughter", "children"))
_OF_CHILD = frozenset(("school", "teacher", "nursery", "class", "headteacher"))
_ADULT_AGE = 18


def cued_mention(place: Place, lexicon: Lexicon, start: int, earlier: Sequence[Mention]) -> Mention | None:
    """The one of several bearers whom title, kin, age or the name before single out."""
    match, passage = place.match, place.passage
    bearers = [bearer.entity for bearer in match.form.bearers]
    before = _before(place, start)
    last = match.last
    if start < match.first and passage.word(start) in TITLES:
        chosen = fitting(place, lexicon, passage.word(start))
    elif before in FORMER and earlier and match.first - earlier[-1].last <= 2:
        chosen = [number for number in bearers if earlier[-1].entities == {number}]
    elif place.next in ELDER | YOUNGER:
        last += 1
        chosen = [number for number in bearers if lexicon.entities[number].is_child == (place.next in YOUNGER)]
    else:
        chosen = [number for number in bearers if _fits(lexicon.entities[number], place, before)]
    if len(chosen) != 1 or len(bearers) == 1:
        return None
    label = lexicon.entities[chosen[0]].label
    return Mention(start, last, (label,), frozenset(chosen), "person", full=True)


def _before(place: Place, start: int) -> str:
    """The word before the name and its titles, across a comma or an opening bracket."""
    passage = place.passage
    return passage.word(start - 1) if passage.gap(start - 1).strip() in {"", ",", "(", ", ("} else ""


def _fits(person: Entity, place: Place, before: str) -> bool:
    kin = _kin(before)
    if kin:
        return kin[0] == person.is_child and kin[1] in ("", person.sex or kin[1])
    if place.is_possessive:
        owned = place.passage.word(place.match.last + 1)
        return (owned in _OF_ADULT and not person.is_child) or (owned in _OF_CHILD and person.is_child)
    age = _age().match(place.passage.after(place.passage.ends[place.match.last - 1]))
    return age is not None and person.is_child == (int(age.group(1) or age.group(2)) < _ADULT_AGE)


def _kin(word: str) -> tuple[bool, str] | None:
    """Whether that is a child, and the sex, of who is called so."""
    if word in ADULT_KIN:
        return False, "m" if word in ADULT_MALE_KIN else "f" if word in ADULT_FEMALE_KIN else ""
    if word in CHILD_KIN:
        return True, "m" if word in BOY_KIN else "f" if word in GIRL_KIN else ""
    return None


@cache
def _age() -> re.Pattern[str]:
    return re.compile(r",? \(?aged (\d{1,2})\b|,? \((\d{1,2})\)")
