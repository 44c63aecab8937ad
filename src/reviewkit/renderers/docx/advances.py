"""How far each letter of Arial moves the next one on: a picture's text says so itself, for every program alike."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import accumulate, pairwise

from reviewkit.drawing.measuring import text_width

_EXACT = 50.0  # at this size a thousandth of the type is one unit of what measures text
# Thousandths of the type size: one factor for all letters is right for a line, and sets bold ones unevenly.
_BOLD = {
    238: "'", 278: " ,./I\\ijl‘’", 280: "|", 333: "!()-:;[]`ft", 350: "•", 389: "*r{}", 474: '"', 500: "z“”",
    556: "#$0123456789J_aceksvxy–£", 584: "+<=>^~", 611: "?FLTZbdghnopqu", 667: "EPSVXY", 722: "&ABCDHKNRU",
    778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@", 1000: "—…",
}  # fmt: skip


def advances(text: str, size: float, *, bold: bool = False) -> list[int]:
    """The advance of each UTF-16 unit of the text, in the unit of `size`; rounding never adds up over a line."""
    exact = [width * size / 1000 for character in text for width in _of_units(character, bold)]
    return [round(end) - round(start) for start, end in pairwise(accumulate(exact, initial=0.0))]


def _of_units(character: str, bold: bool) -> tuple[int, ...]:
    width = _of(character, bold)
    return (width, 0) if ord(character) > 0xFFFF else (width,)


def _of(character: str, bold: bool) -> int:
    if bold and (known := _bold().get(character) or _bold().get(unicodedata.normalize("NFD", character)[0])):
        return known
    return text_width(character, points=_EXACT)


@cache
def _bold() -> dict[str, int]:
    return {character: width for width, characters in _BOLD.items() for character in characters}
