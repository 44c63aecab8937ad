"""Forms of the register as messages may show them."""

from __future__ import annotations


def masked(text: str) -> str:
    """The first letter or digit and no more: `M…`."""
    first = next((letter for letter in text if letter.isalnum()), "")
    return f"“{first.upper()}…”"
