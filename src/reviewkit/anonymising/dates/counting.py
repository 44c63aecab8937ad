"""Numbers as prose writes them, in digits or in words, up to 99."""

from __future__ import annotations

ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {**{name: n for n, name in enumerate(ONES)}, **{name: n for n, name in enumerate(_TENS, 2)}}

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?)"
WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(ONES[1:10])})\b)?|"
    rf"{'|'.join(sorted(ONES[1:], key=len, reverse=True))})"
)
NUMBER = rf"(?:{DIGITS}|{WORDS}\b)"
"""A number without blanks around it; it needs a boundary before it."""


def number_of(written: str) -> float:
    """The number, or 0 for what is none; `a` and `an` are one, `a couple of` is two."""
    text = written.strip().replace(",", "")
    if text.startswith("a couple"):
        return 2.0
    if text in ("a", "an"):
        return 1.0
    try:
        return float(text)
    except ValueError:
        pass
    first, _, second = text.replace("-", " ").partition(" ")
    value = _VALUES.get(first, 0)
    return float(value * 10 + _VALUES.get(second, 0) if first in _TENS else value)


def in_words(number: int) -> str:
    """Numbers from one to twelve in words, above in digits."""
    return ONES[number] if 0 < number <= 12 else str(number)
