"""A name in any channel of a workbook or a file of rows is found; what can't be read is unread; a clean file gives nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from reviewkit import registry
from reviewkit.anonymising.proof.proving import inspect
from reviewkit.errors import InputError
from reviewkit.inspecting import Part, read_parts
from reviewkit.publication import Trace
from tests.unit.canary import NAMES, register_of

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWN = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
Parts = Mapping[str, str | bytes]
SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


def package(parts: Parts, comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        archive.comment = comment
    return buffer.getvalue()


def sheet(cells: str = "", after: str = "") -> str:
    return f'<worksheet {MAIN} {RELATED}><sheetData><row r="1">{cells}</row></sheetData>{after}</worksheet>'


def strings(*items: str) -> str:
    return f"<sst {MAIN}>{''.join(f'<si>{item}</si>' for item in items)}</sst>"


def book(sheets: str = '<sheet name="Plan" sheetId="1" r:id="rId1"/>', more: str = "") -> str:
    return f"<workbook {MAIN} {RELATED}>{more}<sheets>{sheets}</sheets></workbook>"


def workbook(parts: Parts | None = None) -> bytes:
    """A small clean workbook with other parts in the place of its own, or beside them."""
    plain = {
        "[Content_Types].xml": "<Types/>",
        BOOK: book(),
        SHEET: sheet('<c r="A1" t="s"><v>0</v></c>'),
        STRINGS: strings("<t>Child B slept at school.</t>"),
    }
    return package({**plain, **(parts or {})})


def inline(text: str) -> str:
    return sheet(f'<c r="B1" t="inlineStr"><is><t>{text}</t></is></c>')


def relation(target: str, kind: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )


def coded(text: str, form: str) -> str:
    return "".join(form.format(ord(letter)) for letter in text)


def inside(after: str) -> Parts:
    return {SHEET: sheet(after=after)}


CHANNELS: dict[str, Callable[[str], Parts]] = {
    "shared text": lambda t: {STRINGS: strings(f"<t>Then {t} came.</t>")},
    "shared text that no cell shows": lambda t: {STRINGS: strings("<t>a</t>", f"<t>{t}</t>")},
    "shared text in runs": lambda t: {STRINGS: strings(f"<r><t>{t[:3]}</t></r><r><rPr><b/></rPr><t>{t[3:]}</t></r>")},
    "guide to reading": lambda t: {STRINGS: strings(f'<t>a</t><rPh sb="0" eb="1"><t>{t}</t></rPh>')},
    "stray text beside a shared one": lambda t: {STRINGS: strings(f"<t>a</t>{t}")},
    "shared text over a comment": lambda t: {STRINGS: strings(f"<t>{t[:3]}<!-- x -->{t[3:]}</t>")},
    "comment in a shared text": lambda t: {STRINGS: strings(f"<t>a<!-- {t} --></t>")},
    "letters by number": lambda t: {STRINGS: strings(f"<t>{coded(t, '_x{:04X}_')}</t>")},
    "inline text": lambda t: {SHEET: inline(t)},
    "inline text in runs": lambda t: {
        SHEET: sheet(f'<c r="B1" t="inlineStr"><is><r><t>{t[:4]}</t></r><r><t>{t[4:]}</t></r></is></c>')
    },
    "text of a formula": lambda t: {SHEET: sheet(f'<c r="B1" t="str"><f>A1</f><v>{t}</v></c>')},
    "formula": lambda t: {SHEET: sheet(f'<c r="B1"><f>IF(A1="{t}",1,0)</f><v>1</v></c>')},
    "pieces in a formula": lambda t: {SHEET: sheet(f'<c r="B1" t="str"><f>"{t[:3]}"&amp;"{t[3:]}"</f><v>x</v></c>')},
    "value of a wrong kind": lambda t: {SHEET: sheet(f'<c r="B1"><v>{t}</v></c>')},
    "shared text by a name": lambda t: {SHEET: sheet(f'<c r="B1" t="s"><v>{t}</v></c>')},
    "address of a cell": lambda t: {SHEET: sheet(f'<c r="{t.upper()}1"><v>1</v></c>')},
    "stray text in a row": lambda t: {SHEET: sheet(f"{t}<c/>")},
    "a letter in each cell": lambda t: {
        STRINGS: strings(*(f"<t>{letter}</t>" for letter in dict.fromkeys(t))),
        SHEET: sheet("".join(f'<c t="s"><v>{list(dict.fromkeys(t)).index(letter)}</v></c>' for letter in t)),
    },
    "hidden row": lambda t: {
        SHEET: f'<worksheet {MAIN}><sheetData><row r="2" hidden="1"><c t="str"><v>{t}</v></c></row></sheetData></worksheet>'
    },
    "hidden sheet": lambda t: {"xl/worksheets/sheet2.xml": inline(t)},
    "hidden sheet's name": lambda t: {BOOK: book(f'<sheet name="{t}" sheetId="1" state="veryHidden" r:id="rId1"/>')},
    "sheet's inner name": lambda t: {SHEET: f'<worksheet {MAIN}><sheetPr codeName="{t}"/></worksheet>'},
    "header": lambda t: inside(f"<headerFooter><oddHeader>&amp;L{t}&amp;RPlan</oddHeader></headerFooter>"),
    "header behind codes": lambda t: inside(
        f'<headerFooter><firstFooter>&amp;C&amp;"Arial,Bold"&amp;12&amp;K00FF00{t}</firstFooter></headerFooter>'
    ),
    "header in two looks": lambda t: inside(
        f"<headerFooter><evenHeader>&amp;C{t[:3]}&amp;B{t[3:]}</evenHeader></headerFooter>"
    ),
    "font of a header": lambda t: inside(f'<headerFooter><oddHeader>&amp;"{t}"Plan</oddHeader></headerFooter>'),
    "list of a cell": lambda t: inside(
        f'<dataValidations><dataValidation type="list"><formula1>"a,{t}"</formula1></dataValidation></dataValidations>'
    ),
    "prompt of a cell": lambda t: inside(f'<dataValidations><dataValidation prompt="Ask {t}"/></dataValidations>'),
    "error of a cell": lambda t: inside(f'<dataValidations><dataValidation errorTitle="{t}"/></dataValidations>'),
    "condition": lambda t: inside(f'<conditionalFormatting><cfRule text="{t}"/></conditionalFormatting>'),
    "filter": lambda t: inside(f'<autoFilter><filterColumn><filters><filter val="{t}"/></filters></filterColumn></autoFilter>'),
    "link's tip": lambda t: inside(f'<hyperlinks><hyperlink ref="A1" tooltip="{t}"/></hyperlinks>'),
    "link's place": lambda t: inside(f"<hyperlinks><hyperlink ref=\"A1\" location=\"'{t}'!A1\"/></hyperlinks>"),
    "link's address": lambda t: {
        "xl/worksheets/_rels/sheet1.xml.rels": relation(f"https://example.org/{t.lower()}", "hyperlink")
    },
    "scenario": lambda t: inside(f'<scenarios><scenario name="{t}" user="a"/></scenarios>'),
    "defined name": lambda t: {BOOK: book(more=f'<definedNames><definedName name="{t}">1</definedName></definedNames>')},
    "defined name that hides": lambda t: {
        BOOK: book(more=f'<definedNames><definedName name="_xlnm.{t}">1</definedName></definedNames>')
    },
    "value of a defined name": lambda t: {
        BOOK: book(more=f'<definedNames><definedName name="a">"{t}"</definedName></definedNames>')
    },
    "defined name's remark": lambda t: {
        BOOK: book(more=f'<definedNames><definedName name="a" comment="{t}">1</definedName></definedNames>')
    },
    "who has it open": lambda t: {BOOK: book(more=f'<fileSharing userName="{t}"/>')},
    "remark": lambda t: {
        "xl/comments1.xml": f'<comments {MAIN}><commentList><comment ref="A1"><text><r><t>{t[:2]}</t></r><r><t>{t[2:]}</t></r>'
        "</text></comment></commentList></comments>"
    },
    "author of a remark": lambda t: {"xl/comments1.xml": f"<comments {MAIN}><authors><author>{t}</author></authors></comments>"},
    "remark of today's kind": lambda t: {
        "xl/threadedComments/threadedComment1.xml": f"<ThreadedComments><threadedComment><text>{t}</text></threadedComment>"
        "</ThreadedComments>"
    },
    "person": lambda t: {"xl/persons/person.xml": f'<personList><person displayName="{t}" id="1"/></personList>'},
    "column of a table": lambda t: {
        "xl/tables/table1.xml": f'<table {MAIN} name="Table1"><tableColumns><tableColumn id="1" name="{t}"/></tableColumns></table>'
    },
    "name of a table": lambda t: {"xl/tables/table1.xml": f'<table {MAIN} displayName="{t}"/>'},
    "text of a drawing": lambda t: {
        "xl/drawings/drawing1.xml": f"<xdr:wsDr {DRAWN}><a:p><a:r><a:t>{t[:3]}</a:t></a:r><a:r><a:t>{t[3:]}</a:t></a:r></a:p></xdr:wsDr>"
    },
    "description of a picture": lambda t: {
        "xl/drawings/drawing1.xml": f'<xdr:wsDr {DRAWN}><xdr:cNvPr name="p" descr="{t}"/></xdr:wsDr>'
    },
    "chart": lambda t: {"xl/charts/chart1.xml": f"<chartSpace><title><p><t>{t}</t></p></title></chartSpace>"},
    "pivot table's store": lambda t: {
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition {MAIN} refreshedBy="{t}"/>'
    },
    "pivot table's value": lambda t: {
        "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords {MAIN}><r><s v="{t}"/></r></pivotCacheRecords>'
    },
    "style": lambda t: {"xl/styles.xml": f'<styleSheet {MAIN}><cellStyles><cellStyle name="{t}"/></cellStyles></styleSheet>'},
    "form of a number": lambda t: {
        "xl/styles.xml": f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="170" formatCode="&quot;{t}&quot;0"/></numFmts></styleSheet>'
    },
    "title": lambda t: {"docProps/core.xml": f"<coreProperties><title>Review {t}</title></coreProperties>"},
    "author": lambda t: {"docProps/core.xml": f"<coreProperties><creator>{t}</creator></coreProperties>"},
    "company": lambda t: {"docProps/app.xml": f"<Properties><Company>{t}</Company></Properties>"},
    "name of a part in the properties": lambda t: {"docProps/app.xml": f"<Properties><lpstr>{t}!Print_Area</lpstr></Properties>"},
    "own property": lambda t: {"docProps/custom.xml": f'<Properties><property name="a"><lpwstr>{t}</lpwstr></property></Properties>'},
    "own XML": lambda t: {"customXml/item1.xml": f"<d>{t}</d>"},
    "own XML in UTF-16": lambda t: {"customXml/item1.xml": f'<?xml version="1.0" encoding="UTF-16"?><d>{t}</d>'.encode("utf-16")},
    "shared texts in UTF-16": lambda t: {
        STRINGS: f'<?xml version="1.0" encoding="UTF-16"?>{strings(f"<t>{t}</t>")}'.encode("utf-16")
    },
    "shared texts behind a long comment": lambda t: {STRINGS: f"<!-- {'x ' * 3000} -->{strings(f'<t>{t}</t>')}"},
    "second shared texts": lambda t: {"xl/other.xml": strings(f"<t>{t}</t>")},
    "text file": lambda t: {"xl/notes.txt": f"seen: {t}"},
    "name of an entry": lambda t: {f"xl/media/{t}.xml": "<a/>"},
    "file that is linked to": lambda t: {"xl/externalLinks/_rels/externalLink1.xml.rels": relation(f"file:///C:/{t}.xlsx", "externalLinkPath")},
    "query": lambda t: {"xl/connections.xml": f'<connections {MAIN}><connection name="{t}"/></connections>'},
}  # fmt: skip

ROWS: dict[str, Callable[[str], str]] = {
    "cell": lambda t: f"Id,Action\r\nR1,Then {t} came\r\n",
    "header": lambda t: f"Id,{t}\r\n",
    "in quotation marks": lambda t: f'Id,"a, {t}"\r\n',
    "over lines": lambda t: f'Id,"a\n{t} came\nb"\r\n',
    "pieces between quotation marks": lambda t: f'Id,"{t[:3]}"{t[3:]}\r\n',
    "behind an apostrophe": lambda t: f"Id,'={t}\r\n",
    "formula": lambda t: f'Id,"=""{t}"""\r\n',
    "semicolons": lambda t: f"Id;Action;Due\r\nR1;{t};x\r\n",
    "tabs": lambda t: f"Id\tAction\r\nR1\t{t}\r\n",
    "before the header": lambda t: f"{t}\r\nId,Action\r\n",
    "last column": lambda t: f"Id,Action\r\nR1,a,,,,{t}\r\n",
    "unclosed": lambda t: f'Id,"{t}\r\nR1,a\r\n',
    "letters apart": lambda t: ",".join(t) + "\r\n",
    "percent-encoded": lambda t: f"Id,https://example.org/{coded(t, '%{:02x}')}\r\n",
    "a long cell": lambda t: f'Id,"{"x " * 80_000}{t}"\r\n',
}


def found(data: bytes, suffix: str) -> tuple[Trace, ...]:
    traces = inspect(data, suffix, register_of(1), f"plan{suffix}", registry.detectors()).traces
    for trace in traces:
        assert NAMES[0].lower() not in f"{trace.part} {trace.place} {trace.said}".lower(), trace
    return traces


def named(traces: tuple[Trace, ...]) -> list[Trace]:
    return [trace for trace in traces if "the 1st person" in trace.said]


def texts(data: bytes, suffix: str = ".xlsx") -> dict[str, str]:
    return {part.place: part.text for part in read_parts(data, suffix) if part.place.startswith(("cell", "row"))}


def unread(data: bytes) -> list[str]:
    return [part.place for part in read_parts(data, ".xlsx") if part.kind == "unread"]


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_name_in_any_channel_of_a_workbook_is_found(channel: str) -> None:
    assert named(found(workbook(CHANNELS[channel](NAMES[0])), ".xlsx"))


@pytest.mark.parametrize("channel", ROWS)
def test_a_name_in_any_cell_of_a_file_of_rows_is_found(channel: str) -> None:
    assert named(found(ROWS[channel](NAMES[0]).encode("utf-8-sig"), ".csv"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_rows_are_read_in_any_encoding(encoding: str) -> None:
    assert named(found(f"Id,Café\r\nR1,{NAMES[0]}\r\n".encode(encoding), ".csv"))


def test_a_clean_workbook_gives_nothing() -> None:
    assert found(workbook(), ".xlsx") == ()
    assert found(b"Id,Action\r\nR1,The school asks each child.\r\n", ".csv") == ()


def test_lines_of_a_cell_are_no_one_s_name_together_but_a_name_over_two_lines_is_found() -> None:
    assert found(b'Id,"The school\nChild B\nNamed nurse"\r\n', ".csv") == ()
    parts = list(read_parts(b'Id,"Little\nOaks"\r\n', ".csv"))
    assert [part.text for part in parts] == ["Id", "Little\n\nOaks", "Little Oaks"]


def test_comment_of_the_package_is_read() -> None:
    assert named(found(package({SHEET: sheet()}, NAMES[0].encode()), ".xlsx"))


def test_cells_are_read_in_their_places_and_as_they_are_shown() -> None:
    styles = (
        f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    cells = (
        '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" s="1"><v>45232</v></c>'
        '<c r="D1" s="2"><v>45232.5</v></c><c r="E1"><v>45232</v></c><c r="F1"><v>9.990000018E9</v></c><c r="G1" t="b"><v>1</v></c>'
    )
    data = workbook({SHEET: sheet(cells), STRINGS: strings("<t>first</t>", "<t>second</t>"), "xl/styles.xml": styles})
    assert texts(data) == {
        "cell A1": "second", "cell B1": "first", "cell C1": "2 November 2023", "cell D1": "2 November 2023",
        "cell E1": "45232", "cell F1": "9990000018",
    }  # fmt: skip
    later = workbook({SHEET: sheet(cells), "xl/styles.xml": styles, BOOK: book(more='<workbookPr date1904="1"/>')})
    assert texts(later)["cell C1"] == "3 November 2027"


def test_numbers_of_shared_texts_are_no_text() -> None:
    shown = [part.text for part in read_parts(workbook(), ".xlsx") if part.kind == "prose"]
    assert "0" not in shown
    assert shown.count("Child B slept at school.") == 1


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"xl/media/image1.png": b"\x89PNG"}, "a picture"),
        ({"xl/vbaProject.bin": b"\xd0\xcf"}, "an embedded file"),
        ({"xl/embeddings/oleObject1.bin": b"x"}, "an embedded file"),
        ({"xl/printerSettings/printerSettings1.bin": b"P\x00"}, "an embedded file"),
        ({"xl/drawings/drawing1.xml": f"<xdr:wsDr {DRAWN}/>"}, "a drawing"),
        ({"xl/externalLinks/externalLink1.xml": f"<externalLink {MAIN}/>"}, "another workbook that is linked to"),
        ({"xl/_rels/a.rels": relation("b.xlsx", "externalLinkPath")}, "a file that is linked to"),
        ({"xl/connections.xml": f"<connections {MAIN}/>"}, "a source of data"),
        ({SHEET: sheet('<c r="C3"><f>A1&amp;B1</f></c>')}, "cell C3, a formula without its result"),
    ],
)
def test_what_can_not_be_read_is_unread(parts: Parts, place: str) -> None:
    assert unread(workbook(parts)) == [place]


def test_a_link_to_the_web_is_read() -> None:
    assert unread(workbook({"xl/_rels/a.rels": relation("https://example.org/", "hyperlink")})) == []


def test_a_header_is_read_without_its_codes() -> None:
    said = inside(
        "<headerFooter><oddHeader>&amp;LTom &amp;&amp; Co&amp;RPage &amp;P of &amp;N</oddHeader></headerFooter>"
    )
    parts: list[Part] = [part for part in read_parts(workbook(said), ".xlsx") if part.part.startswith("header")]
    assert [part.text for part in parts] == ["Tom & Co", "Page  of "]


def test_a_marking_in_a_header_or_a_cell_is_found() -> None:
    header = inside("<headerFooter><oddFooter>&amp;RConfidential</oddFooter></headerFooter>")
    assert [trace.kind for trace in found(workbook(header), ".xlsx")] == ["marking"]
    assert [trace.kind for trace in found(b"Id,Marking\r\nR1,CONFIDENTIAL\r\n", ".csv")] == ["marking"]


@pytest.mark.parametrize(
    "data",
    [
        b"no package",
        b"\xd0\xcf\x11\xe0older",
        workbook({SHEET: "<worksheet>"}),
        workbook({SHEET: "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>"}),
    ],
)
def test_broken_and_hostile_workbooks_are_said_to_be_so(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        list(read_parts(data, ".xlsx", "plan.xlsx"))
    assert "Word" not in f"{caught.value.message} {caught.value.hint}"
    assert caught.value.path == "plan.xlsx"


def test_a_shared_text_in_a_million_cells_is_refused() -> None:
    cells = '<c t="s"><v>0</v></c>' * 3_000
    with pytest.raises(InputError, match="far more text"):
        list(read_parts(workbook({SHEET: sheet(cells), STRINGS: strings(f"<t>{'a ' * 5_000}</t>")}), ".xlsx"))


def test_bytes_that_are_no_text_are_no_table() -> None:
    assert [part.kind for part in read_parts(b"a\x00b", ".csv")] == ["unread"]
    assert list(read_parts(b"", ".csv")) == []
