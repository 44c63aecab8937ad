"""What has to change in one text, and what nobody can decide: pure, so that writing and proof use the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewkit.anonymising.age_phrases import change_ages, change_intervals
from reviewkit.anonymising.appositions import plan_mentions
from reviewkit.anonymising.date_phrases import change_dates
from reviewkit.anonymising.editing import Doubt, Edit, without_overlaps
from reviewkit.anonymising.finding import Match, find_matches
from reviewkit.anonymising.judging import Place
from reviewkit.anonymising.listing import Plan
from reviewkit.anonymising.masking import masked
from reviewkit.anonymising.mentions import Mention
from reviewkit.anonymising.phrasing import phrase
from reviewkit.anonymising.preparing import Preparation
from reviewkit.anonymising.quotations import quotations
from reviewkit.anonymising.resolving import resolve
from reviewkit.anonymising.suspects import Suspect, find_suspects
from reviewkit.language.reading import Reading, read

_CLASH = Doubt("clash", "a name and a date too close to one another: reword")
_SUSPECT_WORDS = {
    "joined": "is joined to other letters, digits or marks: write it as a word of its own, or leave it out",
    "near": "is one letter away from a name of the register: correct it, or add it under `also`",
    "part": "is part of a name of the register: write the whole of it, or add it under `also`",
    "alphabet": "is in another alphabet, which can't be judged: write it in Latin letters, or leave it out",
}


class Analysis(NamedTuple):
    """Edits in the text's own offsets, in order; doubts in the order of the text."""

    edits: tuple[Edit, ...]
    doubts: tuple[Doubt, ...]
    mentions: tuple[Mention, ...]


def analyse(text: str, prepared: Preparation) -> Analysis:
    """The changes and doubts of that text."""
    return analyse_passage(read(text), prepared)


def analyse_passage(passage: Reading, prepared: Preparation) -> Analysis:
    """The same of a text that has been read."""
    dates = change_dates(passage.folded, prepared.dates)
    intervals, date_edits = change_intervals(passage.folded, dates.edits)
    covered = frozenset(number for span in dates.covered for number in _words_in(passage, span))
    matches = list(find_matches(passage, prepared.lexicon, covered))
    mentions, doubts = _resolved(passage, matches, prepared)
    taken = [range(match.first, match.last) for match in matches]
    suspects = find_suspects(passage, prepared.suspects, taken)
    name_edits, unreadable = _phrased(passage, mentions)
    edits, clash = without_overlaps([*date_edits, *intervals, *change_ages(passage.folded), *name_edits])
    spans = [Edit(*passage.folded.span(edit.start, edit.end), edit.text) for edit in edits]
    placed = tuple(edit for edit in spans if edit.text != passage.folded.source[edit.start : edit.end])
    found = (*dates.doubts, *doubts, *unreadable, *map(_suspicion, suspects), *([_CLASH] if clash else []))
    return Analysis(placed, found, tuple(mentions))


def _words_in(passage: Reading, span: tuple[int, int]) -> Iterator[int]:
    number = bisect_left(passage.starts, span[0])
    while number < len(passage.starts) and passage.starts[number] < span[1]:
        yield number
        number += 1


def _resolved(passage: Reading, matches: Sequence[Match], prepared: Preparation) -> tuple[list[Mention], list[Doubt]]:
    mentions: list[Mention] = []
    doubts: list[Doubt] = []
    firsts = {match.first for match in matches} | {match.last - 1 for match in matches}
    for match in matches:
        outcome = resolve(Place(passage, match, firsts.__contains__), prepared.lexicon, mentions)
        if isinstance(outcome, Mention):
            mentions.append(outcome)
        elif outcome:
            doubts.append(outcome)
    return mentions, doubts


def _phrased(passage: Reading, mentions: Sequence[Mention]) -> tuple[list[Edit], list[Doubt]]:
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    quotes = quotations(passage) if mentions else ()
    for plan in plan_mentions(passage, mentions):
        if plan.dropped:
            edits.append(Edit(plan.start, plan.end, ""))
            continue
        said = phrase(passage, plan.mention, quotes, _lead(passage, plan))
        edits += (Edit(plan.start, max(plan.end, said.end), said.text), *said.beside)
        if said.doubt:
            doubts.append(said.doubt)
    return edits, doubts


def _lead(passage: Reading, plan: Plan) -> int:
    return bisect_left(passage.starts, plan.start)


def _suspicion(suspect: Suspect) -> Doubt:
    return Doubt(f"{suspect.why} {suspect.form}", f"{masked(suspect.form)} {_SUSPECT_WORDS[suspect.why]}")
