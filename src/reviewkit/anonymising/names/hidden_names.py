"""One word that holds a form of the register: in a handle or tag, with digits for letters, with an ending, in humps."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.anonymising.names.suspect_tables import Suspects
from reviewkit.language.lookalikes import DIGIT_LETTERS
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_SHORTEST_HIDDEN = 4
_SHORTEST_HANDLE = 3
_SHORTEST_STRETCHED = 4
_LONGEST_CLUSTER = 60
"""Letters and digits that are read as one name: no name is longer."""
_ENDINGS = sorted(word_set("an ian ians esque ish ism isms ist ists ite ites like ness ville gate land ified"))
_NOT_STRETCHED = word_set("british finnish danish christian christians christianity roman marxist")


def hidden_in(passage: Reading, number: int, word: str, tables: Suspects) -> str:
    """The form that the word hides, or ""."""
    plane, start, end = passage.plane, passage.starts[number], passage.ends[number]
    before, after = plane[start - 1 : start] if start else "", plane[end : end + 1]
    if before.isdigit() or after.isdigit():
        disguised = _cluster(passage, number).translate(DIGIT_LETTERS)
        if disguised in tables.singles:
            return disguised
    if before in {"#", "@", "_"} or after in {"@", "_"}:
        return _within(word, tables) or _at_an_end(word, tables)
    if before == "/":
        return _within(word, tables)
    if word in tables.handles:
        return word
    return _stretched(word, tables) or _humped(word, passage.cased(number), tables)


def _within(word: str, tables: Suspects) -> str:
    return next((form for form in sorted(tables.singles) if len(form) >= _SHORTEST_HIDDEN and form in word), "")


def _at_an_end(word: str, tables: Suspects) -> str:
    """A form of three letters at either end of a handle: `@jay_x`, `#justiceforjay`."""
    if tables.lexicon.is_ordinary(word):
        return ""
    ends = (word[:_SHORTEST_HANDLE], word[-_SHORTEST_HANDLE:])
    return next((end for end in ends if end in tables.singles and len(end) == _SHORTEST_HANDLE), "")


def _stretched(word: str, tables: Suspects) -> str:
    """`Okaforian`, `Okaforesque`: a name with an ending that makes another word of it."""
    if word[:_SHORTEST_STRETCHED] not in tables.starts or word in _NOT_STRETCHED or tables.lexicon.is_ordinary(word):
        return ""
    cuts = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    return next((name for name in cuts if len(name) >= _SHORTEST_STRETCHED and name in tables.rare), "")


def _humped(word: str, cased: str, tables: Suspects) -> str:
    """`JaydenChronology`: capitals inside the word show its parts."""
    if len(cased) != len(word) or cased[1:].lower() == cased[1:] or cased.isupper():
        return ""
    # The folded letters with the capitals of the source, whose letters may be of another alphabet.
    cased = "".join(letter.upper() if was.isupper() else letter for letter, was in zip(word, cased, strict=True))
    parts = [part.lower() for part in _camel().findall(cased)]
    return next((part for part in parts if part in tables.singles), "") if len(parts) > 1 else ""


def _cluster(passage: Reading, number: int) -> str:
    """All letters and digits around the word, or "" if they are too many to be a name."""
    first = last = number
    while first > 0 and passage.gap(first - 1) == "" and not _is_long(passage, first, last):
        first -= 1
    while last < len(passage.words) - 1 and passage.gap(last) == "" and not _is_long(passage, first, last):
        last += 1
    return "" if _is_long(passage, first, last) else passage.plane[passage.starts[first] : passage.ends[last]]


def _is_long(passage: Reading, first: int, last: int) -> bool:
    return passage.ends[last] - passage.starts[first] > _LONGEST_CLUSTER


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
