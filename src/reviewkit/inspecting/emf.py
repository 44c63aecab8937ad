"""An enhanced metafile, a picture in the line of a Word file: its texts, and whether anything in it can't be read.

Records as in Microsoft's [MS-EMF]. Only those of a plain chart count as read; with any other (a bitmap, a comment, an
outline that may be handwriting or letters) and with any byte that no field accounts for, the picture is unread.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from reviewkit.inspecting.emf_joining import Drawn, joined, lines_of
from reviewkit.inspecting.emf_plain import is_plain
from reviewkit.inspecting.emf_texts import TEXT_KINDS, texts_of
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, unread
from reviewkit.tuples import NamedTuple

LARGEST = 4 * 1024 * 1024
MOST_SHAPES = 2_000
_HEADER, _EOF, _TEXT_ALIGN, _SELECT, _FONT = 1, 14, 22, 37, 82
_UNITS = frozenset((9, 10, 11, 12, 17, 34, 35, 36, 115))
_SHAPES = frozenset((2, 3, 4, 42, 43, 44, 85, 86, 87))
_TEXT, _FACE, _DESCRIPTION = "text of a picture", "a font of a picture", "description of a picture"
_FACES = ((40, 104), (104, 232), (232, 296))


class _Record(NamedTuple):
    """A record with its head; `whole` is False if its size can't be true."""

    kind: int
    data: bytes
    whole: bool = True


def emf_parts(data: bytes, part: str) -> Iterator[Part]:
    """Every text of the picture, and an unread part if it holds anything else than plain shapes and texts."""
    if len(data) > LARGEST or not _is_emf(data):
        yield unread(part, "a picture")
        return
    records = list(_records(data))
    drawn = list(_drawn(records))
    for text in lines_of(drawn):
        yield from with_hidden(part, _TEXT, text, "prose")
    if words := joined(drawn):
        yield Part(part, f"{_TEXT}, pieces joined", "\n\n".join(words), "attribute")
    for place, text in dict.fromkeys(_said(records)):
        yield from with_hidden(part, place, text, "attribute" if place == _FACE else "prose")
    if not _is_plain(records, data):
        yield unread(part, "a picture")


def _is_emf(data: bytes) -> bool:
    return len(data) >= 88 and data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF"


def _records(data: bytes) -> Iterator[_Record]:
    """The records up to the end, or to one whose size is a lie."""
    at = 0
    while at < len(data):
        if len(data) - at < 8:
            yield _Record(0, data[at:], whole=False)
            return
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or size % 4 or size > len(data) - at:
            yield _Record(kind, data[at:], whole=False)
            return
        yield _Record(kind, data[at : at + size])
        at += size


def _is_plain(records: list[_Record], data: bytes) -> bool:
    size, count = struct.unpack_from("<II", data, 48)
    return (
        (size, count) == (len(data), len(records))
        and records[-1].kind == _EOF
        and sum(record.kind in _SHAPES for record in records) <= MOST_SHAPES
        and [record.kind for record in records if record.kind in (_HEADER, _EOF)] == [_HEADER, _EOF]
        and all(record.whole and is_plain(record.kind, record.data) for record in records)
    )


def _drawn(records: list[_Record]) -> Iterator[Drawn]:
    """The texts with what their places depend on: the units, the font, and which end of a text is set."""
    heights: dict[int, int] = {}
    font = align = frame = 0
    for kind, data, _ in records:
        number = int.from_bytes(data[8:12], "little")
        if kind == _FONT and len(data) >= 16:
            heights[number] = abs(int.from_bytes(data[12:16], "little", signed=True))
        elif kind == _SELECT:
            font = number if number in heights else font
        elif kind == _TEXT_ALIGN:
            align = number & 6
        elif kind in _UNITS:
            frame += 1
        elif kind in TEXT_KINDS:
            for said in texts_of(kind, data):
                width = said.width or len(said.text) * heights.get(font, 0) // 2
                left = said.x - {2: width, 6: width // 2}.get(align, 0)
                yield Drawn(said.text, left, said.y, width, heights.get(font, 0), frame, (font, align, said.x))


def _said(records: list[_Record]) -> Iterator[tuple[str, str]]:
    """What the picture says of itself, and the names of its fonts; what stands behind the end of a name as well."""
    for kind, data, _ in records:
        if kind == _HEADER and len(data) >= 68:
            count, start = struct.unpack_from("<II", data, 60)
            yield from ((_DESCRIPTION, text) for text in _strings(data[start : start + 2 * count] if start else b""))
        elif kind == _FONT:
            for start, end in _FACES:
                yield from ((_FACE, text) for text in _strings(data[start:end]))


def _strings(data: bytes) -> Iterator[str]:
    text = data[: len(data) // 2 * 2].decode("utf-16-le", errors="replace")
    yield from (piece for piece in text.split("\0") if piece.strip())
