"""Poppler opens every PDF that we make: tagged, with all its typefaces, and every word of the report comes out of it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from reviewkit import api
from reviewkit.loading.reports import load_report
from tests.conftest import EXAMPLES
from tests.outside.test_libreoffice import CASES, prose, words

pytest.importorskip("typst", reason="the extra [pdf] is not installed")
pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")


@pytest.fixture(scope="module")
def judged(pdftotext: str, tmp_path_factory: pytest.TempPathFactory):
    """What each of Poppler's tools says of a PDF."""
    folder = tmp_path_factory.mktemp("pdf")

    def judge(tool: str, data: bytes, *options: str) -> str:
        (folder / "report.pdf").write_bytes(data)
        command = [
            Path(pdftotext).with_name(tool),
            *options,
            folder / "report.pdf",
            *(["-"] if tool == "pdftotext" else []),
        ]
        return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")

    return judge


@pytest.mark.parametrize(("name", "published"), CASES, ids=[f"{n}{'-published' if p else ''}" for n, p in CASES])
def test_every_word_is_in_the_pdf(name: str, published: bool, judged) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    made = api.publish_report(report, "pdf") if published else api.render_report(report, "pdf")
    text = judged("pdftotext", made.data)
    assert re.search(r"Page 2 of \d+", text)
    if published:
        assert "CONFIDENTIAL" not in text
        names = [person.name for person in report.register.people.values() if person.published_as != "keep"]
        assert not [full for full in names if full in text]
    else:
        printed = words(text)
        assert not {word for written in prose(report) for word in words(written) if word not in printed}


def test_it_is_tagged_and_has_its_title_language_and_typefaces(judged) -> None:
    data = api.render_report(load_report(str(EXAMPLES / "lcspr-unfinished.yaml")), "pdf", draft=True).data
    info = dict(line.split(":", 1) for line in judged("pdfinfo", data).splitlines() if ":" in line)
    assert info["Tagged"].strip() == "yes"
    assert info["Title"].strip()
    assert info["PDF version"].strip() == "1.7"
    assert info["JavaScript"].strip() == "no"
    assert info["Encrypted"].strip() == "no"
    assert not {"CreationDate", "ModDate", "Author"} & set(info)
    fonts = [line.split() for line in judged("pdffonts", data).splitlines()[2:]]
    assert fonts
    assert all(line[-5:-2] == ["yes", "yes", "yes"] for line in fonts)  # embedded, a subset, with its letters named


def test_a_screen_reader_gets_headings_lists_and_tables(judged) -> None:
    data = api.render_report(load_report(str(EXAMPLES / "lcspr-finished.yaml")), "pdf").data
    tree = judged("pdfinfo", data, "-struct")
    for tag in ("H1", "H2", "TOC", "Lbl", "LBody", "Table", "THead", "TH", "TD", "Figure", "Link"):
        assert re.search(rf"^ *{tag}\b", tree, re.MULTILINE), tag
    assert "/Scope /Row" in tree
    assert "/Scope /Column" in tree


def test_a_draft_shows_its_gaps(judged) -> None:
    report = load_report(str(EXAMPLES / "lcspr-unfinished.yaml"))
    assert "Still to be written" in judged("pdftotext", api.render_report(report, "pdf", draft=True).data)
