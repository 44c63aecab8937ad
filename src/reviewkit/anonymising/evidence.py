"""What one text of a finished file gives away."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from typing import NamedTuple

from reviewkit.anonymising.analysing import analyse_passage
from reviewkit.anonymising.constants import BUILT_IN, FONTS, TIMESTAMPS
from reviewkit.anonymising.dates import find_dates
from reviewkit.anonymising.editing import Doubt
from reviewkit.anonymising.finding import Match, find_matches
from reviewkit.anonymising.masking import masked
from reviewkit.anonymising.preparing import Preparation
from reviewkit.anonymising.residues import residues
from reviewkit.anonymising.suspects import find_suspects
from reviewkit.anonymising.withheld import Withheld, digits_of
from reviewkit.inspecting import Part
from reviewkit.language.folding import fold
from reviewkit.language.reading import Reading, read

FILE_NAME = "file name"
_SHORTEST_HIDDEN = 5
_LONGER = 3
_DAY = "an exact day"


class Search(NamedTuple):
    """What is looked for, worked out once."""

    prepared: Preparation
    withheld: Withheld
    day_digits: frozenset[str]
    rare: tuple[str, ...]


def search_for(prepared: Preparation, withheld: Withheld) -> Search:
    """The search for one report."""
    rare = tuple(sorted(form for form in prepared.suspects.rare if len(form) >= _SHORTEST_HIDDEN))
    return Search(prepared, withheld, digits_of(withheld.days), rare)


def evidence(part: Part, search: Search) -> Iterator[str]:
    """Each thing found in the part, described without any of its text."""
    passage = read(part.text)
    if part.kind == "prose" and part.place not in TIMESTAMPS:
        yield from _in_prose(read(_unnumbered(part.text)), search)
    else:
        yield from _in_markup(part, passage, search)
        yield from _dated(passage, search)
    yield from _everywhere(passage, search)
    yield from _encoded(part.text, search)


def _in_prose(passage: Reading, search: Search) -> Iterator[str]:
    """Whatever the anonymiser would still change or ask: it has nothing left to do in a text that it wrote."""
    analysis = analyse_passage(passage, search.prepared)
    named = False
    for mention in analysis.mentions:
        if not mention.is_kept:
            named = True
            number = min(mention.entities)
            yield _named(passage.word(mention.last - 1), search.prepared.entities[number].described)
    if analysis.edits and not named:
        yield "a date or an age that is too exact"
    yield from (_asked(doubt) for doubt in analysis.doubts)


def _unnumbered(text: str) -> str:
    """The text without its paragraph's number: `1.1 May came` names no day, and `1.1 Young people` opens a sentence."""
    return re.sub(r"\A\s*\d{1,3}\.\d{1,3}\s+(?=[^\W\d_])", "", text)


def _asked(doubt: Doubt) -> str:
    return doubt.question


def _in_markup(part: Part, passage: Reading, search: Search) -> Iterator[str]:
    constant = _is_constant(passage)
    matches = list(find_matches(passage, search.prepared.lexicon))
    for match in matches:
        if (not constant or len(match.form.words) > 1) and _counts(
            passage, match, search, strict=part.kind == "name" and part.part == "file name"
        ):
            number = match.form.bearers[0].entity
            yield _named(match.form.words[0], search.prepared.entities[number].described)
    if constant:
        return
    taken = [range(match.first, match.last) for match in matches]
    for suspect in find_suspects(passage, search.prepared.suspects, taken):
        if suspect.why == "joined":
            yield _named(suspect.form, "the register, joined to something else")
    for word in passage.words:
        hidden = _hidden(word, search, 1 if part.part == FILE_NAME else _LONGER)
        if hidden:
            yield _named(hidden, "the register, inside a longer word")


def _is_constant(passage: Reading) -> bool:
    return all(word in BUILT_IN or word in FONTS or word.isdigit() or len(word) == 1 for word in passage.words)


def _counts(passage: Reading, match: Match, search: Search, *, strict: bool) -> bool:
    if not any(search.prepared.lexicon.labels_of(match.form)) or match.form.kinds == {"initials"}:
        return False
    if strict or not match.form.is_word:
        return True
    return all(passage.is_capital(number) for number in range(match.first, match.last))


def _hidden(word: str, search: Search, longer: int) -> str:
    """A rare form at either end of a word that is `longer` letters longer at least, as in a slug without hyphens."""
    if len(word) < _SHORTEST_HIDDEN + longer:
        return ""
    return next(
        (
            form
            for form in search.rare
            if len(word) >= len(form) + longer and (word.startswith(form) or word.endswith(form))
        ),
        "",
    )


def _everywhere(passage: Reading, search: Search) -> Iterator[str]:
    yield from _withheld_texts(passage, search)
    if any(word in search.day_digits for word in passage.words if word.isdigit()):
        yield f"{_DAY} that the report withholds, as a number"
    yield from residues(passage.plane)


def _dated(passage: Reading, search: Search) -> Iterator[str]:
    """Days of the case in markup, where other days (a format's own) mean nothing."""
    for found in find_dates(passage.folded):
        if found.first in search.withheld.days or found.last in search.withheld.days:
            yield f"{_DAY} that the report withholds"


def _withheld_texts(passage: Reading, search: Search) -> Iterator[str]:
    for number, word in enumerate(passage.words):
        for words, what in search.withheld.texts.get(word, ()):
            if tuple(passage.words[number : number + len(words)]) == words:
                yield f"{what}, {masked(words[0])}"


def _encoded(text: str, search: Search) -> Iterator[str]:
    """Forms in base64 or written backwards."""
    for match in re.finditer(r"[A-Za-z0-9+/_-]{8,}={0,2}", text):
        written = match.group()
        plain = _decoded(written)
        if plain and any(form in plain for form in search.rare):
            yield "a form of the register in base64"
    for word in re.findall(r"[^\W\d_]{5,}", text):
        if fold(word[::-1]).plane in search.prepared.suspects.rare:
            yield "a form of the register written backwards"


def _decoded(written: str) -> str:
    if written.isalpha() and (written.islower() or written[1:].islower()):
        return ""
    body = written.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        data = b64decode(body + "=" * (-len(body) % 4))
    except (Base64Error, ValueError):
        return ""
    return fold(data.decode("utf-8", errors="ignore")).plane


def _named(form: str, whose: str) -> str:
    return f"{masked(form)}, a form of {whose}"
