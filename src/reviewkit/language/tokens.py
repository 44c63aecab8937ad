"""Text → words, sentences and quotations, by their places. Nothing here knows what a report is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

Span = tuple[int, int]

_WORD = r"[^\W_]+(?:['’][^\W_]+)*"
_QUOTATION = (
    r"“[^”]*”|‘(?:[^’]|’(?=\w))*’|«[^»]*»|\"[^\"]*\"|(?<!\w)'(?=\S)(?:[^'\n]|'(?=\w))*'(?!\w)|`[^`\n]+`"
    r"|(?:^|(?<=\n))[ \t]*>[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*"
)
_SENTENCE_END = r"[.!?…]+[\"'”’)\]*_]*\s+(?=[^\w\s]*[A-Z0-9])|\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])"
_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "st", "prof", "rev", "e.g", "i.e", "eg", "ie", "no", "nos", "approx", "cf", "para", "vs",
     "p", "pp", "s"}
)  # fmt: skip


class Words(NamedTuple):
    """The words of a text in lower case with straight apostrophes, and where each begins and ends."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def split_words(text: str) -> Words:
    """Letters and digits count; a hyphen parts two words, an apostrophe doesn't."""
    found = list(_pattern(_WORD).finditer(text))
    straight = "’" in text
    words = (match.group().lower() for match in found)
    return Words(
        tuple(word.replace("’", "'") for word in words) if straight else tuple(words),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


def quotations(text: str) -> tuple[Span, ...]:
    """What somebody else's words are: text in quotation marks, in block quotes, in code."""
    if not any(mark in text for mark in "“‘«\"'`>"):
        return ()
    return tuple(match.span() for match in _pattern(_QUOTATION).finditer(text))


def sentences(text: str) -> tuple[Span, ...]:
    """Where each sentence stands. A paragraph and an item of a list end one too."""
    bounds: list[Span] = []
    start = 0
    for match in _pattern(_SENTENCE_END).finditer(text):
        if not _is_abbreviated(text, match.start()):
            bounds.append((start, match.end()))
            start = match.end()
    if text[start:].strip():
        bounds.append((start, len(text)))
    return tuple(bounds)


def _is_abbreviated(text: str, stop: int) -> bool:
    if text[stop : stop + 1] != ".":
        return False
    last = text[max(0, stop - 12) : stop].rpartition(" ")[2].lstrip("(“\"'").lower()
    return last in _ABBREVIATIONS


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)
