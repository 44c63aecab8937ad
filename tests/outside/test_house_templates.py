"""LibreOffice opens reports in three foreign house styles, and the starter, at one go; nothing of the report is lost."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from reviewkit import api
from reviewkit.loading.reports import load_report
from tests.conftest import EXAMPLES
from tests.outside.test_libreoffice import prose, words
from tests.unit.house_files import TEMPLATES

NAMES = [make.__name__ for make in TEMPLATES]
HEADERS = {"council": "Corporate report", "half": "", "complicated": "Marsh Valley Partnership"}


@pytest.fixture(scope="module")
def texts(soffice: str, pdftotext: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of every page, by the name of the house style; "starter" is that file itself."""
    folder = tmp_path_factory.mktemp("house")
    report = load_report(str(EXAMPLES / "lcspr-finished.yaml"))
    made = {make.__name__: api.render_report(report, house_style=make()).data for make in TEMPLATES}
    made["starter"] = api.new_house_style()
    files = [folder / f"{name}.docx" for name in made]
    for file in files:
        file.write_bytes(made[file.stem])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True, capture_output=True, timeout=400,
    )  # fmt: skip
    return {file.stem: _text(pdftotext, file.with_suffix(".pdf")) for file in files}


def _text(pdftotext: str, file: Path) -> str:
    return subprocess.run(
        [pdftotext, "-layout", file, "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_report_is_there(name: str, texts: dict[str, str]) -> None:
    report = load_report(str(EXAMPLES / "lcspr-finished.yaml"))
    printed = words(texts[name])
    missing = {word for written in prose(report) for word in words(written) if word not in printed}
    assert len(missing) <= 3, missing


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_the_marking_the_house_s_header_and_its_number(name: str, texts: dict[str, str]) -> None:
    pages = texts[name].rstrip("\f").split("\f")
    assert len(pages) > 10
    assert all("CONFIDENTIAL" in page for page in pages)
    assert all(HEADERS[name] in page for page in pages[1:])
    assert all(re.search(rf"Page +{number} +of +{len(pages)}\b", page) for number, page in enumerate(pages[1:], 2))
    assert "Error!" not in texts[name]


def test_what_the_complicated_header_hides_is_on_no_page(texts: dict[str, str]) -> None:
    for hidden in ("Boxed words", "was here", "secret.docx", "DO NOT COPY", "Even pages", "Office of the Director"):
        assert hidden not in texts["complicated"]


def test_the_starter_prints(texts: dict[str, str]) -> None:
    flat = " ".join(texts["starter"].split())
    assert "Heading 1: the numbered sections of the report" in flat
    assert re.search(r"Page 1 of \d", flat)
