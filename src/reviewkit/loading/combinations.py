"""`schemas/combinations/*.yaml` → groups of details that together identify a family.

The file `court-case.yaml` explains the language at its top.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal, cast

from reviewkit import resources
from reviewkit.language.phrases import Phrase, needed_words
from reviewkit.loading.plain_values import read_shipped
from reviewkit.tuples import NamedTuple

Within = Literal["sentence", "nearby", "text", "report"]

FOLDER = os.path.join("schemas", "combinations")
CLASSES = ("@n", "@month", "@year", "@parent", "@place")
"""Steps that stand for many words: a number, a month, a year, an adult of the family, a place that may be named."""
WITHINS: tuple[Within, ...] = ("sentence", "nearby", "text", "report")


class Group(NamedTuple):
    """Details of one kind. A phrase of it bears the kind as `list_name` and its fact as `ask`.

    `needs` different facts `within` such a stretch of text make the group, those of `must` among them; one of `alone` is
    enough. Facts of `capital` count only with a capital. `quotations_of`: quotations of so many words are its facts.
    """

    kind: str
    title: str
    proposals: tuple[str, ...]
    needs: int
    within: Within
    must: frozenset[str]
    alone: frozenset[str]
    capital: frozenset[str]
    unless: tuple[str, ...]
    facts: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    quotations_of: int = 0

    def is_made_of(self, facts: Collection[str]) -> bool:
        """Whether these facts, found together, make the group."""
        found = frozenset(facts)
        return bool(found & self.alone) or (len(found) >= self.needs and self.must <= found)


def load_groups() -> tuple[Group, ...]:
    """Every shipped group, by its file's name."""
    files = resources.names(FOLDER, ".yaml")
    return tuple(build_group(read_shipped(FOLDER, file), file.removesuffix(".yaml")) for file in files)


def build_group(raw: Mapping[str, Any], kind: str) -> Group:
    """A group from its file's plain values."""
    unless = tuple(raw.get("unless", ()))
    facts: Mapping[str, Any] = raw.get("facts", {})
    return Group(
        kind=kind,
        title=raw["title"],
        proposals=tuple(raw["proposals"]),
        needs=int(raw.get("needs", 2)),
        within=cast("Within", raw.get("within", "report")),
        must=frozenset(raw.get("must", ())),
        alone=frozenset(raw.get("alone", ())),
        capital=frozenset(raw.get("capital", ())),
        unless=unless,
        facts=tuple(facts),
        phrases=tuple(
            phrase for fact in facts for entry in facts[fact] for phrase in _phrases(entry, kind, fact, unless)
        ),
        quotations_of=int(raw.get("quotations_of", 0)),
    )


def _phrases(entry: Any, kind: str, fact: str, unless: tuple[str, ...]) -> Iterator[Phrase]:
    if isinstance(entry, str):
        yield Phrase(entry, fact, (), kind, unless)
        return
    for say in entry["say"] if isinstance(entry["say"], list) else [entry["say"]]:
        yield Phrase(say, fact, (), kind, (*unless, *entry.get("unless", ())))


def possible(groups: Iterable[Group], words: Collection[str]) -> tuple[Group, ...]:
    """The groups that texts of these words could make at all, with the phrases that could be in them.

    A cheap look before the expensive one: most reports hold the words of few groups.
    """
    known = frozenset(words).union(CLASSES)
    found = []
    for group in groups:
        phrases = tuple(
            [phrase for phrase in group.phrases if not any(map(known.isdisjoint, needed_words(phrase.say)))]
        )
        if group.quotations_of or group.is_made_of({phrase.ask for phrase in phrases}):
            found.append(group._replace(phrases=phrases))
    return tuple(found)
