"""The records of a metafile as they are written, and the pens, brushes and fonts that these need."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_UNIT = 20
_EOF, _SELECT, _BRUSH, _DELETE, _FONT, _PEN = 14, 37, 39, 40, 82, 95
_NO_BRUSH, _NO_PEN, _STOCK_FONT = 0x80000005, 0x80000008, 0x8000000D
_GEOMETRIC_FLAT_MITRED = 0x10000 | 0x200 | 0x2000
_OUTLINE = 1.0
_FACE = "Arial"


class Recording:
    """The records so far, and the pens, brushes and fonts that they made: each is made once, and selected when needed."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        self.records: list[bytes] = []
        self.handles: dict[tuple[int, bytes], int] = {}
        self._palette = palette
        self._selected: dict[int, int] = {}
        self._settings: dict[int, int] = {}

    def add(self, kind: int, content: bytes) -> None:
        """A record of that kind, with its head."""
        self.records.append(struct.pack("<II", kind, len(content) + 8) + content)

    def setting(self, kind: int, value: int) -> None:
        """A record that sets a number from here on, unless it is set already."""
        if self._settings.get(kind) != value:
            self._settings[kind] = value
            self.add(kind, struct.pack("<I", value))

    def colour(self, name: str) -> int:
        """The colour as Windows has it: blue first."""
        red, green, blue = bytes.fromhex(self._palette[name])
        return blue << 16 | green << 8 | red

    def fill(self, colour: str) -> None:
        """Fill the shapes that follow; "none" leaves them empty."""
        brush = struct.pack("<III", 0, self.colour(colour), 0) if colour != "none" else b""
        self._use(_BRUSH, brush, _NO_BRUSH)

    def stroke(self, colour: str, width: float = _OUTLINE) -> None:
        """Draw the lines that follow, `width` points wide; "none" draws none."""
        if colour == "none":
            self._use(_PEN, b"", _NO_PEN)
            return
        style = (_GEOMETRIC_FLAT_MITRED, max(1, units(width)), 0, self.colour(colour), 0, 0)
        self._use(_PEN, struct.pack("<11I", 0, 0, 0, 0, *style, 0), _NO_PEN)

    def font(self, size: float, *, bold: bool) -> None:
        """Set the texts that follow, `size` in points."""
        logical = struct.pack("<5i8B", -units(size), 0, 0, 0, 700 if bold else 400, 0, 0, 0, 1, 0, 0, 0, 0x22)
        self._use(_FONT, logical + _FACE.encode("utf-16-le").ljust(64, b"\0") + bytes(228), _STOCK_FONT)

    def close(self) -> None:
        """Give back what was made, and end the picture."""
        for stock in (_NO_PEN, _NO_BRUSH, _STOCK_FONT):
            self.add(_SELECT, struct.pack("<I", stock))
        for handle in self.handles.values():
            self.add(_DELETE, struct.pack("<I", handle))
        self.add(_EOF, struct.pack("<III", 0, 16, 20))

    def _use(self, kind: int, made_of: bytes, none: int) -> None:
        """Select the pen, brush or font, made now if it is new; `none` where it is made of nothing."""
        key = (kind, made_of)
        if made_of and key not in self.handles:
            self.handles[key] = len(self.handles) + 1
            self.add(kind, struct.pack("<I", self.handles[key]) + made_of)
        handle = self.handles[key] if made_of else none
        if self._selected.get(kind) != handle:
            self._selected[kind] = handle
            self.add(_SELECT, struct.pack("<I", handle))


def units(points: float) -> int:
    """Twips (1/20 point), the unit of our pictures."""
    return round(points * _UNIT)
