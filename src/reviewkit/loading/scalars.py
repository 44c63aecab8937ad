"""Plain YAML 1.2 scalars: the core schema, so that `no` is a word and 010 is ten."""

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
    """The value of a plain (unquoted) scalar. Numbers of absurd length stay text."""
    if text in _NULLS:
        return None
    if text[0] in _NUMBER_STARTS:
        return _number(text)
    return _BOOLEANS.get(text, text)


def _number(text: str) -> Scalar:
    # Most scalars that begin like a number are dates or prose: isdigit settles the common ones without a pattern.
    if len(text) > _LONGEST_NUMBER:
        return text
    if text.isascii() and text.isdigit():
        return int(text)
    if re.fullmatch(_INTEGER, text):
        return int(text)
    if re.fullmatch(_FLOAT, text):
        return float(text)
    return text
