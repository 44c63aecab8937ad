"""Abbreviations in a text, and whether it says what they are short for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewkit.language.tokens import Span, split_words

_SHORT = r"[A-Z](?:[A-Z]{1,5}|[a-z][A-Z])s?+(?!\w)"
_ROMAN = frozenset("IVX")
_WITHIN_A_WORD = frozenset((".", "'", "’", "&", "_"))
_LINK_SIGNS = ("@", "\\", "_", "://", "www.")
_SMALL = frozenset({"of", "and", "the", "for", "to", "in", "or", "a", "an", "on", "with", "by", "not", "at"})
_LONG = 6
_LONGEST_WAY = 12
"""No abbreviation is spelt out over more words than this."""


def abbreviations(text: str) -> Iterator[Span]:
    """Where words of capitals stand that are no Roman numeral, no part of a reference or a link, and not shouted."""
    for match in _pattern().finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        if before.isalnum() or before in _WITHIN_A_WORD or _ROMAN.issuperset(match.group()):
            continue
        if not _is_shouted(text, start, end) and not _is_code(text, start):
            yield start, end - match.group().endswith("s")


def is_spelt_out(short: str, sentence: str) -> bool:
    """Whether the words that `short` is made of stand beside it in this sentence, before or after."""
    if any(
        _is_in_brackets(short[0].lower(), sentence, start, start + len(short)) for start in _places(short, sentence)
    ):
        return True
    letters = short.lower()
    own = (letters, f"{letters}s", f"{letters}'s")
    words = ["" if word in own else word for word in split_words(sentence).words]  # it can't spell itself out
    return any(_is_beside(letters, words, at) for at, word in enumerate(words) if not word)


def _places(short: str, text: str) -> Iterator[int]:
    start = text.find(short)
    while start >= 0:
        yield start
        start = text.find(short, start + 1)


def _is_in_brackets(letter: str, text: str, start: int, end: int) -> bool:
    """`TB (tuberculosis)` or `tuberculosis (TB)`: one long word with the same first letter."""
    after = text[end:].lstrip("s'’\"”* ")
    before = text[:start].rstrip("\"“‘'* ")
    near = split_words(after).words[:1] if after.startswith("(") else ()
    near += split_words(before).words[-1:] if before.endswith("(") else ()
    return any(word[0] == letter and len(word) >= _LONG for word in near)


def _is_beside(letters: str, words: Sequence[str], at: int) -> bool:
    """Of two letters the words have to be next to it; of more they may stand a little apart."""
    apart = 1 if len(letters) == 2 else 6
    before, after = words[max(0, at - _LONGEST_WAY - apart) : at], words[at + 1 : at + 1 + _LONGEST_WAY + apart]
    ends = range(len(before), max(0, len(before) - apart - 1), -1)
    return any(
        _spells(letters, before[start:end], whole=True)
        for end in ends
        for start in range(max(0, end - _LONGEST_WAY), end)
    ) or any(_spells(letters, after[start:], whole=False) for start in range(min(apart, len(after))))


def _spells(letters: str, words: Sequence[str], *, whole: bool) -> bool:
    """Whether the words' beginnings are these letters in order; small words may be left out.

    A word may give several letters from its beginning (`co` of coordinator). `whole`: no word may be left over.
    """
    reached = {0}
    for word in words:
        if not whole and len(letters) in reached:
            return True
        reached = {at + taken for at in reached for taken in _takes(word, letters[at:])}
    return len(letters) in reached


def _takes(word: str, letters: str) -> Iterator[int]:
    """How many of the letters the word can stand for."""
    small = word in _SMALL
    if small:
        yield 0
    for taken in range(1, min(len(letters), 1 if small else len(letters)) + 1):
        if word.startswith(letters[:taken]):
            yield taken


def _is_code(text: str, start: int) -> bool:
    """Part of a reference number, a postcode or a link: the signs around it, up to the next blanks, show it."""
    around = text[_blank_before(text, start) : start] + text[start : start + 60].split(maxsplit=1)[0]
    return any(sign.isdigit() for sign in around) or any(sign in around for sign in _LINK_SIGNS)


def _blank_before(text: str, start: int) -> int:
    while start and not text[start - 1].isspace():
        start -= 1
    return start


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a neighbour is in capitals too: DO NOT COPY."""
    neighbours = (*text[max(0, start - 30) : start].split()[-1:], *text[end : end + 30].split()[:1])
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in neighbours)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_SHORT)
