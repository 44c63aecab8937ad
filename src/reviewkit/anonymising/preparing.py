"""Everything that publishing one report needs to know, worked out once: names, forms, precision, birthdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewkit.anonymising.date_phrases import DateRules
from reviewkit.anonymising.entities import Entity
from reviewkit.anonymising.field_dates import read_moment
from reviewkit.anonymising.fields import answers
from reviewkit.anonymising.finding import find_matches
from reviewkit.anonymising.lexicon import Lexicon, build_lexicon
from reviewkit.anonymising.naming import core_of, name_everybody
from reviewkit.anonymising.precision import Moment, as_precision
from reviewkit.anonymising.suspects import Suspects, suspects_of
from reviewkit.anonymising.vocabulary import ordinary_words
from reviewkit.language.folding import fold_word
from reviewkit.language.reading import read
from reviewkit.report import Report


class Preparation(NamedTuple):
    """`reasons`: why the register itself can't be published as it is."""

    entities: tuple[Entity, ...]
    lexicon: Lexicon
    suspects: Suspects
    dates: DateRules
    reasons: tuple[str, ...]


def prepare(report: Report) -> Preparation:
    """The preparation for that report."""
    entities, reasons = name_everybody(report)
    lexicon = build_lexicon(entities, ordinary_words(report.template), _abbreviations(report))
    dates = DateRules(as_precision(report.at("publication", "date_precision")), _birthdays(report), _kept_days(report))
    return Preparation(entities, lexicon, suspects_of(lexicon), dates, (*reasons, *_telling_labels(entities, lexicon)))


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
        passage = read(core_of(entity.label))
        for match in find_matches(passage, lexicon):
            named = all(passage.is_capital(number) for number in range(match.first, match.last))
            if named and any(lexicon.labels_of(match.form)) and match.form.kinds != {"initials"}:
                yield f"{entity.described}: `published_as` holds a name of the register; choose another"
                break
