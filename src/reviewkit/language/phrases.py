"""Phrases as data, and all of them found in one pass over the words of a text.

A phrase is words with a blank between: `poor home condition|conditions`. `a|b` is either; `(the)` may be left out; `…`
is up to three words of any kind. Words, not letters, are compared; nothing is matched across the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from reviewkit.language.tokens import Words
from reviewkit.tuples import NamedTuple

GAP = "…"
FOUND = "~"
"""In an excuse: the place of the phrase itself."""
_LONGEST_GAP = 3
_KEPT = 4096
"""Ways to say something whose steps are kept: several times what is shipped."""
_PARTING = frozenset(".!?;:|")
_BULLETS = frozenset(("-", "*", "+", ">", "#"))


class Step(NamedTuple):
    """One word of a phrase, or a gap (then `words` is empty)."""

    words: frozenset[str]
    optional: bool = False


class Phrase(NamedTuple):
    """A way to say something. `ask` is the question to answer instead; `source` are keys of `sources.yaml`.

    One of the excuses `unless` in the same sentence makes it harmless; in the sections `not_in` it isn't looked for.
    """

    say: str
    ask: str = ""
    source: tuple[str, ...] = ()
    list_name: str = ""
    unless: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Made when they are first asked for: of most phrases no report has the words."""
        return read_steps(self.say)


class PhraseList(NamedTuple):
    """One file of `schemas/phrases/`. `raises` is the code that every phrase of it raises, or "" where a rule judges.

    `only_in` are the sections in which it is looked for, all of them if it is empty.
    """

    name: str
    about: str
    phrases: tuple[Phrase, ...]
    raises: str = ""
    only_in: tuple[str, ...] = ()


@lru_cache(maxsize=_KEPT)
def read_steps(say: str) -> tuple[Step, ...]:
    """The steps of a phrase as it is written in the data."""
    return tuple(map(_step, say.replace("’", "'").split()))


@cache
def _step(part: str) -> Step:
    if part.isalnum():  # nine of ten: one word
        return Step(frozenset((part.lower(),)))
    if part == GAP:
        return Step(frozenset())
    optional = part.startswith("(") and part.endswith(")")
    return Step(frozenset(part.strip("()").lower().split("|")), optional)


class Match(NamedTuple):
    """A phrase found: its first and last word, counted in the text's words, the last exclusive."""

    phrase: Phrase
    first: int
    last: int


Index = Mapping[str, Sequence[tuple[Phrase, tuple[Step, ...], "frozenset[str] | None"]]]
"""The phrases and their steps by each word that they can begin with, and the words that can follow; None: any or none."""


def index_phrases(phrases: Iterable[Phrase]) -> Index:
    """The phrases, ready for `find_phrases`."""
    index: dict[str, list[tuple[Phrase, tuple[Step, ...], frozenset[str] | None]]] = {}
    for phrase in phrases:
        steps = phrase.steps
        for word, following in _beginnings(steps).items():
            index.setdefault(word, []).append((phrase, steps, following))
    return index


def _beginnings(steps: tuple[Step, ...]) -> dict[str, frozenset[str] | None]:
    """Each word that the steps can begin with, and the words that can follow it."""
    if not steps[0].optional:
        return dict.fromkeys(steps[0].words, _first_words(steps[1:]))
    found: dict[str, frozenset[str] | None] = {}
    for at, step in enumerate(steps):
        following = _first_words(steps[at + 1 :])
        for word in step.words:
            known = found.get(word, frozenset())
            found[word] = None if known is None or following is None else known | following
        if not step.optional:
            break
    return found


def _first_words(steps: tuple[Step, ...]) -> frozenset[str] | None:
    words: frozenset[str] = frozenset()
    for step in steps:
        if not step.words:
            return None
        words = words | step.words if words else step.words
        if not step.optional:
            return words
    return None


class Anchor(NamedTuple):
    """Words that a phrase can't do without, and those that can stand right before and after them; None is any or none."""

    words: frozenset[str]
    before: frozenset[str] | None
    after: frozenset[str] | None
    reach: int
    """How many words of the phrase can stand before them."""


def anchor_at(steps: tuple[Step, ...], number: int) -> Anchor:
    """The anchor at the step of that number, one that can't be left out.

    Wherever the phrase stands, so does one of these words between such neighbours: a step that may be left out adds its
    words to those of the next, and a gap, or the phrase's end, lets any word stand there.
    """
    before, after = steps[:number], steps[number + 1 :]
    reach = sum(1 if step.words else _LONGEST_GAP for step in before)
    return Anchor(steps[number].words, _first_words(before[::-1]), _first_words(after), reach)


@lru_cache(maxsize=_KEPT)
def needed_words(say: str) -> tuple[tuple[str, ...], ...]:
    """The words of each step that may not be left out: a text that says this holds one of each."""
    say = say.replace("’", "'").lower()
    parts = say.split()
    if not ("|" in say or "(" in say or ")" in say or GAP in say):  # most: words alone
        return tuple(zip(parts, strict=False))
    return tuple(
        [
            tuple(part.strip("()").split("|"))
            for part in parts
            if part != GAP and not (part.startswith("(") and part.endswith(")"))
        ]
    )


@lru_cache(maxsize=_KEPT)
def rarest_first(needed: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The same, those first that are likely the rarest: long words are. It decides only how fast others are ruled out."""
    return tuple(sorted(needed, key=lambda words: sum(2.0 ** -len(word) for word in words)))


def find_phrases(text: str, words: Words, index: Index) -> Iterator[Match]:
    """Every phrase of the index in the text, in the order of the text, the longest of one phrase at one place."""
    return (match for match in match_words(words.words, index) if not is_parted(text, words, match))


def match_words(each: Sequence[str], index: Index) -> Iterator[Match]:
    """The same by the words alone: some may turn out to be parted by the end of a sentence."""
    for first in [at for at, word in enumerate(each) if word in index]:
        following = each[first + 1] if first + 1 < len(each) else ""
        for phrase, steps, second in index[each[first]]:
            if second is None or following in second:
                last = end_of(each, steps, first)
                if last:
                    yield Match(phrase, first, last)


def is_excused(phrase: Phrase, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether one of the phrase's excuses stands in its sentence: the words before it, and those after it."""
    sentence = (*before, FOUND, *after)
    excuses = [read_steps(say) for say in phrase.unless]
    return any(end_of(sentence, steps, at) for steps in excuses for at in range(len(sentence)))


def end_of(words: Sequence[str], steps: tuple[Step, ...], at: int, number: int = 0) -> int:
    """Where the phrase ends if its `steps`, from that number on, match the words from `at` on, else 0."""
    size = len(words)
    for step in range(number, len(steps)):
        wanted, optional = steps[step]
        if not wanted:
            return _after_gap(words, steps, at, step + 1)
        if at < size and words[at] in wanted:
            end = end_of(words, steps, at + 1, step + 1) if optional else 0
            if end:
                return end
            at += not optional
        elif not optional:
            return 0
    return at


def _after_gap(words: Sequence[str], steps: tuple[Step, ...], at: int, number: int) -> int:
    size = len(words)
    wanted, optional = steps[number] if number < len(steps) else Step(frozenset())
    for start in range(at, min(at + _LONGEST_GAP, size) + 1):
        if optional or not wanted or (start < size and words[start] in wanted):
            end = end_of(words, steps, start, number)
            if end:
                return end
    return 0


def is_parted(text: str, words: Words, match: Match) -> bool:
    """Whether a sentence, a paragraph or an item of a list ends within the phrase."""
    for at in range(match.first + 1, match.last):
        start, end = words.ends[at - 1], words.starts[at]
        if end - start > 1 and _parts(text[start:end]):
            return True
    return False


def _parts(between: str) -> bool:
    if not _PARTING.isdisjoint(between):
        return True
    lines = between.count("\n")
    return lines > 1 or (lines == 1 and between.endswith((" ", "\t")) and between.split("\n")[1].strip() in _BULLETS)
