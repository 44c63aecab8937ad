"""What the proof looks for besides names: withheld values, days, decided words, markings, codes; and how it tells of it."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given as draw
from hypothesis import settings
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising.proof.proving import inspect
from reviewkit.publication import Trace
from tests.unit.canary import WORD, Planted, paragraph, run, word_file
from tests.unit.test_anonymising_given import OKAFORS, given
from tests.unit.test_inspecting_word import word_xml

VALUES: dict[str, Any] = {
    "children": [{
        "person": "child_b", "first_language": "Igbo", "faith": "Seventh-day Adventist", "health": (
            "Phenylketonuria was found at birth and needed a diet from the second week. He saw Dr Quell at Dunmoss Surgery."
        ),
    }],
    "incidents": [{
        "place": "Behind Larkmoor Depot", "date": "2024-02-14", "notification": {"reference": "SIN-88"},
    }],
    "learning": [{"id": "L1", "title": "Feeding", "what_happened": "He saw what many saw in the second week and later on."}],
}  # fmt: skip


def traces(
    text: str | bytes,
    values: dict[str, Any] | None = None,
    suffix: str = ".txt",
    name: str = "",
    register: str = OKAFORS,
) -> tuple[Trace, ...]:
    data = text.encode() if isinstance(text, str) else text
    return inspect(data, suffix, given(register, VALUES | (values or {})), name, registry.detectors()).traces


def kinds(text: str | bytes, **changes: Any) -> set[str]:
    return {trace.kind for trace in traces(text, **changes)}


@pytest.mark.parametrize(
    "text",
    [
        "His language is igbo.", "seventh-day adventist", "Seventh Day Adventist", "the Larkmoor Depot", "LARKMOOR DEPOT", "SIN 88",
        "sin-88", "it needed a diet from the second week", "Needed a diet, from the second WEEK: he", "L.arkmoor Depot SIN-88",
    ],
)  # fmt: skip
def test_withheld_values_are_found_however_written(text: str) -> None:
    assert "withheld" in kinds(text), traces(text)


def test_what_a_published_field_says_as_well_is_published() -> None:
    shared = {"health": "He saw what many saw in the second week and later on."}
    values = {"children": [{"person": "child_b", **shared}]}
    assert kinds("He saw what many saw in the second week and later on.", values=values) == set()


@pytest.mark.parametrize(
    "day",
    [
        "2 November 2023", "2nd Nov 2023", "Nov 2, 2023", "02/11/2023", "2.11.23", "2-11-2023", "2023-11-02", "2023/11/02", "02112023",
        "20231102", "021123", "231102", "the second of November 2023", "2023-11-02T09:30:00Z", "2 November", "Thursday 2 November",
    ],
)  # fmt: skip
def test_a_birthday_is_found_in_all_formats(day: str) -> None:
    assert traces(f"It was {day} then"), day
    assert traces(f"<p data-when='{day}'>x</p>", suffix=".html"), day


def test_other_days_in_markup_mean_nothing() -> None:
    assert traces("<p data-when='2011-05-06'>x</p>", suffix=".html") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Larkmoor Depot is near.", "A larkmoor depot.", "Behind LARKMOOR  DEPOT", "larkmoor\ndepot",
    ],
)  # fmt: skip
def test_words_that_a_decision_takes_out_are_found_anywhere(text: str) -> None:
    decided = {"publication": {"decisions": [
        {"text": "Larkmoor Depot", "replace_with": "a depot", "reason": "tells", "by": "A. Reader"},
        {"text": "larkmoor depot", "omit": "yes", "reason": "tells", "by": "A. Reader"},
        {"text": "LARKMOOR DEPOT", "omit": "yes", "reason": "tells", "by": "A. Reader"},
    ]}}  # fmt: skip
    assert traces(text, values={"incidents": [], **decided})
    assert kinds("They met at a depot.", values={"incidents": [], **decided}) == set()
    html = f"<p title='x' data-a='{text}'>y</p>"
    assert "decision" in kinds(html, values={"incidents": [], **decided}, suffix=".html")


CODES = {
    "base64": lambda t: base64.b64encode(t.encode()).decode(),
    "base64 of more": lambda t: base64.b64encode(f"seen with {t} there".encode()).decode(),
    "base64 for addresses": lambda t: base64.urlsafe_b64encode(f"??>>{t}".encode()).decode().rstrip("="),
    "hexadecimal": lambda t: t.encode().hex(),
    "hexadecimal in pairs": lambda t: t.encode().hex(" "),
    "hexadecimal with marks": lambda t: "".join(f"\\x{ord(c):02x}" for c in t),
    "hexadecimal numbers": lambda t: ", ".join(f"0x{ord(c):02X}" for c in t),
    "decimal numbers": lambda t: ",".join(str(ord(c)) for c in t),
    "percent": lambda t: "".join(f"%{ord(c):02X}" for c in t),
    "entities": lambda t: "".join(f"&#{ord(c)};" for c in t),
    "entities in hexadecimal": lambda t: "".join(f"&#x{ord(c):x};" for c in t),
    "escapes": lambda t: "".join(f"\\u{ord(c):04x}" for c in t),
    "backwards": lambda t: t[::-1],
    "dots": ".".join,
    "blanks": " ".join,
    "dashes": " - ".join,
    "stars": "*".join,
    "digits": "1".join,
    "one word": lambda t: f"and{t}Came",
    "after an accent": lambda t: f"é{t}",
}


@pytest.mark.parametrize("name", ["Jayden", "Whitworth", "Chidinma"])
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
def test_a_name_in_code_is_found(name: str, code: str, suffix: str) -> None:
    written = f"See {CODES[code](name)} there."
    if suffix == ".docx":
        data = word_file([Planted({"word/document.xml": paragraph(run(written.replace("&", "&amp;")))})])
    else:
        data = (f"<p>{written}</p>" if suffix == ".html" else written).encode()
    assert [trace for trace in traces(data, suffix=suffix) if trace.kind not in ("reference", "web-address")]


@pytest.mark.parametrize("code", ["base64", "hexadecimal", "percent", "entities", "escapes", "dots", "dashes"])
def test_a_name_that_is_a_word_is_found_in_code(code: str) -> None:
    assert traces(f"See {CODES[code]('Grace')} there.")


@settings(max_examples=60, deadline=None)
@draw(st.binary(min_size=6, max_size=60))
def test_code_that_hides_nobody_is_clean(data: bytes) -> None:
    for written in (base64.b64encode(data).decode(), data.hex()):
        page = f"<p data-x='{written}'>x</p>"
        assert "encoded" not in kinds(page, suffix=".html")


@pytest.mark.parametrize(
    "text",
    [
        "CONFIDENTIAL", "Confidential", "Strictly confidential", "Private and confidential", "Restricted", "RESTRICTED: do not copy",
        "OFFICIAL-SENSITIVE", "Official - Sensitive", "OFFICIAL SENSITIVE", "This is CONFIDENTIAL until then.", "– Confidential –",
        "a\n\nConfidential when complete\n\nb",
    ],
)  # fmt: skip
def test_markings_are_found(text: str) -> None:
    assert kinds(text) == {"marking"}
    assert kinds(
        word_file([Planted({"word/document.xml": paragraph(run(text.replace("\n", " ").strip("ab ")))})]),
        suffix=".docx",
    )


@pytest.mark.parametrize(
    "text",
    [
        "What she said stayed confidential.", "Confidential records were shared.", "His diet was restricted.", "Restricted diets help.",
        "The official, sensitive as ever, left.", "Confidentiality", "It was the police's official sensitive handling.",
    ],
)  # fmt: skip
def test_the_word_in_a_sentence_is_no_marking(text: str) -> None:
    assert "marking" not in kinds(text)


def test_markings_in_headers_watermarks_and_file_names_are_found() -> None:
    header = word_xml(paragraph(run("Panel - confidential - page 1")), "hdr", "")
    for name in ("word/header3.xml", "word/top.xml"):
        assert kinds(word_file([Planted(parts={name: header})]), suffix=".docx") == {"marking"}
    assert "marking" in kinds(word_file([WORD["watermark"]("CONFIDENTIAL")]), suffix=".docx")
    assert kinds("fine", name="lcspr-CONFIDENTIAL.txt") == {"marking"}
    assert kinds("<p class='confidential'>x</p>", suffix=".html") == set()


def test_identifiers_are_found_in_text_attributes_and_names() -> None:
    for text, suffix in (
        ("Her number is 999 000 0018.", ".txt"),
        ("<p data-id='9990000018'>x</p>", ".html"),
        ("[x](https://example.org/9990000018)", ".md"),
    ):
        assert "nhs-number" in kinds(text, suffix=suffix), text
    assert "nhs-number" in kinds("fine", name="record 999 000 0018.txt")
    assert "nhs-number" in kinds(word_file([WORD["content control's tag"]("9990000018")]), suffix=".docx")


def test_numbers_that_a_program_fills_in_are_nobody_s() -> None:
    xml = paragraph('<w:bookmarkStart w:id="9990000018" w:name="a"/>', run("a"))
    assert kinds(word_file([Planted({"word/document.xml": xml})]), suffix=".docx") == set()


def test_kept_and_published_names_account_for_themselves() -> None:
    kept = OKAFORS.replace("published_as: the GP", "published_as: keep")
    for text in ("West Marshire Police came to the primary school.", "Dr Whitworth rang Mother about Child B."):
        assert kinds(text, register=kept) == set(), text


def test_a_trace_says_where_what_and_how_often() -> None:
    (found,) = traces(
        "First.\n\nThe long day began and Jayden slept; Jayden ate and then the long day ended for all of them there."
    )
    assert (found.part, found.place, found.kind, found.times) == ("text", "line 3", "name", 2)
    assert found.said == "“J…”, a form of the 1st person of the register"
    assert "Jayden" in found.text
    assert len(found.text) < 120


def test_what_is_read_twice_is_told_once() -> None:
    data = word_file([Planted({"word/document.xml": paragraph(run("Jayden %41 &amp;amp; "), WORD_DELETED)})])
    assert [trace.times for trace in traces(data, suffix=".docx")] == [1]


WORD_DELETED = '<w:del w:author="A"><w:r><w:delText>slept</w:delText></w:r></w:del>'


@settings(max_examples=80, deadline=None)
@draw(st.text(alphabet="Jayden Okafor\t\n\u00ad\u200b.-&#;%<>*_|12", max_size=60))
def test_no_told_line_holds_the_text(text: str) -> None:
    for suffix in (".txt", ".md", ".html"):
        for trace in traces(f"Jayden {text}", suffix=suffix):
            told = f"{trace.part} {trace.place} {trace.said}".lower()
            assert "jayden" not in told
            assert "okafor" not in told
