"""Cheap looks at a text, before the expensive one, that tell whether a detail could stand in it at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reviewkit.anonymising.combinations.facts import CaseFacts
from reviewkit.language.days import MONTHS
from reviewkit.language.phrases import Index, find_phrases
from reviewkit.language.reading import read
from reviewkit.language.tokens import Words
from reviewkit.loading.combinations import CLASSES, Group
from reviewkit.tuples import NamedTuple

Steps = tuple[frozenset[str], ...]

NUMBERS = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety", "hundred",
))  # fmt: skip
SMALL_MONTHS = frozenset(month.lower() for month in MONTHS)
_NUMBER = frozenset(("@n",))
_FIRST_YEAR, _LAST_YEAR = "1900", "2099"
_COMMON = frozenset((
    "a", "an", "the", "one", "in", "at", "on", "of", "for", "to", "by", "from", "with", "and", "was", "were", "is",
    "are", "been", "his", "her", "their", "he", "she", "only", "mother", "father", "child", "children", "family",
    "born", "old", "its", "that", "our", "about", "around", "just", "some", "day", "into", "second", "first", "as",
    "school", "home", "work", "worked", "not", "said", "years", "months", "weeks", "days", "week",
))  # fmt: skip


class Glance(NamedTuple):
    """The folded words of a text in their order; `known` are the different ones."""

    words: tuple[str, ...]
    known: frozenset[str]


class _Hint(NamedTuple):
    """A phrase as the words that it can't do without, each step any of several, and whether it needs a number."""

    kind: str
    fact: str
    steps: Steps
    needs_number: bool


class Hints(NamedTuple):
    """Hints by a word that a text must have; `always` are facts that may be said by numbers and names alone.

    `classes` are words that are read as a class, whatever their capitals; `clashing` those that a phrase names too.
    """

    groups: tuple[Group, ...]
    phrases: Index
    anchored: Mapping[str, tuple[_Hint, ...]]
    anchors: frozenset[str]
    always: Mapping[str, frozenset[str]]
    classes: Mapping[str, str]
    clashing: frozenset[str]

    def may_hold(self, glance: Glance) -> bool:
        """Whether the text could hold details that count: by its words, then by their order."""
        said: dict[str, set[str]] = {}
        known = glance.known
        for word in known & self.anchors:
            for kind, fact, steps, needs_number in self.anchored[word]:
                if any(map(known.isdisjoint, steps)) or (needs_number and not _has_number(known)):
                    continue
                said.setdefault(kind, set(self.always[kind])).add(fact)
        return self._may_make(said) and self._may_say(glance)

    def _may_say(self, glance: Glance) -> bool:
        if not self.clashing.isdisjoint(glance.known):
            return True
        classes = {word: class_of_number(word) for word in glance.known if word.isdigit()} | dict(self.classes)
        words = tuple([classes.get(word, word) for word in glance.words])
        size = len(words)
        # Without places nothing parts the words: sentences are told apart by the second look.
        unparted = Words(words, range(size), range(1, size + 1))  # type: ignore[arg-type]
        said: dict[str, set[str]] = {}
        for match in find_phrases("", unparted, self.phrases):
            said.setdefault(match.phrase.list_name, set()).add(match.phrase.ask)
        return self._may_make(said)

    def _may_make(self, said: Mapping[str, set[str]]) -> bool:
        return bool(said) and any(
            group.within == "report" or group.is_made_of(said[group.kind])
            for group in self.groups
            if group.kind in said
        )


def _has_number(words: frozenset[str]) -> bool:
    return not words.isdisjoint(NUMBERS) or any(map(str.isdigit, words))


def glance_at(text: str) -> Glance:
    """The words of that text."""
    words = tuple(read(text).words)
    return Glance(words, frozenset(words))


def class_of_number(word: str) -> str:
    """The class of a number in digits."""
    return "@year" if len(word) == len(_LAST_YEAR) and _FIRST_YEAR <= word <= _LAST_YEAR else "@n"


def hints_of(groups: Iterable[Group], index: Index, facts: CaseFacts) -> Hints:
    """The hints of all phrases of these groups."""
    some = tuple(groups)
    anchored: dict[str, list[_Hint]] = {}
    for hint in _hints(some):
        for word in hint.steps[0] if hint.steps else ():
            anchored.setdefault(word, []).append(hint._replace(steps=hint.steps[1:]))
    always = {group.kind: frozenset(hint.fact for hint in _hints((group,)) if not hint.steps) for group in some}
    classes = (
        dict.fromkeys(facts.places, "@place")
        | dict.fromkeys(facts.adults, "@parent")
        | dict.fromkeys(SMALL_MONTHS if facts.months else (), "@month")
        | dict.fromkeys(NUMBERS, "@n")
    )
    spoken = {word for group in some for phrase in group.phrases for step in phrase.steps for word in step.words}
    return Hints(
        some, index, {word: tuple(found) for word, found in anchored.items()}, frozenset(anchored), always, classes,
        frozenset(spoken.intersection(classes)),
    )  # fmt: skip


def _hints(groups: Iterable[Group]) -> Iterator[_Hint]:
    for group in groups:
        for phrase in group.phrases:
            needed = [step.words for step in phrase.steps if step.words and not step.optional]
            named = tuple(sorted((words for words in needed if words.isdisjoint(CLASSES)), key=_rarity))
            yield _Hint(group.kind, phrase.ask, named, _NUMBER in needed)


def _rarity(words: frozenset[str]) -> tuple[bool, int, int]:
    return words <= _COMMON, len(words & _COMMON), len(words)
