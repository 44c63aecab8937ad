"""What a report declares: its register with the published names, its decisions, and the words that may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewkit.anonymising.decisions.deciding import read_decisions
from reviewkit.anonymising.detecting import Phrases, index_names
from reviewkit.anonymising.fields import answers
from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.labels import core_of, name_everybody
from reviewkit.anonymising.names.lexicon import Lexicon, build_lexicon
from reviewkit.anonymising.names.vocabulary import ordinary_words
from reviewkit.language.folding import fold_word
from reviewkit.publication import Decision
from reviewkit.report import Report
from reviewkit.schema import Field
from reviewkit.tuples import NamedTuple


class Declared(NamedTuple):
    """`faults`: why the register, or a decision, can't be followed as it is.

    `published_names` are words that may stand: what people are published as, and what the template publishes as it is.
    """

    entities: tuple[Entity, ...]
    lexicon: Lexicon
    decisions: tuple[Decision, ...]
    published_names: Phrases
    faults: tuple[str, ...]


def declared_in(report: Report) -> Declared:
    """What that report declares."""
    entities, reasons = name_everybody(report)
    lexicon = build_lexicon(entities, ordinary_words(report.template), _abbreviations(report))
    decisions, faults = read_decisions(report)
    names = index_names(_published_names(report, entities, decisions))
    return Declared(entities, lexicon, decisions, names, (*reasons, *faults))


def _published_names(report: Report, entities: Iterable[Entity], decisions: Iterable[Decision]) -> Iterator[str]:
    for entity in entities:
        yield entity.label
        yield core_of(entity.label)
    for decision in decisions:
        yield decision.replace_with
    for answer in answers(report, _is_published_name):
        yield from answer.texts


def _is_published_name(field: Field) -> bool:
    """Titles of documents, partnerships, who wrote the review: the template publishes them as they are."""
    return field.publish == "keep" and field.type in ("line", "lines")


def _abbreviations(report: Report) -> Iterator[str]:
    """Terms of the glossary that are capitals: they are never somebody's initials."""
    for _, item in report.items("glossary"):
        term = item.get("term")
        for word in re.findall(r"\b[A-Z]{2,}\b", term) if isinstance(term, str) else ():
            yield fold_word(word)
