"""A relation said straight before a name that is published as another: `her partner Darren`, `Maureen's daughter Sam`."""

from __future__ import annotations

from reviewkit.anonymising.grammar.listing import Plan
from reviewkit.anonymising.grammar.nouns import is_determined, noun_start
from reviewkit.anonymising.names.labels import is_role
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_KIN = word_set(
    "partner boyfriend girlfriend husband wife fiance fiancee ex stepdad stepfather stepmum stepmother uncle aunt auntie",
    "cousin nan nana gran granny grandma grandmother grandad grandfather grandpa son daughter nephew niece",
)
_STEPS = word_set("dad father mum mother son daughter partner husband wife boyfriend girlfriend")
_TELLING = word_set("told tells tell telling said says asked ask asks thought believed knew know knows")
"""After these a person is told something of another: `told her partner Imran had left`."""


def with_relation(passage: Reading, plan: Plan) -> Plan:
    """Two nouns side by side read as one: the second in brackets, or only the one that says more."""
    noun = _noun_at(passage, plan)
    if noun < 0 or plan.dropped or plan.absorbed:
        return plan
    if _is_told(passage, noun):
        return plan
    if not is_determined(passage, noun):
        return plan._replace(start=passage.starts[noun_start(passage, noun)], absorbed=True)
    if passage.plane[plan.end : plan.end + 1] == "'":
        return plan._replace(start=passage.ends[plan.mention.first - 1], dropped=True)
    return plan._replace(mention=plan.mention._replace(labels=(f"({plan.mention.labels[0]})",)))


def _is_told(passage: Reading, noun: int) -> bool:
    """Whether a verb of telling stands shortly before the noun, in its clause."""
    for number in range(noun - 1, max(-1, noun - 5), -1):
        if not (passage.joined(number) or passage.gap(number) == "'"):
            return False
        if passage.word(number) in _TELLING:
            return True
    return False


def _noun_at(passage: Reading, plan: Plan) -> int:
    """The word at which a relation begins that stands straight before a name published by role, or -1."""
    mention = plan.mention
    last = mention.first - 1
    if len(mention.labels) != 1 or mention.sort != "person" or not is_role(mention.labels[0]):
        return -1
    if not passage.joined(last):
        return -1
    stepped = passage.gap(last - 1) == "-" and passage.word(last - 1) in {"step", "ex"}
    if stepped and passage.word(last) in _STEPS:
        return last - 1
    return last if passage.word(last) in _KIN else -1
