"""`render --anonymise`: a file that is clean in every part, or none and what to decide."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from reviewkit.loading.reports import load_report
from tests.conftest import EXAMPLES

FINISHED = ["lcspr-finished", "rapid-review-finished"]
FORMATS = {"docx": ".docx", "html": ".html", "md": ".md"}


def everything_in(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return "\n".join([*package.namelist(), *(re.sub(r"</w:t>.*?<w:t[^>]*>", "", part) for part in parts), *parts])


def private_names(name: str) -> set[str]:
    """The names of people by their parts, of organisations and places whole; parts that are words are left out."""
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    register = load_report(str(EXAMPLES / f"{name}.yaml")).register
    people = [person for person in register.people.values() if person.published_as != "keep"]
    bodies = [
        body for body in (*register.organisations.values(), *register.places.values()) if body.published_as != "keep"
    ]
    parts = {part.lower() for person in people for full in (person.name, *person.also) for part in full.split()}
    spoken = set(re.findall(r"[a-z]+", text))
    return {part for part in parts if len(part) > 3 and part not in spoken} | {body.name.lower() for body in bodies}


@pytest.mark.parametrize("name", FINISHED)
@pytest.mark.parametrize("form", FORMATS)
def test_nobody_of_the_register_is_left(cli, name: str, form: str, tmp_path: Path) -> None:
    outcome = cli(
        "render", str(EXAMPLES / f"{name}.yaml"), "--anonymise", "--to", form, "--output", f"out{FORMATS[form]}"
    )
    assert outcome.code == 0, outcome.err
    text = everything_in(tmp_path / f"out{FORMATS[form]}").lower()
    sought = private_names(name)
    assert len(sought) > 10
    assert [word for word in sought if re.search(rf"\b{re.escape(word)}\b", text)] == []
    assert "a person must still read it" in " ".join(outcome.err.split()).lower()
    assert "confidential: contains personal details" not in text


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ("He was born on 7 May 2025.", "date of birth"),
        ("Her number is 999 000 0018.", "NHS number"),
        ("Nwadike said so.", "Write the first name"),
        ("Ring 01632 960123.", "telephone"),
        ("Mr Nwadlke came.", "one letter away"),
    ],
)
def test_what_can_not_be_judged_is_refused_without_a_file(cli, planted: str, said: str, tmp_path: Path) -> None:
    report = (EXAMPLES / "lcspr-finished.yaml").read_text(encoding="utf-8")
    (tmp_path / "report.yaml").write_text(re.sub(r"(?m)^narrative: \|\n", f"narrative: |\n  {planted}\n\n", report))
    outcome = cli("render", "report.yaml", "--anonymise", "--output", "out.docx")
    assert outcome.code == 3
    assert said in outcome.err
    assert planted not in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["report.yaml"]


def test_the_same_report_gives_the_same_bytes(cli, tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        assert cli("render", str(EXAMPLES / "lcspr-finished.yaml"), "--anonymise", "--output", name).code == 0
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_the_name_of_the_file_is_part_of_it(cli, tmp_path: Path) -> None:
    outcome = cli("render", str(EXAMPLES / "lcspr-finished.yaml"), "--anonymise", "--output", "Tayden Nwadike.docx")
    assert outcome.code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_report_with_errors_is_not_published(cli, tmp_path: Path) -> None:
    outcome = cli("render", str(EXAMPLES / "lcspr-unfinished.yaml"), "--anonymise")
    assert outcome.code == 1
    assert "--draft" not in outcome.err
    assert list(tmp_path.iterdir()) == []
