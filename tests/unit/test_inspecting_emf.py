"""Metafiles in a Word file: every text is read, and whatever can't be read is said to be unread."""

from __future__ import annotations

import gzip
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.errors import InputError
from reviewkit.inspecting import Part, read_parts
from tests.unit.metafiles import SELECT, font, metafile, record, said, said_in_many, said_small
from tests.unit.test_inspecting_word import in_part

FONT = font() + SELECT
LONG_LINE = struct.pack("<4iI", 0, 0, 9, 9, 17) + struct.pack("<2i", 1, 1) * 17
SQUARE = (0, 0, 40, 0, 40, 40, 0, 40)
LETTER = (0, 0, 10, 0, 10, 30, 30, 30, 30, 40, 0, 40)


def read(data: bytes, name: str = "word/media/image1.emf") -> list[Part]:
    return [part for part in read_parts(in_part(name, data), ".docx") if part.part == "word/media/image1.emf"]


def texts(data: bytes, kind: str = "prose") -> list[str]:
    return [part.text for part in read(data) if part.kind == kind]


def unread(data: bytes) -> bool:
    return [part.place for part in read(data) if part.kind == "unread"] == ["a picture"]


def polygon(points: tuple[int, ...], kind: int = 3) -> bytes:
    return record(kind, struct.pack("<4iI", 0, 0, 9, 9, len(points) // 2) + struct.pack(f"<{len(points)}i", *points))


@pytest.mark.parametrize(
    "text",
    [
        said("Ada Lovelund"), said("Ada Lovelund", wide=False), said_in_many("One", "Ada Lovelund"),
        said_in_many("One", "Ada Lovelund", wide=False), said_small("Ada Lovelund"), said_small("Ada Lovelund", wide=False),
    ],
)  # fmt: skip
def test_every_kind_of_text_is_read(text: bytes) -> None:
    data = metafile(FONT, text)
    assert any("Ada Lovelund" in found for found in texts(data))
    assert not unread(data)


def test_fonts_and_descriptions_are_texts_too() -> None:
    assert "Ada Sans" in texts(metafile(font("Ada Sans")), "attribute")
    assert "Ada Full" in texts(metafile(font("Arial\0x", full="Ada Full")), "attribute")
    assert "x" in texts(metafile(font("Arial\0x")), "attribute")
    described = metafile(description="Ada\0Lovelund\0\0")
    assert {"Ada", "Lovelund"} <= set(texts(described))
    assert not unread(described)


def test_lines_of_a_paragraph_are_one_text_and_other_texts_are_apart() -> None:
    lines = (
        said("When Ada", 50, 100),
        said("Lovelund came", 50, 126),
        said("Police", 400, 126),
        said("Nursery", 50, 300),
    )
    assert texts(metafile(FONT, *lines)) == ["When Ada Lovelund came", "Police", "Nursery"]


@pytest.mark.parametrize(
    "pieces",
    [
        (said("Love", 0), said("lund", 40)),
        (said("Love", 0), said("lund", 44)),
        (said("Love", 0), said("lund", 60)),
        (said("lund", 40), said("Love", 0)),
        (said("Then Love", 0), said("Police", 900, 900), said("lund came", 90)),
        (said("L", 0), said("ove", 12), said("lund", 44)),
        (said("Love", 0, 100), said("lund", 0, 126)),
        (said("Love", 0), record(17, struct.pack("<I", 8)), said("lund", 5000, 5000)),
        (said_in_many("Love", "lund"),),
    ],
)
def test_a_word_in_pieces_is_put_together(pieces: tuple[bytes, ...]) -> None:
    found = [part.text for part in read(metafile(FONT, *pieces))]
    assert any("Lovelund" in text for text in found), found


def test_a_word_in_pieces_is_put_together_where_nothing_tells_how_large_letters_are() -> None:
    assert any("Lovelund" in text for text in texts(metafile(said("Love"), said("lund", 900, 900)), "attribute"))


def test_words_that_stand_apart_make_no_new_ones() -> None:
    assert texts(metafile(FONT, said("Jay", 0), said("den Haag", 300)), "attribute") == ["Arial"]


def test_a_square_is_no_letter() -> None:
    data = metafile(polygon(SQUARE), record(4, struct.pack("<4iI4i", 0, 0, 9, 9, 2, 1, 1, 8, 8)))
    assert not unread(data)


@pytest.mark.parametrize(
    "hidden",
    [
        record(70, struct.pack("<I", 4) + b"EMF+"),
        record(70, b"Ada "),
        record(76, bytes(92)),
        record(81, bytes(72)),
        record(59),
        record(200, bytes(8)),
        record(4, LONG_LINE),
        record(85, LONG_LINE),
        polygon(LETTER),
        polygon(SQUARE, kind=8),
        record(42, bytes(20)),
        record(37, struct.pack("<I", 1) + b"Ada "),
        record(95, bytes(44) + b"bits"),
        record(95, struct.pack("<10I", 1, 52, 40, 0, 0, 0, 0, 0, 0, 0)),
        font("Arial")[:-8] + b"AdaLovel",
        said("é", wide=False),
        said("\uf041\uf064\uf061"),
        said("Ada")[:52] + struct.pack("<I", 0x10) + said("Ada")[56:],
        record(84, said("Ada")[8:] + b"Lovelund"),
        record(84, bytes(20)),
        record(14, struct.pack("<III", 0, 16, 20)),
        record(1, bytes(100)),
        b"".join(record(43, bytes(16)) for _ in range(2001)),
    ],
)
def test_a_picture_that_holds_more_than_texts_and_plain_shapes_is_unread(hidden: bytes) -> None:
    data = metafile(FONT, said("Ada Lovelund"), hidden)
    assert unread(data)
    assert "Ada Lovelund" in texts(data)


def test_what_is_no_whole_metafile_is_unread() -> None:
    whole = metafile(FONT, said("Ada"))
    assert not unread(whole)
    for data in (
        b"\x89PNG\r\n\x1a\n", b"x", whole + b"Ada Lovelund", whole[:-4], whole[:-20], whole[:80], gzip.compress(whole, mtime=0),
        metafile(said("Ada"), count=7), metafile(said("Ada"), size=9), whole[:40] + b"EMF " + whole[44:], b"\0" * 5_000_000,
    ):  # fmt: skip
        assert unread(data), data[:50]


def test_other_pictures_stay_unread() -> None:
    for name in ("word/media/image1.wmf", "word/media/image1.emz", "word/media/image1.png"):
        parts = read_parts(in_part(name, metafile(said("Ada"))), ".docx")
        assert [part.kind for part in parts if part.kind == "unread"] == ["unread"], name


@pytest.mark.parametrize("size", [0, 4, 7, 9, 0x7FFFFFFF, 0xFFFFFFFF])
def test_sizes_that_lie_end_the_reading(size: int) -> None:
    lying = struct.pack("<II", 37, size) + bytes(8)
    assert unread(metafile(said("Ada"), lying, said("Bea"), count=5))


@pytest.mark.parametrize("place", [44, 48, 52, 72])
@pytest.mark.parametrize("value", [0, 1, 75, 77, 0x7FFFFFFF, 0xFFFFFFFF])
def test_numbers_that_point_outside_leave_the_picture_unread(place: int, value: int) -> None:
    text = said("Ada")
    lying = text[:place] + struct.pack("<I", value) + text[place + 4 :]
    if lying != text and (place, value) != (72, 0):
        assert unread(metafile(lying))


def test_many_texts_that_claim_the_same_bytes_are_not_all_read() -> None:
    entry = struct.pack("<2i3I4iI", 0, 0, 100_000, 40, 0, 0, 0, 0, 0, 0)
    data = metafile(record(97, struct.pack("<4iI2fI", 0, 0, 9, 9, 1, 1.0, 1.0, 20_000) + entry * 20_000))
    assert unread(data)
    assert sum(len(part.text) for part in read(data)) < 3_000_000


WHOLE = metafile(
    FONT, said("Ada Lovelund"), said_in_many("One", "Two"), said_small("Three"), polygon(SQUARE), said("Four")
)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6), st.integers(0, len(WHOLE)))
@settings(max_examples=300)
def test_no_bytes_break_the_reader(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    for hostile in (bytes(data), bytes(data[:end]), WHOLE[:88] + bytes(data[end:])):
        try:
            read(hostile)
        except InputError:
            continue


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_no_records_break_the_reader(body: bytes) -> None:
    read(metafile(body, count=2))
    for kind in (1, 3, 14, 82, 83, 84, 96, 97, 108):
        read(metafile(record(kind, body)))
