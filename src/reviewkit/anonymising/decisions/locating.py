"""Where in the report a text comes from, in words that hold no report text: `Learning L2`, line 214."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reviewkit.language.citations import without_marks
from reviewkit.report import Path, Report
from reviewkit.tuples import NamedTuple

_LONG = 60
"""So many letters in a row stand in one place only."""


class Located(NamedTuple):
    """`said` is the section and the item of it, "" if the text stands nowhere; `lines` are those of its value.

    `first` is the number of the first of them in the report's file, from 1, 0 if it is not known.
    """

    path: Path = ()
    said: str = ""
    first: int = 0
    lines: tuple[str, ...] = ()

    def line_of(self, sentence: str) -> int:
        """The number of the line on which that sentence begins, as near as can be said."""
        letters = _letters(sentence)
        if len(letters) <= _LONG:
            for number, line in enumerate(self.lines):
                if any(_letters(piece) == letters for piece in without_marks(line).split("|")):
                    return self.first + number
        whole = "".join(_letters(without_marks(line)) for line in self.lines)
        place = whole.find(letters[:24])
        if place < 0:
            return self.first
        reached = 0
        for number, line in enumerate(self.lines):
            reached += len(_letters(without_marks(line)))
            if reached > place:
                return self.first + number
        return self.first


class Locator:
    """Finds the field of a published report that holds a text, by its letters alone, since marks of emphasis are gone."""

    def __init__(self, report: Report, values: Mapping[str, Any]) -> None:
        self._report = report
        self._values = values
        self._letters: list[tuple[Path, str]] | None = None

    def place_of(self, text: str) -> Located:
        """The field and its lines; nothing at all if the text stands in no field of the report."""
        if self._letters is None:
            self._letters = [
                (path, _letters(version))
                for path, value in _texts(self._report.values, ())
                # What cites a source is no text of the document where it is prose.
                for version in dict.fromkeys((value, without_marks(value)))
            ]
        letters = _letters(text)
        found = [(path, known) for path, known in self._letters if letters in known]
        # What is published comes from a field that is published, wherever else the same words stand; and a few words
        # are more likely a whole field, cell or paragraph than a piece of a sentence.
        found.sort(key=lambda one: (_at(self._values, one[0][:1]) is None, self._is_piece(one[0], letters, one[1])))
        for path, _ in found:
            position = self._report.positions.get(path)
            lines = self._report.source_lines[position.line - 1 : position.end_line] if position else ()
            return Located(path, self._named(path), position.line if position else 0, tuple(lines))
        return Located()

    def _is_piece(self, path: Path, letters: str, known: str) -> bool:
        if letters == known or len(letters) > _LONG:
            return False
        value = _at(self._report.values, path)
        pieces = re.split(r"[\n|]", value) if isinstance(value, str) else ()
        return all(_letters(piece) != letters for piece in pieces)

    def _named(self, path: Path) -> str:
        section = self._report.template.section(str(path[0]))
        title = section.label if section else str(path[0])
        for depth, step in enumerate(path):
            if isinstance(step, int):
                return f"{title} {self._item(path[: depth + 1], step)}"
        return title

    def _item(self, path: Path, number: int) -> str:
        item = _at(self._report.values, path)
        name = item.get("id") if isinstance(item, Mapping) else None
        return name if isinstance(name, str) and re.fullmatch(r"[A-Za-z]{1,4}\d{1,3}", name) else f"item {number + 1}"


def _at(values: Any, path: Path) -> Any:
    for step in path:
        if isinstance(values, Mapping):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values


def _texts(value: Any, path: Path) -> list[tuple[Path, str]]:
    if isinstance(value, Mapping):
        return [found for key, item in value.items() for found in _texts(item, (*path, key))]
    if isinstance(value, list):
        return [found for number, item in enumerate(value) for found in _texts(item, (*path, number))]
    return [(path, value)] if isinstance(value, str) else []


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
