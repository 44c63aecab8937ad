"""What people read in the scripts and styles of a page: the texts of data, what a style puts on the page, what they fetch."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reviewkit.inspecting.hidden import unescaped, with_hidden
from reviewkit.inspecting.parts import Part, unread


def raw_parts(text: str, place: str, *, is_data: bool) -> Iterator[Part]:
    """Texts for readers within a script or a style. `is_data`: the page says that it is JSON."""
    if is_data:
        yield from _data_parts(text, place)
        return
    for match in _content().finditer(text):
        shown = unescaped("".join(_string().findall(match.group(1))))
        if shown.strip():
            yield from with_hidden("page", f"{place}, a text on the page", shown, "prose")
    if _fetched().search(text):
        yield unread("page", f"{place}, something that is not in the file")


def _data_parts(text: str, place: str) -> Iterator[Part]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield unread("page", f"{place}, data that is broken")
        return
    for number, said in enumerate(_texts(value), 1):
        yield from with_hidden("page", f"{place}, text {number}", said, "prose")


def _texts(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


@cache
def _content() -> re.Pattern[str]:
    return re.compile(r"""content[ \t]{0,9}:[^;{}"']{0,80}((?:["'][^"'\n]*["'][ \t\n]{0,9})+)""")


@cache
def _string() -> re.Pattern[str]:
    return re.compile(r"""["']([^"'\n]*)["']""")


@cache
def _fetched() -> re.Pattern[str]:
    """A picture or another style sheet; `#` is a place of the same page."""
    return re.compile(r"""(?i)url\([ \t]{0,9}["']?(?!data:|#)[^\s"')]|@import[ \t]{0,9}["']""")
