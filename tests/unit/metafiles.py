"""Enhanced metafiles made record by record, as any program might make them."""

from __future__ import annotations

import struct

EXT_TEXT_A, EXT_TEXT_W, POLY_TEXT_A, POLY_TEXT_W, SMALL_TEXT = 83, 84, 96, 97, 108
SELECT = struct.pack("<III", 37, 12, 1)


def record(kind: int, content: bytes = b"") -> bytes:
    content += bytes(-len(content) % 4)
    return struct.pack("<II", kind, len(content) + 8) + content


def said(text: str, x: int = 0, y: int = 100, *, wide: bool = True, advance: int = 10) -> bytes:
    """A text whose letters are each `advance` wide."""
    encoded = text.encode("utf-16-le" if wide else "cp1252")
    padded = encoded + bytes(-len(encoded) % 4)
    head = struct.pack("<4iI2f", 0, 0, 9, 9, 1, 1.0, 1.0)
    where = struct.pack("<2i3I4iI", x, y, len(text), 76, 0, 0, 0, -1, -1, 76 + len(padded))
    return record(EXT_TEXT_W if wide else EXT_TEXT_A, head + where + padded + struct.pack("<I", advance) * len(text))


def said_in_many(*texts: str, wide: bool = True) -> bytes:
    """Several texts in one record."""
    entries, held = b"", b""
    start = 40 + 40 * len(texts)
    for text in texts:
        encoded = text.encode("utf-16-le" if wide else "ascii")
        padded = encoded + bytes(-len(encoded) % 4)
        at = start + len(held)
        entries += struct.pack("<2i3I4iI", 0, 100, len(text), at, 0, 0, 0, -1, -1, at + len(padded))
        held += padded + struct.pack("<I", 10) * len(text)
    head = struct.pack("<4iI2fI", 0, 0, 9, 9, 1, 1.0, 1.0, len(texts))
    return record(POLY_TEXT_W if wide else POLY_TEXT_A, head + entries + held)


def said_small(text: str, *, wide: bool = True) -> bytes:
    encoded = text.encode("utf-16-le" if wide else "ascii")
    options = 0x100 | (0 if wide else 0x200)
    return record(SMALL_TEXT, struct.pack("<2i3I2f", 0, 100, len(text), options, 1, 1.0, 1.0) + encoded)


def font(face: str = "Arial", *, full: str = "", height: int = -20, handle: int = 1) -> bytes:
    logical = struct.pack("<I5i8B", handle, height, 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 0, 0)
    names = face.encode("utf-16-le").ljust(64, b"\0") + full.encode("utf-16-le").ljust(128, b"\0")
    return record(82, logical + names + bytes(64 + 36))


def metafile(*records: bytes, description: str = "", count: int = 0, size: int = 0) -> bytes:
    """The records between a header that tells the truth, unless `count` and `size` say otherwise, and an end."""
    body = b"".join((*records, record(14, struct.pack("<III", 0, 16, 20))))
    told = description.encode("utf-16-le")
    head = 108 + len(told) + -len(told) % 4
    number = count or 1 + _count(body)
    header = struct.pack("<8i", 0, 0, 900, 900, 0, 0, 9000, 9000)
    header += struct.pack("<4s3I2H", b" EMF", 0x10000, size or head + len(body), number, 9, 0)
    header += struct.pack("<3I", len(description), 108 if told else 0, 0)
    header += struct.pack("<4i3I2i", 1000, 1000, 250, 250, 0, 0, 0, 250000, 250000)
    return record(1, header + told) + body


def _count(body: bytes) -> int:
    at = count = 0
    while at < len(body):
        at += max(8, int.from_bytes(body[at + 4 : at + 8], "little"))
        count += 1
    return count
