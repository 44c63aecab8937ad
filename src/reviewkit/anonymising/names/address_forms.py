"""How an address can be written: number and street, street, house name, postcode and its parts, estate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.names.person_names import Kind, Words
from reviewkit.anonymising.names.word_names import WORD_NAMES
from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import AREA_NOUNS, PLACE_HEADS, word_set

SHORTENED = {
    "road": ("rd",), "street": ("st", "str"), "avenue": ("ave", "av"), "lane": ("ln",), "drive": ("dr",),
    "close": ("cl",), "court": ("ct",), "crescent": ("cres",), "gardens": ("gdns",), "terrace": ("terr", "ter"),
    "square": ("sq",), "place": ("pl",), "house": ("hse",), "mount": ("mt",),
}  # fmt: skip
_STREETS = frozenset(SHORTENED) | {short for shorts in SHORTENED.values() for short in shorts} | word_set(
    "way walk row mews grove green hill park rise view parade crescent wharf quay lane fold croft garth bank"
)  # fmt: skip
_UNITS = word_set("flat apartment apt unit room house number no floor block")
_NUMBERS = ("number", "no", "nr")
_SHORTEST = 4


def address_forms(text: str) -> Iterator[tuple[Words, Kind]]:
    """All forms of a place's name: an address in the parts that its commas make, a postcode, an estate or area."""
    folded = fold_word(text)
    for match in _postcode().finditer(folded):
        yield from _postcode_forms(match.group(1), match.group(2))
    pieces = [words for piece in _postcode().sub(",", folded).split(",") if (words := _words(piece))]
    is_address = len(pieces) > 1 or any(words[0].isdigit() for words in pieces)
    streets = [number for number, words in enumerate(pieces) if _is_street(words)]
    for number, words in enumerate(pieces):
        if _is_street(words):
            yield from _street_forms(words)
        elif is_address and words[0] in _UNITS and len(words) == 2:
            yield words, "numbered"
        elif len(pieces) > 1 and streets and number < streets[0]:
            yield words, "declared"
        elif len(pieces) > 1 and len("".join(words)) >= _SHORTEST:
            yield words, "locality"
        yield from _area_forms(words)


def _words(text: str) -> Words:
    return tuple(re.findall(r"[^\W\d_]+|\d+", text))


def _is_street(words: Words) -> bool:
    return len(words) > 1 and (words[0].isdigit() or words[-1] in _STREETS) and any(map(str.isalpha, words))


def _street_forms(words: Words) -> Iterator[tuple[Words, Kind]]:
    """`14 Larch Avenue`, `14 Larch Ave`, `Larch Avenue`, `14 Larch`, `number 14`."""
    start = next((number for number, word in enumerate(words) if word.isalpha() and len(word) > 1), 0)
    house, street = words[:start], words[start:]
    for spelling in (street, *((*street[:-1], short) for short in SHORTENED.get(street[-1], ()))):
        if len(spelling) > 1:
            yield spelling, "declared"
        if house:
            yield (*house, *spelling), "declared"
    if house:
        yield from (((word, *house), "numbered") for word in _NUMBERS)
        if len(street) > 1 and street[-1] in _STREETS:
            yield (*house, *street[:-1]), "declared"


def _area_forms(words: Words) -> Iterator[tuple[Words, Kind]]:
    """`Hazelrigg Estate` is called Hazelrigg."""
    if len(words) > 1 and words[-1] in AREA_NOUNS:
        head = words[:-1]
        sure = len("".join(head)) >= _SHORTEST and not (len(head) == 1 and head[0] in WORD_NAMES | PLACE_HEADS)
        yield head, "derived" if sure else "headword"


def _postcode_forms(outward: str, inward: str) -> Iterator[tuple[Words, Kind]]:
    for text in (f"{outward} {inward}", outward + inward, f"{outward} {inward[0]}", outward):
        yield _words(text), "code"


@cache
def _postcode() -> re.Pattern[str]:
    return re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s?(\d[a-z]{2})\b")
