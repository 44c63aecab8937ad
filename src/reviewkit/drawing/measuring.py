"""How wide text is on paper in a sans serif type, near enough to lay out columns. Lengths are twips: 1/20 point."""

from __future__ import annotations

from functools import cache

BODY_SIZE = 12.0
_BOLD = 1.09
_OTHER = 600
# Thousandths of the type size, as Arial and its metric twins have them.
_WIDTHS = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r", 334: "{}", 355: '"', 389: "*", 469: "^",
    500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw",
    778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip


def text_width(text: str, *, points: float = BODY_SIZE, bold: bool = False) -> int:
    """The width of the text on one line."""
    widths = _by_character()
    thousandths = sum(widths.get(character, _OTHER) for character in text)
    return round(thousandths / 50 * points * (_BOLD if bold else 1.0))


@cache
def _by_character() -> dict[str, int]:
    return {character: width for width, characters in _WIDTHS.items() for character in characters}
