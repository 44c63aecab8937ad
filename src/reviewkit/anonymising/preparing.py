"""Everything that publishing one report needs to know, worked out once: names, forms, precision, birthdays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reviewkit.anonymising.dates.anchors import date_rules
from reviewkit.anonymising.dates.fields import read_moment
from reviewkit.anonymising.dates.phrases import DateRules
from reviewkit.anonymising.dates.precision import Moment
from reviewkit.anonymising.decisions.deciding import Decisions, index_decisions, read_decisions
from reviewkit.anonymising.detecting import Phrases, index_names
from reviewkit.anonymising.fields import answers
from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.finding import Match, find_matches
from reviewkit.anonymising.names.labels import core_of, name_everybody
from reviewkit.anonymising.names.lexicon import Lexicon, build_lexicon
from reviewkit.anonymising.names.suspects import Suspects, suspects_of
from reviewkit.anonymising.names.vocabulary import ordinary_words
from reviewkit.contracts import Detector
from reviewkit.language.folding import fold_word
from reviewkit.language.reading import Reading, read
from reviewkit.publication import Decision
from reviewkit.report import Report


class Preparation(NamedTuple):
    """`reasons`: why the register, or a decision, can't be followed as it is.

    `published_names` are words that may stand: what people are published as, and what the template publishes as it is.
    """

    entities: tuple[Entity, ...]
    lexicon: Lexicon
    suspects: Suspects
    dates: DateRules
    reasons: tuple[str, ...]
    decisions: Decisions = Decisions()
    detectors: Sequence[Detector] = ()
    published_names: Phrases = Phrases({})


def prepare(report: Report, detectors: Sequence[Detector] = ()) -> Preparation:
    """The preparation for that report."""
    entities, reasons = name_everybody(report)
    lexicon = build_lexicon(entities, ordinary_words(report.template), _abbreviations(report))
    dates = date_rules(report, _birthdays(report), _kept_days(report))
    decisions, faults = read_decisions(report)
    telling = (*_telling_labels(entities, lexicon), *_telling_decisions(decisions, lexicon))
    return Preparation(
        entities, lexicon, suspects_of(lexicon), dates, (*reasons, *dates.reasons, *faults, *telling),
        index_decisions(decisions), detectors, index_names(_published_names(report, entities, decisions)),
    )  # fmt: skip


def as_published(prepared: Preparation, kept: Iterable[Decision]) -> Preparation:
    """The preparation for reading what was published: words are kept in the published sentences that they stand in."""
    others = [one for some in prepared.decisions.by_text.values() for one in some if one.action != "keep"]
    return prepared._replace(decisions=index_decisions([*others, *kept]))


def _published_names(report: Report, entities: Iterable[Entity], decisions: Iterable[Decision]) -> Iterator[str]:
    for entity in entities:
        yield entity.label
        yield core_of(entity.label)
    for decision in decisions:
        yield decision.replace_with
    for answer in answers(report):
        # Titles of documents, partnerships, who wrote the review: the template publishes them as they are.
        if answer.field.publish == "keep" and answer.field.type in ("line", "lines"):
            for text in answer.value if isinstance(answer.value, list) else (answer.value,):
                yield text if isinstance(text, str) else ""


def _abbreviations(report: Report) -> Iterator[str]:
    """Terms of the glossary that are capitals: they are never somebody's initials."""
    for _, item in report.items("glossary"):
        term = item.get("term")
        for word in re.findall(r"\b[A-Z]{2,}\b", term) if isinstance(term, str) else ():
            yield fold_word(word)


def _birthdays(report: Report) -> frozenset[Moment]:
    written = [person.born for person in report.register.people.values()]
    written += [answer.value for answer in answers(report) if answer.field.id == "date_of_birth"]
    return frozenset(moment for value in written if (moment := read_moment(value)) and moment.day)


def _kept_days(report: Report) -> frozenset[Moment]:
    """Days that the template publishes as they are, such as the day of publication."""
    kept = (
        read_moment(answer.value)
        for answer in answers(report)
        if answer.field.publish == "keep" and answer.field.type in ("date", "approximate-date")
    )
    return frozenset(moment for moment in kept if moment)


def _telling_labels(entities: tuple[Entity, ...], lexicon: Lexicon) -> Iterator[str]:
    """Published names that hold a form of the register, which would be replaced or found again."""
    for entity in entities:
        if _holds_name(core_of(entity.label), lexicon):
            yield f"{entity.described}: `published_as` holds a name of the register; choose another"


def _telling_decisions(decisions: Iterable[Decision], lexicon: Lexicon) -> Iterator[str]:
    for decision in decisions:
        place = f"decision {decision.number} under `publication.decisions`"
        if _holds_name(decision.replace_with, lexicon):
            yield f"{place}: `replace_with` holds a name of the register; choose other words"
        if decision.action == "keep" and _names_somebody(decision.text, lexicon):
            yield f"{place}: a name of the register can't be kept; replace it, or give its entry `published_as: keep`"


def _holds_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a form of somebody who is not published by name stands in words that will be."""
    passage = read(text)
    return any(
        all(passage.is_capital(number) for number in range(match.first, match.last))
        for match in _telling_matches(passage, lexicon)
    )


def _names_somebody(text: str, lexicon: Lexicon) -> bool:
    """Whether a form stands there that is no ordinary word as well."""
    return any(not match.form.is_word for match in _telling_matches(read(text), lexicon))


def _telling_matches(passage: Reading, lexicon: Lexicon) -> Iterator[Match]:
    for match in find_matches(passage, lexicon):
        if any(lexicon.labels_of(match.form)) and match.form.kinds != {"initials"}:
            yield match
