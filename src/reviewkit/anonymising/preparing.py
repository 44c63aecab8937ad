"""Everything that publishing one report needs to know, worked out once: names, forms, precision, birthdays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewkit.anonymising.dates.anchors import date_rules
from reviewkit.anonymising.dates.fields import read_moment
from reviewkit.anonymising.dates.phrases import DateRules
from reviewkit.anonymising.dates.precision import Moment
from reviewkit.anonymising.decisions.deciding import Decisions, index_decisions
from reviewkit.anonymising.declaring import declared_in
from reviewkit.anonymising.detecting import Phrases
from reviewkit.anonymising.fields import answers
from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.names.suspect_tables import Suspects, suspects_of
from reviewkit.anonymising.telling import telling_decisions, telling_labels
from reviewkit.contracts import Detector
from reviewkit.publication import Decision
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple


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
    detectors_in_markup: Sequence[Detector] = ()
    published_names: Phrases = Phrases({})


def prepare(report: Report, detectors: Sequence[Detector] = ()) -> Preparation:
    """The preparation for that report."""
    declared = declared_in(report)
    dates = date_rules(report, _birthdays(report), _kept_days(report))
    return Preparation(
        entities=declared.entities,
        lexicon=declared.lexicon,
        suspects=suspects_of(declared.lexicon),
        dates=dates,
        reasons=(*declared.faults, *dates.reasons, *telling_labels(declared), *telling_decisions(declared)),
        decisions=index_decisions(declared.decisions, declared.lexicon.heads),
        detectors=detectors,
        detectors_in_markup=tuple([detector for detector in detectors if detector.in_markup]),
        published_names=declared.published_names,
    )


def as_published(prepared: Preparation, kept: Iterable[Decision]) -> Preparation:
    """The preparation for reading what was published: words are kept in the published sentences that they stand in."""
    others = [one for some in prepared.decisions.by_text.values() for one in some if one.action != "keep"]
    return prepared._replace(decisions=index_decisions([*others, *kept], prepared.lexicon.heads))


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
