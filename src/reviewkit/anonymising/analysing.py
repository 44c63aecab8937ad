"""What has to change in one text, and what nobody can decide: pure, so that writing and proof use the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reviewkit.anonymising.dates.ages import change_ages
from reviewkit.anonymising.dates.hints import tells_time
from reviewkit.anonymising.dates.intervals import change_intervals
from reviewkit.anonymising.dates.phrases import NO_DATES, DateChanges, DateRules, change_dates
from reviewkit.anonymising.decisions.deciding import Decided, find_decided
from reviewkit.anonymising.decisions.doubting import at_match, detected, suspicion
from reviewkit.anonymising.detecting import detections, spans_of, words_between, words_of
from reviewkit.anonymising.grammar.appositions import plan_mentions
from reviewkit.anonymising.grammar.editing import Doubt, Edit, without_overlaps
from reviewkit.anonymising.grammar.listing import Plan
from reviewkit.anonymising.grammar.phrasing import phrase
from reviewkit.anonymising.grammar.quotations import quotations
from reviewkit.anonymising.names.finding import Match, find_matches
from reviewkit.anonymising.names.mentions import Mention
from reviewkit.anonymising.names.place import Place
from reviewkit.anonymising.names.resolving import resolve
from reviewkit.anonymising.names.suspects import find_suspects
from reviewkit.anonymising.preparing import Preparation
from reviewkit.language.reading import Reading, read
from reviewkit.tuples import NamedTuple

_CLASH = Doubt("clash", "a name and a date too close to one another: reword", kind="clash", may_keep=False)
_NOBODY: frozenset[int] = frozenset()


class Analysis(NamedTuple):
    """Edits in the text's own offsets, in order; doubts in the order of the text, their places those of the plane.

    `known` are the words that are accounted for: dates, names of the register, whatever is decided.
    """

    reading: Reading
    edits: tuple[Edit, ...]
    doubts: tuple[Doubt, ...]
    mentions: tuple[Mention, ...]
    decided: tuple[Decided, ...]
    known: frozenset[int]


def analyse(text: str, prepared: Preparation, settled: frozenset[int] = _NOBODY) -> Analysis:
    """The changes and doubts of that text; decisions of the numbers in `settled` hold in any of its sentences."""
    return analyse_passage(read(text), prepared, settled)


def analyse_passage(passage: Reading, prepared: Preparation, settled: frozenset[int] = _NOBODY) -> Analysis:
    """The same of a text that has been read."""
    decided = find_decided(passage, prepared.decisions, everywhere=settled)
    closed = _words_in(passage, decided)
    dates, timed = _timed(passage, prepared.dates)
    covered = closed.union(*(words_between(passage, *span) for span in dates.covered))
    matches = list(find_matches(passage, prepared.lexicon, covered))
    taken = [range(match.first, match.last) for match in matches]
    closed_words = (range(number, number + 1) for number in closed)
    suspects = list(find_suspects(passage, prepared.suspects, [*taken, *closed_words]))
    if not (decided or timed or dates.doubts or matches or suspects):
        return Analysis(passage, (), (), (), (), covered)
    mentions, doubts = _resolved(passage, matches, prepared)
    mentions = sorted([*mentions, *_decided_mentions(passage, decided)], key=lambda mention: mention.first)
    settled_spans = spans_of((one.start, one.end) for one in decided)
    name_edits, unreadable = _phrased(passage, mentions)
    timed = [edit for edit in timed if not settled_spans.touches(edit.start, edit.end)]
    edits, clash = without_overlaps([*timed, *name_edits, *_left_out(passage, decided)])
    spans = [Edit(*passage.folded.span(edit.start, edit.end), edit.text) for edit in edits]
    placed = tuple(edit for edit in spans if edit.text != passage.folded.source[edit.start : edit.end])
    doubted = [*dates.doubts, *doubts, *unreadable, *(suspicion(passage, one, prepared.lexicon) for one in suspects)]
    open_doubts = [one for one in doubted if one.start < 0 or not settled_spans.touches(one.start, one.end)]
    known = covered | {number for words in taken for number in words}
    return Analysis(
        passage, placed, (*open_doubts, *([_CLASH] if clash else [])), tuple(mentions), tuple(decided), frozenset(known)
    )


def detect(analysis: Analysis, prepared: Preparation) -> tuple[Doubt, ...]:
    """A doubt for everything in the text that nobody declared and that its doubts are not about already."""
    passage = analysis.reading
    known = analysis.known | words_of(passage, prepared.published_names)
    everything = detections(passage, prepared.detectors, known)
    if not everything:
        return ()
    asked = spans_of((doubt.start, doubt.end) for doubt in analysis.doubts if doubt.start >= 0)
    return tuple(
        detected(passage, found)
        for found in everything
        if not asked.touches(found.detection.start, found.detection.end)
    )


def _timed(passage: Reading, rules: DateRules) -> tuple[DateChanges, list[Edit]]:
    """What is found of dates, and the edits of dates, intervals and ages together."""
    if not tells_time(passage.plane, passage.words):
        return NO_DATES, []
    dates = change_dates(passage.folded, rules, passage.words)
    intervals, date_edits = change_intervals(passage.folded, dates.edits, rules.precision)
    return dates, [*date_edits, *intervals, *change_ages(passage.folded)]


def _words_in(passage: Reading, decided: Sequence[Decided]) -> frozenset[int]:
    return frozenset(number for one in decided for number in words_between(passage, one.start, one.end))


def _resolved(passage: Reading, matches: Sequence[Match], prepared: Preparation) -> tuple[list[Mention], list[Doubt]]:
    mentions: list[Mention] = []
    doubts: list[Doubt] = []
    firsts = {match.first for match in matches} | {match.last - 1 for match in matches}
    for match in matches:
        place = Place(passage, match, firsts.__contains__)
        outcome = resolve(place, prepared.lexicon, mentions)
        if isinstance(outcome, Mention):
            mentions.append(outcome)
        elif outcome:
            doubts.append(at_match(outcome, place, prepared.lexicon))
    return mentions, doubts


def _decided_mentions(passage: Reading, decided: Sequence[Decided]) -> Iterator[Mention]:
    """What a decision puts in the place of words is written as a published name is: article, capital, possessive."""
    for one in decided:
        words = words_between(passage, one.start, one.end)
        if one.decision.action == "replace" and words:
            nobody = frozenset((-one.decision.number,))
            yield Mention(words[0], words[-1] + 1, (one.decision.replace_with,), nobody, "decided")


def _left_out(passage: Reading, decided: Sequence[Decided]) -> Iterator[Edit]:
    for one in decided:
        if one.decision.action == "omit" or not words_between(passage, one.start, one.end):
            yield _without(passage, one)


def _without(passage: Reading, one: Decided) -> Edit:
    """The words go with one blank beside them, and a pair of brackets or commas that held nothing else."""
    plane, start, end = passage.plane, one.start, one.end
    if (plane[start - 1 : start], plane[end : end + 1]) in (("(", ")"), ("[", "]"), ('"', '"')):
        start, end = start - 1, end + 1
    if plane[:start].endswith(", ") and plane[end : end + 1] in {",", "."}:
        start -= 2
        end += plane[end] == "," and plane[end + 1 : end + 2] == " " and start == 0
    elif plane[start - 1 : start].isspace() and (end == len(plane) or not plane[end].isalnum()):
        start -= 1
    elif start == 0 and plane[end : end + 1].isspace():
        end += 1
    return Edit(start, end, "" if one.decision.action != "replace" else one.decision.replace_with)


def _phrased(passage: Reading, mentions: Sequence[Mention]) -> tuple[list[Edit], list[Doubt]]:
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    if not mentions:
        return edits, doubts
    quotes = quotations(passage)
    for plan in plan_mentions(passage, mentions):
        if plan.dropped:
            edits.append(Edit(plan.start, plan.end, ""))
            continue
        said = phrase(passage, plan.mention, quotes, _lead(passage, plan))
        edits += (Edit(plan.start, max(plan.end, said.end), said.text), *said.beside)
        if said.doubt and plan.mention.sort != "decided":
            doubts.append(said.doubt._replace(kind="grammar", may_keep=False).at(plan.start, plan.end))
    return edits, doubts


def _lead(passage: Reading, plan: Plan) -> int:
    return bisect_left(passage.starts, plan.start)
