"""Every channel of a PDF is read; hostile and broken files give a clear error and say nothing of what they hold."""

from __future__ import annotations

import io
import logging
import re
import sys
import zlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising.proof.proving import inspect
from reviewkit.errors import InputError
from reviewkit.inspecting import Part, read_parts
from tests.unit.canary import NAMES, register_of

pypdf = pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")

NAME = "Ada Lovelund"
Objects = dict[int, bytes]


def stream(data: bytes, more: str = "") -> bytes:
    return f"<< /Length {len(data)} {more} >>\nstream\n".encode() + data + b"\nendstream"


def shown(commands: str, font: str = "/F1 12 Tf") -> bytes:
    """Commands that show text on a page, in a font with one byte a letter."""
    return stream(f"BT {font} 72 700 Td {commands} ET".encode("latin-1"))


def pdf(*, contents: bytes = shown("(Child B slept.) Tj"), more: Objects | None = None, page: str = "", root: str = "", info: str = "",
        resources: str = "", font: str = "/Helvetica") -> bytes:  # fmt: skip
    """A small PDF: a catalogue (1), one page (3) with its commands (4), a font (5), and what else is asked for."""
    objects: Objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>".encode(),
        4: contents,
        5: f"<< /Type /Font /Subtype /Type1 /BaseFont {font} /Encoding /WinAnsiEncoding >>".encode(),
        6: f"<< {info} >>".encode(),
        **(more or {}),
    }  # fmt: skip
    return written(objects)


def written(objects: Objects, start: bytes = b"%PDF-1.7\n") -> bytes:
    whole = bytearray(start)
    places = {}
    for number, value in objects.items():
        places[number] = len(whole)
        whole += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    table = len(whole)
    last = max(objects)
    whole += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        whole += f"{places[number]:010} 00000 n \n".encode() if number in places else b"0000000000 65535 f \n"
    whole += f"trailer\n<< /Size {last + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(whole)


def annotation(inner: str) -> bytes:
    return pdf(page="/Annots [7 0 R]", more={7: f"<< /Type /Annot /Rect [0 0 9 9] {inner} >>".encode()})


def tagged(commands: str, element: str = "/K 0", root: str = "", more: Objects | None = None) -> bytes:
    return pdf(
        contents=shown(commands), root="/StructTreeRoot 7 0 R /MarkInfo << /Marked true >>",
        more={7: f"<< /Type /StructTreeRoot /K 8 0 R {root} >>".encode(), 8: f"<< /Type /StructElem /S /P /P 7 0 R /Pg 3 0 R {element} >>".encode(), **(more or {})},
    )  # fmt: skip


def wide(text: str) -> str:
    return f"<{('﻿' + text).encode('utf-16-be').hex()}>"


def packet(inner: str) -> bytes:
    data = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://purl.org/dc/elements/1.1/">{inner}</r:RDF></x:xmpmeta>'
    return pdf(root="/Metadata 7 0 R", more={7: stream(data.encode(), "/Type /Metadata /Subtype /XML")})


CHANNELS: dict[str, Callable[[str], bytes]] = {
    "text": lambda t: pdf(contents=shown(f"(Then {t} came.) Tj")),
    "hex text": lambda t: pdf(contents=shown(f"<{t.encode().hex()}> Tj")),
    "two runs": lambda t: pdf(contents=shown(f"({t[:2]}) Tj ({t[2:]}) Tj")),
    "kerned": lambda t: pdf(contents=shown(f"[({t[:2]}) -20 ({t[2:]})] TJ")),
    "next line": lambda t: pdf(contents=shown(f"12 TL (a) Tj ({t}) '")),
    "over a line's end": lambda t: pdf(contents=shown(f"({t.split()[0]}) Tj 0 -14 Td ({t.split()[1]}) Tj")),
    "hyphenated": lambda t: pdf(contents=shown(f"({t[:6]}-) Tj 0 -14 Td ({t[6:]}) Tj")),
    "hidden": lambda t: pdf(contents=shown(f"3 Tr ({t}) Tj")),
    "off the page": lambda t: pdf(contents=shown(f"9000 9000 Td ({t}) Tj")),
    "turned": lambda t: pdf(contents=shown(f"0 1 -1 0 99 99 Tm ({t}) Tj")),
    "ActualText in the commands": lambda t: pdf(contents=shown(f"/Span << /ActualText ({t}) >> BDC (x) Tj EMC")),
    "properties of the page": lambda t: pdf(contents=shown("/Span /P1 BDC (x) Tj EMC"), resources=f"/Properties << /P1 << /ActualText ({t}) >> >>"),
    "form": lambda t: pdf(
        contents=stream(b"/X1 Do"), resources="/XObject << /X1 7 0 R >>",
        more={7: stream(f"BT /F1 12 Tf ({t}) Tj ET".encode(), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>")},
    ),
    "title": lambda t: pdf(info=f"/Title ({t})"),
    "title in wide letters": lambda t: pdf(info=f"/Title {wide(t)}"),
    "own entry": lambda t: pdf(info=f"/Custom ({t})"),
    "key of an own entry": lambda t: pdf(info=f"/{t.replace(' ', '#20')} (x)"),
    "XMP element": lambda t: packet(f'<r:Description r:about=""><d:creator>{t}</d:creator></r:Description>'),
    "XMP attribute": lambda t: packet(f'<r:Description r:about="" d:creator="{t}"/>'),
    "XMP comment": lambda t: packet(f"<!-- {t} -->"),
    "outline": lambda t: pdf(root="/Outlines 7 0 R", more={7: b"<< /First 8 0 R /Last 8 0 R /Count 1 >>", 8: f"<< /Title ({t}) /Parent 7 0 R >>".encode()}),
    "link": lambda t: annotation(f"/Subtype /Link /A << /S /URI /URI (https://example.org/{t.replace(' ', '%20')}) >>"),
    "remark": lambda t: annotation(f"/Subtype /Text /Contents ({t})"),
    "author of a remark": lambda t: annotation(f"/Subtype /Text /T ({t}) /Contents (x)"),
    "appearance of a stamp": lambda t: pdf(
        page="/Annots [7 0 R]",
        more={7: b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 8 0 R >> >>",
              8: stream(f"BT /F1 12 Tf ({t}) Tj ET".encode(), "/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>")},
    ),
    "form field": lambda t: annotation(f"/Subtype /Widget /FT /Tx /T (a) /V ({t})"),
    "name of a form field": lambda t: annotation(f"/Subtype /Widget /FT /Tx /T ({t})"),
    "script": lambda t: pdf(root=f"/OpenAction << /S /JavaScript /JS (app.alert\\('{t}'\\)) >>"),
    "script in a stream": lambda t: pdf(root="/OpenAction << /S /JavaScript /JS 7 0 R >>", more={7: stream(f"app.alert('{t}')".encode())}),
    "label of a page": lambda t: pdf(root=f"/PageLabels << /Nums [0 << /P ({t}) >>] >>"),
    "named destination": lambda t: pdf(root=f"/Names << /Dests << /Names [({t}) [3 0 R /Fit]] >> >>"),
    "layer": lambda t: pdf(root="/OCProperties << /OCGs [7 0 R] >>", more={7: f"<< /Type /OCG /Name ({t}) >>".encode()}),
    "name of an attachment": lambda t: pdf(more={7: f"<< /Type /Filespec /F ({t}.txt) >>".encode()}),
    "font": lambda t: pdf(font=f"/ABCDEF+{t.replace(' ', '#20')}"),
    "inside a font": lambda t: pdf(more={7: b"<< /FontFile2 8 0 R >>", 8: stream(b"\x00\x01\x02" + t.encode() + b"\x00\xff")}),
    "inside a font, wide": lambda t: pdf(more={7: b"<< /FontFile2 8 0 R >>", 8: stream(b"\x01\x02" + t.encode("utf-16-be") + b"\x00\xff")}),
    "object that nothing leads to": lambda t: pdf(more={9: f"({t})".encode()}),
    "packed stream that nothing leads to": lambda t: pdf(more={9: stream(zlib.compress(t.encode()), "/Filter /FlateDecode")}),
    "commands that no page has": lambda t: pdf(more={9: shown(f"({t}) Tj")}),
    "comment": lambda t: pdf().replace(b"xref\n", f"% {t}\nxref\n".encode(), 1),
    "alternative text": lambda t: tagged("/Figure << /MCID 0 >> BDC (x) Tj EMC", f"/S /Figure /K 0 /Alt ({t})"),
    "title of a tag": lambda t: tagged("/P << /MCID 0 >> BDC (x) Tj EMC", f"/K 0 /T ({t})"),
    "tagged": lambda t: tagged(f"/P << /MCID 0 >> BDC ({t}) Tj EMC"),
    "tagged, apart on the page": lambda t: tagged(
        f"/P << /MCID 0 >> BDC ({t.split()[0]} ) Tj EMC 200 -300 Td /P << /MCID 1 >> BDC (between) Tj EMC 0 200 Td /P << /MCID 2 >> BDC ({t.split()[1]}) Tj EMC", "/K [0 2]",
    ),
    "artifact": lambda t: tagged(f"/Artifact << /Type /Pagination /Subtype /Header >> BDC ({t}) Tj EMC"),
    "without a tag in a tagged file": lambda t: tagged(f"/P << /MCID 0 >> BDC (x) Tj EMC 0 -20 Td ({t}) Tj"),
    "a role": lambda t: tagged("/P << /MCID 0 >> BDC (x) Tj EMC", root=f"/RoleMap << /{t.replace(' ', '#20')} /P >>"),
}  # fmt: skip


def texts(data: bytes) -> list[Part]:
    return list(read_parts(data, ".pdf", "file.pdf"))


@pytest.mark.parametrize("channel", CHANNELS)
def test_each_channel_is_read(channel: str) -> None:
    found = texts(CHANNELS[channel](NAME))
    assert any(NAME in part.text for part in found), found


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_name_in_any_channel_is_found(channel: str) -> None:
    name = f"{NAMES[0]} {NAMES[1]}" if channel in ("over a line's end", "tagged, apart on the page") else NAMES[0]
    inspected = inspect(CHANNELS[channel](name), ".pdf", register_of(2), "published.pdf", registry.detectors())
    assert [trace for trace in inspected.traces if trace.kind not in ("unread", "marking", "url")]
    for trace in inspected.traces:
        assert not any(planted.lower() in f"{trace.part} {trace.place} {trace.said}".lower() for planted in NAMES[:2])


def test_a_clean_file_gives_nothing() -> None:
    assert not inspect(pdf(), ".pdf", register_of(5), "published.pdf", registry.detectors()).traces


PICTURE = stream(
    b"\x00" * 3, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8"
)
UNREAD = {
    "picture": pdf(contents=stream(b"/X1 Do"), resources="/XObject << /X1 7 0 R >>", more={7: PICTURE}),
    "picture in the commands": pdf(contents=stream(b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI")),
    "attachment": pdf(more={7: stream(b"hello", "/Type /EmbeddedFile")}),
    "bytes before": b"hello\n" + pdf(),
    "bytes behind": pdf() + b"hello",
    "something packed": pdf(more={7: stream(b"\x00\x01\x02\x03")}),
    "font of numbered signs": pdf(more={7: b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Arial /Encoding /Identity-H >>"}),
    "font with signs of its own": pdf(
        more={7: b"<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [1 /g17 /g18] >> >>"}
    ),
    "drawing without fonts": pdf(
        contents=stream(b"/X1 Do"), resources="/XObject << /X1 7 0 R >>",
        more={7: stream(b"BT /F1 12 Tf (Ada) Tj ET", "/Subtype /Form /BBox [0 0 9 9]")},
    ),
    "earlier version": pdf() + b"7 0 obj\n(x)\nendobj\nstartxref\n9\n%%EOF\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", UNREAD)
def test_what_cannot_be_read_is_said_to_be_unread(kind: str) -> None:
    try:
        assert [part for part in texts(UNREAD[kind]) if part.kind == "unread"]
    except InputError:
        assert kind == "earlier version"


def test_a_file_with_a_password_is_unread_and_one_without_is_read() -> None:
    for password, unread in (("secret", True), ("", False)):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(contents=shown(f"({NAME}) Tj"))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        data = io.BytesIO()
        writer.write(data)
        found = texts(data.getvalue())
        assert any(part.kind == "unread" for part in found) is unread
        assert any(NAME in part.text for part in found) is not unread


def test_paragraphs_are_read_by_their_tags() -> None:
    commands = (
        "/P << /MCID 0 >> BDC (She was seen ) Tj EMC 0 -14 Td /P << /MCID 1 >> BDC (by a nurse.) Tj EMC "
        "0 -14 Td /P << /MCID 2 >> BDC (Nobody asked.) Tj EMC /Artifact << /Subtype /Footer >> BDC (Page 1) Tj EMC"
    )
    data = tagged(commands, "/S /Sect /K [9 0 R 10 0 R]", more={
        9: b"<< /S /P /P 8 0 R /Pg 3 0 R /K [0 1] >>", 10: b"<< /S /P /P 8 0 R /Pg 3 0 R /K [2] >>",
    })  # fmt: skip
    prose = [(part.part, part.text) for part in texts(data) if part.kind == "prose"]
    assert prose == [
        ("footer of page 1", "Page 1"), ("page 1", "She was seen by a nurse."), ("page 1", "Nobody asked."),
    ]  # fmt: skip


LOOP = tagged("/P << /MCID 0 >> BDC (x) Tj EMC", "/K [8 0 R 9 0 R]", more={9: b"<< /S /P /P 8 0 R /K [8 0 R 9 0 R] >>"})
DEEP = b"[" * 5_000 + b"]" * 5_000
HOSTILE = {
    "no PDF": b"hello",
    "empty": b"",
    "only a beginning": b"%PDF-1.7\n",
    "half a PDF": pdf()[:-200],
    "a loop of tags": LOOP,
    "a loop of pages": pdf().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
    "a loop of references": pdf(more={7: b"7 0 R"}),
    "deep": pdf(more={7: DEEP}),
    "bomb": pdf(contents=stream(zlib.compress(b" " * 90_000_000), "/Filter /FlateDecode")),
    "bombs within bombs": pdf(
        more={7: stream(zlib.compress(zlib.compress(b" " * 90_000_000)), "/Filter [/FlateDecode /FlateDecode]")}
    ),
    "many forms": pdf(
        contents=stream(b"/X1 Do"), resources="/XObject << /X1 7 0 R >>",
        more={n: stream(b"/X1 Do " * 20, f"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 {n + 1} 0 R >> >>") for n in range(7, 15)},
    ),
    "metadata that explodes": packet("").replace(b"<x:xmpmeta", b"<!DOCTYPE a [<!ENTITY b 'ha'>]><x:xmpmeta"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_read_or_give_a_clear_error(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        texts(HOSTILE[kind])
    except InputError as error:
        assert error.path == "file.pdf"
        assert error.message
    else:
        assert kind not in ("no PDF", "empty", "only a beginning", "bomb")
    assert capfd.readouterr() == ("", "")


def test_nothing_of_a_damaged_file_is_said(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    data = pdf(contents=shown(f"({NAME}) Tj ["), info=f"/Title ({NAME}").replace(b"/Count 1", b"/Count /Ada")
    with caplog.at_level(logging.DEBUG):
        try:
            texts(data)
        except InputError as error:
            assert error.__cause__ is None
            assert error.__context__ is None
            assert "Ada" not in error.message + error.hint
    assert "Ada" not in caplog.text
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger("pypdf").handlers


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(CHANNELS)), st.data())
def test_damage_anywhere_gives_parts_or_a_clear_error(channel: str, data: st.DataObject) -> None:
    whole = bytearray(CHANNELS[channel](NAME))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        texts(bytes(whole))
    except InputError as error:
        assert not re.search("Ada|Lovelund", error.message)


def test_without_the_extra_a_pdf_is_one_unread_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (part,) = texts(pdf())
    assert part.kind == "unread"
    assert "safeguarding-reviewkit[pdf]" in part.place
