"""What in a draft's texts may identify somebody although nobody declared it: for its author, long before publishing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.anonymising.decisions.deciding import find_decided
from reviewkit.anonymising.detecting import detections, words_between, words_of
from reviewkit.anonymising.names.finding import find_matches
from reviewkit.anonymising.preparing import Preparation, prepare
from reviewkit.contracts import Detected, Detector
from reviewkit.language.passages import Passage, Prose
from reviewkit.language.reading import Reading, read
from reviewkit.report import Report

_UNPUBLISHED = ("not-for-publication", "not-published")
_SPOKEN_OF = frozenset(("prose", "line", "lines"))
"""An owner is a body or a role in free text: the rules on owners judge it."""


def detected_in(report: Report, prose: Prose, detectors: Sequence[Detector]) -> tuple[Detected, ...]:
    """Every detection in what will be published of the report, in its order; nothing if nothing will be published."""
    if report.at("publication", "form") in _UNPUBLISHED:
        return ()
    prepared = prepare(report, [detector for detector in detectors if detector.drafts])
    return tuple(found for passage in prose.passages if _goes_out(passage) for found in _in_passage(passage, prepared))


def _goes_out(passage: Passage) -> bool:
    field = passage.field
    return field.publish == "replace-names" and (field.type in _SPOKEN_OF or field.kind != "value")


def _in_passage(passage: Passage, prepared: Preparation) -> Iterator[Detected]:
    reading = read(passage.text)
    for detector, detection in detections(reading, prepared.detectors, _accounted(reading, prepared)):
        start, end = reading.folded.span(detection.start, detection.end)
        yield Detected(detector, passage, start, end, detection.sure)


def _accounted(reading: Reading, prepared: Preparation) -> frozenset[int]:
    """The words that are declared, published as they are, or decided on."""
    declared = (range(match.first, match.last) for match in find_matches(reading, prepared.lexicon))
    decided = (words_between(reading, one.start, one.end) for one in find_decided(reading, prepared.decisions))
    return words_of(reading, prepared.published_names).union(*declared, *decided)
