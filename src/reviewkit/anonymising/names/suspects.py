"""Words that hide a form of the register without being one: joined, disguised, misspelt, in another alphabet."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter

from reviewkit.anonymising.names.disguises import Found, decoded_tokens, labelled, regrouped, taken_apart
from reviewkit.anonymising.names.finding import find_matches
from reviewkit.anonymising.names.hidden_names import hidden_in
from reviewkit.anonymising.names.near_names import close_to
from reviewkit.anonymising.names.suspect_tables import STARTS, Suspects
from reviewkit.language.reading import Reading, read
from reviewkit.tuples import NamedTuple

_MOST_NESTED = 4
"""How often what was decoded is decoded again: nobody reads more, and a text of codes alone would never end."""


class Suspect(NamedTuple):
    """The word of the passage, the form that it may be, and why: joined, near, part or alphabet."""

    word: int
    form: str
    why: str


def find_suspects(passage: Reading, tables: Suspects, taken: Iterable[range], nested: int = 0) -> Iterator[Suspect]:
    """Suspects among the words that no match has taken; `nested` is how often the passage has been decoded."""
    used = {number for words in taken for number in words}
    for number, form in _disguised(passage, tables, used, nested):
        yield Suspect(number, form, "joined")
    for number in _telling(passage, tables):
        word = passage.words[number]
        if number in used or word.isdigit():
            continue
        if not word.isascii():
            if len(word) > 1 and not _is_latin(word):
                yield Suspect(number, word, "alphabet")
            continue
        hidden = hidden_in(passage, number, word, tables)
        if hidden:
            yield Suspect(number, hidden, "joined")
        else:
            yield from _unlike(number, word, tables, capital=passage.is_capital(number))


def _telling(passage: Reading, tables: Suspects) -> Iterable[int]:
    """The words that may hide something, in order: nearly all are small letters between blanks, which hide nothing."""
    marked = _marks().search(passage.plane) is not None
    if passage.folded.starts is None:
        return _telling_plain(passage, tables, marked=marked)
    words = enumerate(passage.words)
    return [
        number
        for number, word in words
        if marked or not word.isascii() or passage.cased(number) != word or word[:STARTS] in tables.starts
    ]


def _telling_plain(passage: Reading, tables: Suspects, *, marked: bool) -> list[int]:
    """The same where the plane is that of the source but for its capitals."""
    words, starts = passage.words, passage.starts
    found = {bisect_right(starts, match.start()) - 1 for match in _capitals().finditer(passage.folded.source)}
    if not tables.starts.isdisjoint(map(_first_letters, words)):
        found.update(number for number, word in enumerate(words) if word[:STARTS] in tables.starts)
    if marked:
        # A mark or a number tells of the words beside it, and anywhere beside it short forms in small letters count.
        beside = (bisect_left(starts, match.start()) for match in _marks().finditer(passage.plane))
        found.update(number for place in beside for number in range(place - 1, place + 2) if 0 <= number < len(words))
        if not (tables.handles.isdisjoint(words) and tables.saints.isdisjoint(words)):
            found.update(n for n, word in enumerate(words) if word in tables.handles or word in tables.saints)
    return sorted(found)


_first_letters = itemgetter(slice(STARTS))


def _disguised(passage: Reading, tables: Suspects, used: set[int], nested: int) -> Iterator[Found]:
    yield from taken_apart(passage, tables.whole, used)
    yield from regrouped(passage, tables.numbers, used)
    for number, text, decoded in decoded_tokens(passage) if nested < _MOST_NESTED else ():
        form = _in_decoded(read(text).words, read(decoded), tables, nested + 1)
        if form:
            yield number, form
    yield from labelled(passage, tables.labels)


def _in_decoded(written: list[str], decoded: Reading, tables: Suspects, nested: int) -> str:
    """A form that only decoding brings to light."""
    matches = [match for match in find_matches(decoded, tables.lexicon) if any(tables.lexicon.labels_of(match.form))]
    hidden = next((match for match in matches if not set(match.form.words) <= set(written)), None)
    if hidden:
        return hidden.form.words[0]
    taken = [range(match.first, match.last) for match in matches]
    suspects = (one for one in find_suspects(decoded, tables, taken, nested) if decoded.word(one.word) not in written)
    return next((one.form for one in suspects), "")


def _unlike(number: int, word: str, tables: Suspects, *, capital: bool) -> Iterator[Suspect]:
    close = close_to(word, tables.near, tables.lexicon) if capital else ""
    if close:
        yield Suspect(number, close, "near")
    elif word in tables.parts and (capital or word in tables.saints):
        yield Suspect(number, word, "part")


def _is_latin(word: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in word)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"\d+|[@#_/]")


@cache
def _capitals() -> re.Pattern[str]:
    """Those that the plane's own letters come from: a plane that is its source has no other."""
    return re.compile(r"[A-Z]+")
