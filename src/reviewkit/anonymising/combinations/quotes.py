"""Quotations that are long enough to be searched for letter by letter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reviewkit.language.phrases import Phrase, is_excused
from reviewkit.language.reading import read
from reviewkit.language.tokens import Span, quotations, split_words

_REACH = 200
_OPENING_APOSTROPHES = (" '", "\n'", "('", "['", ":'", "-'", "—'", "–'", "\t'", "*'", "_'")
"""Signs of a quotation; an apostrophe within a word is none."""


def long_quotations(text: str, least: int) -> list[Span]:
    """The places of the quotations of `least` words or more; code is none."""
    if not _may_open(text):
        return []
    return [
        (start, end)
        for start, end in quotations(text)
        if end - start > 2 * least and text[start] != "`" and len(split_words(text[start:end]).words) >= least
    ]


def _may_open(text: str) -> bool:
    """Whether a sign of a quotation stands there; most texts are asked, so no loop but where there is an apostrophe."""
    if '"' in text or "“" in text or "‘" in text or "«" in text or ">" in text:
        return True
    return "'" in text and (text[0] == "'" or any(mark in text for mark in _OPENING_APOSTROPHES))


def own_words(
    text: str, spans: Sequence[Span], bounds: Sequence[Span], unless: tuple[str, ...]
) -> Iterator[tuple[Span, int]]:
    """Those that nothing in their sentence excuses, each with the number of its first sentence."""
    excuse = Phrase("", unless=unless)
    opens = [first for first, _ in bounds]
    for start, end in spans:
        number = max(0, bisect_right(opens, start) - 1)
        first, last = bounds[number]
        before = read(text[max(min(first, start), start - _REACH) : start]).words
        after = read(text[end : max(min(last, end + _REACH), end)]).words
        if not is_excused(excuse, before, after):
            yield (start, end), number
