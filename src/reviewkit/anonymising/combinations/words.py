"""A text as the words and classes of words in which the facts of a combination are looked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reviewkit.anonymising.combinations.facts import CaseFacts
from reviewkit.anonymising.combinations.hints import NUMBERS, SMALL_MONTHS, class_of_number
from reviewkit.language.phrases import Index, Phrase, find_phrases, is_excused
from reviewkit.language.reading import Reading, read
from reviewkit.language.tokens import Span, Words, sentences
from reviewkit.tuples import NamedTuple

_REACH = 25
"""How many words before and after a phrase an excuse may stand; a sentence without an end must not cost more."""
_ALSO_WORDS = frozenset(("may", "march"))
_BEFORE_A_MONTH = frozenset(
    ("in", "of", "since", "until", "by", "from", "during", "early", "late", "mid", "last", "and")
)


class Found(NamedTuple):
    """A phrase in a text: `start` to `end` of it, in its sentence of that number."""

    phrase: Phrase
    start: int
    end: int
    sentence: int


def find_facts(text: str, index: Index, facts: CaseFacts) -> tuple[tuple[Span, ...], list[Found]]:
    """The places of the text's sentences, and every phrase of the index in it that no excuse makes harmless."""
    reading = read(text)
    words = Words(tuple(_classed(reading, facts)), tuple(reading.starts), tuple(reading.ends))
    matches = list(find_phrases(reading.plane, words, index))
    if not matches:
        return (), []
    bounds = sentences(text)
    opens = [first for first, _ in bounds]
    mapped = reading.folded.starts
    starts = reading.starts if mapped is None else [mapped[start] for start in reading.starts]
    found = []
    for phrase, first, last in matches:
        sentence = max(0, bisect_right(opens, starts[first]) - 1)
        begin, end = bisect_left(starts, bounds[sentence][0]), bisect_left(starts, bounds[sentence][1])
        before, after = words.words[max(begin, first - _REACH) : first], words.words[last : min(end, last + _REACH)]
        excused = phrase.unless and is_excused(phrase, before, after)
        if not excused and not _is_known(reading.words[first:last], facts):
            span = reading.folded.span(reading.starts[first], reading.ends[last - 1])
            found.append(Found(phrase, *span, sentence))
    return bounds, found


def _is_known(words: list[str], facts: CaseFacts) -> bool:
    """Whether nothing but the area's own name is said: the island of an island's partnership."""
    return facts.area.issuperset(words)


def _classed(reading: Reading, facts: CaseFacts) -> Iterator[str]:
    for number, word in enumerate(reading.words):
        if word.isdigit():
            yield class_of_number(word)
        elif word in NUMBERS:
            yield "@n"
        elif word in SMALL_MONTHS and facts.months and _is_month(reading, number):
            yield "@month"
        elif word in facts.adults and reading.is_capital(number):
            yield "@parent"
        elif word in facts.places and reading.is_capital(number):
            yield "@place"
        else:
            yield word


def _is_month(reading: Reading, number: int) -> bool:
    if reading.words[number] not in _ALSO_WORDS:
        return True
    if not reading.is_capital(number):
        return False
    return reading.word(number + 1).isdigit() or reading.word(number - 1) in _BEFORE_A_MONTH
