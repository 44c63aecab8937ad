"""A name in any channel of a finished file is found, alone and among all others; a clean file gives nothing."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable

import pytest

from reviewkit import registry
from reviewkit.anonymising.proof.proving import inspect
from reviewkit.publication import Trace
from tests.unit.canary import MARKDOWN, NAMES, PAGE, WORD, Planted, register_of, word_file

CLEAN_PAGE = '<!doctype html><html lang="en"><head><title>Review</title></head><body><p>{}</p></body></html>'


def found(data: bytes, suffix: str, count: int, name: str = "lcspr-published") -> tuple[Trace, ...]:
    inspected = inspect(data, suffix, register_of(count), name + suffix, registry.detectors())
    for trace in inspected.traces:
        told = f"{trace.part} {trace.place} {trace.said}".lower()
        assert not any(planted.lower() in told for planted in NAMES[:count]), trace
    return inspected.traces


def people_in(traces: Iterable[Trace]) -> set[int]:
    """The numbers of the people of the register that the traces speak of."""
    return {int(match[1]) for trace in traces for match in re.finditer(r"the (\d+)\w\w person", trace.said)}


def named(traces: Iterable[Trace]) -> list[Trace]:
    return [trace for trace in traces if trace.kind not in ("unread", "marking", "url")]


@pytest.mark.parametrize("channel", WORD)
def test_a_name_in_any_channel_of_a_word_file_is_found(channel: str) -> None:
    assert named(found(word_file([WORD[channel](NAMES[0])]), ".docx", 1))


@pytest.mark.parametrize("channel", PAGE)
def test_a_name_in_any_channel_of_a_page_is_found(channel: str) -> None:
    assert named(found(PAGE[channel](NAMES[0]).encode(), ".html", 1))


@pytest.mark.parametrize("channel", MARKDOWN)
def test_a_name_in_any_channel_of_markdown_is_found(channel: str) -> None:
    assert named(found(MARKDOWN[channel](NAMES[0]).encode(), ".md", 1))


def test_every_channel_of_a_word_file_is_found_among_all_others() -> None:
    traces = found(
        word_file(plant(name) for plant, name in zip(WORD.values(), NAMES, strict=False)), ".docx", len(WORD)
    )
    # A question about letters with marks between them does not number the person; its words do.
    asked = {"".join(filter(str.isalpha, trace.text)).lower() for trace in traces}
    missing = [
        channel
        for number, (channel, name) in enumerate(zip(WORD, NAMES, strict=False), 1)
        if number not in people_in(traces) and not any(name.lower() in text for text in asked)
    ]
    assert missing == []


def test_there_are_enough_channels() -> None:
    assert len(WORD) >= 100
    assert len(WORD) <= len(NAMES)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (word_file(), ".docx"),
        (CLEAN_PAGE.format("Child B slept at school.").encode(), ".html"),
        (b"# A review\n\nChild B slept at the *primary* school. [More](https://www.gov.uk/)\n", ".md"),
        (b"Child B slept at the primary school.\n", ".txt"),
    ],
)
def test_a_clean_file_gives_nothing(data: bytes, suffix: str) -> None:
    assert [trace for trace in found(data, suffix, len(NAMES)) if trace.kind != "url"] == []


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("word/media/image1.png", "a picture"),
        ("docProps/thumbnail.jpeg", "a picture"),
        ("word/embeddings/oleObject1.bin", "an embedded file"),
        ("word/vbaProject.bin", "an embedded file"),
        ("word/fonts/font1.odttf", "an embedded font"),
        ("word/notes.dat", "an embedded file"),
        ("word/notes.txt", "an embedded file"),
        ("word/media/image1.svg", "a picture"),
        ("word/media/image1.emf", "a picture"),
    ],
)
def test_what_can_not_be_read_is_unread_and_named(part: str, place: str) -> None:
    data = b"<svg/>" if part.endswith("svg") else b"\x89PNG\x00\x01"
    unread = [trace for trace in found(word_file([Planted(parts={part: data})]), ".docx", 1) if trace.kind == "unread"]
    assert [trace.place for trace in unread] == [place]
    assert "can't be read" in unread[0].said


@pytest.mark.parametrize(
    ("page", "suffix"),
    [
        ("<img src='a.png' alt='x'>", ".html"),
        ("<object data='a.bin'></object>", ".html"),
        ("<img src='data:image/png;base64,iVBORw0KGgo='>", ".html"),
        ("![x](a.png)", ".md"),
        ("<img src='a.png'>", ".md"),
        ("%PDF-1.7", ".txt"),
        ("a\x00b", ".md"),
        ("x", ".odt"),
        ("x", ".xyz"),
    ],
)
def test_pictures_and_other_formats_are_unread(page: str, suffix: str) -> None:
    assert any(trace.kind == "unread" for trace in found(page.encode(), suffix, 1))


def test_the_file_name_is_a_part_of_the_file() -> None:
    for name in (NAMES[0], f"lcspr-{NAMES[0].lower()}", f"{NAMES[0]}final", f"review {NAMES[0].upper()} v2"):
        assert people_in(found(b"fine", ".txt", 1, name)) == {1}, name


def one_entry(name: str, data: bytes, behind: bytes) -> bytes:
    """A package of one entry by hand, with bytes after its end that its size counts in."""
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packing.compress(data) + packing.flush() + behind
    common = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, zlib.crc32(data), len(packed), len(data), len(name), 0)
    head = b"PK\x03\x04" + common + name.encode() + packed
    listed = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name.encode()
    return head + listed + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(listed), len(head), 0)


def test_bytes_behind_the_end_of_an_entry_are_unread() -> None:
    xml = b"<a>fine</a>"
    assert found(one_entry("word/document.xml", xml, b""), ".docx", 1) == ()
    hidden = found(one_entry("word/document.xml", xml, NAMES[0].encode()), ".docx", 1)
    assert [trace.place for trace in hidden] == ["entry 1, bytes behind its end"]
