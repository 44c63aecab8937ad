"""CSV and Excel: read back with what others read them with, each cell as it was; no cell is run by a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewkit import api, registry
from reviewkit.document import Card, Cell, Code, Divider, Document, Facts, Heading, ListBlock, Quote, Run, Table
from reviewkit.errors import OutputError, UsageError
from reviewkit.inspecting import read_parts
from reviewkit.loading.reports import load_report
from reviewkit.renderers._cells import cell_text, runs_as_formula
from tests.conftest import EXAMPLES
from tests.unit.sample_document import cell, para, table

pytest.importorskip("xlsxwriter", reason="the extra [xlsx] is not installed")

CSV, XLSX = registry.renderer("csv"), registry.renderer("xlsx")
MARKING = "CONFIDENTIAL: contains personal details"
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = (
    "=1+1", "+44 1632 960001", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\ufeff=1", '"=1"', "'=1", "“=1”",
    "=cmd|' /C calc'!A0", '=HYPERLINK("https://example.org","x")', "＝1", "＋1", "－1", "＠a", "- a list", "\u200b=1",
)  # fmt: skip
PLAIN = (
    "a=b",
    "R1",
    "-5",
    "+3.5%",
    "– a dash",
    "9 in 10",
    "a;b",
    'say "no"',
    "it's",
    "",
    "e.g. x@example.org",
    "3 - 2",
)


def document(*rows: tuple[str, ...], header: tuple[str, ...] = ("Id", "Action", "RAG"), **more: Any) -> Document:
    whole = {"title": "Action plan: Child K", "subtitle": "", "kind": "", "cover": (), **more}
    return Document(blocks=(table(header, rows, caption="Action plan"),), **whole)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def opened(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def cells(data: bytes) -> list[list[str]]:
    parts = opened(data)
    shared = ["".join(piece.text or "" for piece in item.iter(f"{M}t")) for item in parts["xl/sharedStrings.xml"]]
    return [
        ["" if (value := one.find(f"{M}v")) is None else shared[int(value.text or "")] for one in row]
        for row in parts["xl/worksheets/sheet1.xml"].iter(f"{M}row")
    ]


def sheet(data: bytes) -> etree._Element:
    return opened(data)["xl/worksheets/sheet1.xml"]


def test_rows_of_a_csv_end_as_the_standard_says_and_open_in_excel() -> None:
    data = CSV.render(document(("R1", "Ask each child, “why?”", "")), None)
    assert data == (b'\xef\xbb\xbf"Id","Action","RAG"\r\n"R1","Ask each child, \xe2\x80\x9cwhy?\xe2\x80\x9d",""\r\n')


def test_a_confidential_csv_says_so_in_each_row_and_nowhere_else() -> None:
    rows = read(CSV.render(document(("R1", "a", ""), ("R2", "b", ""), marking=MARKING, draft=True), None))
    assert [row[-1] for row in rows] == ["Marking", f"DRAFT. {MARKING}", f"DRAFT. {MARKING}"]
    assert [row[:3] for row in rows] == [["Id", "Action", "RAG"], ["R1", "a", ""], ["R2", "b", ""]]


def test_the_blocks_of_a_cell_are_lines() -> None:
    blocks = (
        para("One ", Run("link", href="https://example.org"), ", ", Run("gap", gap=True), Run("", line_break=True), "two"),
        ListBlock(((para("a"), ListBlock(((para("b"),),), ordered=True, start=3)), (para("c"),))),
        Quote((para("said"),)),
        Divider(),
        Code("x\n\ty"),
        Facts((("Due", (para("May"),)), ("Open", ()))),
        Card(Heading(3, (Run("Head"),), number="1.2"), (para("under"),)),
        table(("p", "q"), (("r", "s"),)),
        para(Run("gone", strike=True), Run("", source=0)),
    )  # fmt: skip
    assert cell_text(Cell(blocks)).split("\n") == [
        "One link, [gap]", "two", "• a", "  3. b", "• c", "said", "x", "\ty", "Due: May", "Open:", "1.2 Head", "under",
        "p; q", "r; s", "~~gone~~",
    ]  # fmt: skip


@pytest.mark.parametrize("nasty", HOSTILE)
def test_no_cell_is_run(nasty: str) -> None:
    shown = read(CSV.render(Document("T", "", "", (), (table(("Id", "A"), ((nasty, "b"),)),)), None))[1][0]
    assert shown.startswith("'")
    assert runs_as_formula(nasty)
    made = XLSX.render(document((nasty, "b", "")), None)
    assert not list(sheet(made).iter(f"{M}f"))
    assert cells(made)[1][0].split() == cell_text(cell(nasty)).split()
    styles = opened(made)["xl/styles.xml"].find(f"{M}cellXfs")
    assert styles is not None
    style = next(one for one in sheet(made).iter(f"{M}c") if one.get("r") == "A2").get("s")
    expected = "1" if runs_as_formula(cell_text(cell(nasty))) else None
    assert list(styles)[int(style or 0)].get("quotePrefix") == expected


@pytest.mark.parametrize("plain", PLAIN)
def test_other_cells_stay_as_they_are(plain: str) -> None:
    assert read(CSV.render(document(("R1", plain, "")), None))[1] == ["R1", plain, ""]
    assert cells(XLSX.render(document(("R1", plain, "")), None))[1] == ["R1", plain, ""]


@pytest.mark.parametrize("inner", ["a;=1+1", "a; @b", 'x;"=1"', "a\t+1"])
def test_nothing_is_run_where_a_program_parts_cells_at_other_signs(inner: str) -> None:
    block = Cell((Code(inner),))
    shown = CSV.render(Document("T", "", "", (), (Table((cell("A"),), ((block,),)),)), None).decode()
    for delimiter in ";\t":
        for row in csv.reader(io.StringIO(shown), delimiter=delimiter):
            assert not any(
                runs_as_formula(part.strip("\"'")) for part in row[1:] if not part.lstrip('" ').startswith("'")
            )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=4))
def test_any_text_comes_back(rows: list[tuple[str, str]]) -> None:
    whole = Document("T", "", "", (), (table(("A", "B"), tuple(rows)),))
    expected = [[cell_text(cell(text)) for text in row] for row in rows]
    assert cells(XLSX.render(whole, None))[1:] == [[escaped(text) for text in row] for row in expected]
    back = read(CSV.render(whole, None))[1:]
    assert [[text.replace("'", "") for text in row] for row in back] == [
        [text.replace("'", "") for text in row] for row in expected
    ]
    assert not any(runs_as_formula(text) and not text.startswith("'") for row in back for text in row)


def escaped(text: str) -> str:
    """A workbook writes some letters by their numbers, and what looks like that as well."""
    return re.sub(r"(_x[0-9a-fA-F]{4}_)", r"_x005F\1", text)


def test_a_workbook_is_set_up_to_work_on_and_to_print() -> None:
    data = XLSX.render(document(("R1", "Ask", ""), ("R2", "Tell", ""), marking=MARKING), None)
    parts, page = opened(data), sheet(data)
    pane = next(page.iter(f"{M}pane"))
    assert (pane.get("state"), pane.get("xSplit"), pane.get("ySplit")) == ("frozen", "1", "1")
    setup = next(page.iter(f"{M}pageSetup"))
    assert (setup.get("orientation"), setup.get("fitToWidth", "1"), setup.get("fitToHeight")) == ("landscape", "1", "0")
    assert next(page.iter(f"{M}pageSetUpPr")).get("fitToPage") == "1"
    (name,) = parts["xl/workbook.xml"].iter(f"{M}definedName")
    assert (name.get("name"), name.text) == ("_xlnm.Print_Titles", "'CONFIDENTIAL Action plan'!$1:$1")
    header, footer = (next(page.iter(f"{M}{kind}")).text or "" for kind in ("oddHeader", "oddFooter"))
    assert header == f"&LAction plan: Child K&R{MARKING}"
    assert footer == f"&L{MARKING}&RPage &P of &N"
    made = parts["xl/tables/table1.xml"]
    assert [column.get("name") for column in made.iter(f"{M}tableColumn")] == ["Id", "Action", "RAG"]
    assert made.find(f"{M}autoFilter") is not None
    core = "".join(parts["docProps/core.xml"].itertext())
    assert core == "Action plan: Child K1980-01-01T00:00:00Z1980-01-01T00:00:00Z"


def test_ratings_can_be_chosen_and_blank_columns_stay_blank() -> None:
    data = XLSX.render(document(("R1", "Ask", ""), ("R2", "Tell", "")), None)
    (rule,) = sheet(data).iter(f"{M}dataValidation")
    assert (rule.get("sqref"), rule.findtext(f"{M}formula1")) == ("C2:C3", '"red,amber,green,blue"')
    assert [row[2] for row in cells(data)] == ["RAG", "", ""]
    other = XLSX.render(document(("R1", "Ask"), header=("Id", "Drag")), None)
    assert not list(sheet(other).iter(f"{M}dataValidation"))


@pytest.mark.parametrize("header", [("A", "a"), ("A", ""), ("A", "B"), ("A", "x" * 256)])
def test_what_can_be_no_table_of_excel_has_a_filter_all_the_same(header: tuple[str, str]) -> None:
    rows = () if header == ("A", "B") else (("1", "2"),)
    data = XLSX.render(document(*rows, header=header), None)
    assert cells(data)[0] == list(header)
    assert sheet(data).find(f"{M}autoFilter") is not None
    assert [part.place for part in read_parts(data, ".xlsx") if part.kind == "unread"] == []


@pytest.mark.parametrize("caption", ["", "Plan: [all]/*?", "'quoted'", "x" * 60, "History"])
def test_any_caption_names_a_sheet(caption: str) -> None:
    whole = Document("T & <b> &P", "", "", (), (table(("A",), (("b",),), caption=caption),), marking="Secret & more: x")
    data = XLSX.render(whole, None)
    (one,) = opened(data)["xl/workbook.xml"].iter(f"{M}sheet")
    assert (one.get("name") or "").startswith("Secret & more")
    header = next(sheet(data).iter(f"{M}oddHeader")).text
    assert header == "&LT && <b> &&P&RSecret && more: x"
    (other,) = opened(XLSX.render(whole._replace(marking=""), None))["xl/workbook.xml"].iter(f"{M}sheet")
    name = other.get("name") or ""
    assert 0 < len(name) <= 31
    assert name != "History"
    assert not set(name) & set("[]:*?/\\'")


@pytest.mark.parametrize("renderer", [CSV, XLSX])
def test_five_hundred_rows_are_the_same_twice(renderer: Any) -> None:
    rows = tuple((f"R{number}", f"Ask number {number}. " * 20, "") for number in range(500))
    data = renderer.render(document(*rows), None)
    assert data == renderer.render(document(*rows), None)
    shown = read(data) if renderer is CSV else cells(data)
    assert [row[0] for row in shown[1:]] == [row[0] for row in rows]
    found = {part.text for part in read_parts(data, renderer.suffix)}
    assert {"R0", "R499", rows[250][1].strip()} <= {text.strip() for text in found}


@pytest.mark.parametrize("renderer", [CSV, XLSX])
def test_without_a_table_or_with_a_house_style_it_is_refused(renderer: Any) -> None:
    with pytest.raises(UsageError, match="no table"):
        renderer.render(Document("T", "", "", (), (para("a"),)), None)
    with pytest.raises(UsageError, match="no table"):
        renderer.render(Document("T", "", "", (), (Table((), ((),)),)), None)
    with pytest.raises(UsageError, match="house style"):
        renderer.render(document(), b"PK")


def test_a_cell_that_no_workbook_holds_is_not_cut() -> None:
    long = document(("R1", "a" * 32_768, ""))
    with pytest.raises(OutputError, match="longer than an Excel file"):
        XLSX.render(long, None)
    assert len(read(CSV.render(long, None))[1][1]) == 32_768


def test_without_the_library_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError) as caught:
        XLSX.render(document(("R1", "a", "")), None)
    assert "pip install safeguarding-reviewkit[xlsx]" in caught.value.hint


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["lcspr-finished", "rapid-review-finished"])
def test_the_examples_are_published_without_a_question(name: str, form: str) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    whole = api.render_report(report, form, document="action-plan")
    assert whole.file_name.endswith(f"-action-plan-CONFIDENTIAL.{form}")
    proved = api.publish_report(report, form, document="action-plan")
    assert (proved.suffix, proved.file_name.endswith(f"-action-plan-published.{form}")) == (f".{form}", True)
    assert api.verify_file(proved.data, proved.file_name, proved.suffix, report).traces == ()
    assert any(trace.kind == "marking" for trace in api.verify_file(whole.data, "a", f".{form}", report).traces)
    rows, published = (read(data) if form == "csv" else cells(data) for data in (whole.data, proved.data))
    assert len(rows) == len(published) > 3
    blank = published[0].index("RAG")
    assert {row[blank] for row in published[1:]} == {""}


@pytest.mark.parametrize("name", ["Amber", "Blue", "Green"])
def test_a_child_who_is_called_like_a_rating_keeps_nobody_from_publishing(name: str) -> None:
    from reviewkit.anonymising.proof.proving import inspect
    from reviewkit.loading.register import parse_register

    report = load_report(str(EXAMPLES / "lcspr-finished.yaml"))
    people = {"child": {"name": name, "role": "subject-child", "published_as": "Child L"}}
    data = XLSX.render(document(("R1", "Ask each child", "")), None)
    assert inspect(data, ".xlsx", report._replace(register=parse_register({"people": people})), "a.xlsx").traces == ()
