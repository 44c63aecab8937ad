"""Figures in Word files: pictures that stand in the line of text, never off the page, with a title and a description."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path as FilePath
from zipfile import ZipFile

import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st
from lxml import etree

from reviewkit import registry
from reviewkit.anonymising.proof.proving import prove
from reviewkit.anonymising.publishing import publish
from reviewkit.document import (
    Block,
    Cell,
    Document,
    Event,
    Figure,
    Links,
    ListBlock,
    Period,
    Periods,
    Quote,
    Shown,
    Steps,
    Table,
    Timeline,
)
from reviewkit.drawing.measuring import text_width
from reviewkit.drawing.shapes import Box, Dot, Drawing, Path, Words
from reviewkit.inspecting import Part, read_parts
from reviewkit.renderers.docx import RENDERER
from reviewkit.renderers.docx.advances import advances
from reviewkit.renderers.docx.emf import emf
from tests.unit.sample_document import para, sample
from tests.unit.test_anonymising_given import given
from tests.unit.test_renderers_house_style import HOUSES, full, half

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EMU = 635  # in a twip
COLOURS = {
    "ink": "1C2530", "quiet": "46535F", "accent": "12436D", "second": "28A197", "third": "801650", "line": "9DB2C6",
    "tint": "E7EEF4", "paper": "FFFFFF",
}  # fmt: skip
WORK = Timeline(
    (Event("March 2023", "Child K was born early.", 2023.2), Event("May 2024", "Police came to the home.", 2024.4))
)
AGENCIES = Periods(
    (
        Period("Health visiting", "March 2023 to May 2024", 2023.2, 2024.4),
        Period("Nursery", "from January 2024", 2024.0, 2024.4),
    ),
    (("Incident", 2024.4),),
)
DATES = Steps((("Notified", "3 May 2024"), ("Rapid review", "24 May 2024"), ("Report agreed", "9 December 2024")))
LEADS = Links(
    "Learning",
    "Recommendations",
    ("Records were apart", "Nobody asked her"),
    ("One chronology", "Her day"),
    ((0, 0), (1, 1)),
)
FIGURES = tuple(
    Figure(title, f"{title}, told in words.", shows)
    for title, shows in (
        ("What happened", WORK),
        ("Who was there", AGENCIES),
        ("Key dates", DATES),
        ("What follows", LEADS),
    )
)


def written(*blocks: Block, house: bytes | None = None) -> bytes:
    return RENDERER.render(Document(title="Title", subtitle="", kind="", cover=(), blocks=blocks), house)


def xml(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def media(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if "/media/" in name}


def inlines(data: bytes) -> list[etree._Element]:
    return list(xml(data).iter(f"{WP}inline"))


def size(inline: etree._Element) -> tuple[int, int]:
    """Width and height in twips."""
    extent = inline.find(f"{WP}extent")
    return int(extent.get("cx")) // EMU, int(extent.get("cy")) // EMU


def captions(data: bytes) -> list[str]:
    return [
        "".join(each.itertext())
        for each in xml(data).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle[@{W}val='Caption']") is not None
    ]


def read(data: bytes) -> list[Part]:
    return [part for part in read_parts(data, ".docx") if part.part.startswith("word/media/")]


def texts(data: bytes) -> list[str]:
    return [part.text for part in read(data) if part.kind == "prose"]


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        yield kind, data[at : at + length]
        at += length


def long_timeline(count: int, words: str = "Something happened at the home. ") -> Timeline:
    return Timeline(tuple(Event("May 2024", f"{words}{number}", 2024.4) for number in range(count)))


def test_each_figure_is_a_picture_in_its_own_paragraph_under_its_title() -> None:
    data = written(*FIGURES)
    assert captions(data) == [figure.title for figure in FIGURES]
    properties = [inline.find(f"{WP}docPr") for inline in inlines(data)]
    assert [each.get("descr") for each in properties] == [figure.description for figure in FIGURES]
    assert [each.get("title") for each in properties] == [figure.title for figure in FIGURES]
    assert [each.get("name") for each in properties] == ["Figure 1", "Figure 2", "Figure 3", "Figure 4"]
    styles = [
        each.getparent().getparent().getparent().find(f"{W}pPr/{W}pStyle").get(f"{W}val") for each in inlines(data)
    ]
    assert styles == ["ReportPicture"] * 4
    assert "ReportPicture" in {each.get(f"{W}styleId") for each in xml(data, "word/styles.xml").iter(f"{W}style")}


def test_ids_are_unique_and_lead_to_the_pictures() -> None:
    document = sample()._replace(front=(FIGURES[0],), blocks=(*sample().blocks, *FIGURES))
    data = RENDERER.render(document, None)
    ids = [each.get("id") for each in xml(data).iter(f"{WP}docPr")]
    assert len(set(ids)) == len(ids) == 5
    relations = {each.get("Id"): each for each in xml(data, "word/_rels/document.xml.rels")}
    targets = [f"word/{relations[each.get(f'{R}embed')].get('Target')}" for each in xml(data).iter(f"{A}blip")]
    assert targets == list(media(data))
    assert len(relations) == len(xml(data, "word/_rels/document.xml.rels"))
    defaults = {each.get("Extension"): each.get("ContentType") for each in xml(data, "[Content_Types].xml")}
    assert defaults["emf"] == "image/x-emf"


def test_without_figures_there_is_nothing_of_pictures() -> None:
    data = written(para("x"))
    assert media(data) == {}
    assert "emf" not in {each.get("Extension") for each in xml(data, "[Content_Types].xml")}


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(*FIGURES) == written(*FIGURES)


def test_every_word_of_a_figure_can_be_read_in_the_picture() -> None:
    found = " ".join(texts(written(*FIGURES)))
    for word in ("March 2023", "Child K was born early.", "Health visiting", "from January 2024", "Incident", "9 December 2024",
                 "Rapid review", "Learning", "Records were apart", "Her day"):  # fmt: skip
        assert word in found, word
    assert not [part for part in read(written(*FIGURES)) if part.kind == "unread"]


@pytest.mark.parametrize("make", [None, *HOUSES])
def test_pictures_are_as_wide_as_the_page_of_the_house(make: object) -> None:
    data = written(*FIGURES, house=make() if callable(make) else None)
    page, margins = xml(data).find(f".//{W}pgSz"), xml(data).find(f".//{W}pgMar")
    room = int(page.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    assert all(room - 20 <= size(inline)[0] <= room for inline in inlines(data))


def test_pictures_have_the_accent_of_the_house() -> None:
    def colours(data: bytes) -> set[bytes]:
        return {
            record[12:15]
            for picture in media(data).values()
            for kind, record in records(picture)
            if kind == 39
            for record in [record[4:]]
        }

    ours, theirs = bytes.fromhex("12436D"), bytes.fromhex("1D6B3A")
    assert ours in colours(written(*FIGURES))
    assert theirs in colours(written(*FIGURES, house=full()))
    assert ours not in colours(written(*FIGURES, house=full()))
    assert ours in colours(written(*FIGURES, house=half())), "a colour that can't be read on white is not taken"


def test_tables_and_lists_have_the_facts_alone() -> None:
    figure = FIGURES[0]
    cell = Cell((para("Facts."), figure))
    data = written(Table((Cell((para("Head"),)),), ((cell,),)), ListBlock(((para("Facts."), figure),)))
    assert inlines(data) == []
    assert media(data) == {}


def test_where_there_is_no_room_there_is_no_picture() -> None:
    block: Block = FIGURES[0]
    for _ in range(30):
        block = Quote((block,))
    assert inlines(written(Quote((FIGURES[0],))))
    assert not inlines(written(block))


def test_a_long_title_has_room_above_a_picture_as_high_as_a_page() -> None:
    shows = long_timeline(3, "A very long account of one day. " * 150)
    heights = [
        max(size(inline)[1] for inline in inlines(written(Figure("x " * length, "D", shows)))) for length in (1, 300)
    ]
    assert heights[1] < heights[0] - 400


@pytest.mark.parametrize(
    "shows",
    [
        long_timeline(120),
        Periods(tuple(Period(f"Agency {number}", "May 2024", 2024.3, 2024.4) for number in range(150))),
        Steps(tuple((f"Label {number}", "3 May 2024") for number in range(300))),
        Links("Learning", "Recommendations", tuple(f"Point {n} is long enough to take two lines" for n in range(60)),
              tuple(f"Recommendation {n}" for n in range(50)), tuple((n, n % 40) for n in range(60))),
        long_timeline(3, "A very long account of one day. " * 150),
    ],
)  # fmt: skip
@pytest.mark.parametrize("house", [None, half()])
def test_no_picture_is_higher_than_a_page_and_nothing_is_left_out(shows: Shown, house: bytes | None) -> None:
    data = written(Figure("Long", "All of it.", shows), house=house)
    page, margins = xml(data).find(f".//{W}pgSz"), xml(data).find(f".//{W}pgMar")
    room = int(page.get(f"{W}h")) - int(margins.get(f"{W}top")) - int(margins.get(f"{W}bottom"))
    pictures = inlines(data)
    assert len(pictures) > 1
    assert all(size(inline)[1] <= room - 1000 for inline in pictures)
    assert captions(data) == [f"Long (part {number} of {len(pictures)})" for number in range(1, len(pictures) + 1)]
    assert all(inline.find(f"{WP}docPr").get("descr") for inline in pictures)
    found = [*texts(data)]
    for text in told(shows):
        assert text in found, text
    if isinstance(shows, Links):
        curves = sum(kind == 2 for picture in media(data).values() for kind, _ in records(picture))
        assert curves == 2 * len(shows.pairs), "each with its paler ground"


def told(shows: Shown) -> list[str]:
    match shows:
        case Timeline(events):
            return [" ".join(event.words.split()) for event in events]
        case Periods(rows):
            return [row.label for row in rows]
        case Steps(steps):
            return [label for label, _ in steps]
        case Links():
            return [*shows.left, *shows.right]


def test_a_figure_of_nothing_is_left_out() -> None:
    data = written(
        *(Figure("T", "D", shows) for shows in (Timeline(()), Periods(()), Steps(()), Links("", "", (), (), ())))
    )
    assert inlines(data) == []
    assert captions(data) == []


def test_a_metafile_says_what_is_true_of_it() -> None:
    drawing = Drawing(
        400, 100,
        (
            Box(0, 0, 400, 100, fill="tint"), Box(5, 5, 50, 20, fill="paper", stroke="line", round=4), Dot(30, 30, 4),
            Path(((0, 0), (10, 90), (90, 10), (100, 100)), stroke="second", width=2, curved=True),
            Path(tuple((x, x % 7) for x in range(40)), stroke="third"),
            Words(20, 50, "Left"), Words(200, 50, "Middle", anchor="middle", bold=True), Words(400, 50, "Right", anchor="end", size=14),
        ),
    )  # fmt: skip
    data = emf(drawing, COLOURS)
    found = list(records(data))
    assert struct.unpack_from("<II", data, 48) == (len(data), len(found))
    left, top, right, bottom = struct.unpack_from("<4i", data, 24)
    assert (left, top) == (0, 0)
    assert right == pytest.approx(401.5 / 72 * 2540, abs=1)
    assert bottom == pytest.approx(101.5 / 72 * 2540, abs=1)
    handles = [struct.unpack_from("<I", record, 8)[0] for kind, record in found if kind in (39, 82, 95)]
    assert sorted(handles) == list(range(1, len(handles) + 1))
    assert struct.unpack_from("<H", data, 56)[0] == len(handles) + 1
    selected = {struct.unpack_from("<I", record, 8)[0] for kind, record in found if kind == 37}
    assert {handle for handle in selected if handle < 0x80000000} == set(handles)
    assert [kind for kind, _ in found].count(40) == len(handles)
    aligned = [struct.unpack_from("<I", record, 8)[0] for kind, record in found if kind == 22]
    assert aligned == [24, 24 | 6, 24 | 2]
    weights = {struct.unpack_from("<i", record, 28)[0] for kind, record in found if kind == 82}
    assert weights == {400, 700}


def test_the_advances_of_letters_add_up_to_the_width_of_the_line() -> None:
    for text in ("Health visitors saw her at every planned contact", "iiiiiiii", "Ænøthér €5 – “x”", ""):
        assert sum(advances(text, 210)) == pytest.approx(text_width(text, points=10.5), abs=1)
    assert advances("ill", 1000, bold=True) == [278, 278, 278]
    assert advances("É", 1000, bold=True) == [667]
    assert advances("a\u0301", 1000) == [556, 0]
    assert advances("\U0001f600", 1000)[1:] == [0]


@any_of(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=200)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_text_makes_a_picture_that_is_read(events: list[tuple[str, str]]) -> None:
    shows = Timeline(tuple(Event(when, words, 2024.0) for when, words in events))
    data = written(Figure("T", "D", shows))
    assert [part.place for part in read(data) if part.kind == "unread"] == []
    assert data == written(Figure("T", "D", shows))


REGISTER = "people:\n  child: {name: Jayden Okafor, role: child, published_as: Child K}\n"


def proof(shows: Shown, title: str = "What happened", description: str = "Two events.") -> tuple[str, ...]:
    report, detectors = given(REGISTER), registry.detectors()
    data = written(Figure(title, description, shows))
    return prove(data, ".docx", report, publish(report, detectors), "lcspr-published.docx", detectors)


@pytest.mark.parametrize("shows", [WORK, AGENCIES, LEADS, long_timeline(60)])
def test_a_published_document_with_figures_passes_the_proof(shows: Shown) -> None:
    assert proof(shows) == ()


@pytest.mark.parametrize(
    "shows",
    [
        Timeline((Event("May 2024", "The school knew that Jayden was at home.", 2024.4),)),
        Timeline((Event("Okafor", "Somebody came.", 2024.4),)),
        Timeline(
            (Event("May 2024", "Nobody had asked. " * 20 + "Then Okafor came. " + "Nobody had asked. " * 20, 2024.4),)
        ),
        Periods((Period("Jayden’s school", "May 2024", 2024.3, 2024.4),)),
        Periods((Period("School", "May 2024", 2024.3, 2024.4),), (("Jayden", 2024.4),)),
        Links("Learning", "Jayden", ("a",), ("b",), ()),
        Links("Learning", "What to do", ("a",), ("Ask Jayden",), ()),
        Steps((("Jayden", "May 2024"),)),
    ],
)
def test_a_name_in_a_figure_is_found_by_the_proof(shows: Shown) -> None:
    reasons = proof(shows)
    assert any("word/media/figure1.emf, text of a picture" in reason for reason in reasons)
    assert not any("jayden" in reason.lower() or "okafor" in reason.lower() for reason in reasons)


def test_a_name_in_what_is_said_of_a_figure_is_found() -> None:
    assert proof(WORK, title="What Jayden saw")
    assert proof(WORK, description="What Okafor saw.")


def test_libreoffice_shows_the_words_of_pictures(soffice: str, pdftotext: str, tmp_path: FilePath) -> None:
    (tmp_path / "report.docx").write_bytes(written(*FIGURES))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    printed = subprocess.run(
        [pdftotext, "-layout", str(tmp_path / "report.pdf"), "-"], check=True, capture_output=True, timeout=60
    )
    shown = " ".join(printed.stdout.decode().split())
    for words in (
        "March 2023 Child K was born early.",
        "Health visiting",
        "9 December 2024",
        "Records were apart",
        "Learning Recommendations",
    ):
        assert words in shown
