"""Fonts of a PDF whose letters nobody can tell by their numbers: their text would be read as something else."""

from __future__ import annotations

import re
from functools import cache
from typing import Any


def is_unreadable(font: dict[Any, Any]) -> bool:
    """Whether the file doesn't say which letters the font's signs are."""
    if font.get("/ToUnicode") is not None:
        return False
    if str(font.get("/Subtype", "")).startswith("/CIDFont"):  # the font around it says
        return False
    kind, encoding = font.get("/Subtype"), font.get("/Encoding")
    if kind == "/Type0":
        return encoding is None or str(encoding).startswith("/Identity")
    if kind == "/Type3":
        return not isinstance(encoding, dict) or _has_numbered_signs(encoding)
    if isinstance(encoding, dict):
        return _has_numbered_signs(encoding)
    return encoding is None and bool(_subset().match(str(font.get("/BaseFont", ""))))


def _has_numbered_signs(encoding: dict[Any, Any]) -> bool:
    """`/g17` and `/cid17` are no letters; `/a`, `/space` and `/uni0041` are."""
    changed = encoding.get("/Differences")
    return isinstance(changed, list) and any(_numbered().match(str(name)) for name in changed)


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"/(?!uni?[0-9A-F]{4,6}$)[A-Za-z_.]{1,8}[0-9]{1,5}$")


@cache
def _subset() -> re.Pattern[str]:
    return re.compile(r"/[A-Z]{6}\+")
