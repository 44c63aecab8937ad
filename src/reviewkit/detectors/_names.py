"""What is known of single words: names, roles, general terms, abbreviations, small words that join or open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from reviewkit.anonymising.names.word_names import ALWAYS_WORDS, WORD_NAMES
from reviewkit.language.word_classes import (
    ABBREVIATIONS,
    ARTICLES,
    AUXILIARIES,
    CALENDAR_NAMES,
    COUNTS,
    DETERMINERS,
    MONTHS,
    PLACE_HEADS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    WEEKDAYS,
    word_set,
)
from reviewkit.loading.plain_values import read_shipped
from reviewkit.loading.word_lists import is_english, load_word_list
from reviewkit.tuples import NamedTuple

PERSON_TITLES = word_set("mr mrs ms miss mx dr drs prof professor sir dame lady rev reverend cllr councillor")
ADDRESSED = word_set(
    "justice speaker chairman chair president registrar secretary recorder commissioner mayor minister"
)
"""Offices that are addressed with Mr or Madam and no name: Mr Speaker."""
RANKS = word_set("pc wpc dc ds di dci dcs dsu pcso sgt insp cllr hmp")
JOINING = word_set("of for the and to in on with at by s or &")
PARTICLES = word_set(
    "de del della di da dos das du van von der den ter la le al el bin ibn bint ben abu ap ab y e ul ud"
)
LEADING_PARTICLES = word_set("de del della di da dos du van von al el bin ibn bint abu der ter")
OUR_CALENDAR = (frozenset(MONTHS) | WEEKDAYS) - word_set("april may june august march")
NAME_MONTHS = word_set("dec april may june august march summer spring autumn winter easter christmas noel")
HEADS = PLACE_HEADS | word_set(
    "ministry department bureau agency institute institution bank company union party association federation league club",
    "society council borough county city district diocese province region republic municipality commune prefecture port",
    "airport university academy polytechnic gymnasium prison barracks battalion brigade regiment office board chamber",
    "embassy consulate newspaper journal press ltd plc inc trust group holdings hotel restaurant village mayor island isle",
    "river lake forest mountain museum stadium centre law treaty convention procurator prosecutor bar order kingdom",
)
_CLOSED_AWAY = word_set("home together alone out back down may will once over still one two three")
CLOSED = (
    ARTICLES | DETERMINERS | PRONOUNS | AUXILIARIES | PREPOSITIONS | COUNTS | word_set("such mine ours etc")
) - _CLOSED_AWAY
SURNAMES_ALONE = WORD_NAMES - word_set(
    "child children judge head staff nurse foster leader mayor sergeant marshal court house school trust law laws case table",
    "box boy man english welsh irish french german cousin cousins christmas easter host",
)
"""General terms among these are somebody's name where they stand alone in mid-sentence: Long, Best, Key."""
_SHORTEST_PLURAL = 5
_LISTS = ("roles", "agencies", "statutes", "safeguarding", "report", "origins", "eponyms")


class Vocabulary(NamedTuple):
    """The allow-lists as one.

    `roles` are among the `terms`. `phrases` and `eponyms` by their first word, longest first; an eponym's other words may be
    written small. `short` are abbreviations, terms only in capitals; `wide` are places, terms only alone. `first` are names,
    `word_first` names that are words too, and `notions` those of them that are more often words.
    """

    roles: frozenset[str]
    terms: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    eponyms: Mapping[str, Sequence[tuple[str, ...]]]
    short: frozenset[str]
    wide: frozenset[str]
    first: frozenset[str]
    word_first: frozenset[str]
    notions: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The shipped lists."""
    lists = [load_word_list(name) for name in _LISTS]
    every = {phrase for one in (*lists, load_word_list("wide-places")) for phrase in one.phrases} | ALWAYS_WORDS
    known = read_shipped("schemas", "abbreviations.yaml")["known_abbreviations"]
    short = frozenset(str(one).lower() for one in known) | ABBREVIATIONS | load_word_list("abbreviations").words
    terms = frozenset().union(*(one.words for one in lists)) | OUR_CALENDAR
    return Vocabulary(
        load_word_list("roles").words | TITLES,
        terms,
        by_first_word(every),
        by_first_word(load_word_list("eponyms").phrases),
        short,
        load_word_list("wide-places").words,
        load_word_list("first-names").words,
        load_word_list("word-first-names").words,
        load_word_list("notion-first-names").words,
    )


def by_first_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def is_first_name(word: str) -> bool:
    """Whether the word is a first name, and perhaps a word as well."""
    lists = vocabulary()
    return word in lists.first or word in lists.word_first


def may_be_name(word: str) -> bool:
    """Whether the word is known as a first name or surname, whatever else it is."""
    return word in WORD_NAMES or is_first_name(word)


def is_abbreviation(word: str) -> bool:
    """Whether the word, written in capitals, is a known abbreviation, or several of it, and no first name."""
    lists = vocabulary()
    if word in lists.first or word in lists.word_first - lists.notions:
        return False
    return word in lists.short or (word.endswith("s") and word[:-1] in lists.short)


def is_term(word: str) -> bool:
    """Whether the word, or what it is the plural of, is on an allow-list."""
    terms = vocabulary().terms
    return word in terms or (len(word) > 3 and word.endswith("s") and word[:-1] in terms and word not in WORD_NAMES)


def is_plural(word: str) -> bool:
    """Whether the word is an English one with s, and nobody's name."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or may_be_name(word):
        return False
    single = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return is_plain(single) and not may_be_name(single)


def is_plain(word: str) -> bool:
    """Whether the word is an English one, a term, a small word or a month: no name by itself."""
    return is_english(word) or is_term(word) or word in CLOSED or word in CALENDAR_NAMES
