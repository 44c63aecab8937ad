"""Word files, opened as a stranger would: the zip and the XML of every part, then LibreOffice."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewkit.document import (
    Block,
    Card,
    Cell,
    Code,
    Divider,
    Document,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from reviewkit.renderers.docx import RENDERER
from tests.unit.sample_document import AGENCIES, cell, para, sample, section, table, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HOSTILE = (
    "]]>", "<w:p/>", "&amp;", "a\x00b\x07c\x1bd", "\ud800lone", "\ufffe\uffff", "x" * 3000, "abc\u202egnp.exe\u202c", "👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "שלום العربية", "e\u0301\u0327", "tab\there", "line\nline\r\nline\u2028line", "\xa0", "\xad", '"quoted"', "'", "{{ x }}", "%s %n",
)  # fmt: skip


def written(*blocks: Block, **more: object) -> bytes:
    document = Document(title="Title", subtitle="", kind="", cover=(), blocks=blocks, **more)
    return RENDERER.render(document, None)


def parts(data: bytes) -> dict[str, etree._Element]:
    """Every part, parsed: all but pictures are XML."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if "/media/" not in name]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def body(data: bytes) -> etree._Element:
    return parts(data)["word/document.xml"]


def said(element: etree._Element) -> str:
    """What a person reads, paragraph by paragraph."""
    return "\n".join(_paragraph_text(paragraph) for paragraph in element.iter(f"{W}p"))


def paragraphs(element: etree._Element, style: str) -> list[str]:
    return [_paragraph_text(each) for each in element.iter(f"{W}p") if _style(each) == style]


def told(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every stretch of words that goes in."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.number
            yield from (run.text for run in block.runs)
        elif isinstance(block, Card):
            yield from told((block.heading, *block.blocks))
        elif isinstance(block, Quote):
            yield from told(block.blocks)
        elif isinstance(block, ListBlock):
            yield from (words for item in block.items for words in told(item))
        elif isinstance(block, Facts):
            for label, answer in block.items:
                yield label
                yield from told(answer)
        elif isinstance(block, Table):
            yield block.caption
            yield from (words for row in (block.header, *block.rows) for each in row for words in told(each.blocks))
        elif isinstance(block, Code):
            yield from block.text.split("\n")


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_every_word_is_found_again() -> None:
    document = sample()
    shown = parts(RENDERER.render(document, None))
    whole = squeezed(said(shown["word/document.xml"]))
    for words in (*told(document.blocks), document.title, document.subtitle, document.kind):
        assert squeezed(words) in whole
    for label, runs in document.cover:
        above = "partnership" in label.casefold()  # whose report it is stands at the top, and needs no label
        assert ("" if above else squeezed(label)) + squeezed(runs[0].text) in whole


def test_what_the_title_says_already_is_not_said_again() -> None:
    document = sample()._replace(title="Child K: local child safeguarding practice review", subtitle="Child K")
    story = body(RENDERER.render(document, None))
    assert paragraphs(story, "Title") == [document.title]
    assert paragraphs(story, "ReportKind") == paragraphs(story, "Subtitle") == []


def test_headings_are_word_s_own_in_order() -> None:
    found = [
        (int(_style(each).removeprefix("Heading")), _paragraph_text(each))
        for each in body(RENDERER.render(sample(), None)).iter(f"{W}p")
        if _style(each).startswith("Heading")
    ]
    assert found[:3] == [(1, "1\tWhy this review was undertaken"), (2, "1.1\tThe incident"), (1, "2\tWhat happened")]
    assert (2, "5.2\tRecommendation 2: record every carer") in found
    assert len(found) == 13


def test_contents_are_right_on_opening() -> None:
    story = body(RENDERER.render(sample(), None))
    first, second = paragraphs(story, "TOC1"), paragraphs(story, "TOC2")
    assert first[:2] == ["1\tWhy this review was undertaken", "2\tWhat happened"]
    assert "4.3\tLearning 3: a father nobody asked" in second
    fields = [each.text.strip() for each in story.iter(f"{W}instrText")]
    assert fields == [r'TOC \o "1-2" \n \h \z']
    assert "updateFields" not in etree.tostring(parts(RENDERER.render(sample(), None))["word/settings.xml"]).decode()


def test_a_long_list_of_headings_is_cut_to_the_first_level() -> None:
    many = tuple(
        section(f"{major}.{minor}" if minor else str(major), "On", "") for major in range(1, 11) for minor in range(6)
    )
    story = body(written(*many))
    assert len(paragraphs(story, "TOC1")) == 10
    assert paragraphs(story, "TOC2") == []


def test_tables_have_a_header_row_that_repeats_and_rows_that_stay_whole() -> None:
    story = body(RENDERER.render(sample(), None))
    found = list(story.iter(f"{W}tbl"))
    assert len(found) == 4
    for each in found:
        rows = each.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert each.find(f"{W}tblPr/{W}tblCaption") is not None
        widths = [int(column.get(f"{W}w")) for column in each.iter(f"{W}gridCol")]
        assert sum(widths) == 11906 - 2 * 1304
        assert min(widths) > 600
    assert [_paragraph_text(each) for each in found[0].iter(f"{W}p")] == [
        "Agency", "Involvement", "Took part", *(words for row in AGENCIES for words in row),
    ]  # fmt: skip


def test_nothing_merged_nested_floating_or_empty() -> None:
    for data in (RENDERER.render(sample(), None), written(*_odd_blocks())):
        for part in parts(data).values():
            for tag in ("gridSpan", "vMerge", "txbxContent", "framePr", "drawing", "pict", "altChunk"):
                assert part.find(f".//{W}{tag}") is None
            assert part.find(f".//{W}tc//{W}tbl") is None
            lines = {each.getparent().getparent() for each in part.iter(f"{W}separator", f"{W}continuationSeparator")}
            written_in = [each for each in part.iter(f"{W}p") if each not in lines]
            assert [each for each in written_in if not _paragraph_text(each).strip()] == []
            assert all(etree.QName(each[-1]).localname == "p" for each in part.iter(f"{W}tc"))


def test_every_reference_leads_somewhere() -> None:
    for data in (RENDERER.render(sample(), None), written(*_odd_blocks())):
        shown = parts(data)
        story = shown["word/document.xml"]
        styles = {each.get(f"{W}styleId") for each in shown["word/styles.xml"].iter(f"{W}style")}
        used = {each.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for each in story.iter(f"{W}{tag}")}
        assert used <= styles
        lists = {each.get(f"{W}numId") for each in shown["word/numbering.xml"].iter(f"{W}num")}
        assert {each.get(f"{W}val") for each in story.iter(f"{W}numId")} <= lists
        relations = {each.get("Id") for each in shown["word/_rels/document.xml.rels"]}
        assert {each.get(f"{R}id") for each in story.iter() if each.get(f"{R}id")} <= relations
        names = [each.get(f"{W}name") for each in story.iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
        assert {each.get(f"{W}anchor") for each in story.iter(f"{W}hyperlink") if each.get(f"{W}anchor")} <= set(names)
        assert all(re.fullmatch(r"_ref\d+", name) for name in names)


def test_cross_references_lead_to_their_heading() -> None:
    story = body(RENDERER.render(sample(), None))
    link = next(each for each in story.iter(f"{W}hyperlink") if "".join(each.itertext()) == "Recommendation 1")
    target = next(each for each in story.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == link.get(f"{W}anchor"))
    assert _paragraph_text(target.getparent()) == "5.1\tRecommendation 1: record every carer"


def test_outside_links_are_real_and_only_to_the_web_or_mail() -> None:
    data = written(
        para(Run("guidance", href="https://example.org/a?b=1&c=2"), " and ", Run("script", href="javascript:alert(1)")),
        para(Run("file", href="file:///etc/passwd"), Run("again", href="https://example.org/a?b=1&c=2")),
    )
    targets = [each.get("Target") for each in parts(data)["word/_rels/document.xml.rels"] if each.get("TargetMode")]
    assert targets == ["https://example.org/a?b=1&c=2"]
    assert "guidance and script" in said(body(data))


def test_lists_are_word_s_own() -> None:
    shown = parts(
        written(
            ListBlock(((para("a"),), (para("b"), para("more"), ListBlock(((para("c"),),), ordered=True)))),
            ListBlock(((para("d"),), (para("e"),)), ordered=True, start=7),
        )
    )
    found = [
        (_paragraph_text(each), _style(each), _list_of(each)) for each in shown["word/document.xml"].iter(f"{W}p")
    ][1:]
    assert found == [
        ("a", "ListBullet", ("1", "0")), ("b", "ListBullet", ("1", "0")), ("more", "ListContinue", None),
        ("c", "ListNumber2", ("3", "1")), ("d", "ListNumber", ("4", "0")), ("e", "ListNumber", ("4", "0")),
    ]  # fmt: skip
    starts = {
        each.get(f"{W}numId"): each.find(f".//{W}startOverride").get(f"{W}val")
        for each in shown["word/numbering.xml"].iter(f"{W}num")
        if each.find(f".//{W}startOverride") is not None
    }
    assert starts == {"3": "1", "4": "7"}


def test_language_title_and_nothing_about_anybody() -> None:
    shown = parts(RENDERER.render(sample(), None))
    styles, settings_ = shown["word/styles.xml"], shown["word/settings.xml"]
    assert styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "en-GB"
    assert settings_.find(f"{W}themeFontLang").get(f"{W}val") == "en-GB"
    properties = {etree.QName(each).localname: each.text for each in shown["docProps/core.xml"]}
    assert properties == {
        "title": "Child K",
        "subject": "Local Child Safeguarding Practice Review",
        "language": "en-GB",
    }
    assert "docProps/app.xml" not in shown


def test_another_language_is_declared_everywhere() -> None:
    shown = parts(written(para("Bore da"), language="cy-GB"))
    assert all(b"en-GB" not in etree.tostring(part) for part in shown.values())


def test_the_archive_has_one_time_stamp_and_is_the_same_twice() -> None:
    data = RENDERER.render(sample(), None)
    assert data == RENDERER.render(sample(), None)
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.comment, entry.extra) for entry in entries} == {(0, b"", b"")}
        assert entries[0].filename == "[Content_Types].xml"
        assert archive.comment == b""


def test_type_is_twelve_point_sans_serif_and_contrast_enough() -> None:
    styles = parts(RENDERER.render(sample(), None))["word/styles.xml"]
    fonts = {each.get(f"{W}ascii") for each in styles.iter(f"{W}rFonts")}
    assert fonts == {"Arial", "Courier New"}
    small = [
        each.get(f"{W}styleId")
        for each in styles.iter(f"{W}style")
        for size in each.iter(f"{W}sz")
        if int(size.get(f"{W}val")) < 24
    ]
    assert small == ["ReportMarking", "Header", "Footer", "FootnoteText"]
    fills = {each.get(f"{W}fill") for each in styles.iter(f"{W}shd")} | {"FFFFFF"}
    colours = {each.get(f"{W}val") for each in styles.iter(f"{W}color")}
    assert min(_contrast(colour, fill) for colour in colours for fill in fills) >= 4.5


def test_marking_on_every_page_and_page_numbers() -> None:
    shown = parts(RENDERER.render(sample(), None))
    headers = {name: part for name, part in shown.items() if "header" in name}
    assert {said(part).split("\n")[0] for part in headers.values()} == {sample().marking}
    assert len(headers) == 2
    footer = shown["word/footer.xml"]
    assert _paragraph_text(footer.find(f"{W}p")) == "Draft\tPage 1 of 1"
    assert [each.text.strip() for each in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_without_a_marking_the_title_page_has_no_header() -> None:
    shown = parts(written(para("x")))
    assert [name for name in shown if "header" in name] == ["word/header-default.xml"]
    assert said(shown["word/header-default.xml"]) == "Title"


def test_a_very_long_title_is_cut_in_the_header_alone() -> None:
    title = "A review of many things " * 20
    shown = parts(RENDERER.render(sample()._replace(title=title), None))
    assert len(said(shown["word/header-default.xml"]).split("\n")[1]) < 90
    assert paragraphs(shown["word/document.xml"], "Title") == [title.strip()]


def test_gaps_are_bracketed_and_framed() -> None:
    shown = parts(RENDERER.render(sample(), None))
    gaps = [
        "".join(run.itertext())
        for run in shown["word/document.xml"].iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle[@{W}val='ReportGap']") is not None
    ]
    assert gaps == ["[Views of the father: not written yet]", "[Reason for the absence of her view is missing]"]
    assert shown["word/styles.xml"].find(f".//{W}style[@{W}styleId='ReportGap']//{W}bdr") is not None


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_goes_through_everywhere(hostile: str) -> None:
    nasty = para(hostile)
    document = Document(
        title=hostile, subtitle=f"sub {hostile}", kind=f"kind {hostile}", cover=((hostile, text(hostile)),), marking=hostile,
        blocks=(
            Heading(1, text("x", hostile), number=hostile, anchor=hostile), nasty, ListBlock(((nasty,),)), Quote((nasty,)),
            Code(hostile), Facts(((hostile, (nasty,)),)), table((hostile,), ((hostile,),), caption=hostile),
            para(Run("to", anchor=hostile), Run("out", href=f"https://example.org/{hostile}")),
        ),
    )  # fmt: skip
    shown = parts(RENDERER.render(document, None))
    legal = re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", hostile)
    assert said(shown["word/document.xml"]).count(squeezed(legal)) >= 8 or len(legal.split()) != 1


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4), st.booleans())
def test_any_text_is_found_again(texts: list[str], ordered: bool) -> None:
    runs = tuple(Run(each, bold=index % 2 == 0) for index, each in enumerate(texts))
    shown = body(written(Paragraph(runs), ListBlock(((Paragraph(runs),),), ordered=ordered), Code("\n".join(texts))))
    legal = "".join(each for each in "".join(texts) if each.isprintable() and not each.isspace())
    whole = "".join(each for each in said(shown) if each.isprintable() and not each.isspace())
    assert whole.removeprefix("Title").startswith(
        legal + ("–" if ordered and not "".join(texts).strip() else "") + legal
    )


def test_python_docx_reads_it() -> None:
    word = docx.Document(BytesIO(RENDERER.render(sample(), None)))
    assert word.core_properties.title == "Child K"
    assert [paragraph.style.name for paragraph in word.paragraphs[:3]] == ["Report Publisher", "Report Kind", "Title"]
    assert word.tables[0].rows[0].cells[0].text == "Agency"


def test_libreoffice_opens_it_and_prints_every_heading(soffice: str, pdftotext: str, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(RENDERER.render(sample(), None))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.docx"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    printed = subprocess.run(
        [pdftotext, str(tmp_path / "report.pdf"), "-"], check=True, capture_output=True, timeout=60
    )
    pages = printed.stdout.decode().split("\f")[:-1]
    assert all(sample().marking in page for page in pages)
    assert f"Page 3 of {len(pages)}" in pages[2]
    whole = squeezed("".join(pages))
    for heading in (block for block in sample().blocks if isinstance(block, Heading)):
        assert squeezed(heading.number + heading.runs[0].text) in whole


def _odd_blocks() -> tuple[Block, ...]:
    """Blocks in places where an author rarely puts them."""
    small = table(("H", "I"), (("x", ""), ("", "z")))
    bullets = ListBlock(
        ((para("deep"), small), (), (small,), (Quote((para("q"),)),), (ListBlock(((para("deeper"),),)),))
    )
    numbers = ListBlock(((), (Code("typed"),), (para(""), para("late"))), ordered=True)
    for _ in range(12):
        bullets = ListBlock(((para("level"), bullets),))
    return (
        small, small, Divider(), small, Divider(), para("after"), para(""), Heading(1, ()), Heading(9, text("deep")), bullets,
        numbers, Quote((Quote((para("twice"), bullets)), Facts((("L", (small,)),)))), Quote(()), ListBlock(()), Facts(()),
        Facts((("", (para("no label"),)), ("No answer", ()), ("Label " * 12, (para(""), para("x"))), ("Code", (Code("c"),)))),
        Table((cell("A"), cell("B")), ((Cell((small, bullets, Facts((("F", (para("g"),)),)))), cell("")), ())), Table((), ()),
        Card(Heading(2, text("Card")), ()), para(Run("", line_break=True), "a", Run("", line_break=True), "b", number="1."),
        para("note", role="note", number="7"), Divider(),
    )  # fmt: skip


def _paragraph_text(paragraph: etree._Element) -> str:
    """Text of a paragraph; tabs and breaks as such."""
    signs = {f"{W}t": None, f"{W}tab": "\t", f"{W}br": "\n"}
    pieces = (
        each.text or "" if signs[each.tag] is None else signs[each.tag]
        for each in paragraph.iter(*signs)
        if _is_shown(each)
    )
    return "".join(piece or "" for piece in pieces)


def _is_shown(each: etree._Element) -> bool:
    parent = each.getparent()
    return parent is not None and parent.tag == f"{W}r"


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _list_of(paragraph: etree._Element) -> tuple[str | None, str | None] | None:
    found = paragraph.find(f"{W}pPr/{W}numPr")
    return None if found is None else (found.find(f"{W}numId").get(f"{W}val"), found.find(f"{W}ilvl").get(f"{W}val"))


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts_ = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts_]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
