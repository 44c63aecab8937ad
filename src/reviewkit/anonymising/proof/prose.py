"""What a text that people read gives away: whatever the anonymiser would still change or ask in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.analysing import Analysis, analyse_passage, detect
from reviewkit.anonymising.detecting import spans_of
from reviewkit.anonymising.masking import masked
from reviewkit.anonymising.preparing import Preparation
from reviewkit.anonymising.proof.clues import Clue, clue_at
from reviewkit.anonymising.proof.constants import is_plain_constant
from reviewkit.language.reading import Reading, read
from reviewkit.language.word_classes import CALENDAR_NAMES, COUNTS, WEEKDAYS

_TIMED = CALENDAR_NAMES | COUNTS | WEEKDAYS


def in_prose(passage: Reading, prepared: Preparation) -> Iterator[Clue]:
    """The anonymiser has nothing left to do in a text that it wrote."""
    analysis = analyse_passage(passage, prepared)
    names = list(_names(passage, analysis, prepared))
    yield from names
    yield from _decided(passage, analysis)
    yield from _dates(passage, analysis, names)
    for doubt in analysis.doubts:
        start, end = passage.folded.span(doubt.start, doubt.end) if doubt.start >= 0 else (-1, -1)
        yield Clue(doubt.kind or "question", doubt.question, start, end)
    if not is_plain_constant(passage):
        yield from _detected(passage, analysis, prepared)


def named(form: str, whose: str) -> str:
    """What is said of a form of the register."""
    return f"{masked(form)}, a form of {whose}"


def disguised(form: str, prepared: Preparation, how: str) -> str:
    """What is said of a form of one word that stands there in disguise."""
    known = next((one for one in prepared.lexicon.heads.get(form, ()) if one.words == (form,)), None)
    whose = prepared.entities[known.bearers[0].entity].described if known else "the register"
    return f"{named(form, whose)}, {how}"


def _names(passage: Reading, analysis: Analysis, prepared: Preparation) -> Iterator[Clue]:
    for mention in analysis.mentions:
        if not mention.is_kept and mention.sort != "decided":
            whose = prepared.entities[min(mention.entities)].described
            said = named(passage.word(mention.last - 1), whose)
            yield clue_at(passage, "name", said, mention.first, mention.last)


def _decided(passage: Reading, analysis: Analysis) -> Iterator[Clue]:
    for one in analysis.decided:
        if one.decision.action != "keep":
            said = f"words that decision {one.decision.number} takes out"
            yield Clue("decision", said, *passage.folded.span(one.start, one.end))


def _dates(passage: Reading, analysis: Analysis, names: list[Clue]) -> Iterator[Clue]:
    """Edits that no name asks for. Beside names, words go or change as well that tell nothing by themselves."""
    taken = [(clue.start, clue.end) for clue in names]
    taken += [passage.folded.span(one.start, one.end) for one in analysis.decided]
    spans = spans_of(taken)
    for edit in analysis.edits:
        if spans.touches(edit.start, max(edit.end, edit.start + 1)):
            continue
        if not taken or _is_timed(passage.folded.source[edit.start : edit.end]):
            yield Clue("date", "a date, an age or a time between that is too exact", edit.start, edit.end)


def _detected(passage: Reading, analysis: Analysis, prepared: Preparation) -> Iterator[Clue]:
    """What nobody declared. After a number or an id (`L2 Ask about …`) a capital is that of a sentence."""
    found = list(_spans(passage, analysis, prepared))
    number = _number().match(passage.folded.source) if found else None
    if not number:
        yield from found
        return
    begin = number.end()
    rest = read(passage.folded.source[begin:])
    clues = _spans(rest, analyse_passage(rest, prepared), prepared)
    others = spans_of((clue.start + begin, clue.end + begin) for clue in clues)
    for clue in found:
        is_before = clue.end <= number.start("id")
        if is_before or others.touches(clue.start, clue.end):
            yield clue


def _spans(passage: Reading, analysis: Analysis, prepared: Preparation) -> Iterator[Clue]:
    for doubt in detect(analysis, prepared):
        yield Clue(doubt.kind, doubt.question, *passage.folded.span(doubt.start, doubt.end))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"(?:[^\n]{1,60}\n\n)?\s*(?P<id>[A-Z]{1,3}\d{1,3}|\d{1,3}(?:\.\d{1,3})*\.?)(?:\s+|(?<=\d)(?=[A-Z][a-z]))(?=[A-Z])"
    )


def _is_timed(text: str) -> bool:
    return any(letter.isdigit() for letter in text) or any(word.strip(",.") in _TIMED for word in text.lower().split())
