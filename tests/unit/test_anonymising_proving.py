"""The proof finds what is planted in any part of a file, says so without a name, and lets clean files pass."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest

from reviewkit import registry
from reviewkit.anonymising.proof.proving import prove
from reviewkit.anonymising.publishing import publish
from reviewkit.report import Report
from tests.unit.test_anonymising_given import OKAFORS, given
from tests.unit.test_inspecting_word import CHANNELS, in_body, in_part, package, paragraph, plain, run

SECRETS = re.compile(r"jayden|okafor|chidinma|daniel|grace|whitworth|lena|cuthbert|thornfield|204417", re.IGNORECASE)


def proof(
    data: bytes, suffix: str = ".docx", report: Report | None = None, name: str = "lcspr-published.docx"
) -> tuple[str, ...]:
    report = report or given()
    detectors = registry.detectors()
    reasons = prove(data, suffix, report, publish(report, detectors), name, detectors)
    assert not any(SECRETS.search(reason) for reason in reasons), reasons
    return reasons


def in_text(text: str, **changes: Any) -> tuple[str, ...]:
    return proof(text.encode(), ".txt", **changes)


def test_a_clean_file_passes() -> None:
    assert proof(in_body(paragraph(run("Child B slept at the primary school in May 2024.")))) == ()


@pytest.mark.parametrize("planted", ["Okafor", "Jayden Okafor", "Chidinma"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_a_name_in_any_channel_of_a_word_file_is_found(channel: str, planted: str) -> None:
    assert proof(CHANNELS[channel](planted))


@pytest.mark.parametrize(
    "text",
    [
        "jayden", "JAYDEN", "J\u00adayden", "J\u200bayden", "Jаyden", "Jay\u200bden’s", "Jaydén", "Dr Whitworth", "Whitworth",
        "St Cuthberts", "Saint Cuthbert’s", "Thornfield", "LCS-204417", "LCS 204417", "LCS204417", "JaydenOkafor", "jaydenokafor",
        "jayden_okafor", "#justiceforjayden", "jayden2", "2 November 2023", "02/11/2023", "2023-11-02", "2 November", "02112023",
        "20231102", "1 June 2019", "14 February 2024", "nedyaJ", base64.b64encode(b"seen: Chidinma").decode(),
        "999 000 0018", "ZZ99 3WZ", "01632 960123", "a@example.org", "QQ 12 34 56 C", "Grace slept.", "Okafour",
    ],
)  # fmt: skip
def test_what_identifies_is_found_in_text(text: str) -> None:
    assert in_text(f"It says {text}")
    assert in_text(text)


@pytest.mark.parametrize(
    "text",
    ["Saying grace helps.", "A marsh.", "It may help in May 2024.", "In 2024, aged three."],
)
def test_words_and_coarse_dates_are_clean(text: str) -> None:
    assert in_text(text) == ()


def test_a_name_inside_another_word_is_no_name() -> None:
    assert not any("a form of" in reason for reason in in_text("Daniella's challenge"))


def test_withheld_values_are_found() -> None:
    values = {
        "incidents": [{
            "place": "Behind Larkmoor Depot", "date": "2024-02-14", "home_authority": "East Carrow Council",
            "notification": {"reference": "SIN-88"},
        }],
        "review": {"reference": "WM/2024/7", "dates": {"published_on": "2025-06-12"}},
    }  # fmt: skip
    report = given(values=values)
    for text in (
        "Larkmoor Depot",
        "larkmoor depot",
        "East Carrow Council",
        "SIN-88",
        "WM 2024 7",
        "14/02/2024",
        "14 February",
    ):
        assert in_text(f"At {text} then", report=report), text
    for text in ("Behind the depot", "12 June 2025"):
        assert in_text(text, report=report) == (), text


def test_keys_that_are_names_are_found_and_roles_are_not() -> None:
    report = given(OKAFORS.replace("  mother:", "  big_zsofi:"))
    assert proof(in_part("customXml/item1.xml", b'<a id="big_zsofi"/>'), report=report)
    assert proof(in_part("customXml/item1.xml", b'<a id="child_b"><!-- mother gp school police --></a>')) == ()


def test_the_file_name_counts_in_any_case() -> None:
    for name in (
        "Jayden.docx",
        "lcspr-okafor.docx",
        "grace.docx",
        "JaydenReport.docx",
        "review_2023-11-02.docx",
        "jaydenfinal.docx",
    ):
        assert proof(in_body(""), name=name), name
    assert proof(in_body(""), name="lcspr-published.docx") == ()


def test_what_could_not_be_read_is_a_reason() -> None:
    reasons = proof(in_part("word/media/image1.png", b"\x89PNG"))
    assert any("can't be read" in reason for reason in reasons)
    assert proof(b"{\\rtf1}", ".rtf")


def test_open_questions_are_reasons() -> None:
    report = given()
    published = publish(report)
    published.rewrite(("Okafor came.",))
    assert prove(b"fine", ".txt", report, published, "a.txt") == tuple(one.told for one in published.questions())


def test_words_own_styles_and_fonts_are_no_names() -> None:
    strong = "people:\n  a: {name: Georgia Strong, role: child, published_as: Child K}\n"
    style = '<w:style xmlns:w="urn:w"><w:name w:val="Strong"/><w:rFonts w:ascii="Georgia"/></w:style>'
    assert proof(in_part("word/styles.xml", style.encode()), report=given(strong)) == ()
    bookmark = '<w:bookmarkStart w:id="1" w:name="Georgia_Strong"/>'
    assert proof(in_body(paragraph(bookmark, run("a"))), report=given(strong))


def test_kept_names_may_stand_everywhere() -> None:
    kept = OKAFORS.replace("published_as: the GP", "published_as: keep")
    data = package(
        {**plain(paragraph(run("Dr Whitworth and West Marshire Police"))), "word/header1.xml": b"<a n='Whitworth'/>"}
    )
    assert prove(data, ".docx", given(kept), publish(given(kept)), "a.docx") == ()
