"""Names in disguise: in base64, as numbers of letters, written backwards, letter by letter, parted by marks."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from reviewkit.anonymising.names.disguises import may_be_spelt
from reviewkit.anonymising.preparing import Preparation
from reviewkit.anonymising.proof.clues import Clue, clue_at
from reviewkit.anonymising.proof.prose import disguised
from reviewkit.language.folding import fold_word
from reviewkit.language.reading import Reading
from reviewkit.tuples import NamedTuple

_SHORTEST = 5
_SHORTEST_SPELT = 4
_MOST_PIECES = 4
Encoded = tuple[str, str, int, int]
"""How it is written, what it reads, and where it stands in the text."""


class Disguises(NamedTuple):
    """Forms by what they are written as: backwards; those that no English word spells; all of one word."""

    prepared: Preparation
    backwards: Mapping[str, str]
    rare: frozenset[str]
    singles: frozenset[str]


def disguises_of(prepared: Preparation) -> Disguises:
    """The forms of one register that are looked for in disguise."""
    suspects, lexicon = prepared.suspects, prepared.lexicon
    letters = frozenset(form for form in suspects.singles if len(form) >= _SHORTEST_SPELT and form.isalpha())
    backwards = {
        form[::-1]: form
        for form in letters
        if len(form) >= _SHORTEST and form[::-1] not in letters and not lexicon.is_ordinary(form[::-1])
    }
    rare = frozenset(form for form in suspects.rare if len(form) >= _SHORTEST)
    return Disguises(prepared, backwards, rare, letters)


def spelt_out(passage: Reading, disguises: Disguises) -> Iterator[Clue]:
    """Forms written backwards, with something between all letters, or with marks inside."""
    for number in _within(passage.words, disguises.backwards):
        said = disguised(disguises.backwards[passage.words[number]], disguises.prepared, "written backwards")
        yield clue_at(passage, "encoded", said, number, number + 1)
    for match in _letters_apart().finditer(passage.plane) if may_be_spelt(passage) else ():
        letters = "".join(letter for letter in match.group() if letter.isalpha())
        form = next((form for form in sorted(disguises.singles) if form in letters or form[::-1] in letters), "")
        if form:
            said = disguised(form, disguises.prepared, "letter by letter")
            yield Clue("encoded", said, *passage.folded.span(*match.span()))
    yield from _with_marks(passage, disguises)
    yield from _in_one_word(passage, disguises)


def _within(words: list[str], known: Mapping[str, str]) -> list[int]:
    return [] if known.keys().isdisjoint(words) else [number for number, word in enumerate(words) if word in known]


def _in_one_word(passage: Reading, disguises: Disguises) -> Iterator[Clue]:
    """`andJaydenCame`: capitals part the words that blanks don't."""
    if not _humps().search(passage.folded.source):
        return
    for match in _letters().finditer(passage.folded.source):
        start, word = match.start(), match.group()
        if word.islower() or word.istitle() or word.isupper():
            continue
        for hump in _hump().finditer(word):
            form = fold_word(hump.group())
            if form in disguises.singles:
                said = disguised(form, disguises.prepared, "joined to something else")
                yield Clue("encoded", said, start + hump.start(), start + hump.end())


def _with_marks(passage: Reading, disguises: Disguises) -> Iterator[Clue]:
    last = -1
    inside = _plain_mark_inside() if passage.plane.isascii() else _mark_inside()
    for match in inside.finditer(passage.plane):
        right = bisect_left(passage.starts, match.end())
        for first, end in _windows(right, len(passage.words)):
            if first <= last or not _is_one_token(passage, first, end):
                continue
            name = "".join(passage.words[first:end])
            if name in disguises.rare:
                last = end - 1
                said = disguised(name, disguises.prepared, "with marks inside")
                yield clue_at(passage, "encoded", said, first, end)
                break


def _windows(right: int, count: int) -> Iterator[tuple[int, int]]:
    for size in range(2, _MOST_PIECES + 1):
        for first in range(max(0, right - size + 1), right):
            if first + size <= count:
                yield first, first + size


def _is_one_token(passage: Reading, first: int, end: int) -> bool:
    return len(passage.plane[passage.starts[first] : passage.ends[end - 1]].split(None, 1)) == 1


def encoded(text: str) -> Iterator[Encoded]:
    """What reads as text once it is decoded. Where chance gives letters it says nothing, and no form stands in it."""
    if len(text) < 8:
        return
    for match in _base64().finditer(text):
        if not _is_plain_word(match.group()):
            yield from _base64_in(match.group(), match.start())
    if _digit().search(text) or (not text.isascii() and any(map(str.isdigit, text))):
        for match in _hex().finditer(text):
            digits = re.sub(r"[^0-9A-Fa-f]", "", re.sub(r"0x|\\x", "", match.group()))
            plain = _printable(bytes.fromhex(digits[: len(digits) // 2 * 2]))
            if plain:
                yield "as hexadecimal numbers", plain, *match.span()
        for match in _decimals().finditer(text):
            plain = "".join(chr(int(number)) for number in re.findall(r"\d+", match.group()) if int(number) < 0xD800)
            yield "as numbers of letters", plain, *match.span()


def _base64_in(written: str, start: int) -> Iterator[Encoded]:
    """The whole of it, and what stands between the slashes of an address or the hyphens of a name."""
    pieces = [(0, written)]
    if "/" in written or "-" in written or "_" in written:
        pieces += [(match.start(), match.group()) for match in _segment().finditer(written)]
    for at, piece in pieces:
        plain = _from_base64(piece)
        if plain:
            yield "in base64", plain, start + at, start + at + len(piece)


def _from_base64(written: str) -> str:
    if _is_plain_word(written):
        return ""
    body = written.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return _printable(b64decode(body + "=" * (-len(body) % 4)))
    except (Base64Error, ValueError):
        return ""


def _is_plain_word(written: str) -> bool:
    return written.isalpha() and (written.islower() or written[1:].islower())


def _printable(data: bytes) -> str:
    """The bytes as text of one or two bytes a letter, or nothing if they are none."""
    if data.count(0) * 3 >= len(data):
        data = data.replace(b"\0", b"")
    text = data.decode("utf-8", errors="ignore")
    usual = sum(letter.isprintable() or letter.isspace() for letter in text)
    return text if len(text) * 10 >= len(data) * 9 and usual == len(text) else ""


@cache
def _humps() -> re.Pattern[str]:
    """A capital after a small letter; looked for from capital to capital, as there are few."""
    return re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[a-zß-öø-ÿ].)")


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _hump() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_a-zß-öø-ÿ]?[a-zß-öø-ÿ]+")


@cache
def _letters_apart() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W\d_])[^\W\d_](?:[\W\d_]{1,3}[^\W\d_](?![^\W\d_])){3,}")


@cache
def _mark_inside() -> re.Pattern[str]:
    """Up to three marks between letters, none of them a blank, the first no apostrophe."""
    return re.compile(r"(?<=[^\W\d_])(?!['’ \n])(?:[^\w\s]|[\d_]){1,3}(?=[^\W\d_])")


@cache
def _plain_mark_inside() -> re.Pattern[str]:
    """The same where all letters are `a` to `z`: from mark to mark, not from letter to letter."""
    return re.compile(r"[^a-z\s'](?<=[a-z].)[^a-z\s]{0,2}(?=[a-z])")


@cache
def _base64() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _segment() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+=]{8,}|[A-Za-z0-9+=_-]{8,}")


@cache
def _hex() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9A-Za-z])(?:(?:0x|\\x)?[0-9A-Fa-f]{2}(?:, ?|[ :;-])?){4,}(?![0-9A-Za-z])")


@cache
def _decimals() -> re.Pattern[str]:
    return re.compile(r"\d(?<!\d\d)\d{1,3}(?:[ \t]{0,3}[,;.| ][ \t]{0,3}\d{2,4}){3,}(?!\d)")
