"""May, June, April, Summer with a capital inside a sentence: a month or season, a person, or nobody can tell."""

from __future__ import annotations

from typing import Literal

from reviewkit.anonymising.names.place import Place
from reviewkit.anonymising.names.sentence_starts import month_or_person
from reviewkit.language.word_classes import (
    AUXILIARIES,
    BE,
    CALENDAR_AFTER,
    CALENDAR_BEFORE,
    CALENDAR_NAMES,
    PART_OF_MONTH,
    SPEAKING_TO,
    TELLING,
    TRUSTED_IN,
    is_past,
)

_BEGINNING = frozenset(("coincided", "coinciding", "compared", "beginning", "starting", "began", "started", "ending"))
_ASKING = frozenset(("did", "does", "should", "could", "can", "would", "has", "had", "must"))
_RELATIVES = frozenset(("who", "whose", "aged"))


def judge_month(place: Place) -> Literal["name", "word", "ask"]:
    """What a name of the calendar is there."""
    passage, first = place.passage, place.match.first
    previous, following = place.previous, place.next
    part = previous == "of" and passage.word(first - 2) in PART_OF_MONTH
    if part or following.isdigit() or previous.isdigit() or following in CALENDAR_AFTER or _beside_month(place):
        return "word"
    if previous == "by":  # `by May she had gone`, `it was written by May`
        done = is_past(passage.word(first - 2)) or place.is_possessive
        return "ask" if done or passage.word(first - 2).endswith("n") else "word"
    if previous in CALENDAR_BEFORE:
        trusted = passage.word(first - 2) in TRUSTED_IN
        return "ask" if trusted or place.is_possessive or is_past(following) else "word"
    acts = (is_past(following) and following not in BE) or following in _RELATIVES
    if place.is_possessive or acts or _is_spoken_to(place) or _in_company(place):
        return "name"
    return month_or_person(place, following) if following in AUXILIARIES else "ask"


def _is_spoken_to(place: Place) -> bool:
    """`told May`, `her sister May`, `spoke to May`, `alone with May`, `Did May`."""
    passage, previous = place.passage, place.previous
    number = place.match.first - 2
    if previous in {"with", "to"}:
        before = passage.word(number)
        return before not in _BEGINNING if previous == "with" else before in SPEAKING_TO
    return previous in TELLING or (previous in _ASKING and passage.opens_sentence(number + 1))


def _in_company(place: Place) -> bool:
    """`May and Grace`, `Grace, Will and May`: in a list with people."""
    passage, match = place.passage, place.match
    after = place.next == "and" and passage.is_capital(match.last + 1)
    before = passage.word(match.first - 1) == "and" and _names_someone(place, match.first - 2)
    listed = passage.gap(match.first - 1) == ", " and _names_someone(place, match.first - 1)
    return after or before or listed


def _names_someone(place: Place, number: int) -> bool:
    return place.starts_name(number) and place.passage.word(number) not in CALENDAR_NAMES


def _beside_month(place: Place) -> bool:
    passage, match = place.passage, place.match
    links = {"and", "or", "to"}
    after = passage.word(match.last) in links and passage.word(match.last + 1) in CALENDAR_NAMES
    return after or (passage.word(match.first - 1) in links and passage.word(match.first - 2) in CALENDAR_NAMES)
