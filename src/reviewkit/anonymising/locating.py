"""Where in the report a text comes from, in words that hold no report text: `Learning L2`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reviewkit.report import Path
from reviewkit.schema import Template


class Locator:
    """Finds the field of a published report that holds a text, by its letters alone, since marks of emphasis are gone."""

    def __init__(self, template: Template, values: Mapping[str, Any]) -> None:
        self._template = template
        self._values = values
        self._letters: list[tuple[Path, str]] | None = None

    def place_of(self, text: str) -> str:
        """The section, and the item of it, in words; "" if the text stands nowhere."""
        if self._letters is None:
            self._letters = [(path, _letters(value)) for path, value in _texts(self._values, ())]
        letters = _letters(text)
        for path, known in self._letters:
            if letters in known:
                return self._named(path)
        return ""

    def _named(self, path: Path) -> str:
        section = self._template.section(str(path[0]))
        title = section.label if section else str(path[0])
        for depth, step in enumerate(path):
            if isinstance(step, int):
                return f"{title} {self._item(path[: depth + 1], step)}"
        return title

    def _item(self, path: Path, number: int) -> str:
        item: Any = self._values
        for step in path:
            item = item[step]
        name = item.get("id") if isinstance(item, Mapping) else None
        return name if isinstance(name, str) and re.fullmatch(r"[A-Za-z]{1,4}\d{1,3}", name) else f"item {number + 1}"


def _texts(value: Any, path: Path) -> list[tuple[Path, str]]:
    if isinstance(value, Mapping):
        return [found for key, item in value.items() for found in _texts(item, (*path, key))]
    if isinstance(value, list):
        return [found for number, item in enumerate(value) for found in _texts(item, (*path, number))]
    return [(path, value)] if isinstance(value, str) else []


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
