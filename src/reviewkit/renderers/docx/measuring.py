"""How wide text is on paper, near enough to lay out columns. All lengths are twips, a twentieth of a point."""

from __future__ import annotations

BODY_SIZE = 12.0
_NARROW = frozenset("ijltfrI.,:;'!|()[]/\\ -")
_WIDE = frozenset("mwMW@%—")


def text_width(text: str, *, points: float = BODY_SIZE, bold: bool = False) -> int:
    """The width of the text on one line in a sans serif type."""
    ems = sum(_ems(character) for character in text)
    return round(ems * points * 20 * (1.08 if bold else 1.0))


def _ems(character: str) -> float:
    if character in _NARROW:
        return 0.31
    if character in _WIDE:
        return 0.88
    return 0.7 if character.isupper() or ord(character) > 0x2E80 else 0.56
