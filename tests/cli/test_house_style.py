"""`house-style`, and `render` with a house style whose header names somebody."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from tests.conftest import EXAMPLES
from tests.unit import house_files as house
from tests.unit.house_files import TEMPLATES, package, para, run
from tests.unit.test_renderers_docx import said

REPORT = str(EXAMPLES / "lcspr-finished.yaml")
CHILD = "Tayden Nwadike"


def header_of(path: Path) -> str:
    """That of ordinary pages."""
    return "\n".join(said(etree.fromstring(part)) for name, part in packed(path).items() if "header-default." in name)


def footer_of(path: Path) -> str:
    return "\n".join(said(etree.fromstring(part)) for name, part in packed(path).items() if "word/footer" in name)


def packed(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_new_writes_a_file_that_word_opens_and_never_overwrites_one(cli, tmp_path: Path) -> None:
    outcome = cli("house-style", "--new", "ours.docx")
    assert (outcome.code, outcome.out) == (0, "")
    assert "reviewkit render --house-style ours.docx" in outcome.err
    made = (tmp_path / "ours.docx").read_bytes()
    names = {paragraph.style.name for paragraph in docx.Document(BytesIO(made)).paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Body Text", "List Bullet", "Quote", "Report Numbered"} <= names
    (tmp_path / "ours.docx").write_bytes(b"mine")
    outcome = cli("house-style", "--new", "ours.docx")
    assert outcome.code == 2
    assert "--force" in outcome.err
    assert (tmp_path / "ours.docx").read_bytes() == b"mine"
    assert cli("house-style", "ours.docx", "--new", "--force").code == 0
    assert (tmp_path / "ours.docx").read_bytes() == made
    assert cli("house-style", "--new", "-").data == made


def test_a_name_is_thought_of_where_none_is_given(cli, tmp_path: Path) -> None:
    assert cli("house-style", "--new").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["house-style.docx"]
    assert cli("house-style", "--new").code == 2
    (tmp_path / "folder").mkdir()
    assert cli("house-style", "--new", "folder", "--force").code == 2


def test_the_starter_lacks_nothing(cli) -> None:
    cli("house-style", "--new", "ours.docx")
    outcome = cli("house-style", "ours.docx")
    assert outcome.code == 0
    assert "that reports use" in outcome.out
    assert "Page [page] of [pages]" in outcome.out
    assert "A4" in outcome.out
    for word in ("added", "Hard to read", "Not taken"):
        assert word not in outcome.out


def test_what_a_file_gives_lacks_and_keeps_is_said(cli, tmp_path: Path) -> None:
    (tmp_path / "half.docx").write_bytes(house.half())
    outcome = cli("house-style", "half.docx")
    assert outcome.code == 0
    said_ = " ".join(outcome.out.split())
    assert "Letter, margins 13 mm above" in said_
    assert "Verdana" in said_
    assert "11 pt; 12 pt or more is easier to read" in said_
    assert "4 taken: Normal, heading 1, heading 2, header" in said_
    assert "List Bullet" in said_
    assert "heading 1: #E0A800 on #FFFFFF has a contrast of 2.1:1, 4.5:1 is asked" in said_
    (tmp_path / "complicated.docx").write_bytes(house.complicated())
    outcome = cli("house-style", "-", stdin=house.complicated())
    assert "Marsh Valley Partnership | Review about" in outcome.out
    assert "a picture in the header" in " ".join(outcome.out.split())
    assert outcome.err == ""


@pytest.mark.parametrize(
    ("arguments", "data"),
    [
        (("f.docx",), b"Dear partnership"), (("f.docx",), b""), (("f.docx",), b"PK\x03\x04"), (("none.docx",), b""),
        ((), b""), (("f.docx", "--force"), b""), (("-",), b"%PDF"),
    ],
)  # fmt: skip
def test_what_can_not_be_done_ends_with_2(cli, arguments: tuple[str, ...], data: bytes, tmp_path: Path) -> None:
    (tmp_path / "f.docx").write_bytes(data)
    outcome = cli("house-style", *arguments, stdin=data)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("reviewkit: ")
    assert outcome.err.count("\n") == 2


def test_the_confidential_version_takes_header_and_footer_as_they_are(cli, tmp_path: Path) -> None:
    (tmp_path / "h.docx").write_bytes(house.complicated(CHILD))
    outcome = cli("render", REPORT, "--house-style", "h.docx", "--output", "out.docx")
    assert outcome.code == 0, outcome.err
    assert f"\tMarsh Valley Partnership\tReview about {CHILD}" in header_of(tmp_path / "out.docx")
    assert header_of(tmp_path / "out.docx").startswith("CONFIDENTIAL")
    assert "Learning from practice\t\tPage 1 of 1" in footer_of(tmp_path / "out.docx")
    lines = [line for line in outcome.err.splitlines() if line.startswith("h.docx: ")]
    assert len(lines) == 1
    assert "a picture in the header" in lines[0]


def test_colours_that_are_hard_to_read_are_taken_and_said(cli, tmp_path: Path) -> None:
    (tmp_path / "h.docx").write_bytes(house.half())
    outcome = cli("render", REPORT, "--house-style", "h.docx", "--output", "out.docx")
    assert "h.docx: hard to read for some people: the colour of heading 1" in outcome.err
    (tmp_path / "h.docx").write_bytes(house.complicated())
    outcome = cli("render", REPORT, "--house-style", "h.docx", "--output", "out.docx")
    assert "hard to read" not in outcome.err


def publish(cli: Callable, tmp_path: Path, header: str) -> tuple[int, str]:
    (tmp_path / "h.docx").write_bytes(package({"header1": header}))
    outcome = cli("render", REPORT, "--anonymise", "--house-style", "h.docx", "--output", "out.docx")
    return outcome.code, outcome.err


def test_a_name_in_the_header_is_replaced_when_published(cli, tmp_path: Path) -> None:
    (tmp_path / "h.docx").write_bytes(house.complicated(CHILD))
    outcome = cli("render", REPORT, "--anonymise", "--house-style", "h.docx", "--output", "out.docx")
    assert outcome.code == 0, outcome.err
    header = header_of(tmp_path / "out.docx")
    assert header.startswith("\tMarsh Valley Partnership\tReview about ")
    assert not {"Tayden", "Nwadike", "CONFIDENTIAL"} & set(header.replace("\t", " ").split())
    outcome = cli("verify", "out.docx", "--register", REPORT)
    assert outcome.code == 0, outcome.out


def test_a_name_in_two_looks_is_one_name(cli, tmp_path: Path) -> None:
    code, err = publish(cli, tmp_path, para(run("Tayden", "<w:b/>"), run(" Nwa"), run("dike", "<w:i/>")))
    assert code == 0, err
    assert "wadike" not in header_of(tmp_path / "out.docx")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Nwadlke, of 14 June", "one letter away"),
        ("NHS 999 000 0018", "NHS number"),
        ("Ring 01632 960123", "telephone"),
    ],
)
def test_what_nobody_can_settle_in_a_header_is_refused_and_its_place_said(
    cli, tmp_path: Path, words: str, asked: str
) -> None:
    code, err = publish(cli, tmp_path, para(run(words)))
    assert code == 3
    assert "header or footer of the house style" in err
    assert asked in err
    assert words.rsplit(maxsplit=1)[-1] not in err
    assert [path.name for path in tmp_path.iterdir()] == ["h.docx"]


def test_deleted_text_of_the_house_reaches_nothing(cli, tmp_path: Path) -> None:
    (tmp_path / "h.docx").write_bytes(house.complicated("Zebedee Quill"))
    outcome = cli("render", REPORT, "--house-style", "h.docx", "--output", "out.docx")
    assert outcome.code == 0
    whole = b"".join(packed(tmp_path / "out.docx").values())
    for words in (b"was here", b"secret.docx", b"Boxed", b"DO NOT COPY", b"Even pages", b"Director\xe2", b"Clerk"):
        assert words not in whole


@pytest.mark.parametrize("make", TEMPLATES, ids=lambda make: make.__name__)
def test_the_same_template_gives_the_same_bytes(make: Callable[[], bytes], cli, tmp_path: Path) -> None:
    (tmp_path / "h.docx").write_bytes(make())
    for name in ("one.docx", "two.docx"):
        assert cli("render", REPORT, "--house-style", "h.docx", "--output", name).code == 0
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_other_formats_refuse_a_house_style_as_before(cli, tmp_path: Path) -> None:
    (tmp_path / "h.docx").write_bytes(house.council())
    assert cli("render", REPORT, "--to", "html", "--house-style", "h.docx").code == 2


def test_a_page_number_in_a_published_header_stays_one(cli, tmp_path: Path) -> None:
    code, err = publish(cli, tmp_path, para(run("Page "), house.field("PAGE"), run(" of "), house.simple("NUMPAGES")))
    assert code == 0, err
    footer = footer_of(tmp_path / "out.docx")
    assert header_of(tmp_path / "out.docx") == "Page 1 of 1"
    assert "Page" not in footer
