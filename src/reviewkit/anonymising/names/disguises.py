"""Names that are written so that no word spells them: taken apart, spelt out, encoded; numbers in other groups."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from operator import add

from reviewkit.language.reading import Reading

Found = tuple[int, str]
"""The word of the passage where it stands or begins, and the form of the register."""
_SHORTEST_SPELT = 4
_SHORTEST_APART = 5


def taken_apart(passage: Reading, rare: frozenset[str], used: set[int]) -> Iterator[Found]:
    """Names with a mark or blank inside (`Oka-for`, `Oka for`) or between all letters (`O k a f o r`)."""
    for match in _marks_inside().finditer(passage.plane):
        right = bisect_left(passage.starts, match.end())
        for first, last in ((right - 1, right + 1), (right - 2, right + 1), (right - 1, right + 2)):
            name = "".join(passage.words[max(0, first) : last])
            if name in rare and len(name) >= _SHORTEST_SPELT and used.isdisjoint(range(max(0, first), last)):
                yield max(0, first), name
    pairs = () if rare.isdisjoint(map(add, passage.words, passage.words[1:])) else range(len(passage.words) - 1)
    for number in pairs:
        name = passage.words[number] + passage.words[number + 1]
        if name in rare and len(name) >= _SHORTEST_APART and passage.is_capital(number) and number not in used:
            yield number, name
    if not may_be_spelt(passage):
        return
    spelt = "".join(word if len(word) == 1 else " " for word in passage.words)
    for match in _spelt_out().finditer(spelt):
        found = next((form for form in sorted(rare) if len(form) >= _SHORTEST_SPELT and form in match.group()), "")
        if found:
            yield match.start(), found


def may_be_spelt(passage: Reading) -> bool:
    """Whether enough of the words are single letters or digits for any name to be spelt letter by letter."""
    return list(map(len, passage.words)).count(1) >= _SHORTEST_SPELT


def regrouped(passage: Reading, numbers: frozenset[str], used: set[int]) -> Iterator[Found]:
    """Numbers of references with their digits in other groups: `20 44 17`. A date or a year is no such number."""
    for match in _digit_groups().finditer(passage.plane) if numbers else ():
        number = bisect_left(passage.starts, match.start())
        if re.sub(r"\D", "", match.group()) in numbers and number not in used:
            yield number, passage.words[number]


def labelled(passage: Reading, labels: Mapping[str, frozenset[str]]) -> Iterator[Found]:
    """Initials joined to a birth date, as on stickers and in file names: `KT150320`, `150320-kt`."""
    if labels.keys().isdisjoint(passage.words):
        return
    for number, word in enumerate(passage.words):
        initials = labels.get(word) if word.isdigit() else None
        if initials and passage.gap(number - 1) in _JOINING and passage.word(number - 1) in initials:
            yield number - 1, passage.word(number - 1)
        elif initials and passage.gap(number) in _JOINING and passage.word(number + 1) in initials:
            yield number + 1, passage.word(number + 1)


_JOINING = frozenset(("", "-", "_", "/", "."))


def decoded_tokens(passage: Reading) -> Iterator[tuple[int, str, str]]:
    """What is written in the codes of web addresses, programs or web pages (`%4aayden`): word, text and decoded text."""
    plane = passage.plane
    if not ("%" in plane or "\\" in plane or "&" in plane or "=" in plane):
        return
    for token in _tokens().finditer(plane):
        if not _code().search(token.group()):
            continue
        text = passage.folded.source_of(token.start(), token.end())
        read = _decoded(text)
        if read != text:
            yield min(bisect_left(passage.starts, token.start()), len(passage.words) - 1), text, read


def _decoded(text: str) -> str:
    for _ in range(2):  # what is encoded twice is read twice
        if "%" in text or "=" in text:
            text = _hundreds().sub(_as_bytes, text)
        text = _numbered().sub(_as_letter, text)
        if "&" in text:
            from html import unescape

            text = unescape(text)
    return text


def _as_bytes(match: re.Match[str]) -> str:
    return bytes.fromhex(re.sub("[%=]", "", match.group())).decode("utf-8", errors="replace")


def _as_letter(match: re.Match[str]) -> str:
    code = int(match.group(match.lastindex or 1), 16)
    return chr(code) if code < _PAST_UNICODE else " "


_PAST_UNICODE = 0x110000


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"[^\s<>\"]+")


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"[%=][0-9a-f]{2}|\\[ux]|&#?\w{2,8};")


@cache
def _hundreds() -> re.Pattern[str]:
    return re.compile(r"(?:[%=][0-9A-Fa-f]{2})+")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\})", re.IGNORECASE)


@cache
def _marks_inside() -> re.Pattern[str]:
    # The mark comes first, and what it stands behind after it: a search goes from mark to mark, not from letter to letter.
    return re.compile(r"[-_*·.|~+=()\[\]\"](?<=[^\W\d_].)(?:(?<=-)\s?\n?|(?<!-)[_*·.|~+=()\[\]\"]{0,2})(?=[^\W\d_])")


@cache
def _spelt_out() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{_SHORTEST_SPELT},}}")


@cache
def _digit_groups() -> re.Pattern[str]:
    # A group begins where its digits do: otherwise a long run of digits is tried at each of them.
    return re.compile(r"\d(?<!\d\d)\d*(?:[ ,./:-]\d+)+")
