"""Contrast of colours, as WCAG counts it."""

from __future__ import annotations


def contrast_with_white(colour: str) -> float:
    """The contrast ratio, 1 to 21, between white and a colour such as "12436D"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
