"""Withheld values and days as bare digits in a text of a finished file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reviewkit.anonymising.masking import masked
from reviewkit.anonymising.proof.clues import Clue, clue_at
from reviewkit.anonymising.proof.withheld import WINDOW, Withheld, Words, windows
from reviewkit.language.reading import Reading

_NUMBERS_OF_A_DAY = 3


def find_withheld(passage: Reading, withheld: Withheld) -> Iterator[Clue]:
    """Withheld values in a text, each once."""
    words, until = passage.words, 0
    for number, word in enumerate(words) if _may_hold(words, withheld) else ():
        if number < until:
            continue
        for some, what in withheld.texts.get(word, ()):
            if tuple(words[number : number + len(some)]) == some:
                until = number + len(some)
                yield clue_at(passage, "withheld", f"{what}, {masked(some[0])}", number, until)
                break
        last = _day_at(passage, number, withheld.digits) if number >= until and word.isdigit() else 0
        if last:
            until = last
            yield clue_at(passage, "day", "an exact day that the report withholds, as a number", number, last)
    yield from _find_runs(passage, withheld.runs)


def _may_hold(words: list[str], withheld: Withheld) -> bool:
    """Whether any value begins in those words, or they hold a day as one number, or numbers enough for one as three."""
    if not (withheld.texts.keys().isdisjoint(words) and withheld.digits.isdisjoint(words)):
        return True
    return sum(map(str.isdigit, words)) >= _NUMBERS_OF_A_DAY


def _day_at(passage: Reading, number: int, digits: frozenset[str]) -> int:
    """The end of a day that begins there in figures, as one number or as three with a blank or mark between; else 0."""
    if passage.words[number] in digits:
        return number + 1
    three = passage.words[number : number + _NUMBERS_OF_A_DAY]
    if len(three) < _NUMBERS_OF_A_DAY or not all(word.isdigit() for word in three):
        return 0
    apart = any(len(passage.gap(number + step)) != 1 for step in range(_NUMBERS_OF_A_DAY - 1))
    return 0 if apart or "".join(word.zfill(2) for word in three) not in digits else number + _NUMBERS_OF_A_DAY


def _find_runs(passage: Reading, runs: Mapping[Words, str]) -> Iterator[Clue]:
    words, until = passage.words, 0
    if runs.keys().isdisjoint(windows(words)):
        return
    for number in range(len(words) - WINDOW + 1):
        what = runs.get(tuple(words[number : number + WINDOW])) if number >= until else None
        if what:
            until = number + WINDOW
            while until < len(words) and tuple(words[until - WINDOW + 1 : until + 1]) in runs:
                until += 1
            yield clue_at(passage, "withheld", f"words of {what}", number, until)
