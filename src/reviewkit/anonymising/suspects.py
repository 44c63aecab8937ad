"""Words that hide a form of the register without being one: joined, disguised, misspelt, in another alphabet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from reviewkit.anonymising.lexicon import Lexicon
from reviewkit.anonymising.words import CALENDAR_NAMES, OPENERS
from reviewkit.language.lookalikes import DIGIT_LETTERS
from reviewkit.language.reading import Reading

_SHORTEST_HIDDEN = 4
_SHORTEST_NEAR = 5
_SHORTEST_NUMBER = 6


class Suspect(NamedTuple):
    """The word of the passage, the form that it may be, and why: joined, near or alphabet."""

    word: int
    form: str
    why: str


class Suspects(NamedTuple):
    """What to look for: single-word forms, those that no English word spells, and their spellings less a letter."""

    singles: frozenset[str]
    rare: frozenset[str]
    near: dict[str, list[str]]
    parts: frozenset[str]
    numbers: frozenset[str]
    lexicon: Lexicon


def suspects_of(lexicon: Lexicon) -> Suspects:
    """The tables for one register; names that may stand are not looked for."""
    hidden = [
        form
        for forms in lexicon.heads.values()
        for form in forms
        if len(form.words) == 1 and any(lexicon.labels_of(form)) and form.kinds != {"initials"}
    ]
    singles = frozenset(form.words[0] for form in hidden)
    rare = frozenset(form.words[0] for form in hidden if not form.is_word)
    near: dict[str, list[str]] = defaultdict(list)
    for word in sorted(rare):
        if len(word) >= _SHORTEST_NEAR and word.isalpha() and word.isascii():
            for shorter in (word, *_less_a_letter(word)):
                near[shorter].append(word)
    return Suspects(singles, rare, near, frozenset(_parts(lexicon)) - singles, frozenset(_numbers(lexicon)), lexicon)


def _parts(lexicon: Lexicon) -> Iterator[str]:
    """What people leave of St Cuthbert's and McElhinney: the saint without St, the name without its Mc."""
    for forms in lexicon.heads.values():
        for words in (form.words for form in forms if any(lexicon.labels_of(form))):
            if words[0] in ("st", "saint") and len(words) > 1 and len(words[1]) >= _SHORTEST_HIDDEN:
                yield words[1]
            rest = words[0].removeprefix("mc")
            if len(words) == 1 and rest != words[0] and len(rest) >= _SHORTEST_NEAR:
                yield rest


def _numbers(lexicon: Lexicon) -> Iterator[str]:
    """The digits of references that are too long to be a year, a month or an amount."""
    for entity in lexicon.entities:
        for text in (entity.name, *entity.also) if entity.sort == "reference" else ():
            digits = re.sub(r"\D", "", text)
            if len(digits) >= _SHORTEST_NUMBER:
                yield digits


def find_suspects(passage: Reading, tables: Suspects, taken: Iterable[range]) -> Iterator[Suspect]:
    """Suspects among the words that no match has taken."""
    used = {number for words in taken for number in words}
    yield from _taken_apart(passage, tables, used)
    yield from _regrouped(passage, tables, used)
    marked = _marks().search(passage.plane) is not None
    for number, word in enumerate(passage.words):
        # Nearly all words are small letters between blanks, which hide nothing.
        if (not marked and word.isascii() and passage.cased(number) == word) or number in used or word.isdigit():
            continue
        if not word.isascii():
            if len(word) > 1 and not _is_latin(word):
                yield Suspect(number, word, "alphabet")
            continue
        hidden = _hidden(passage, number, word, tables)
        if hidden:
            yield Suspect(number, hidden, "joined")
        elif passage.is_capital(number):
            close = _close(word, tables)
            if close:
                yield Suspect(number, close, "near")
            elif word in tables.parts:
                yield Suspect(number, word, "part")


def _hidden(passage: Reading, number: int, word: str, tables: Suspects) -> str:
    before = passage.before(passage.starts[number])[-1:]
    after = passage.after(passage.ends[number])[:1]
    if before.isdigit() or after.isdigit():
        disguised = _cluster(passage, number).translate(DIGIT_LETTERS)
        if disguised in tables.singles:
            return disguised
    if before in {"#", "@", "_", "/"} or after in {"@", "_"}:
        return next((form for form in tables.singles if len(form) >= _SHORTEST_HIDDEN and form in word), "")
    cased = passage.cased(number)
    if cased[1:].lower() == cased[1:] or cased.isupper():
        return ""
    parts = [part.lower() for part in _camel().findall(cased)]
    return next((part for part in parts if part in tables.singles), "") if len(parts) > 1 else ""


def _taken_apart(passage: Reading, tables: Suspects, used: set[int]) -> Iterator[Suspect]:
    """Names with a mark or blank inside (`Oka-for`, `Oka for`) or between all letters (`O k a f o r`)."""
    for match in _marks_inside().finditer(passage.plane):
        right = bisect_left(passage.starts, match.end())
        for first, last in ((right - 1, right + 1), (right - 2, right + 1), (right - 1, right + 2)):
            name = "".join(passage.words[max(0, first) : last])
            if name in tables.rare and len(name) >= _SHORTEST_HIDDEN and used.isdisjoint(range(max(0, first), last)):
                yield Suspect(max(0, first), name, "joined")
    for number in range(len(passage.words) - 1):
        name = passage.words[number] + passage.words[number + 1]
        if name in tables.rare and len(name) >= _SHORTEST_NEAR and passage.is_capital(number) and number not in used:
            yield Suspect(number, name, "joined")
    spelt = "".join(word if len(word) == 1 else " " for word in passage.words)
    for match in _spelt_out().finditer(spelt):
        found = next((form for form in tables.rare if len(form) >= _SHORTEST_HIDDEN and form in match.group()), "")
        if found:
            yield Suspect(match.start(), found, "joined")


def _regrouped(passage: Reading, tables: Suspects, used: set[int]) -> Iterator[Suspect]:
    """Numbers of references with their digits in other groups: `20 44 17`. A date or a year is no such number."""
    for match in _digit_groups().finditer(passage.plane) if tables.numbers else ():
        number = bisect_left(passage.starts, match.start())
        if re.sub(r"\D", "", match.group()) in tables.numbers and number not in used:
            yield Suspect(number, passage.words[number], "joined")


def _cluster(passage: Reading, number: int) -> str:
    first = last = number
    while first > 0 and passage.gap(first - 1) == "":
        first -= 1
    while last < len(passage.words) - 1 and passage.gap(last) == "":
        last += 1
    return passage.plane[passage.starts[first] : passage.ends[last]]


def _close(word: str, tables: Suspects) -> str:
    if len(word) < _SHORTEST_NEAR or word in OPENERS or word in CALENDAR_NAMES or tables.lexicon.is_ordinary(word):
        return ""
    for shorter in (word, *_less_a_letter(word)):
        for near in tables.near.get(shorter, ()):
            if near != word and _one_edit(word, near):
                return near
    return ""


def _one_edit(left: str, right: str) -> bool:
    """Whether one letter more, less, other or swapped with its neighbour makes one word the other."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _less_a_letter(word: str) -> list[str]:
    return [word[:n] + word[n + 1 :] for n in range(len(word))]


def _is_latin(word: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in word)


@cache
def _marks_inside() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\W\d_])(?:-\s?\n?|[_*·.|~+=()\[\]\"])(?=[^\W\d_])")


@cache
def _spelt_out() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{_SHORTEST_HIDDEN},}}")


@cache
def _digit_groups() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[ ,./:-]\d+)+")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[\d@#_/]")


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
