"""Cheap looks at a text, before the expensive one, that tell whether a detail could stand in it at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reviewkit.anonymising.combinations.facts import CaseFacts
from reviewkit.language.days import MONTHS
from reviewkit.language.phrases import Anchor, Step, anchor_at, end_of
from reviewkit.loading.combinations import CLASSES, Group
from reviewkit.tuples import NamedTuple

NUMBERS = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety", "hundred",
))  # fmt: skip
SMALL_MONTHS = frozenset(month.lower() for month in MONTHS)
_FIRST_YEAR, _LAST_YEAR = "1900", "2099"
_COMMON = frozenset((
    "a", "an", "the", "one", "in", "at", "on", "of", "for", "to", "by", "from", "with", "and", "was", "were", "is",
    "are", "been", "his", "her", "their", "he", "she", "only", "mother", "father", "child", "children", "family",
    "born", "old", "its", "that", "our", "about", "around", "just", "some", "day", "into", "second", "first", "as",
    "school", "home", "work", "worked", "not", "said", "years", "months", "weeks", "days", "week",
))  # fmt: skip


class _Hint(NamedTuple):
    """What a word of a text may be part of: a phrase that says the fact, of such steps, the word being its anchor.

    `needed` are the other words that it can't do without, each any of several. A phrase of numbers and names alone has no
    anchor.
    """

    kind: str
    fact: str
    steps: tuple[Step, ...]
    anchor: Anchor | None
    needed: tuple[frozenset[str], ...]

    def may_stand(self, words: Sequence[str], at: int) -> bool:
        """Whether the phrase may stand there: first by the words beside its anchor, which rule out nearly all."""
        _, before, after, reach = self.anchor or _NO_ANCHOR
        if after is not None and not (at + 1 < len(words) and words[at + 1] in after):
            return False
        if before is not None and not (at and words[at - 1] in before):
            return False
        if not self.has_needed(words):
            return False
        return any(end_of(words, self.steps, start) for start in range(max(0, at - reach), at + 1))

    def has_needed(self, words: Sequence[str]) -> bool:
        """Whether a text of these words has one of each that the phrase can't do without, its anchor apart."""
        return not any(needed.isdisjoint(words) for needed in self.needed)


_NO_ANCHOR = Anchor(frozenset(), None, None, 0)


class Hints(NamedTuple):
    """Hints by a word that a text must have; `unanchored`, by kind, those of what numbers and names alone may say.

    A word counts both as itself and as its class, whichever it turns out to be, and ends of sentences and excuses count as
    nothing: so a hint is there wherever the phrase can be found.
    """

    groups: tuple[Group, ...]
    anchored: Mapping[str, Sequence[_Hint]]
    unanchored: Mapping[str, Sequence[_Hint]]

    def may_hold(self, words: Sequence[str]) -> bool:
        """Whether a text of these folded words could hold details that count."""
        anchored = self.anchored
        places = [at for at, word in enumerate(words) if word in anchored]
        if not places:
            return False
        if any(map(str.isdigit, words)):
            words = [class_of_number(word) if word.isdigit() else word for word in words]
        said: dict[str, set[str]] = {}
        for at in places:
            for hint in anchored[words[at]]:
                if hint.may_stand(words, at):
                    said.setdefault(hint.kind, set()).add(hint.fact)
        for kind, facts in said.items():
            facts.update(hint.fact for hint in self.unanchored.get(kind, ()) if hint.has_needed(words))
        return bool(said) and self._may_make(said)

    def _may_make(self, said: Mapping[str, set[str]]) -> bool:
        return any(
            group.within == "report" or group.is_made_of(said[group.kind])
            for group in self.groups
            if group.kind in said
        )


def class_of_number(word: str) -> str:
    """The class of a number in digits."""
    return "@year" if len(word) == len(_LAST_YEAR) and _FIRST_YEAR <= word <= _LAST_YEAR else "@n"


def hints_of(groups: Sequence[Group], facts: CaseFacts) -> Hints:
    """The hints of all phrases of these groups."""
    anchored: defaultdict[str, list[_Hint]] = defaultdict(list)
    unanchored: defaultdict[str, list[_Hint]] = defaultdict(list)
    nobody = CaseFacts(months=facts.months)
    for group in groups:
        for phrase in group.phrases:
            kind, fact, steps = group.kind, phrase.ask, phrase.steps
            hint = _hint(kind, fact, steps, facts) if "@p" in phrase.say else _remembered(kind, fact, steps, nobody)
            if hint.anchor is None:
                unanchored[kind].append(hint)
                continue
            for word in hint.anchor.words:
                anchored[word].append(hint)
    return Hints(tuple(groups), dict(anchored), dict(unanchored))


def _hint(kind: str, fact: str, steps: tuple[Step, ...], facts: CaseFacts) -> _Hint:
    """The hint by the words of a phrase that are likely the rarest; words of a class are none."""
    needed = [at for at, step in enumerate(steps) if step.words and not step.optional]
    named = [at for at in needed if steps[at].words.isdisjoint(CLASSES)]
    rarest = min(named, key=lambda at: _rarity(steps[at].words), default=None)
    months = SMALL_MONTHS if facts.months else frozenset[str]()
    classes = {"@n": NUMBERS, "@month": months, "@parent": facts.adults, "@place": facts.places}
    spelt_out = tuple([_spelt_out(step, classes) for step in steps])
    others = tuple([spelt_out[at].words for at in needed if at != rarest])
    anchor = None if rarest is None else anchor_at(spelt_out, rarest)
    return _Hint(kind, fact, spelt_out, anchor, others)


_remembered = lru_cache(maxsize=1024)(_hint)
"""The same for phrases that speak of nobody's name, since they are the same for every report."""


def _spelt_out(step: Step, classes: Mapping[str, frozenset[str]]) -> Step:
    """The step with all words of its classes; a number in digits is given as its class."""
    named = step.words.intersection(classes)
    return Step(step.words.union(*[classes[name] for name in named]), step.optional) if named else step


def _rarity(words: frozenset[str]) -> tuple[bool, int, int]:
    return words <= _COMMON, len(words & _COMMON), len(words)
