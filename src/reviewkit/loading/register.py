"""`register:` of a report, inline or in a file of its own, as `Register`.

Wrong types are not an error here: the check names them with their place, and the rest is still read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from reviewkit.errors import InputError
from reviewkit.loading.files import decode, read_file
from reviewkit.loading.yaml_reader import YamlDocument, read_yaml
from reviewkit.report import Named, Path, Person, Position, Register
from reviewkit.tuples import NamedTuple


class LoadedRegister(NamedTuple):
    """The register, and where it stands if it has a file of its own."""

    register: Register
    file: str
    source_lines: tuple[str, ...]
    positions: Mapping[Path, Position]
    keys: Mapping[Path, Position]


def read_register(document: YamlDocument, path: str, folder: str) -> LoadedRegister:
    """The register of a report. With `register: people.yaml` the file is read and put in its place in the values."""
    written = document.value.get("register")
    if not isinstance(written, str) or not written.strip():
        return LoadedRegister(parse_register(written), path, (), {}, {})
    place = document.positions[("register",)]
    file = os.path.join(folder, written)
    try:
        text = decode(read_file(file), file)
    except InputError as error:
        hint = error.hint or "the register's file stands beside the report"
        raise InputError(
            path, f"the register's file: {error.message}", line=place.line, column=place.column, hint=hint
        ) from None
    own = read_yaml(text, file)
    value = own.value
    if not isinstance(value, dict):
        raise InputError(file, "this is not a register", line=1, column=1, hint="it begins with `people:`")
    # A people file may hold the register itself or stand it under `register:`.
    nested = isinstance(value.get("register"), dict)
    values = value["register"] if nested else value
    document.value["register"] = values
    skip = 1 if nested else 0
    return LoadedRegister(
        parse_register(values),
        file,
        tuple(text.splitlines()),
        {("register", *at[skip:]): position for at, position in own.positions.items() if len(at) >= skip},
        {("register", *at[skip:]): position for at, position in own.keys.items() if len(at) > skip},
    )


def parse_register(written: Any) -> Register:
    """The register from plain values, leaving out what is not of the right shape."""
    if not isinstance(written, dict):
        return Register()
    references = written.get("references")
    return Register(
        people={key: _person(key, entry) for key, entry in _entries(written.get("people"))},
        organisations={key: _named(key, entry) for key, entry in _entries(written.get("organisations"))},
        places={key: _named(key, entry) for key, entry in _entries(written.get("places"))},
        references=tuple(
            _named(f"reference {number}", {**entry, "name": entry.get("value")})
            for number, entry in enumerate(references if isinstance(references, list) else (), 1)
            if isinstance(entry, dict)
        ),
    )


def _entries(written: Any) -> list[tuple[str, dict[str, Any]]]:
    if not isinstance(written, dict):
        return []
    return [(key, entry) for key, entry in written.items() if isinstance(entry, dict)]


def _person(key: str, entry: Mapping[str, Any]) -> Person:
    return Person(
        key=key,
        name=_text(entry.get("name")),
        also=_texts(entry.get("also")),
        born=_text(entry.get("born")),
        role=_text(entry.get("role")),
        published_as=_text(entry.get("published_as")),
    )


def _named(key: str, entry: Mapping[str, Any]) -> Named:
    return Named(
        key=key,
        name=_text(entry.get("name")),
        also=_texts(entry.get("also")),
        kind=_text(entry.get("kind")),
        published_as=_text(entry.get("published_as")),
        reason=_text(entry.get("reason")),
    )


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, (list, dict, bool)) else str(value).strip()


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for text in map(_text, value) if text)
    return (text,) if (text := _text(value)) else ()
