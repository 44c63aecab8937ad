"""Words that somebody chose for the published version, judged before they are put in."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.anonymising.analysing import analyse, detect
from reviewkit.anonymising.preparing import prepare
from reviewkit.contracts import Detector
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple


class Fault(NamedTuple):
    """Why words can't stand in the published version, as part of a sentence that may hold them.

    `sure`: they would be refused or changed; otherwise they only look like something that tells, and a person knows.
    """

    said: str
    sure: bool


def fault_of_words(report: Report, words: str, detectors: Sequence[Detector]) -> Fault | None:
    """What is wrong with those words; None if they can stand."""
    if not any(letter.isalnum() for letter in words):
        return Fault("there is no word in them", sure=True)
    prepared = prepare(report, detectors)
    analysis = analyse(words, prepared)
    if analysis.edits or any(not mention.is_kept for mention in analysis.mentions):
        return Fault("they hold a name of the register, or a date or age that is made coarser", sure=True)
    if analysis.doubts:
        return Fault("they could mean somebody or something of the register", sure=True)
    doubts = detect(analysis, prepared)
    if not doubts:
        return None
    found = analysis.reading.folded.source_of(doubts[0].start, doubts[0].end)
    return Fault(f"“{found}”{doubts[0].question.partition('”')[2]}", sure=False)
