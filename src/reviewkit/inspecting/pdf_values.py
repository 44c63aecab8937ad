"""Values of a PDF's objects as texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_DEEPEST = 60


def plain_text(value: Any) -> str:
    """A string or a name as text; bytes in the encoding that reads best."""
    if isinstance(value, bytes):
        return _decoded(value)
    return str(value).replace("\x00", "") if isinstance(value, str) else ""


def texts_within(value: Any, key: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Every string in the value, with the key that it stands under; what it refers to is not followed."""
    from pypdf.generic import IndirectObject, NameObject

    if isinstance(value, IndirectObject) or depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts_within(dict.get(value, name, inner), str(name).strip("/"), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_within(inner, key, depth + 1)
    elif isinstance(value, (str, bytes)) and not isinstance(value, NameObject):
        text = plain_text(value)
        if text.strip():
            yield key, text


def names_within(value: Any, depth: int = 0) -> Iterator[str]:
    """Every name in the value, keys as well."""
    from pypdf.generic import IndirectObject, NameObject

    if isinstance(value, IndirectObject) or depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from names_within(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from names_within(inner, depth + 1)
    elif isinstance(value, NameObject):
        yield str(value)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", errors="replace").replace("\x00", "")
    try:
        return data.decode("utf-8").replace("\x00", "")
    except UnicodeDecodeError:
        return data.decode("latin-1").replace("\x00", "")
