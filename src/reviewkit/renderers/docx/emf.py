"""A drawing as an enhanced metafile: lines stay sharp at any size, words stay words, and every Word shows it.

Records as in Microsoft's [MS-EMF]. One unit is a twip (1/20 point), so that nothing is coarse.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from math import cos, pi, sin
from typing import Any

from reviewkit.drawing.shapes import Box, Dot, Drawing, Path, Words
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.advances import advances
from reviewkit.renderers.docx.emf_recording import Recording, units

Palette = Mapping[str, str]
Point = tuple[float, float]
EDGE = 0.75
"""Room in points for the outer half of a line that runs along the edge."""

_FRAME_UNIT = 2540 / 72  # hundredths of a millimetre in a point
_DEVICE, _DEVICE_MM = 14400, 254  # ten inches of twips
_SCALE = _DEVICE_MM * 100 / _DEVICE
_HEADER_SIZE = 108
_HEADER, _POLYBEZIER, _POLYGON, _POLYLINE = 1, 2, 3, 4
_WINDOW_EXTENT, _WINDOW_ORIGIN, _VIEWPORT_EXTENT, _VIEWPORT_ORIGIN = 9, 10, 11, 12
_MAP_MODE, _BACKGROUND_MODE, _TEXT_ALIGN, _TEXT_COLOUR = 17, 18, 22, 24
_ELLIPSE, _RECTANGLE, _TEXT = 42, 43, 84
_ANISOTROPIC, _TRANSPARENT = 8, 1
_BASELINE = 24
_ALIGNED = {"start": 0, "end": 2, "middle": 6}
_MOST_POINTS = 16
_CORNER = 7


def emf(drawing: Drawing, palette: Palette) -> bytes:
    """The metafile of the drawing, `EDGE` larger on each side; its background is transparent.

    `palette` has a colour such as "12436D" for every name.
    """
    width, height = units(drawing.width + 2 * EDGE), units(drawing.height + 2 * EDGE)
    recording = Recording(palette)
    for kind, values in (
        (_MAP_MODE, (_ANISOTROPIC,)),
        (_WINDOW_ORIGIN, (-units(EDGE), -units(EDGE))),
        (_WINDOW_EXTENT, (width, height)),
        (_VIEWPORT_ORIGIN, (0, 0)),
        (_VIEWPORT_EXTENT, (width, height)),
        (_BACKGROUND_MODE, (_TRANSPARENT,)),
    ):
        recording.add(kind, struct.pack(f"<{len(values)}i", *values))
    for shape in drawing.shapes:
        _WRITERS[type(shape)](shape, recording)
    recording.close()
    return _header(drawing.width + 2 * EDGE, drawing.height + 2 * EDGE, recording) + b"".join(recording.records)


def _box(box: Box, recording: Recording) -> None:
    if box.fill == box.stroke == "none":
        return
    recording.fill(box.fill)
    recording.stroke(box.stroke)
    radius = min(box.round, box.width / 2, box.height / 2)
    if radius <= 0:
        recording.add(_RECTANGLE, _edges(box.x, box.y, box.x + box.width, box.y + box.height))
        return
    recording.add(_POLYGON, _points(_rounded(box, radius)))


def _rounded(box: Box, radius: float) -> list[Point]:
    """The outline, corner by corner: Word and LibreOffice don't agree on what a rounded rectangle's radius is."""
    left, top, right, bottom = box.x + radius, box.y + radius, box.x + box.width - radius, box.y + box.height - radius
    corners = ((right, bottom), (left, bottom), (left, top), (right, top))
    turns = [number * pi / 2 / (_CORNER - 1) for number in range(_CORNER)]
    return [
        (x + radius * cos(quarter * pi / 2 + turn), y + radius * sin(quarter * pi / 2 + turn))
        for quarter, (x, y) in enumerate(corners)
        for turn in turns
    ]


def _dot(dot: Dot, recording: Recording) -> None:
    if dot.fill == dot.stroke == "none":
        return
    recording.fill(dot.fill)
    recording.stroke(dot.stroke)
    recording.add(_ELLIPSE, _edges(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius))


def _path(path: Path, recording: Recording) -> None:
    """The line, in pieces where it has many points: the proof takes long lines for handwriting."""
    if path.stroke == "none" or len(path.points) < 2:
        return
    recording.stroke(path.stroke, path.width)
    curved = path.curved and len(path.points) % 3 == 1
    for start in range(0, len(path.points) - 1, _MOST_POINTS - 1):
        points = path.points[start : start + _MOST_POINTS]
        recording.add(_POLYBEZIER if curved else _POLYLINE, _points(points))


def _words(words: Words, recording: Recording) -> None:
    text = line(words.text)
    if not text.strip():
        return
    recording.font(words.size, bold=words.bold)
    recording.setting(_TEXT_COLOUR, recording.colour(words.colour if words.colour != "none" else "ink"))
    recording.setting(_TEXT_ALIGN, _BASELINE | _ALIGNED[words.anchor])
    steps = advances(text, units(words.size), bold=words.bold)
    recording.add(_TEXT, _text_out(words, text.encode("utf-16-le"), steps))


def _text_out(words: Words, encoded: bytes, steps: list[int]) -> bytes:
    x, y, size, width = units(words.x), units(words.y), units(words.size), sum(steps)
    left = x - {"start": 0, "middle": width // 2, "end": width}[words.anchor]
    padded = encoded + bytes(-len(encoded) % 4)
    return (
        _around([left, left + width], [y - size, y + size // 4])
        + struct.pack("<Iff2i3I4iI", 1, _SCALE, _SCALE, x, y, len(steps), 76, 0, 0, 0, -1, -1, 76 + len(padded))
        + padded
        + struct.pack(f"<{len(steps)}I", *steps)
    )


def _header(width: float, height: float, recording: Recording) -> bytes:
    size = _HEADER_SIZE + sum(map(len, recording.records))
    frame = (0, 0, round(width * _FRAME_UNIT), round(height * _FRAME_UNIT))
    return (
        struct.pack("<II", _HEADER, _HEADER_SIZE)
        + _edges(0, 0, width, height)
        + struct.pack("<4i", *frame)
        + struct.pack("<4s3I2H3I", b" EMF", 0x10000, size, len(recording.records) + 1, len(recording.handles) + 1, 0, 0, 0, 0)
        + struct.pack("<4i3I2i", _DEVICE, _DEVICE, _DEVICE_MM, _DEVICE_MM, 0, 0, 0, _DEVICE_MM * 1000, _DEVICE_MM * 1000)
    )  # fmt: skip


def _points(points: Sequence[Point]) -> bytes:
    flat = [units(value) for point in points for value in point]
    return _around(flat[::2], flat[1::2]) + struct.pack(f"<I{len(flat)}i", len(points), *flat)


def _edges(*points: float) -> bytes:
    return struct.pack("<4i", *map(units, points))


def _around(across: list[int], down: list[int]) -> bytes:
    return struct.pack("<4i", min(across), min(down), max(across), max(down))


_WRITERS: dict[type, Callable[[Any, Recording], None]] = {Box: _box, Dot: _dot, Path: _path, Words: _words}
