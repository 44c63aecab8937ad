"""Phrases as data, and all of them found in one pass over the words of a text.

A phrase is words with a blank between: `poor home condition|conditions`. `a|b` is either; `(the)` may be left out; `…`
is up to three words of any kind. Words, not letters, are compared; nothing is matched across the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewkit.language.tokens import Words

GAP = "…"
_LONGEST_GAP = 3
_PARTING = frozenset(".!?;:")


class Step(NamedTuple):
    """One word of a phrase, or a gap (then `words` is empty)."""

    words: frozenset[str]
    optional: bool = False


class Phrase(NamedTuple):
    """A way to say something. `ask` is the question to answer instead; `source` are keys of `sources.yaml`."""

    say: str
    steps: tuple[Step, ...]
    ask: str = ""
    source: tuple[str, ...] = ()
    list_name: str = ""


class PhraseList(NamedTuple):
    """One file of `schemas/phrases/`. `raises` is the code that every phrase of it raises, or "" where a rule judges."""

    name: str
    about: str
    phrases: tuple[Phrase, ...]
    raises: str = ""


class Match(NamedTuple):
    """A phrase found: its first and last word, counted in the text's words, the last exclusive."""

    phrase: Phrase
    first: int
    last: int


Index = Mapping[str, Sequence[Phrase]]


def read_steps(say: str) -> tuple[Step, ...]:
    """The steps of a phrase as it is written in the data."""
    return tuple(_step(part) for part in say.replace("’", "'").split())


def _step(part: str) -> Step:
    if part == GAP:
        return Step(frozenset())
    optional = part.startswith("(") and part.endswith(")")
    return Step(frozenset(part.strip("()").lower().split("|")), optional)


def index_phrases(phrases: Iterable[Phrase]) -> Index:
    """The phrases by each word that they can begin with."""
    index: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for word in _first_words(phrase.steps):
            index.setdefault(word, []).append(phrase)
    return index


def _first_words(steps: tuple[Step, ...]) -> Iterator[str]:
    for step in steps:
        yield from sorted(step.words)
        if not step.optional:
            return


def find_phrases(text: str, words: Words, index: Index) -> Iterator[Match]:
    """Every phrase of the index in the text, in the order of the text, the longest of one phrase at one place."""
    known = index.get
    for first, word in enumerate(words.words):
        for phrase in known(word, ()):
            last = _end(words.words, phrase.steps, first)
            if last and not _is_parted(text, words, first + 1, last):
                yield Match(phrase, first, last)


def _end(words: Sequence[str], steps: tuple[Step, ...], at: int) -> int:
    """Where the phrase ends if its `steps` match the words from `at` on, else 0."""
    if not steps:
        return at
    current, rest = steps[0], steps[1:]
    if not current.words:
        ends = (_end(words, rest, at + skipped) for skipped in range(_LONGEST_GAP + 1))
        return next((end for end in ends if end), 0)
    if at < len(words) and words[at] in current.words:
        end = _end(words, rest, at + 1)
        if end:
            return end
    return _end(words, rest, at) if current.optional else 0


def _is_parted(text: str, words: Words, first: int, last: int) -> bool:
    """Whether a sentence or a paragraph ends before one of these words."""
    for at in range(first, last):
        between = text[words.ends[at - 1] : words.starts[at]]
        if len(between) > 1 and (not _PARTING.isdisjoint(between) or between.count("\n") > 1):
            return True
    return False
