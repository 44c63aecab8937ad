"""A report as plain data: values by path, where each stands in its file, and the register of the people in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.schema import Field, Template
from reviewkit.tuples import NamedTuple

Path = tuple[str | int, ...]
"""Where a value stands: ("recommendations", 0, "owner")."""
Written = tuple[Path, Field, Any]
"""A path, the field that stands there, and what is written in it."""
NOT_PUBLISHED = ("not-published", "not-for-publication")
"""Codes of `publication.form` under which nothing goes out."""


class Position(NamedTuple):
    """Line and column count from 1; the end is exclusive. `literal`: a block scalar whose lines stand as typed."""

    line: int
    column: int
    end_line: int
    end_column: int
    literal: bool = False


class Person(NamedTuple):
    """Somebody of the case. `born` is an ISO date or "". `published_as` is what the author wrote, or ""."""

    key: str
    name: str
    also: tuple[str, ...] = ()
    born: str = ""
    role: str = ""
    published_as: str = ""


class Named(NamedTuple):
    """An organisation, place or reference number. `published_as` "keep" means that it may be named."""

    key: str
    name: str
    also: tuple[str, ...] = ()
    kind: str = ""
    published_as: str = ""
    reason: str = ""


class Register(NamedTuple):
    """Everybody and everything that a published version must not name, by the author's own keys. Confidential."""

    people: Mapping[str, Person] = {}
    organisations: Mapping[str, Named] = {}
    places: Mapping[str, Named] = {}
    references: tuple[Named, ...] = ()


class Report(NamedTuple):
    """One loaded report. `values` holds what the YAML holds; `positions` has every key and item by its path.

    `register_file` is the file that `register:` points to, or the report itself; positions below `/register` count in
    it. `file` and `register_file` are paths as the user gave them.
    """

    file: str
    template: Template
    edition: str
    values: dict[str, Any]
    register: Register
    positions: Mapping[Path, Position]
    key_positions: Mapping[Path, Position]
    source_lines: tuple[str, ...]
    register_file: str = ""
    register_lines: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """The report's status; `draft` where none is given."""
        status = self.at("review", "status")
        return status if isinstance(status, str) and status else "draft"

    def at(self, *path: str | int) -> Any:
        """The value there, or None."""
        value: Any = self.values
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                value = value[step]
            else:
                return None
        return value

    def items(self, *path: str | int) -> Iterator[tuple[Path, dict[str, Any]]]:
        """The items of the list there that have anything in them, each with its path."""
        value = self.at(*path)
        if isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict) and not is_empty(item):
                    yield (*path, index), item


def written_fields(report: Report) -> list[Written]:
    """Every field in which something is written, groups and lists before what they hold, each with its path."""
    found: list[Written] = []
    for field in (*report.template.sections, *report.template.reserved):
        _add_written(found, field, report.values.get(field.id), (field.id,))
    return found


def _add_written(found: list[Written], field: Field, value: Any, path: Path) -> None:
    if is_empty(value):
        return
    found.append((path, field, value))
    if field.kind == "value":
        return
    members = tuple(field.members())
    for at, holder in _holders(field, value, path):
        for member in members:
            inner = holder.get(member.id)  # most members of an item are not given, and most that are given are texts
            if type(inner) is str and member.kind == "value":
                if inner and not inner.isspace():
                    found.append(((*at, member.id), member, inner))
            elif inner is not None:
                _add_written(found, member, inner, (*at, member.id))


def _holders(field: Field, value: Any, path: Path) -> list[tuple[Path, dict[str, Any]]]:
    """The mappings in which the members of the field stand."""
    if field.kind == "list" and isinstance(value, list):
        return [((*path, index), item) for index, item in enumerate(value) if isinstance(item, dict)]
    if field.kind == "keyed" and isinstance(value, dict):
        return [((*path, key), entry) for key, entry in value.items() if isinstance(entry, dict)]
    return [(path, value)] if field.kind == "group" and isinstance(value, dict) else []


def is_empty(value: Any) -> bool:
    """Whether nothing was written there: null, blank text, or a list or mapping of nothing but such."""
    if isinstance(value, str):
        return not value or value.isspace()
    if value is None:
        return True
    if isinstance(value, list):
        return all(map(is_empty, value))
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    return False


def pointer(path: Path) -> str:
    """The path as a JSON Pointer (RFC 6901): `/recommendations/0/owner`; "" is the whole report."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
