"""The texts in one record of an enhanced metafile."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache

from reviewkit.tuples import NamedTuple

_TEXT_A, _TEXT_W, _TEXTS_A, _TEXTS_W, _SMALL_TEXT = 83, 84, 96, 97, 108
TEXT_KINDS = frozenset((_TEXT_A, _TEXT_W, _TEXTS_A, _TEXTS_W, _SMALL_TEXT))
_NO_RECTANGLE, _SMALL_CHARACTERS, _TWO_WAYS = 0x100, 0x200, 0x2000
_KNOWN_OPTIONS = 0x2 | 0x4 | _TWO_WAYS
"""None of them puts numbers of glyphs in the place of letters, as others do."""
_ENTRY, _HEAD_OF_MANY = 40, 40
Span = tuple[int, int]


class Said(NamedTuple):
    """A text, where it is set and how wide it says that it is; `spans` are the bytes of the record that hold it."""

    text: str
    x: int
    y: int
    width: int
    spans: tuple[Span, ...]
    legible: bool = True


def texts_of(kind: int, data: bytes) -> Iterator[Said]:
    """The texts of a record of text; not those that claim bytes which others have claimed, as no honest ones do."""
    if kind == _SMALL_TEXT:
        yield from _small_text(data)
        return
    claimed = 0
    for at in _entries(kind, data):
        said = _entry(data, at, wide=kind in (_TEXT_W, _TEXTS_W))
        yield said
        claimed += sum(end - start for start, end in said.spans)
        if claimed > len(data):
            return


def _entries(kind: int, data: bytes) -> range:
    """Where each text of the record is described."""
    if kind in (_TEXT_A, _TEXT_W):
        return range(36, len(data) - _ENTRY + 1, len(data))
    most = (len(data) - _HEAD_OF_MANY) // _ENTRY
    return range(_HEAD_OF_MANY, _HEAD_OF_MANY + max(0, min(number_at(data, 36), most)) * _ENTRY, _ENTRY)


def _entry(data: bytes, at: int, *, wide: bool) -> Said:
    x, y, length, start, options = struct.unpack_from("<2i3I", data, at)
    steps_at = number_at(data, at + 36)
    size = length * (2 if wide else 1)
    raw = data[start : start + size]
    steps_size = 4 * length * (2 if options & _TWO_WAYS else 1)
    steps = data[steps_at : steps_at + steps_size] if steps_at else b""
    fits = len(raw) == size and len(steps) in (steps_size, 0) and start >= at + _ENTRY
    spans = ((start, start + len(raw)), (steps_at, steps_at + len(steps)))
    text, legible = _decoded(raw, wide=wide)
    legible = legible and fits and not options & ~_KNOWN_OPTIONS
    return Said(text, x, y, _width(steps, two_ways=bool(options & _TWO_WAYS)), spans if steps else spans[:1], legible)


def _small_text(data: bytes) -> Iterator[Said]:
    if len(data) < 36:
        return
    x, y, length, options = struct.unpack_from("<2i2I", data, 8)
    wide = not options & _SMALL_CHARACTERS
    start = 36 if options & _NO_RECTANGLE else 52
    size = length * (2 if wide else 1)
    raw = data[start : start + size]
    text, legible = _decoded(raw, wide=wide)
    legible = legible and len(raw) == size and not options & ~(_KNOWN_OPTIONS | _NO_RECTANGLE | _SMALL_CHARACTERS)
    yield Said(text, x, y, 0, ((start, start + len(raw)),), legible)


def head_of(kind: int, data: bytes) -> int:
    """How many bytes stand before the texts of a record of text."""
    if kind == _SMALL_TEXT:
        return 36 if number_at(data, 20) & _NO_RECTANGLE else 52
    return 76 if kind in (_TEXT_A, _TEXT_W) else _HEAD_OF_MANY + number_at(data, 36) * _ENTRY


def _decoded(raw: bytes, *, wide: bool) -> tuple[str, bool]:
    """The text, and whether it is surely that: bytes beyond ASCII mean another letter in each language's fonts."""
    if not wide:
        return raw.decode("cp1252", errors="replace").replace("\0", ""), raw.isascii()
    text = raw[: len(raw) // 2 * 2].decode("utf-16-le", errors="replace").replace("\0", "")
    # Symbol fonts hold their letters in the private area, 0xF000 above; what they show for them nobody can say.
    shown = text if text.isascii() else text.translate(_symbols())
    return shown, shown == text and "\ufffd" not in text


@cache
def _symbols() -> dict[int, int]:
    return {0xF000 + code: code for code in range(0x20, 0x100)}


def _width(steps: bytes, *, two_ways: bool) -> int:
    values = struct.unpack(f"<{len(steps) // 4}i", steps[: len(steps) // 4 * 4])
    return sum(values[::2] if two_ways else values)


def number_at(data: bytes, at: int) -> int:
    """The number of four bytes that stands there; 0 beyond the end."""
    return int.from_bytes(data[at : at + 4], "little")
