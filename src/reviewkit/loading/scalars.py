"""Plain YAML 1.2 scalars: the core schema, so that `no` is a word. A number that would lose a digit stays text."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER_STARTS = frozenset("+-.0123456789")
_LONGEST_NUMBER = 18
_INTEGER = r"[-+]?[0-9]+"
_FLOAT = r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"


def resolve(text: str) -> Scalar:
    """The value of a plain (unquoted) scalar.

    A number becomes one only if it is printed as it was written: 02.30 is a time, 0417 a case number, 2024.10 a
    reference, and a report shows them as the author wrote them.
    """
    if text in _NULLS:
        return None
    if text[0] in _NUMBER_STARTS:
        value = _number(text)
        return text if value is None or str(value) != text else value
    return _BOOLEANS.get(text, text)


def is_number(text: str) -> bool:
    """Whether YAML calls a text a number that `resolve` left as it was written."""
    value = _number(text)
    return value is not None and str(value) != text


def _number(text: str) -> int | float | None:
    # Most scalars that begin like a number are dates or prose: isdigit settles the common ones without a pattern.
    if len(text) > _LONGEST_NUMBER:
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    if re.fullmatch(_INTEGER, text):
        return int(text)
    if re.fullmatch(_FLOAT, text):
        return float(text)
    return None
