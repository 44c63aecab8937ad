"""Marks that cite a source, such as `[^S1]`: what they look like, and where they stand in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

LONGEST = 20  # letters and digits of an id, as `answers.ID` has it


def mark_at(text: str, start: int) -> tuple[str, int] | None:
    """The id in the mark that begins there, and where the mark ends."""
    found = _mark().match(text, start)
    return (found[1], found.end()) if found else None


def cited_in(text: str) -> Iterator[str]:
    """The ids in all marks of a text, those in code and behind a backslash left out."""
    if "[^" in text:
        for chunk in _without_fences(text):
            yield from (found[1] for found in _mark().finditer(_without_spans(chunk)) if found[1])


def without_marks(text: str) -> str:
    """The text without any marks, in code or not: for comparing texts."""
    return _mark().sub("", text) if "[^" in text else text


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"(?<!\\)\[\^([A-Za-z0-9][A-Za-z0-9_.-]{{0,{LONGEST - 1}}})\]")


def _without_fences(text: str) -> Iterator[str]:
    """Stretches between blank lines; code between fences gives none."""
    fence = ""
    lines: list[str] = []
    for line in text.splitlines():
        opening = _fence().match(line)
        if fence:
            closes = opening and opening[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
        elif opening and not (opening[1][0] == "`" and "`" in line[opening.end() :]):
            fence = opening[1]
        elif line.strip():
            lines.append(line)
            continue
        yield "\n".join(lines)
        lines = []
    yield "\n".join(lines)


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"[ \t>]*(?:[-*+] +)?(`{3,}|~{3,})")


def _without_spans(text: str) -> str:
    """The stretch without code between backticks, as many before it as behind it."""
    signs = [(found.start(), found.end()) for found in re.finditer("`+", text)]
    by_length: dict[int, list[int]] = {}
    for number, (start, end) in reversed(list(enumerate(signs))):
        by_length.setdefault(end - start, []).append(number)
    kept: list[str] = []
    at = reached = 0
    for number, (start, end) in enumerate(signs):
        same = by_length[end - start]
        while same and same[-1] <= number:
            same.pop()
        if number < reached or not same or text[max(start - 1, 0) : start] == "\\":
            continue
        kept.append(text[at:start])
        reached, at = same[-1] + 1, signs[same[-1]][1]
    return " ".join((*kept, text[at:]))
