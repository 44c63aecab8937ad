"""What in a draft's texts may identify somebody although nobody declared it: for its author, long before publishing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.anonymising.decisions.deciding import Decisions, find_decided, index_decisions
from reviewkit.anonymising.declaring import Declared, declared_in
from reviewkit.anonymising.detecting import detections, words_between, words_of
from reviewkit.anonymising.names.finding import find_matches
from reviewkit.contracts import Detected, Detector
from reviewkit.language.passages import Passage
from reviewkit.language.reading import Reading, read
from reviewkit.report import Report


def detected_in(report: Report, passages: Sequence[Passage], detectors: Sequence[Detector]) -> tuple[Detected, ...]:
    """Every detection in these texts of the report, in their order."""
    declared = declared_in(report)
    decisions = index_decisions(declared.decisions)
    sure = tuple(detector for detector in detectors if detector.drafts)
    return tuple(found for passage in passages for found in _in_passage(passage, sure, declared, decisions))


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
