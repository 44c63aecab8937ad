"""Slips of the hand that the YAML parser notices late or cannot name: recognised by the lines around its complaint."""

from __future__ import annotations

import re

from reviewkit.tuples import NamedTuple

_INDENT = re.compile(r"[ \t\xa0\u2000-\u200b\u202f\u3000\ufeff]*")
_KEY = r"\s*(?:- )?[a-z][a-z0-9_]*"
_NO_SPACE = re.compile(rf"({_KEY}:)[^\s/]")
_STRANGE_SPACE = re.compile(rf"({_KEY}:)[\xa0\u2000-\u200b\u202f\u3000\ufeff]")
_CURLY = re.compile(rf"({_KEY}:\s+)[“”‘’„]")
_TIGHT_DASH = re.compile(r"(\s*-)[^\s-]")
_CLOSED_EARLY = re.compile(rf"""{_KEY}:\s+(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{{[^}}]*\}})""")
_EMPTY_LIST = re.compile(rf"({_KEY}:\s+)\[\]\s*(?:#.*)?")


class Slip(NamedTuple):
    """What was done, and where; line and column count from 0."""

    line: int
    column: int
    message: str
    hint: str


def slip_at(text: str, line: int, column: int) -> Slip | None:
    """The slip behind a complaint at that place, if it is a usual one."""
    lines = text.split("\n", line + 1)[: line + 1]
    if line >= len(lines):
        return None
    before = _last_written(lines, line)
    return (
        _indent(lines, (line, before))
        or _list_kept(lines, before, line)
        or _spacing(lines, (before, line))
        or _curly(lines, line)
        or _early(lines, line, column)
    )


def _indent(lines: list[str], numbers: tuple[int, ...]) -> Slip | None:
    for number in numbers:
        start = _INDENT.match(lines[number])
        indent = start.group() if start else ""
        if "\t" in indent:
            return Slip(number, 0, "a tab at the start of the line", "indent with spaces")
        if indent.strip(" "):
            message, hint = "an invisible character at the start of the line", "delete it and indent with spaces"
            return Slip(number, 0, message, hint)
    return None


def _list_kept(lines: list[str], before: int, line: int) -> Slip | None:
    kept = _EMPTY_LIST.fullmatch(lines[before].rstrip("\r"))
    if kept and before != line:
        hint = "remove them where items follow on lines of their own; begin each with a dash: `- …`"
        return Slip(before, kept.end(1), "the empty brackets say that the list ends here", hint)
    return None


def _spacing(lines: list[str], numbers: tuple[int, ...]) -> Slip | None:
    for number in numbers:
        strange = _STRANGE_SPACE.match(lines[number])
        if strange:
            column = strange.end(1)
            return Slip(number, column, "an invisible character behind the colon", "delete it and type a space")
        tight = _NO_SPACE.match(lines[number])
        if tight:
            return Slip(number, tight.end(1), "a space is missing behind the colon", "write `key: value`")
        dash = _TIGHT_DASH.match(lines[number])
        if dash:
            return Slip(number, dash.end(1), "a space is missing behind the dash", "write `- …`")
    return None


def _curly(lines: list[str], line: int) -> Slip | None:
    curly = _CURLY.match(lines[line])
    if curly:
        hint = 'put straight ones (") around the whole text, or write it on lines of its own below `key: |`'
        return Slip(line, curly.end(1), "curly quotation marks are letters like any other to YAML", hint)
    return None


def _early(lines: list[str], line: int, column: int) -> Slip | None:
    closed = _CLOSED_EARLY.match(lines[line])
    if closed and closed.end() <= column and lines[line][closed.end() :].strip():
        message = "the text goes on behind a quotation mark or bracket that closes it"
        hint = "put quotation marks of the other kind around the whole text, or write it on lines of its own below `key: |`"
        return Slip(line, closed.end(), message, hint)
    return None


def _last_written(lines: list[str], line: int) -> int:
    """The number of the last line above that holds more than a comment; the line itself if there is none."""
    for number in range(line - 1, -1, -1):
        written = lines[number].strip()
        if written and not written.startswith("#"):
            return number
    return line
