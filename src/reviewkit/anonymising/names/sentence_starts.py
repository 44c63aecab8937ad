"""At the start of a sentence every word has a capital: what follows tells a name from a word."""

from __future__ import annotations

from typing import Literal

from reviewkit.anonymising.names.place import Place
from reviewkit.anonymising.names.word_names import ADJECTIVE_NAMES, THOUGHTS
from reviewkit.language.word_classes import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CALENDAR_NAMES,
    COUNTS,
    DETERMINERS,
    PERSON_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    is_past,
    is_verb,
)

Verdict = Literal["name", "word", "ask"]
_FILLED_LATER = frozenset(("be", "have", "been"))
_RELATIVES = frozenset(("who", "whose", "aged", "then", "now", "his", "her", "their"))
_REACH = 4


def judge_start(place: Place) -> Verdict:
    """The verdict on a single word with a capital that its place would give to any word."""
    word, following = place.match.form.words[0], place.next
    calendar = word in CALENDAR_NAMES
    if place.is_possessive:
        return "name"
    if not following:
        return _alone(place, calendar=calendar)
    if following == "and":
        return _with_company(place, calendar=calendar)
    if following in _FILLED_LATER or following in PRONOUNS or following in DETERMINERS:
        return "word"
    return _before_verb(place, word, following, calendar=calendar)


def _before_verb(place: Place, word: str, following: str, *, calendar: bool) -> Verdict:
    after = place.passage.word(place.match.last + 1) if place.passage.joined(place.match.last) else ""
    # `Grace still has`, `Rose quickly became`: an adverb and then a verb that has a subject.
    if (following in ADVERBS or following.endswith("ly")) and _has_subject(after):
        return "name"
    if following in PRESENT:
        return "name"
    if not is_verb(following):
        return _before_word(word, following, calendar=calendar)
    if calendar and following in AUXILIARIES:
        return month_or_person(place, following)
    if word in THOUGHTS and following in BE and after in DETERMINERS | {"not"} and not _is_somebody(place):
        return "ask"
    return "name"


def _has_subject(word: str) -> bool:
    return word not in _FILLED_LATER and (is_verb(word) or word in PRESENT)


def _alone(place: Place, *, calendar: bool) -> Verdict:
    """A mark follows, or nothing."""
    passage, last = place.passage, place.match.last
    gap = passage.gap(last - 1)
    if gap == "-":
        return "ask"
    if not calendar:
        return "name"
    comma = gap.strip() == ","
    told = passage.word(last) in _RELATIVES or (place.starts_name(last) and passage.word(last) not in CALENDAR_NAMES)
    return "name" if comma and told else "ask"


def _with_company(place: Place, *, calendar: bool) -> Verdict:
    """`Grace and Jayden`, `Grace and her sister` are people, `May and June` need not be."""
    passage, other = place.passage, place.match.last + 1
    named = place.starts_name(other)
    if calendar and passage.word(other) in CALENDAR_NAMES:
        return "ask" if named else "word"
    company = named or passage.is_capital(other) or passage.word(other) in POSSESSIVES
    return "name" if company else "ask"


def month_or_person(place: Place, verb: str) -> Verdict:
    """`May was asked`, `May is a good girl`, `May was six`; `May was cold` may be either."""
    passage, last = place.passage, place.match.last
    after = passage.word(last + 1)
    if verb not in BE | {"has", "had"}:
        return "name"
    if verb in BE and (after in COUNTS or after.isdigit()):
        return "name"
    if verb in {"has", "had"} and (after in DETERMINERS or after in COUNTS):
        return "name"
    if is_past(after) and after not in AUXILIARIES:
        return "name"
    return "name" if _is_somebody(place) else "ask"


def _is_somebody(place: Place) -> bool:
    """Whether a noun for a person follows within a few words: `is a very good girl`."""
    passage, start = place.passage, place.match.last
    number = start + 1
    while number < start + _REACH and passage.joined(number - 1):
        word = passage.word(number)
        if word in PERSON_NOUNS:
            return True
        if word in PREPOSITIONS and word != "not":
            return False
        number += 1
    return passage.word(number) in PERSON_NOUNS and passage.joined(number - 1)


def _before_word(word: str, following: str, *, calendar: bool) -> Verdict:
    if following.isdigit():
        return "word" if calendar else "ask"
    return "word" if word in ADJECTIVE_NAMES and following.isalpha() else "ask"
