"""What in a draft's texts may identify somebody although nobody declared it: for its author, long before publishing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.anonymising.decisions.deciding import Decisions, find_decided, index_decisions
from reviewkit.anonymising.declaring import Declared, declared_in
from reviewkit.anonymising.detecting import detections, words_between, words_of
from reviewkit.anonymising.names.finding import find_matches
from reviewkit.contracts import Detected, Detector
from reviewkit.language.passages import Passage, Prose
from reviewkit.language.reading import Reading, read
from reviewkit.report import NOT_PUBLISHED, Report

_SPOKEN_OF = frozenset(("prose", "line", "lines"))
"""An owner is a body or a role in free text: the rules on owners judge it."""


def detected_in(report: Report, prose: Prose, detectors: Sequence[Detector]) -> tuple[Detected, ...]:
    """Every detection in what will be published of the report, in its order; nothing if nothing will be published."""
    if report.at("publication", "form") in NOT_PUBLISHED:
        return ()
    declared = declared_in(report)
    decisions = index_decisions(declared.decisions)
    sure = tuple(detector for detector in detectors if detector.drafts)
    passages = filter(_goes_out, prose.passages)
    return tuple(found for passage in passages for found in _in_passage(passage, sure, declared, decisions))


def _goes_out(passage: Passage) -> bool:
    field = passage.field
    return field.publish == "replace-names" and (field.type in _SPOKEN_OF or field.kind != "value")


def _in_passage(
    passage: Passage, detectors: Sequence[Detector], declared: Declared, decisions: Decisions
) -> Iterator[Detected]:
    reading = read(passage.text)
    for detector, detection in detections(reading, detectors, _accounted(reading, declared, decisions)):
        start, end = reading.folded.span(detection.start, detection.end)
        yield Detected(detector, passage, start, end, detection.sure)


def _accounted(reading: Reading, declared: Declared, decisions: Decisions) -> frozenset[int]:
    """The words that are declared, published as they are, or decided on."""
    named = (range(match.first, match.last) for match in find_matches(reading, declared.lexicon))
    decided = (words_between(reading, one.start, one.end) for one in find_decided(reading, decisions))
    return words_of(reading, declared.published_names).union(*named, *decided)
