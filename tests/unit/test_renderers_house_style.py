"""House styles: three made-up partnerships' Word files, and files that are none or mean harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from reviewkit.errors import UsageError
from reviewkit.renderers.docx import RENDERER
from tests.unit.sample_document import sample
from tests.unit.test_renderers_docx import W, parts, said, squeezed, told

THEIRS = "Thornfield"
MAIN = W[1:-1]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def full() -> bytes:
    """Made in Word by somebody who knows it: every style of ours that Word has, a body, header, footer, properties."""
    word = docx.Document()
    for name, size, colour in (
        ("Normal", 11, 0),
        ("Heading 1", 22, 0x1D6B3A),
        ("Heading 2", 15, 0x1D6B3A),
        ("Title", 30, 0),
    ):
        font = word.styles[name].font
        font.name, font.size, font.color.rgb = "Georgia", Pt(size), RGBColor.from_string(f"{colour:06X}")
    own = word.styles.add_style(f"{THEIRS} text", WD_STYLE_TYPE.PARAGRAPH)
    own.font.name = "Verdana"
    word.styles["Body Text"].base_style = own
    word.add_paragraph(f"The family at {THEIRS}", style=own)
    page = word.sections[0]
    page.page_width, page.page_height, page.left_margin, page.top_margin = Cm(21), Cm(29.7), Cm(3), Cm(2)
    page.header.paragraphs[0].text = page.footer.paragraphs[0].text = THEIRS
    word.core_properties.author = word.core_properties.title = word.core_properties.comments = THEIRS
    word.add_comment(word.paragraphs[0].runs, text=THEIRS, author=THEIRS)
    data = BytesIO()
    word.save(data)
    extra = {
        "word/vbaProject.bin": THEIRS,
        "customXml/item1.xml": f"<a>{THEIRS}</a>",
        "word/people.xml": f"<a>{THEIRS}</a>",
    }
    return _with(data.getvalue(), extra)


def half() -> bytes:
    """Four styles, two of them under ids of another language, on a landscape page; no theme, no lists."""
    styles = f"""<w:styles xmlns:w="{MAIN}">
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="22"/>
        <w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Base1"><w:name w:val="{THEIRS} base"/><w:basedOn w:val="Standard"/>
        <w:rPr><w:caps/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Base1"/>
        <w:next w:val="Standard"/><w:pPr><w:spacing w:before="700"/></w:pPr><w:rPr><w:color w:val="FFE680"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Lien"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="005EA5"/></w:rPr></w:style>
    </w:styles>"""
    page = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="900" w:bottom="1000" w:left="900"/>'
    return _package({"styles": styles}, page)


def complicated() -> bytes:
    """Numbered headings, a list sign of its own, theme fonts, dotted contents, hidden text, tracked changes, a circle."""
    styles = f"""<w:styles xmlns:w="{MAIN}">
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
        <w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:vanish/>
        <w:rPrChange w:id="1" w:author="{THEIRS}" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/><w:aliases w:val="{THEIRS}"/>
        <w:basedOn w:val="Heading2"/><w:pPr><w:pageBreakBefore/><w:numPr><w:numId w:val="5"/></w:numPr>
        <w:ind w:left="432" w:hanging="432"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="Heading 2"/><w:basedOn w:val="Heading1"/></w:style>
      <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs></w:pPr><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>
        <w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/></w:tabs></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>
        <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/>
        <w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>
      <w:style w:type="table" w:styleId="Report"><w:name w:val="Report Table"/>
        <w:tblPr><w:tblBorders><w:top w:val="double" w:sz="12" w:color="1D6B3A"/></w:tblBorders></w:tblPr>
        <w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="DDEEDD"/></w:tcPr></w:tblStylePr></w:style>
    </w:styles>"""
    numbering = f"""<w:numbering xmlns:w="{MAIN}">
      <w:abstractNum w:abstractNumId="3"><w:nsid w:val="12345678"/><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="▪"/>
        <w:pPr><w:ind w:left="9999"/></w:pPr><w:rPr><w:color w:val="1D6B3A"/></w:rPr></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>
      <w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>
    </w:numbering>"""
    theme = f"""<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{THEIRS}"><a:themeElements>
      <a:clrScheme name="{THEIRS}"><a:accent1><a:srgbClr val="1D6B3A"/></a:accent1>
        <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1></a:clrScheme>
      <a:fontScheme name="x"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>
      </a:themeElements><a:extLst><a:ext uri="{THEIRS}"/></a:extLst></a:theme>"""
    header = f'<w:hdr xmlns:w="{MAIN}"><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{THEIRS}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:hdr>'
    return _package({"styles": styles, "numbering": numbering, "theme": theme, "header": header}, "")


HOUSES = (full, half, complicated)


@pytest.fixture(params=HOUSES, ids=lambda make: make.__name__)
def house(request: pytest.FixtureRequest) -> bytes:
    make: Callable[[], bytes] = request.param
    return make()


def test_the_report_keeps_every_word_and_every_reference(house: bytes) -> None:
    shown = parts(RENDERER.render(sample(), house))
    whole = squeezed(said(shown["word/document.xml"]))
    assert all(squeezed(words) in whole for words in told(sample().blocks))
    styles = {each.get(f"{W}styleId") for each in shown["word/styles.xml"].iter(f"{W}style")}
    story = shown["word/document.xml"]
    assert {
        each.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for each in story.iter(f"{W}{tag}")
    } <= styles
    assert {each.get(f"{W}val") for each in shown["word/styles.xml"].iter(f"{W}basedOn")} <= styles


def test_nothing_else_of_the_house_travels(house: bytes) -> None:
    data = RENDERER.render(sample(), house)
    ours = RENDERER.render(sample(), None)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == zipfile.ZipFile(BytesIO(ours)).namelist()
        assert all(THEIRS.encode() not in archive.read(name) for name in archive.namelist())


def test_word_s_own_library_opens_it_and_the_bytes_are_the_same_twice(house: bytes) -> None:
    data = RENDERER.render(sample(), house)
    assert data == RENDERER.render(sample(), house)
    names = [style.name for style in docx.Document(BytesIO(data)).styles]
    assert len(names) == len(set(names))


def test_styles_of_the_house_count() -> None:
    styles = _styles(full())
    assert styles["Heading1"].find(f".//{W}color").get(f"{W}val") == "1D6B3A"
    assert styles["Title"].find(f".//{W}rFonts").get(f"{W}ascii") == "Georgia"
    assert _based_on(styles["BodyText"]) == "House1"
    assert styles["House1"].find(f".//{W}rFonts").get(f"{W}ascii") == "Verdana"
    margins = parts(RENDERER.render(sample(), full()))["word/document.xml"].find(f".//{W}pgMar")
    assert int(margins.get(f"{W}left")) == pytest.approx(1701, abs=2)


def test_styles_that_the_house_lacks_take_its_main_colour() -> None:
    assert _styles(full())["ReportTableHeading"].find(f".//{W}color").get(f"{W}val") == "1D6B3A"
    pale = _styles(half())["ReportTableHeading"].find(f".//{W}color").get(f"{W}val")
    assert pale == "12436D"  # the house's own could not be read on white


def test_styles_are_found_by_name_and_missing_ones_added() -> None:
    styles = _styles(half())
    assert styles["Heading1"].find(f".//{W}spacing").get(f"{W}before") == "700"
    assert _based_on(styles["Heading1"]) == "House1"
    assert _based_on(styles["House1"]) == "Normal"
    assert styles["Heading1"].find(f"{W}pPr/{W}keepNext") is not None
    assert styles["Heading1"].find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"
    assert "Heading2" in styles
    assert "ReportTable" in styles


def test_the_language_stays_the_report_s() -> None:
    shown = parts(RENDERER.render(sample(), half()))["word/styles.xml"]
    assert [each.get(f"{W}val") for each in shown.iter(f"{W}lang")] == ["en-GB"]


def test_a_landscape_page_is_taken_and_tables_fill_it() -> None:
    story = parts(RENDERER.render(sample(), half()))["word/document.xml"]
    assert story.find(f".//{W}pgSz").get(f"{W}orient") == "landscape"
    first = story.find(f".//{W}tbl")
    assert sum(int(each.get(f"{W}w")) for each in first.iter(f"{W}gridCol")) == 16838 - 1800


def test_headings_lose_the_house_s_numbers_because_ours_are_text() -> None:
    heading = _styles(complicated())["Heading1"]
    assert heading.find(f".//{W}numPr") is None
    assert heading.find(f".//{W}ind") is None
    assert heading.find(f".//{W}pageBreakBefore") is not None


def test_signs_of_lists_are_the_house_s_and_indents_ours() -> None:
    numbering = parts(RENDERER.render(sample(), complicated()))["word/numbering.xml"]
    bullets, numbers = (each.find(f"{W}lvl") for each in numbering.iter(f"{W}abstractNum"))
    assert bullets.find(f"{W}lvlText").get(f"{W}val") == "▪"
    assert bullets.find(f".//{W}ind").get(f"{W}left") == "425"
    assert (numbers.find(f"{W}numFmt").get(f"{W}val"), numbers.find(f"{W}lvlText").get(f"{W}val")) == (
        "lowerLetter",
        "(%1)",
    )


def test_what_hides_text_or_names_people_stays_behind() -> None:
    whole = b"".join(etree.tostring(part) for part in parts(RENDERER.render(sample(), complicated())).values())
    for tag in (b"vanish", b"rPrChange", b"aliases", b"nsid"):
        assert b"<w:" + tag not in whole


def test_our_tabs_stay_where_they_hold_numbers_in_place() -> None:
    styles = _styles(complicated())
    assert [each.get(f"{W}pos") for each in styles["TOC1"].iter(f"{W}tab")] == ["624"]
    assert styles["TOC1"].find(f"{W}rPr/{W}b") is not None
    assert list(styles["Footer"].iter(f"{W}tab")) == []


def test_a_circle_of_styles_is_broken() -> None:
    styles = _styles(complicated())
    for style in styles.values():
        seen, current = set(), style
        while current is not None:
            assert current.get(f"{W}styleId") not in seen
            seen.add(current.get(f"{W}styleId"))
            current = styles.get(_based_on(current))


def test_theme_and_table_style_are_taken() -> None:
    shown = parts(RENDERER.render(sample(), complicated()))
    theme = etree.tostring(shown["word/theme/theme1.xml"]).decode()
    assert "Calibri" in theme
    assert theme.count("1D6B3A") == 1
    table = shown["word/styles.xml"].find(f".//{W}style[@{W}styleId='ReportTable']")
    assert table.find(f".//{W}tblBorders/{W}top").get(f"{W}val") == "double"
    assert table.find(f".//{W}tblStylePr//{W}shd").get(f"{W}fill") == "DDEEDD"


def _bomb() -> bytes:
    return _package({"styles": f'<w:styles xmlns:w="{MAIN}">' + " " * 30_000_000 + "</w:styles>"}, "")


def _laughing() -> bytes:
    laugh = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    return _package({"styles": f'{laugh}<w:styles xmlns:w="{MAIN}">&b;</w:styles>'}, "")


def _outside() -> bytes:
    return _package({"styles": f'<!DOCTYPE w SYSTEM "file:///etc/passwd"><w:styles xmlns:w="{MAIN}"/>'}, "")


def _wide() -> bytes:
    laugh = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "ha">]>'
    return _package({"styles": (f'{laugh}<w:styles xmlns:w="{MAIN}">&a;</w:styles>').encode("utf-16")}, "")


def _other_kind() -> bytes:
    return _zip({"_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}), "xl/workbook.xml": "<workbook/>"})


def _strict() -> bytes:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{strict}"><w:body/></w:document>'
    return _zip({"_rels/.rels": _relations({"officeDocument": "word/document.xml"}), "word/document.xml": document})


def _damaged() -> bytes:
    whole = full()
    return whole[: len(whole) // 2]


def _scrambled() -> bytes:
    whole = bytearray(full())
    whole[200:4000] = bytes(3800)
    return bytes(whole)


BROKEN: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("nothing", lambda: b""),
    ("text", lambda: b"Dear partnership"),
    ("pdf", lambda: b"%PDF-1.7\n"),
    ("old_word", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
    ("empty_zip", lambda: _zip({})),
    ("any_zip", lambda: _zip({"a.txt": "a"})),
    ("spreadsheet", _other_kind),
    ("strict", _strict),
    ("no_styles", lambda: _package({}, "")),
    ("damaged", _damaged),
    ("scrambled", _scrambled),
    ("bad_xml", lambda: _package({"styles": f"<w:styles><{THEIRS}></w:styles>"}, "")),
    ("bomb", _bomb),
    ("laughing", _laughing),
    ("outside", _outside),
    ("wide", _wide),
)


@pytest.mark.parametrize("make", [make for _, make in BROKEN], ids=[name for name, _ in BROKEN])
def test_a_file_that_cannot_be_used_gets_one_clear_message(make: Callable[[], bytes]) -> None:
    with pytest.raises(UsageError) as caught:
        RENDERER.render(sample(), make())
    assert caught.value.message.startswith("the house style file ")
    assert ".docx" in caught.value.hint
    assert THEIRS not in f"{caught.value.message}{caught.value.hint}"


def test_an_impossible_page_gives_way_to_ours() -> None:
    page = '<w:pgSz w:w="999999" w:h="-3"/><w:pgMar w:left="zwölf"/>'
    styles = f'<w:styles xmlns:w="{MAIN}"/>'
    story = parts(RENDERER.render(sample(), _package({"styles": styles}, page)))["word/document.xml"]
    assert story.find(f".//{W}pgSz").get(f"{W}w") == "11906"


def _package(found: dict[str, str | bytes], section: str) -> bytes:
    document = f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>{THEIRS}</w:t></w:r></w:p><w:sectPr>{section}</w:sectPr></w:body></w:document>'
    files: dict[str, str | bytes] = {f"word/odd-{role}.xml": xml for role, xml in found.items()}
    files["_rels/.rels"] = _relations({"officeDocument": "/word/document.xml"})
    files["word/_rels/document.xml.rels"] = _relations({role: f"odd-{role}.xml" for role in found})
    return _zip({**files, "word/document.xml": document, "docProps/core.xml": f"<a>{THEIRS}</a>"})


def _relations(targets: dict[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="{role}" Type="{OFFICE}/{role}" Target="{name}"/>' for role, name in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _zip(files: dict[str, str | bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def _with(data: bytes, extra: dict[str, str]) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return _zip({**files, **extra})


def _styles(house: bytes) -> dict[str, etree._Element]:
    shown = parts(RENDERER.render(sample(), house))["word/styles.xml"]
    return {each.get(f"{W}styleId", ""): each for each in shown.iter(f"{W}style")}


def _based_on(style: etree._Element) -> str:
    base = style.find(f"{W}basedOn")
    return "" if base is None else base.get(f"{W}val", "")
