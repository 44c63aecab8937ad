"""Where a path stands: in words ("Recommendations › R2") and in the file."""

from __future__ import annotations

import re
from typing import Any

from reviewkit.answers import ID
from reviewkit.checking.nearest import is_field_name, is_name
from reviewkit.report import Path, Position, Report, is_empty
from reviewkit.schema import Field

_TOP = Position(1, 1, 1, 1)


def place_of(report: Report, path: Path) -> str:
    """Section, then each list item on the way by its id, its person's key or its number. Never report text.

    The place of something missing is the item that it is missing from.
    """
    if not path:
        return "The report"
    while len(path) > 1 and is_empty(report.at(*path)):
        path = path[:-1]
    section = report.template.section(str(path[0]))
    words = [section.label if section else _unknown(path[0])]
    field: Field | None = section
    value: Any = report.at(path[0])
    for step in path[1:]:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
            if not (field and field.kind == "value"):
                words.append(_item_name(value, step))
        else:
            field = _member(field, step)
            value = value.get(step) if isinstance(value, dict) else None
            if field and field.kind in ("list", "group", "keyed"):
                words.append(field.label)
            elif not field and is_name(step) and len(path) > 2:
                words.append(step)
    return " › ".join(words)


def position_of(report: Report, path: Path, *, at_key: bool = False) -> tuple[str, Position]:
    """The file and position of the value there, or of its key; of a missing one, those of its parent's key."""
    file = report.register_file if path[:1] == ("register",) and len(path) > 1 else report.file
    if not at_key and not is_empty(report.at(*path)):
        found = report.positions.get(path)
        if found:
            return file or report.file, found
    for length in range(len(path), 0, -1):
        at = path[:length]
        found = report.key_positions.get(at) or report.positions.get(at)
        if found:
            return file or report.file, found
    return report.file, _TOP


def _unknown(key: str | int) -> str:
    return key if isinstance(key, str) and is_field_name(key) else "The report"


def _item_name(item: Any, index: int) -> str:
    if isinstance(item, dict):
        for key in ("id", "person"):
            name = item.get(key)
            if isinstance(name, str) and re.fullmatch(ID, name):
                return name
    return f"item {index + 1}"


def _member(field: Field | None, key: str) -> Field | None:
    if field is None:
        return None
    if field.kind == "keyed":
        # An entry under a key of the author's own has the fields that the block names.
        return field._replace(kind="group", label=key if is_name(key) else "…")
    return field.member(key)
