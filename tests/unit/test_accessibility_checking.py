"""A whole check of a Word file: what is gathered into one finding, our own documents, those of others, hostile ones."""

from __future__ import annotations

import contextlib
import random
import re
import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit import api, registry
from reviewkit.accessibility.samples import holding, many, para, picture, row, table
from reviewkit.contracts import WordSample
from reviewkit.errors import InputError
from reviewkit.findings import CheckedReport
from reviewkit.loading.reports import load_report
from tests.conftest import EXAMPLES
from tests.unit.test_accessibility_rules import as_file, as_parts, part

FINISHED = ("lcspr-finished", "rapid-review-finished")
DRAFTS = (*FINISHED, "lcspr-unfinished", "rapid-review-unfinished")


def checked(body: str, **more: str) -> CheckedReport:
    return api.check_document(as_file(WordSample(body, **more)), "sample.docx")


def codes(result: CheckedReport) -> dict[str, str]:
    return {finding.code: finding.severity for finding in result.findings}


def told(result: CheckedReport) -> list[str]:
    return [f"{finding.code} {finding.severity} {finding.message}" for finding in result.findings]


def test_many_places_are_one_finding_that_names_five() -> None:
    tables = "".join(para("Text") + table(row("a", "b"), row("c", "d")) for _ in range(40))
    (finding,) = checked(para("One", "Heading1") + tables).findings
    assert finding.code == "RK709"
    assert finding.message.startswith(
        "40 tables: no row is marked as header row. At table 1, after heading 1 (level 1); "
    )
    assert finding.message.endswith("table 5, after heading 1 (level 1); and 35 more.")
    assert finding.place == "table 1, after heading 1 (level 1) and 39 more"
    assert finding.path == "/body/table/1"


def test_one_place_opens_the_message() -> None:
    (finding,) = checked(para("One", "Heading1") + holding(picture())).findings
    assert finding.message == "Picture 1, after heading 1 (level 1): no alternative text (picture)."


def test_the_gravest_come_first() -> None:
    result = checked(para("SHOUTING ABOUT NOTHING", "Heading2") + holding(picture()) + para("- a") + para("- b"))
    assert [(finding.severity, finding.code) for finding in result.findings] == [
        ("error", "RK713"), ("warning", "RK705"), ("warning", "RK716"), ("note", "RK721"),
    ]  # fmt: skip


def test_select_and_ignore() -> None:
    data = as_file(WordSample(holding(picture()) + para("- a") + para("- b")))
    assert set(codes(api.check_document(data, "x", frozenset(("RK713",))))) == {"RK713"}
    assert set(codes(api.check_document(data, "x", None, frozenset(("RK713",))))) == {"RK716"}


def test_what_a_plain_python_docx_document_lacks() -> None:
    document = docx.Document()
    for level in range(4):
        document.add_heading("Words", level)
    for cell in (cell for line in document.add_table(2, 2).rows for cell in line.cells):
        cell.text = "words"
    saved = BytesIO()
    document.save(saved)
    found = codes(api.check_document(saved.getvalue(), "plain.docx"))
    assert found["RK701"] == "note"
    assert found["RK702"] == "warning"
    assert found["RK709"] == "error"
    assert found["RK719"] == "error"
    assert {"RK703", "RK720", "RK726"} <= found.keys()
    assert "#4F81BD on #FFFFFF has a contrast of 4.03:1" in " ".join(told(api.check_document(saved.getvalue(), "x")))


@pytest.mark.parametrize("name", DRAFTS)
def test_our_drafts_have_no_finding(name: str) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    assert told(api.check_document(api.render_report(report, draft=True).data, "draft.docx")) == []


@pytest.mark.parametrize("name", FINISHED)
def test_our_documents_have_no_finding(name: str) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    assert told(api.check_document(api.render_report(report).data, "confidential.docx")) == []
    assert told(api.check_document(api.publish_report(report).data, "published.docx")) == []


def test_nothing_to_say_of_a_good_document() -> None:
    good = (
        para("A review", "Title")
        + para("What happened", "Heading1")
        + para(many(60))
        + para("Actions", "Heading2")
        + table(row("Action", "By when", header=True), row("Train all staff", "May 2026"))
        + holding(picture("Three referrals in 2023, nine in 2024"))
    )
    assert told(checked(good)) == []


def test_an_empty_document_is_checked() -> None:
    assert codes(checked("<w:p/>")) == {}


# ---- What is no Word file, or made to harm


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as raised:
        api.check_document(data, "odd.docx")
    assert raised.value.path == "odd.docx"
    return raised.value.message


def test_what_is_no_word_file_is_refused() -> None:
    assert "not a Word file" in refused(b"")
    assert "not a Word file" in refused(b"Some text")
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "holds no document" in refused(as_file({"content.xml": "<x/>"}))
    assert "another kind" in refused(as_file({"word/document.xml": part("workbook", "")}))


def test_entities_bombs_and_depths_are_refused() -> None:
    parts = as_parts(WordSample(para("x")))
    laughing = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    declared = parts["word/document.xml"].replace("?>", f"?>{laughing}", 1)
    assert "document type" in refused(as_file(parts | {"word/document.xml": declared}))
    assert "well-formed" in refused(as_file(parts | {"word/document.xml": "<w:document"}))
    assert "well-formed" in refused(as_file(parts | {"word/styles.xml": "<a><b></a>"}))
    deep = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    refused(as_file(parts | {"word/document.xml": part("document", f"<w:body>{deep}</w:body>")}))
    assert "unpacks to far more" in refused(
        as_file(parts | {"word/theme.xml": "x", "word/styles.xml": " " * (65 << 20)})
    )


@pytest.mark.parametrize("element", ["hyperlink", "ins", "smartTag", "sdt", "tbl", "r"])
def test_depths_that_a_parser_still_takes_are_read_or_refused(element: str) -> None:
    opened, closed = f"<w:{element}>", f"</w:{element}>"
    if element == "sdt":
        opened, closed = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
    if element == "tbl":
        opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    depth = 240 // opened.count("<")
    for body in (f"<w:p>{opened * depth}{closed * depth}</w:p>", opened * depth + closed * depth):
        try:
            assert checked(body).readable
        except InputError as error:
            assert "nested too deeply" in error.message or "well-formed" in error.message


def garbled(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311
    changed = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randint(1, len(changed))] if chance.random() < 0.3 else changed)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_garbled_bytes_are_read_or_refused(seed: int) -> None:
    data = as_file(WordSample(para("One", "Heading1") + table(row("a", "b")) + holding(picture())))
    with contextlib.suppress(InputError):
        assert api.check_document(garbled(data, seed), "x").readable


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10_000))
def test_files_whose_xml_is_shuffled_are_checked(seed: int) -> None:
    """Elements where they don't belong, values that no program writes: every rule takes what it gets."""
    chance = random.Random(seed)  # noqa: S311
    parts = as_parts(chance.choice([sample for rule in registry.access_rules() for sample in rule.hits]))
    for name in ("word/document.xml", "word/styles.xml", "word/settings.xml"):
        tags = [tag for tag in re.findall(r"<w:(\w+)", parts[name]) if tag not in ("document", "body")]
        for _ in range(chance.randint(0, 4)):
            old, new = (
                chance.choice(tags),
                chance.choice([*tags, "tbl", "tr", "tc", "p", "r", "sdt", "gridSpan", "numPr"]),
            )
            parts[name] = re.sub(rf"(</?w:){old}\b", rf"\g<1>{new}", parts[name])
        values = re.findall(r'w:\w+="[^"]*"', parts[name])
        for value in chance.sample(values, min(len(values), chance.randint(0, 3))):
            odd = chance.choice(["", "-1", "²", "99999999999999999999", "FFFFFFF", "none", "\u0664", "0x10", "{place}"])
            parts[name] = parts[name].replace(value, f'{value.partition("=")[0]}="{odd}"')
    assert api.check_document(as_file(parts), "x").readable


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_words_are_taken_and_none_of_them_told(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    body = para(escaped, letters="<w:b/><w:i/>") + para(escaped, "Heading3") + holding(picture(escaped)) + para(escaped)
    messages = " ".join(told(checked(body)))
    assert all(word not in messages for word in words.split() if len(word) > 12)


def test_parts_that_are_missing_are_done_without() -> None:
    parts = as_parts(WordSample(para("x")))
    for gone in (
        "word/styles.xml",
        "word/settings.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "_rels/.rels",
    ):
        left = {name: text for name, text in parts.items() if name != gone}
        assert api.check_document(as_file(left), "x").readable


def test_an_entry_that_is_larger_than_it_says_is_refused() -> None:
    data = bytearray(as_file(WordSample(para("x"))))
    info = zipfile.ZipFile(BytesIO(bytes(data))).getinfo("word/document.xml")
    start = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[start + 24 : start + 28] = (info.file_size - 10).to_bytes(4, "little")
    assert "damaged" in refused(bytes(data))
