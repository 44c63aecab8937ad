"""Whether a record of an enhanced metafile is one of a plain chart, and each of its bytes accounted for."""

from __future__ import annotations

import struct

from reviewkit.inspecting.emf_texts import TEXT_KINDS, Span, head_of, number_at, texts_of

_HEADER, _EOF, _FONT, _PEN = 1, 14, 82, 95
_SIZES = {
    9: 16, 10: 16, 11: 16, 12: 16,  # window and viewport
    13: 16, 14: 20, 16: 12, 17: 12, 18: 12, 19: 12, 20: 12, 21: 12, 22: 12, 24: 12, 25: 12, 58: 12, 98: 12, 115: 12,
    30: 24, 33: 8, 34: 12, 35: 32, 36: 36,  # clipping, state, transforms
    37: 12, 38: 28, 39: 24, 40: 12,  # pens and brushes
    42: 24, 43: 24, 44: 32,  # ellipse, rectangles
    82: 332,
}  # fmt: skip
_LINES = {2: 8, 4: 8, 85: 4, 87: 4}
_MOST_POINTS = 16
"""Handwriting and the outlines of letters have more."""
_POLYGONS = {3: "i", 86: "h"}
_MOST_CORNERS = 32


def is_plain(kind: int, data: bytes) -> bool:
    """Whether the record is known, and every byte of it."""
    if kind == _HEADER:
        return _is_plain_header(data)
    if kind in TEXT_KINDS:
        said = list(texts_of(kind, data))
        spans = [(0, head_of(kind, data)), *(span for one in said for span in one.spans)]
        return bool(said) and all(one.legible for one in said) and _covers(data, spans)
    if kind in _LINES:
        return _is_plain_line(data, _LINES[kind])
    if kind in _POLYGONS:
        return _is_plain_polygon(data, _POLYGONS[kind])
    if kind == _PEN:
        return _is_plain_pen(data)
    return (
        _SIZES.get(kind) == len(data)
        and not (kind == _EOF and any(data[8:12]))  # a palette
        and not (kind == _FONT and any(data[296:]))  # numbers behind the names that no font needs
    )


def _is_plain_header(data: bytes) -> bool:
    if len(data) not in (88, 100, 108) and not number_at(data, 60):
        return False
    letters, start, colours = number_at(data, 60), number_at(data, 64), number_at(data, 68)
    pixels = number_at(data, 88) if len(data) >= 100 and (not start or start >= 100) else 0
    described = [(start, start + 2 * letters)] if letters else []
    heads = [size for size in (88, 100, 108) if not letters or size <= start]
    return not colours and not pixels and any(_covers(data, [(0, size), *described]) for size in heads)


def _is_plain_pen(data: bytes) -> bool:
    """A pen without a bitmap and without dashes of its own."""
    return len(data) in (52, 56) and not any((*data[16:20], *data[24:28], *data[48:]))


def _is_plain_line(data: bytes, each: int) -> bool:
    count = number_at(data, 24)
    return 2 <= count <= _MOST_POINTS and len(data) == 28 + count * each


def _is_plain_polygon(data: bytes, form: str) -> bool:
    """A box with round corners at most: no letter but a stroke or a dot turns to one side alone."""
    count = number_at(data, 24)
    if not 3 <= count <= _MOST_CORNERS or len(data) != 28 + 2 * count * struct.calcsize(form):
        return False
    flat = struct.unpack_from(f"<{2 * count}{form}", data, 28)
    points = list(zip(flat[::2], flat[1::2], strict=True))
    sides = [(x - u, y - v) for (u, v), (x, y) in zip(points, (*points[1:], points[0]), strict=True)]
    turns = [a * d - b * c for (a, b), (c, d) in zip(sides, (*sides[1:], sides[0]), strict=True)]
    return all(turn >= 0 for turn in turns) or all(turn <= 0 for turn in turns)


def _covers(data: bytes, spans: list[Span]) -> bool:
    """Whether the spans hold every byte of the data but for a few zeros that fill up to whole numbers of four."""
    end = 0
    for start, stop in sorted(spans):
        if start < end or start - end > 3 or any(data[end:start]):
            return False
        end = stop
    return 0 <= len(data) - end <= 3 and not any(data[end:])
