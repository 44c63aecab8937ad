"""How a Word file is read: styles, themes, tables, fields, places."""

from __future__ import annotations

import pytest

from reviewkit.accessibility.places import path_of, place_of
from reviewkit.accessibility.samples import cell, holding, link, para, picture, row, run, table
from reviewkit.accessibility.styles import regions_of
from reviewkit.accessibility.values import Look, WordFile
from reviewkit.accessibility.word_file import read_word_file
from reviewkit.contracts import WordSample
from reviewkit.drawing.contrast import contrast
from tests.unit.test_accessibility_rules import OFFICE, as_file, as_parts, part, relations

THEME = (
    '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1><a:lt1><a:srgbClr '
    'val="FAFAFA"/></a:lt1><a:accent1><a:srgbClr val="336699"/></a:accent1></a:clrScheme><a:fontScheme name="x"><a:majorFont>'
    '<a:latin typeface="Georgia"/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/></a:minorFont></a:fontScheme>'
    "</a:themeElements>"
)


def reading(body: str, styles: str = "", settings: str = "", **more: str) -> WordFile:
    parts = as_parts(WordSample(body, styles, settings))
    if more:
        around = {"styles": "styles.xml", "settings": "settings.xml"} | {kind: f"{kind}.xml" for kind in more}
        parts["word/_rels/document.xml.rels"] = relations(**around)
        parts |= {f"word/{kind}.xml": xml for kind, xml in more.items()}
    return read_word_file(as_file(parts), "sample.docx")


def first(body: str, styles: str = "", **more: str) -> Look:
    return next(one for one in reading(body, styles, **more).paragraphs if one.runs).runs[0].look


def style(kind: str, name: str, inner: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>'


def texts(word_file: WordFile) -> list[str]:
    return [one.text for one in word_file.paragraphs]


def test_properties_come_through_the_chain_of_styles() -> None:
    styles = (
        style("paragraph", "Base", '<w:rPr><w:color w:val="112233"/><w:sz w:val="40"/></w:rPr>')
        + style("paragraph", "Mine", '<w:basedOn w:val="Base"/><w:rPr><w:sz w:val="36"/></w:rPr>')
        + style("character", "Loud", '<w:rPr><w:color w:val="445566"/></w:rPr>')
    )
    assert first(para("x", "Mine"), styles)[:3] == ("112233", "FFFFFF", 18)
    assert first(para("x", "Mine", letters='<w:rStyle w:val="Loud"/>'), styles).colour == "445566"
    direct = '<w:rStyle w:val="Loud"/><w:color w:val="778899"/>'
    assert first(para("x", "Mine", letters=direct), styles).colour == "778899"


def test_bold_in_two_styles_is_not_bold_and_on_itself_is_no_chain_without_end() -> None:
    styles = (
        style("paragraph", "Fat", '<w:basedOn w:val="Fat"/><w:rPr><w:b/></w:rPr>')
        + style("character", "Strong", "<w:rPr><w:b/></w:rPr>")
        + style("paragraph", "One", '<w:basedOn w:val="Two"/>')
        + style("paragraph", "Two", '<w:basedOn w:val="One"/>')
    )
    assert first(para("x", "Fat"), styles).bold
    assert not first(para("x", "Fat", letters='<w:rStyle w:val="Strong"/>'), styles).bold
    assert first(para("x", "Fat", letters='<w:rStyle w:val="Strong"/><w:b/>'), styles).bold
    assert not first(para("x", "Fat", letters='<w:b w:val="0"/>'), styles).bold
    assert not first(para("x", "One"), styles).bold


def test_colours_and_fonts_of_the_theme() -> None:
    theme = part("theme", THEME, "a")
    themed = '<w:color w:val="000000" w:themeColor="{}"{}/>'
    assert first(para("x", letters=themed.format("accent1", "")), theme=theme).colour == "336699"
    assert first(para("x", letters=themed.format("text1", "")), theme=theme).colour == "111111"
    lighter = first(para("x", letters=themed.format("accent1", ' w:themeTint="66"')), theme=theme).colour
    darker = first(para("x", letters=themed.format("accent1", ' w:themeShade="80"')), theme=theme).colour
    assert contrast(lighter, "FFFFFF") < contrast("336699", "FFFFFF") < contrast(darker, "FFFFFF")
    assert darker == "1A334D"
    font = '<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Arial"/>'
    assert first(para("x", letters=font), theme=theme).font == "Georgia"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21), ("4F81BD", "FFFFFF", 4.03), ("777777", "FFFFFF", 4.48), ("12436D", "FFFFFF", 10.25)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert abs(contrast(one, other) - ratio) < 0.05


def test_the_ground_is_that_of_run_then_paragraph_then_cell_then_page() -> None:
    shade = '<w:shd w:val="clear" w:fill="{}"/>'
    inner = para("x", properties=shade.format("222222"), letters=shade.format("333333"))
    in_cell = table(row(cell(properties=shade.format("111111"), inner="{}")))
    assert first(in_cell.format(inner)).ground == "333333"
    assert first(in_cell.format(para("x", properties=shade.format("222222")))).ground == "222222"
    assert first(in_cell.format(para("x", properties=shade.format("auto")))).ground == "111111"
    assert first(para("x", letters='<w:highlight w:val="yellow"/>')).ground == "FFFF00"
    assert first(para("x", properties='<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>')).ground == "808080"
    assert first(para("x", properties='<w:shd w:val="solid" w:color="123456" w:fill="FFFFFF"/>')).ground == "123456"


def test_the_page_has_a_colour_only_where_word_shows_it() -> None:
    parts = as_parts(WordSample(para("x")))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "<w:body>", '<w:background w:color="000080"/><w:body>'
    )
    assert read_word_file(as_file(parts)).paragraphs[0].runs[0].look.ground == "FFFFFF"
    parts["word/settings.xml"] = part("settings", "<w:displayBackgroundShape/>")
    assert read_word_file(as_file(parts)).paragraphs[0].runs[0].look.ground == "000080"


def test_table_styles_shade_and_colour_their_regions() -> None:
    header = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" '
        'w:fill="4472C4"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" '
        'w:fill="DDDDDD"/></w:tcPr></w:tblStylePr>'
    )
    styles = style("table", "Blue", header)
    for look in ('<w:tblLook w:val="0420"/>', '<w:tblLook w:firstRow="1" w:noVBand="1"/>'):
        made = table(row("a", "b"), row("c", "d"), row("e", "f"), properties=f'<w:tblStyle w:val="Blue"/>{look}')
        looks = [one.runs[0].look for one in reading(made, styles).paragraphs]
        assert [(one.colour, one.ground, one.bold) for one in looks[::2]] == [
            ("FFFFFF", "4472C4", True), ("", "DDDDDD", False), ("", "FFFFFF", False),
        ]  # fmt: skip


def test_regions_of_a_corner_come_last() -> None:
    found = regions_of(("firstRow", "firstColumn", "noVBand", "noHBand"), 0, 0, 3, 3)
    assert found == ["", "firstCol", "firstRow", "nwCell"]


def test_inserted_words_are_read_deleted_and_hidden_ones_are_not() -> None:
    body = holding(
        run("one "), f"<w:ins>{run('two ')}</w:ins>", "<w:del><w:r><w:delText>three </w:delText></w:r></w:del>",
        run("four ", "<w:vanish/>"), run("five"),
    )  # fmt: skip
    read = reading(body)
    assert texts(read) == ["one two five"]
    assert read.about.left.changes == 2


def test_controls_are_walked_into_wherever_they_stand() -> None:
    def control(inner: str, title: str = "x") -> str:
        return f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'

    body = (
        control(para("block"))
        + holding(control(run("in a line")))
        + table(control(row("a row")), row(control(cell("a cell"))))
    )
    read = reading(body)
    assert texts(read) == ["block", "in a line", "a row", "a cell"]
    assert len(read.controls) == 4
    assert [len(one.rows) for one in read.tables] == [2]


def test_what_is_there_twice_for_older_programs_is_read_once() -> None:
    box = f"<w:txbxContent>{para('in a box')}</w:txbxContent>"
    body = holding(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr id='1' name='x'/><a:graphic>"
        "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    read = reading(body)
    assert texts(read) == ["in a box", ""]
    assert [(one.kind, one.is_floating) for one in read.pictures] == [("text box", True)]
    assert read.paragraphs[0].in_box
    assert read.paragraphs[0].runs[0].look.ground is None
    assert read.paragraphs[1].holds


def field(code: str, shown: str) -> str:
    step = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f'{step.format("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f"{step.format('separate')}{shown}{step.format('end')}"
    )


def test_fields_show_their_result_and_links_in_them_are_links() -> None:
    read = reading(holding(run("see "), field('HYPERLINK "https://example.org/"', run("the page")), run(" 3")))
    assert texts(read) == ["see the page 3"]
    assert [(one.words, one.target) for one in read.links] == [("the page", "https://example.org/")]
    assert [one.linked for one in read.paragraphs[0].runs] == [False, True, False]


def test_contents_are_known_as_such_and_end_where_they_end() -> None:
    begin, rest = field("TOC \\o", "|").split("|")
    body = holding(begin, link("1 One")) + holding(link("2 Two")) + holding(rest) + para("Text")
    assert [one.in_contents for one in reading(body).paragraphs] == [True, True, True, False]
    assert all(one.in_contents for one in reading(body).links)
    never_ending = holding(begin, link("1 One")) + para("One", "Heading1") + para("Text")
    assert [one.in_contents for one in reading(never_ending).paragraphs] == [True, False, False]


def test_a_field_that_never_shows_swallows_only_its_paragraph() -> None:
    broken = holding('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("code")) + para("Text")
    assert texts(reading(broken)) == ["", "Text"]


def test_headings_by_name_by_level_and_by_hand() -> None:
    styles = style("paragraph", "Chapter", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') + style(
        "paragraph", "Part", '<w:basedOn w:val="Chapter"/>'
    )
    body = (
        para("a", "Heading1")
        + para("b", "Chapter")
        + para("c", "Part")
        + para("d", properties='<w:outlineLvl w:val="3"/>')
        + para("e", "Heading1", properties='<w:outlineLvl w:val="9"/>')
    )
    assert [one.level for one in reading(body, styles).paragraphs] == [1, 2, 2, 4, 0]


def test_places_are_counted_as_a_person_counts_them() -> None:
    body = (
        para("cover")
        + para("One", "Heading1")
        + para("text")
        + para("Two", "Heading2")
        + para("text")
        + holding(run("text"), picture())
        + table(row("a", "b"), row("c", "d"))
    )
    read = reading(body)
    where = {one.text: place_of(one.position) for one in read.paragraphs if one.text != "text"}
    assert where == {
        "cover": "paragraph 1 of the document",
        "One": "heading 1 (level 1)",
        "Two": "heading 2 (level 2)",
        **{text: f"table 1, row {r}, column {c}, after heading 2 (level 2)"
           for text, r, c in (("a", 1, 1), ("b", 1, 2), ("c", 2, 1), ("d", 2, 2))},
    }  # fmt: skip
    assert place_of(read.paragraphs[5].position) == "paragraph 2 after heading 2 (level 2)"
    assert place_of(read.tables[0].position) == "table 1, after heading 2 (level 2)"
    assert path_of(read.tables[0].position) == "/body/table/1"
    assert place_of(read.pictures[0].position) == "picture 1, after heading 2 (level 2)"


def test_headers_footers_and_notes_are_read_after_the_body() -> None:
    notes = part(
        "footnotes", f'<w:footnote w:type="separator">{para("-")}</w:footnote><w:footnote>{para("a note")}</w:footnote>'
    )
    read = reading(para("text"), header=part("hdr", para("head")), footnotes=notes)
    assert [(one.text, place_of(one.position)) for one in read.paragraphs] == [
        ("text", "paragraph 1 of the document"), ("a note", "footnote 1"), ("head", "header 1"),
    ]  # fmt: skip
    assert [one.text for one in read.body] == ["text"]


def test_strict_files_have_other_names_of_spaces_and_are_read_alike() -> None:
    parts = as_parts(WordSample(para("One", "Heading1") + holding(link("words"))))
    strict = {
        name: text.replace(OFFICE + "wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, text in parts.items()
    }
    assert read_word_file(as_file(strict)) == read_word_file(as_file(parts))


def test_the_document_is_found_by_the_list_of_the_package() -> None:
    parts = as_parts(WordSample(para("x")))
    parts["odd/main.xml"] = parts.pop("word/document.xml")
    parts["odd/_rels/main.xml.rels"] = parts.pop("word/_rels/document.xml.rels").replace('"styles', '"/word/styles')
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document.xml", "odd/main.xml")
    read = read_word_file(as_file(parts))
    assert texts(read) == ["x"]
    assert read.about.default_language == "en-GB"


def test_a_file_of_the_document_alone_is_read() -> None:
    read = read_word_file(as_file({"word/document.xml": part("document", f"<w:body>{para('x')}</w:body>")}))
    assert texts(read) == ["x"]
    assert not read.about.title
