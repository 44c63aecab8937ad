"""Is it the name or the word? Grace, May, Will, Young: what stands around them decides, or nobody does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from reviewkit.anonymising.finding import Match
from reviewkit.anonymising.lexicon import Lexicon
from reviewkit.anonymising.word_names import ADJECTIVE_NAMES, ALWAYS_WORDS
from reviewkit.anonymising.words import (
    AUXILIARIES,
    BE,
    CALENDAR_AFTER,
    CALENDAR_BEFORE,
    CALENDAR_NAMES,
    DETERMINERS,
    PRONOUNS,
    SPEECH,
    TRUSTED_IN,
    is_past,
    is_verb,
)
from reviewkit.language.reading import Reading

Verdict = Literal["name", "word", "ask"]
_MODALS = frozenset(("will", "may"))
_FILLED_LATER = frozenset(("be", "have", "been"))


class Place(NamedTuple):
    """A match in its passage; `starts_name` tells whether a form of the register begins at a word."""

    passage: Reading
    match: Match
    starts_name: Callable[[int], bool]

    @property
    def next(self) -> str:
        """The word that follows after a blank, or ""."""
        last = self.match.last
        return self.passage.word(last) if self.passage.joined(last - 1) else ""

    @property
    def previous(self) -> str:
        """The word that stands before, after a blank or a hyphen, or ""."""
        first = self.match.first
        joined = first > 0 and (self.passage.joined(first - 1) or self.passage.gap(first - 1) == "-")
        return self.passage.word(first - 1) if joined else ""

    @property
    def is_possessive(self) -> bool:
        """Whether `'s` follows."""
        return self.passage.gap(self.match.last - 1) == "'" and self.passage.word(self.match.last) == "s"


def judge(place: Place, lexicon: Lexicon) -> Verdict:
    """Whether the match is a name. What is never an English word always is."""
    form = place.match.form
    if form.kinds == {"initials"}:
        return "word" if form.words[0] in lexicon.abbreviations else "name"
    if not form.is_word:
        return "ask" if _reads_as_word(place) else "name"
    if len(form.words) > 1:
        return _judge_phrase(place)
    if (form.words[0], place.next) in ALWAYS_WORDS:
        return "word"
    if not place.passage.is_capital(place.match.first):
        return _judge_small(place)
    return _judge_plural(place) if form.kinds == {"plural"} else _judge_capital(place, lexicon)


def _judge_capital(place: Place, lexicon: Lexicon) -> Verdict:
    """A capital says a name, unless all words have one here or there is another reason for it."""
    passage, first, word = place.passage, place.match.first, place.match.form.words[0]
    if passage.is_shouted():
        return "ask" if len(passage.words) == 1 else _evidence(place)
    if passage.is_headline():
        return "name" if _evidence(place) == "name" else "ask"
    if passage.is_upper(first) and len(word) > 2:
        return _judge_upper(word, lexicon)
    if passage.capital_is_forced(first):
        return _evidence(place)
    return _judge_month(place) if word in CALENDAR_NAMES else "name"


def _judge_upper(word: str, lexicon: Lexicon) -> Verdict:
    if word in lexicon.abbreviations:
        return "word"
    return "ask" if word in _MODALS else "name"


def _judge_plural(place: Place) -> Verdict:
    """`the Prices` are a family; `Prices rose` are not."""
    if place.previous == "the":
        return "name"
    return "word" if place.passage.capital_is_forced(place.match.first) else "ask"


def _reads_as_word(place: Place) -> bool:
    """A small letter after an article, before another word: perhaps a name that nobody knew to be a word."""
    passage, match = place.passage, place.match
    if len(match.form.words) > 1 or passage.is_capital(match.first) or not match.form.words[0].isalpha():
        return False
    return place.previous in {"a", "an", "very", "more", "too", "so"}


def _judge_phrase(place: Place) -> Verdict:
    """Several words, all ordinary: `Family Action` is a name, `family action` can't be known."""
    passage, match = place.passage, place.match
    capitals = [
        passage.is_capital(n)
        for n in range(match.first, match.last)
        if passage.word(n) not in {"s", "and", "of", "the"}
    ]
    if all(capitals):
        return "name"
    # `at Fern and Ash nursery`: a capital that the sentence does not ask for is no accident.
    told = sum(capitals) > 1 or (capitals[:1] == [True] and not passage.capital_is_forced(match.first))
    return "word" if any(capitals) and not told else "ask"


def _judge_small(place: Place) -> Verdict:
    """Small letters: the word, unless it speaks or owns as only a person does (`grace said`, `may's bed`)."""
    fits = place.is_possessive or place.next in SPEECH
    return "ask" if fits and place.previous not in DETERMINERS else "word"


def _evidence(place: Place) -> Verdict:
    """At the start of a sentence any word has a capital: what follows tells."""
    word, following = place.match.form.words[0], place.next
    calendar = word in CALENDAR_NAMES
    if place.is_possessive:
        return "name"
    if not following:
        return "ask" if calendar or place.passage.gap(place.match.last - 1) == "-" else "name"
    if following == "and":
        return _with_company(place, calendar=calendar)
    if following in _FILLED_LATER or following in PRONOUNS or following in DETERMINERS:
        return "word"
    if is_verb(following):
        return "ask" if calendar and following in AUXILIARIES else "name"
    return _before_word(word, following, calendar=calendar)


def _with_company(place: Place, *, calendar: bool) -> Verdict:
    """`Grace and Jayden` are people, `May and June` need not be."""
    other = place.match.last + 1
    named = place.starts_name(other)
    if calendar and place.passage.word(other) in CALENDAR_NAMES:
        return "ask" if named else "word"
    return "name" if named or place.passage.is_capital(other) else "ask"


def _before_word(word: str, following: str, *, calendar: bool) -> Verdict:
    if following.isdigit():
        return "word" if calendar else "ask"
    return "word" if word in ADJECTIVE_NAMES and following.isalpha() else "ask"


def _judge_month(place: Place) -> Verdict:
    """May, June, Summer with a capital inside a sentence."""
    previous, following = place.previous, place.next
    if following.isdigit() or previous.isdigit() or following in CALENDAR_AFTER:
        return "word"
    if _beside_month(place):
        return "word"
    if previous in CALENDAR_BEFORE:
        before = place.passage.word(place.match.first - 2)
        return "ask" if before in TRUSTED_IN or place.is_possessive or is_past(following) else "word"
    if place.is_possessive or (is_past(following) and following not in BE):
        return "name"
    return "name" if following == "and" and place.passage.is_capital(place.match.last + 1) else "ask"


def _beside_month(place: Place) -> bool:
    passage, match = place.passage, place.match
    links = {"and", "or", "to"}
    after = passage.word(match.last) in links and passage.word(match.last + 1) in CALENDAR_NAMES
    return after or (passage.word(match.first - 1) in links and passage.word(match.first - 2) in CALENDAR_NAMES)
