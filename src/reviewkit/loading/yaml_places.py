"""Where in its file a value of a YAML document stands, worked out for the few values that are asked about.

A report has thousands of values and keys, and most of them are never shown: what is kept of each while the file is
read is the parser's own event. A path is followed down to it when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.report import Path, Position

_new = tuple.__new__


class Box:
    """A mapping or list: the events that open and close it, and those of its keys and of what stands in it."""

    __slots__ = ("end", "keys", "members", "start")

    def __init__(self, start: Any, members: Any) -> None:
        self.start = start
        self.end: Any = None
        self.keys: dict[str | int, Any] = {}
        self.members = members


class ValuePlaces(Mapping[Path, Position]):
    """The positions of all values. What a mapping or list holds comes before itself, as in the file."""

    __slots__ = ("_root",)

    def __init__(self, root: Any) -> None:
        self._root = root

    def __getitem__(self, path: Path) -> Position:
        found = _at(self._root, path)
        if found is None:
            raise KeyError(path)
        return place_of(found)

    def __iter__(self) -> Iterator[Path]:
        if self._root is not None:
            yield from _paths(self._root, ())

    def __len__(self) -> int:
        return sum(1 for _ in self)


class KeyPlaces(Mapping[Path, Position]):
    """The positions of all keys of mappings, each before those below it."""

    __slots__ = ("_root",)

    def __init__(self, root: Any) -> None:
        self._root = root

    def __getitem__(self, path: Path) -> Position:
        around = _at(self._root, path[:-1])
        key = around.keys.get(path[-1]) if path and type(around) is Box else None
        if key is None:
            raise KeyError(path)
        return place_of(key)

    def __iter__(self) -> Iterator[Path]:
        return _key_paths(self._root, ())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def place_of(found: Any) -> Position:
    """The position of a scalar's event, or of a closed box; lines and columns count from 1."""
    if type(found) is Box:
        start, end, literal = found.start.start_mark, found.end.end_mark, False
    else:
        start, end, literal = found.start_mark, found.end_mark, found.style == "|"
    return _new(Position, (start.line + 1, start.column + 1, end.line + 1, end.column + 1, literal))


def _at(found: Any, path: Path) -> Any:
    """The event or box there, or None."""
    for step in path:
        members: Any = found.members if type(found) is Box else None
        if isinstance(members, dict):
            found = members.get(step)
        elif isinstance(members, list) and isinstance(step, int) and 0 <= step < len(members):
            found = members[step]
        else:
            return None
    return found


def _paths(found: Any, path: Path) -> Iterator[Path]:
    if type(found) is Box:
        for step, inner in _steps(found):
            yield from _paths(inner, (*path, step))
    yield path


def _key_paths(found: Any, path: Path) -> Iterator[Path]:
    if type(found) is Box:
        for step, inner in _steps(found):
            if type(step) is str:
                yield (*path, step)
            yield from _key_paths(inner, (*path, step))


def _steps(box: Box) -> Iterator[tuple[Any, Any]]:
    members = box.members
    return iter(members.items()) if isinstance(members, dict) else iter(enumerate(members))
