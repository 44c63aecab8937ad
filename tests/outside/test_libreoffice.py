"""LibreOffice opens every Word file that we make, and every word of the report comes out of its PDF again."""

from __future__ import annotations

import re
import subprocess

import pytest

from reviewkit import api
from reviewkit.loading.reports import load_report
from reviewkit.report import Report
from reviewkit.schema import Field
from tests.conftest import EXAMPLES

CASES = [(name, published) for name in ("lcspr-finished", "rapid-review-finished") for published in (False, True)]


def prose(report: Report) -> list[str]:
    """All prose of the report, as written."""
    found: list[str] = []

    def visit(field: Field, value: object) -> None:
        if isinstance(value, list):
            for item in value:
                visit(field, item)
        elif isinstance(value, dict):
            for inner in field.members():
                visit(inner, value.get(inner.id))
        elif field.type == "prose" and isinstance(value, str):
            found.append(value)

    for section in report.template.sections:
        if section.id != "publication":
            visit(section, report.values.get(section.id))
    return found


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{3,}", text))


@pytest.fixture(scope="module")
def as_text(soffice: str, pdftotext: str, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("office")

    def convert(data: bytes, name: str) -> str:
        (folder / f"{name}.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / f"{name}.docx"],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
        done = subprocess.run([pdftotext, folder / f"{name}.pdf", "-"], check=True, capture_output=True, timeout=60)
        return done.stdout.decode("utf-8")

    return convert


@pytest.mark.parametrize(("name", "published"), CASES, ids=[f"{n}{'-published' if p else ''}" for n, p in CASES])
def test_every_word_is_in_the_pdf(name: str, published: bool, as_text) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    made = api.publish_report(report) if published else api.render_report(report)
    text = as_text(made.data, f"{name}-{published}")
    assert "Error!" not in text
    assert re.search(r"Page 2 of \d+", text)
    if published:
        # What is printed must be what was composed; that nothing else is there is the proof's business.
        assert "CONFIDENTIAL" not in text
        names = [person.name for person in report.register.people.values() if person.published_as != "keep"]
        assert not [full for full in names if full in text]
    else:
        printed = words(text)
        missing = {word for written in prose(report) for word in words(written) if word not in printed}
        # A PDF breaks words at line ends and joins others; what is missing then is a handful, not a paragraph.
        assert len(missing) <= 3, missing


def test_a_draft_with_gaps_opens(as_text) -> None:
    report = load_report(str(EXAMPLES / "lcspr-unfinished.yaml"))
    text = as_text(api.render_report(report, draft=True).data, "draft")
    assert "Still to be written" in text
