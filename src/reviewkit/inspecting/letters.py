"""Names and numbers set with a letter in each box, as forms have them: a cell or a line for each, no word in any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reviewkit.inspecting.parts import Part

_FEWEST = 4


def with_letters(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, and after each row of single letters the word that they make."""
    row: list[Part] = []
    for part in parts:
        if part.again:
            yield part
            continue
        is_letter = _is_letter(part)
        if row and not (is_letter and row[-1].part == part.part):
            yield from _together(row)
            row.clear()
        yield part
        if is_letter:
            row.append(part)
    yield from _together(row)


def _is_letter(part: Part) -> bool:
    return part.kind == "prose" and len(part.text) < _FEWEST and len(part.text.strip()) == 1


def _together(row: list[Part]) -> Iterator[Part]:
    if len(row) >= _FEWEST:
        for word in _words().findall("".join(part.text.strip() for part in row)):
            yield Part(row[0].part, f"{row[0].place} and after it, a letter each", word, "attribute")


@cache
def _words() -> re.Pattern[str]:
    """Letters, or the digits of a day or a number: what stands in both kinds of row is no word."""
    return re.compile(r"[^\W\d_]{4,}|\d(?:[/.-]?\d){5,}")
