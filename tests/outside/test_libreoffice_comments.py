"""LibreOffice opens the commented report, and every comment stays with its words in whatever it saves."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from reviewkit import api
from reviewkit.contracts import ReportOptions
from reviewkit.loading.reports import load_report
from reviewkit.reporters.docx import REPORTER
from tests.conftest import EXAMPLES

Convert = Callable[[bytes, str], bytes]
TODAY = date(2026, 6, 1)
CASES = [(name, full) for name in ("lcspr-unfinished", "rapid-review-unfinished") for full in (False, True)]


@pytest.fixture(scope="module")
def convert(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    folder = tmp_path_factory.mktemp("office")

    def converted(data: bytes, to: str) -> bytes:
        (folder / "in").mkdir(exist_ok=True)
        (folder / "in" / "report.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        form = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}' if to == "pdf" else to
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", form, "--outdir", folder, folder / "in" / "report.docx"],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
        return (folder / f"report.{to}").read_bytes()

    return converted


def commented(name: str, *, full: bool) -> bytes:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    checked = api.check_report(report, today=TODAY)
    data = REPORTER.report([checked], ReportOptions(today=TODAY, report=report, full=full))
    assert isinstance(data, bytes)
    return data


def said(data: bytes) -> list[str]:
    """What each comment says."""
    return sorted("\n".join(each.text for each in one.paragraphs) for one in docx.Document(BytesIO(data)).comments)


@pytest.mark.parametrize(("name", "full"), CASES, ids=[f"{name}{'-full' if full else ''}" for name, full in CASES])
def test_every_comment_is_there_after_opening_and_saving(name: str, full: bool, convert: Convert) -> None:
    data = commented(name, full=full)
    assert said(convert(data, "docx")) == said(data)
    with ZipFile(BytesIO(convert(data, "odt"))) as archive:
        story = etree.fromstring(archive.read("content.xml"))
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    notes = list(story.iter(f"{office}annotation"))
    assert len(notes) == len(said(data))
    assert len(list(story.iter(f"{office}annotation-end"))) == len(notes)
    assert {"".join(note.itertext("{http://purl.org/dc/elements/1.1/}creator")) for note in notes} == {"reviewkit"}


def test_the_pdf_has_the_first_page_and_a_note_for_each_comment(convert: Convert, pdftotext: str) -> None:
    data = commented("rapid-review-unfinished", full=False)
    printed = convert(data, "pdf")
    done = subprocess.run([pdftotext, "-", "-"], input=printed, check=True, capture_output=True, timeout=60)
    pages = done.stdout.decode().split("\f")
    assert "What reviewkit found" in pages[0]
    assert all("CONFIDENTIAL" in page for page in pages[:-1])
    assert len(re.findall(rb"/Subtype */Text\b", printed)) == len(said(data))
