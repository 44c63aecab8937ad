"""Is it the name or the word? Grace, May, Will, Young: what stands around them decides, or nobody does."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.names.months import judge_month
from reviewkit.anonymising.names.place import Place
from reviewkit.anonymising.names.sentence_starts import judge_start
from reviewkit.anonymising.names.word_names import ALWAYS_WORDS
from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import CALENDAR_NAMES, DETERMINERS, PRONOUNS, SPEECH, is_verb, word_set

Verdict = Literal["name", "word", "ask"]
_MODALS = frozenset(("will", "may"))
_AT = word_set("at to from of in outside inside near opposite visited attended left entered leaving behind by")
_JOINING = frozenset(("and", "but", "that", "when", "while", "because"))
_UNSURE = frozenset(("initials", "numbered", "headword", "locality"))


def judge(place: Place, lexicon: Lexicon) -> Verdict:
    """Whether the match is a name. What is never an English word always is."""
    form = place.match.form
    if form.kinds <= _UNSURE:
        return _judge_unsure(place, lexicon)
    if not form.is_word:
        return "ask" if _reads_as_word(place) or _asks(place) else "name"
    if len(form.words) > 1:
        return "word" if _is_published(place, lexicon) else _judge_phrase(place)
    return _judge_word(place, lexicon)


def _is_published(place: Place, lexicon: Lexicon) -> bool:
    """Whether the words, in small letters, are those of the published name: `the pupil referral unit`."""
    match = place.match
    if any(map(place.passage.is_capital, range(match.first, match.last))):
        return False
    said = " ".join(match.form.words)
    return all(f" {said} " in f" {fold_word(label)} " for label in lexicon.labels_of(match.form))


def _judge_unsure(place: Place, lexicon: Lexicon) -> Verdict:
    """Initials, the number of a house, a short name of a body, a town in an address."""
    form = place.match.form
    if form.kinds == {"initials"}:
        return "word" if "".join(form.words) in lexicon.abbreviations and _is_bare(place) else "name"
    if form.kinds == {"headword"} and place.passage.is_upper(place.match.first) and len(form.words) == 1:
        return "word" if form.words[0] in lexicon.abbreviations else "name"
    if form.kinds == {"numbered"}:
        return _judge_number(place)
    return "ask" if place.passage.is_capital(place.match.first) or not form.is_word else "word"


def _judge_word(place: Place, lexicon: Lexicon) -> Verdict:
    form = place.match.form
    if (form.words[0], place.next) in ALWAYS_WORDS:
        return "word"
    if not place.passage.is_capital(place.match.first):
        return _judge_small(place)
    return _judge_plural(place) if form.kinds == {"plural"} else _judge_capital(place, lexicon)


def _judge_capital(place: Place, lexicon: Lexicon) -> Verdict:
    """A capital says a name, unless all words have one here or there is another reason for it."""
    passage, first, word = place.passage, place.match.first, place.match.form.words[0]
    if passage.is_shouted():
        return "ask" if len(passage.words) == 1 else judge_start(place)
    if passage.is_headline():
        return "name" if judge_start(place) == "name" else "ask"
    if passage.is_upper(first) and len(word) > 2:
        return _judge_upper(word, lexicon)
    if passage.capital_is_forced(first) or (word in _MODALS and _asks_after_semicolon(place)):
        return judge_start(place)
    return judge_month(place) if word in CALENDAR_NAMES else "name"


def _asks(place: Place) -> bool:
    """`Will Hunter drive?` may be about Hunter."""
    passage, match = place.passage, place.match
    if len(match.form.words) < 2 or match.form.words[0] not in _MODALS:
        return False
    if not passage.opens_sentence(match.first) or is_verb(place.next):
        return False
    end = _end_of_sentence().search(passage.after(passage.ends[match.last - 1]))
    return end is not None and end.group() == "?"


def _is_bare(place: Place) -> bool:
    """Whether initials stand without points, in one word or with blanks."""
    match = place.match
    return not any("." in place.passage.gap(number) for number in range(match.first, match.last - 1))


def _asks_after_semicolon(place: Place) -> bool:
    """Whether a question goes on after a semicolon: `; Will the plan change that?`."""
    after = place.passage.gap(place.match.first - 1).startswith(";")
    return after and (place.next in DETERMINERS or place.next in PRONOUNS)


def _judge_number(place: Place) -> Verdict:
    """`at number 14` is the house; `recommendation number 14` and `the number 14 bus` may be anything."""
    passage, first = place.passage, place.match.first
    opens = passage.opens_sentence(first) or place.previous in _JOINING
    if place.previous in _AT or (opens and is_verb(place.next)):
        return "name"
    return "ask"


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
    if _asks(place):
        return "ask"
    capitals = [
        passage.is_capital(n)
        for n in range(match.first, match.last)
        if passage.word(n) not in {"s", "and", "of", "the"} and passage.word(n).isalpha()
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


@cache
def _end_of_sentence() -> re.Pattern[str]:
    return re.compile(r"[.!?\n]")
