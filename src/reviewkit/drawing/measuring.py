"""How wide text is on paper in a sans serif type, near enough to lay out columns. Lengths are twips: 1/20 point."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

BODY_SIZE = 12.0
_BOLD = 1.09
_OTHER = 600
_SQUARE = 1000
_EMOJI = 1300
_SQUARES_FROM = 0x2E80
_EMOJI_FROM = 0x1F000
_LONGEST_WORD = 24
# Thousandths of the type size, as Arial and its metric twins have them.
_WIDTHS = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r“”", 334: "{}", 350: "•", 355: '"', 389: "*",
    469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu£–", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "—…", 1015: "@",
}  # fmt: skip


def text_width(text: str, *, points: float = BODY_SIZE, bold: bool = False) -> int:
    """The width of the text on one line."""
    thousandths = _word(text) if len(text) <= _LONGEST_WORD else _thousandths(text)
    return _twips(thousandths, points, bold=bold)


def widths_of(words: Iterable[str], *, bold: bool = False) -> list[int]:
    """The width of each of the words, in the size of the body."""
    width = _bold_word if bold else _plain_word
    return [width(word) if len(word) <= _LONGEST_WORD else text_width(word, bold=bold) for word in words]


def _twips(thousandths: int, points: float, *, bold: bool) -> int:
    return round(thousandths / 50 * points * (_BOLD if bold else 1.0))


def _thousandths(text: str) -> int:
    widths = _by_character()
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return sum(widths.get(character) or _unlisted(character) for character in text)


# A report says most of its words often: laying out tables is what a tenth of rendering was spent on.
_word = lru_cache(maxsize=1024)(_thousandths)


@lru_cache(maxsize=1024)
def _plain_word(word: str) -> int:
    return _twips(_thousandths(word), BODY_SIZE, bold=False)


@lru_cache(maxsize=512)
def _bold_word(word: str) -> int:
    return _twips(_thousandths(word), BODY_SIZE, bold=True)


@cache
def _by_character() -> dict[str, int]:
    return {character: width for width, characters in _WIDTHS.items() for character in characters}


def _unlisted(character: str) -> int:
    """The width of any other character: nothing for marks, that of the letters that it is made of, or a guess."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    made_of = unicodedata.normalize("NFKD", character)
    if made_of != character:
        return sum(_by_character().get(part) or _guessed(part) for part in made_of)
    return _guessed(character)


def _guessed(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if ord(character) >= _EMOJI_FROM:
        return _EMOJI
    return _SQUARE if ord(character) >= _SQUARES_FROM else _OTHER
