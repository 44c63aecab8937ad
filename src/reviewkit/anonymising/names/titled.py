"""Names with a title: Mr Okafor, Dr Whitworth, Mr and Mrs Okafor, Baby Okafor, Auntie Rose."""

from __future__ import annotations

from reviewkit.anonymising.grammar.editing import Doubt
from reviewkit.anonymising.names.entities import PUBLIC_ROLES, Entity
from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.names.mentions import Mention, no_such_person, which_one
from reviewkit.anonymising.names.place import Place
from reviewkit.language.word_classes import (
    AUNTS,
    CHILD_TITLES,
    FEMALE_TITLES,
    LITTLE,
    MALE_TITLES,
    RANKS,
    ROLE_TITLES,
    TITLES,
)

_KINDS_OF_NURSE = frozenset(("school", "practice", "staff", "district", "community", "named", "student", "charge"))
_PAIRS = frozenset((("mr", "mrs"), ("mrs", "mr"), ("mr", "ms"), ("ms", "mr")))


def title_start(place: Place) -> int:
    """The first word of the titles before the match, or the match's own first word."""
    number = place.match.first
    while (length := _title_before(place, number)) and number - length >= 0:
        number -= length
    return number


def _title_before(place: Place, number: int) -> int:
    """How many words before that one are a title: 1, 2 with a collar number, or none."""
    passage = place.passage
    gap = passage.gap(number - 1)
    if not gap or gap.strip() not in {"", "."} or gap.count("\n") > 1:
        return 0
    word = passage.word(number - 1)
    if word in TITLES:
        return 1
    if word in ROLE_TITLES:
        kind = number > 1 and passage.joined(number - 2) and not passage.opens_sentence(number - 1)
        described = kind and (passage.is_capital(number - 2) or passage.word(number - 2) in _KINDS_OF_NURSE)
        return 1 if passage.is_capital(number - 1) and not described else 0
    return 2 if word.isdigit() and passage.word(number - 2) in RANKS and passage.joined(number - 2) else 0


def titled_mention(place: Place, lexicon: Lexicon, start: int) -> Mention | Doubt:
    """Who is meant by title and surname."""
    passage, match = place.passage, place.match
    title = passage.word(start)
    pair = (passage.word(start - 2), title)
    link = passage.gap(start - 1).strip() in {"&", "+"}
    if passage.word(start - 1) == "and" and pair in _PAIRS:
        return _couple(place, lexicon, start - 2)
    if link and (passage.word(start - 1), title) in _PAIRS:
        return _couple(place, lexicon, start - 1)
    candidates = fitting(place, lexicon, title)
    if not candidates:
        return no_such_person(match.form)
    labels = {lexicon.entities[number].label for number in candidates}
    if len(labels) > 1:
        return which_one(match.form, lexicon)
    return Mention(start, match.last, (labels.pop(),), frozenset(candidates), "person", full=len(candidates) == 1)


def little_mention(place: Place, lexicon: Lexicon) -> Mention | Doubt | None:
    """Baby Okafor, little Jayden; Auntie Rose where Rose is no child. None: no such word stands before."""
    match, word = place.match, place.previous
    if word not in LITTLE | AUNTS:
        return None
    bearers = [bearer.entity for bearer in match.form.bearers]
    people = [lexicon.entities[number] for number in bearers]
    if word in AUNTS:
        adults = [number for number, person in zip(bearers, people, strict=True) if not person.is_child]
        if word not in {"auntie", "aunty"} and not place.passage.is_capital(match.first - 1):
            return None
        return _one(place, adults, lexicon)
    first_name = bool(match.form.kinds & {"first", "middle", "nickname"})
    only_child = sum(person.is_child for person in people) == 1
    chosen = [
        number
        for number, person in zip(bearers, people, strict=True)
        if person.is_child and (first_name or word != "baby" or person.under_two or only_child)
    ]
    if word == "little" and not first_name:
        return None
    return _one(place, chosen, lexicon)


def _one(place: Place, chosen: list[int], lexicon: Lexicon) -> Mention | Doubt:
    if len(chosen) != 1:
        return which_one(place.match.form, lexicon)
    label = lexicon.entities[chosen[0]].label
    return Mention(place.match.first - 1, place.match.last, (label,), frozenset(chosen), "person", full=True)


def _couple(place: Place, lexicon: Lexicon, start: int) -> Mention | Doubt:
    men, women = fitting(place, lexicon, "mr"), fitting(place, lexicon, "mrs")
    if len(men) != 1 or len(women) != 1 or men == women:
        return which_one(place.match.form, lexicon, " of the couple")
    pair = sorted({*men, *women})
    labels = tuple(lexicon.entities[number].label for number in pair)
    return Mention(start, place.match.last, labels, frozenset(pair), "person", full=True)


def fitting(place: Place, lexicon: Lexicon, title: str) -> list[int]:
    """The bearers of the matched name whom that title fits."""
    bearers = [bearer.entity for bearer in place.match.form.bearers]
    return [number for number in bearers if _fits(lexicon.entities[number], title)]


def _fits(person: Entity, title: str) -> bool:
    if title in CHILD_TITLES:
        return person.sex != ("m" if title == "miss" else "f") and (person.is_child or title == "miss")
    if title in MALE_TITLES:
        return person.sex != "f" and not person.is_child
    if title in FEMALE_TITLES:
        return person.sex != "m" and not person.is_child
    registered = person.name.split(" ", 1)[0].rstrip(".").lower()
    return title == "mx" or person.role in PUBLIC_ROLES or registered in TITLES
