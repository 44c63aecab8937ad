"""Twenty identifiers in one report, and a court case that identifies by itself: refused, each listed in its place, no text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from reviewkit.anonymising.decisions.answering import Answer, decision_item
from reviewkit.anonymising.fields import answers
from reviewkit.api import open_questions, render_report
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.report import Report
from tests.cli.test_publish import private_names
from tests.conftest import EXAMPLES

CASES = Path(__file__).parent.parent / "cases" / "anonymising"
RE_X_AND_Y = CASES / "re-x-and-y.yaml"
FINISHED = ("lcspr-finished", "rapid-review-finished")


class Planted(NamedTuple):
    """`sentence` holds one thing that nobody declared; `said` is how it is asked about, `telling` what no message holds."""

    sentence: str
    said: str
    telling: str


TWENTY = {
    "person": Planted("Later that week Ruth Penhale rang the duty team.", "a name that the register lacks", "Penhale"),
    "nickname": Planted(
        "Her aunt, whom everybody calls Bunty, was never asked.", "a name that the register lacks", "Bunty"
    ),
    "NHS number": Planted("The two notes both bore 999 000 0018.", "an NHS number", "999 000 0018"),
    "National Insurance number": Planted(
        "The claim was made under QQ 12 34 56 C.", "a National Insurance number", "QQ 12"
    ),
    "UPN": Planted("Her pupil number, A999000019001, was on the form.", "a unique pupil number", "A999000019001"),
    "postcode": Planted("The tenancy was for a flat at ZZ99 3WZ.", "a postcode", "ZZ99"),
    "telephone": Planted("The message asked her to ring 01632 960123.", "a telephone number", "960123"),
    "e-mail": Planted("The letter went to ruth.p@example.org instead.", "an e-mail address", "example.org"),
    "handle": Planted("The picture was posted by @lilmoth_x that night.", "an account name", "lilmoth"),
    "vehicle": Planted("A neighbour noted the car, AA99 AAA, outside.", "a vehicle registration", "AA99"),
    "school": Planted("A cousin went to Quillmere Primary School then.", "a named school", "Quillmere"),
    "surgery": Planted("A cousin was registered at Ottery Vale Surgery.", "a named hospital, surgery", "Ottery"),
    "ward": Planted("He was moved to Bluebell Ward for two nights.", "a named hospital, surgery, ward", "Bluebell"),
    "court": Planted("An order was made at Marlbury Family Court.", "a named court", "Marlbury"),
    "village": Planted(
        "For a while they stayed in the village of Nether Hobley.", "a name that the register lacks", "Hobley"
    ),
    "street address": Planted("He was seen outside 14 Larch Avenue twice.", "an address", "Larch"),
    "case reference": Planted("The application, WM24C00917, was heard late.", "a reference number", "WM24C00917"),
    "web address": Planted("It was told on https://www.example.com/appeal for days.", "a web address", "example.com"),
    "exact day and time": Planted("He came on the 14th, a Tuesday, at 3.15 pm.", "an exact date", "14th"),
    "occupation": Planted("Her father drives a van for Harrowgill Bakery.", "the occupation of a parent", "Harrowgill"),
    "passport": Planted("Her passport number, 999228814, was never seen.", "a passport number", "999228814"),
}


class Sown(NamedTuple):
    """A report with everything planted; the line and the section where each stands."""

    text: str
    places: dict[str, tuple[int, str]]


def prose_of(report: Report) -> list[tuple[str, int]]:
    """The published prose fields that begin on a line of their own: section and the number of that line's key."""
    published = [one for one in answers(report) if one.field.type == "prose" and one.field.publish == "replace-names"]
    spots = [(one.path[0], report.positions.get(one.path)) for one in published]
    titles = {section.id: section.label for section in report.template.sections}
    return [(titles[str(section)], spot.line) for section, spot in spots if spot and spot.literal]


def sown(name: str) -> Sown:
    """One of the twenty in every so-manieth prose field, as a paragraph of its own, over the whole report."""
    path = EXAMPLES / f"{name}.yaml"
    fields = prose_of(load_report(str(path)))
    lines = path.read_text(encoding="utf-8").split("\n")
    places: dict[str, tuple[int, str]] = {}
    for number, (kind, planted) in enumerate(TWENTY.items()):
        section, key = fields[number * (len(fields) // len(TWENTY))]
        at = key + 2 * number
        indent = re.match(" *", lines[at]).group()
        lines[at:at] = [indent + planted.sentence, ""]
        places[kind] = (at + 1, section)
    return Sown("\n".join(lines), places)


def published(cli, text: str, folder: Path, form: str = "md") -> tuple[int, str]:
    (folder / "report.yaml").write_text(text, encoding="utf-8")
    outcome = cli("render", "report.yaml", "--anonymise", "--to", form, "--output", f"out.{form}")
    assert (folder / f"out.{form}").exists() == (outcome.code == 0)
    return outcome.code, outcome.err


@pytest.mark.parametrize("form", ["docx", "html", "md"])
@pytest.mark.parametrize("name", FINISHED)
def test_twenty_identifiers_in_one_report_are_all_listed(cli, name: str, form: str, tmp_path: Path) -> None:
    planted = sown(name)
    (tmp_path / "report.yaml").write_text(planted.text, encoding="utf-8")
    outcome = cli("render", "report.yaml", "--anonymise", "--to", form, "--output", f"out.{form}")
    assert outcome.code == 3
    asked = [line for line in outcome.err.splitlines() if line.startswith("  - ")]
    for kind, (line, section) in planted.places.items():
        (said,) = [one for one in asked if one.endswith(f", line {line})")]
        assert TWENTY[kind].said in said, kind
        assert f"(1 place, in {section}" in said, kind
    assert len(asked) == len(TWENTY) >= 20
    assert len({section for _, section in planted.places.values()}) >= 8
    said = (outcome.out + outcome.err).casefold()
    assert [one.telling for one in TWENTY.values() if one.telling.casefold() in said] == []
    assert [path.name for path in tmp_path.iterdir()] == ["report.yaml"]


@pytest.fixture(scope="module")
def coarse() -> str:
    """The report in the manner of Re X and Y without its account of the court case."""
    text = RE_X_AND_Y.read_text(encoding="utf-8")
    told = text[text.index("  Lewis Amory was charged") : text.index("key_events:")]
    waited = text[text.index("  Publication waited for the criminal case.") : text.index("terms_of_reference:")]
    return text.replace(told, "\n").replace(waited, "\n")


def test_without_any_of_them_it_is_published(cli, coarse: str, tmp_path: Path) -> None:
    assert published(cli, coarse, tmp_path)[0] == 0


@pytest.mark.parametrize("kind", TWENTY)
def test_each_of_the_twenty_is_refused_alone(cli, kind: str, coarse: str, tmp_path: Path) -> None:
    """None of them is listed only because of its neighbours."""
    text = coarse.replace("narrative: |\n", f"narrative: |\n  {TWENTY[kind].sentence}\n\n", 1)
    code, said = published(cli, text, tmp_path)
    assert code == 3
    assert TWENTY[kind].said in said
    assert TWENTY[kind].telling not in said


# ---------------------------------------------------------------- In the manner of Re X and Y


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_an_account_of_the_court_case_is_refused(cli, form: str, tmp_path: Path) -> None:
    code, said = published(cli, RE_X_AND_Y.read_text(encoding="utf-8"), tmp_path, form)
    assert code == 3
    assert "the court case" in said
    assert not re.search("Amory|Quayle|Varley|acquitted|injuries|2025", said)


KEPT = Answer("keep", reason="The judge allowed this account to be published", by="A. Orrell")
ONE_MORE = "The judge at the Crown Court said that he had lied to the jury."


def with_decision(text: str, **changed: object) -> str:
    """The report with its one question answered as `--review` writes it, but for what is changed."""
    (question,) = open_questions(parse_report(text, "report.yaml"))
    item = {**decision_item(question, KEPT), **changed}
    lines = [f"{key}: {json.dumps(value)}" for key, value in item.items()]
    entry = "  decisions:\n    - " + "\n      ".join(lines) + "\n"
    return text.replace("  planned_on: 2025-06-12\n", f"  planned_on: 2025-06-12\n{entry}", 1)


def test_an_account_that_somebody_answers_for_is_published_until_it_grows(cli, tmp_path: Path) -> None:
    kept = with_decision(RE_X_AND_Y.read_text(encoding="utf-8"))
    code, said = published(cli, kept, tmp_path)
    assert code == 0, said
    (tmp_path / "out.md").unlink()
    more = kept.replace("key_events:\n", f"  {ONE_MORE}\n\nkey_events:\n", 1)
    code, said = published(cli, more, tmp_path)
    assert code == 3
    assert "the court case" in said
    assert "lied" not in said


@pytest.mark.parametrize("lacking", ["reason", "by", "where"])
def test_a_decision_with_something_lacking_opens_nothing(cli, lacking: str, tmp_path: Path) -> None:
    text = RE_X_AND_Y.read_text(encoding="utf-8")
    (question,) = open_questions(parse_report(text, "report.yaml"))
    half = [question.places[0].sentence] if lacking == "where" else ""
    code, said = published(cli, with_decision(text, **{lacking: half}), tmp_path)
    assert code == 3
    assert "Amory" not in said


def test_an_edited_sentence_opens_the_account_again(cli, tmp_path: Path) -> None:
    kept = with_decision(RE_X_AND_Y.read_text(encoding="utf-8"))
    edited = kept.replace(
        "was given a long prison sentence. The jury", "was given a longer prison sentence. The jury", 1
    )
    assert edited != kept
    code, _said = published(cli, edited, tmp_path)
    assert code == 3


# ---------------------------------------------------------------- No message holds a name, whatever is asked

TROUBLED = """
      Braithwaite said so on 14 February 2024. Ruth Penhale rang 01632 960123. Kaelan was born on 11 February 2010. It is the
      fault of Hannah Oduya, who failed to ask. Mr Brathwaite and Rose's aunt wrote to marlon.braithwaite@example.org.

"""
# `check` as text is for the person at the terminal, over their own report.
ASKED = [
    *(("render", "report.yaml", "--anonymise", "--to", form) for form in ("docx", "html", "md")),
    *(("render", "report.yaml", "--anonymise", "--to", form, "--output", "-") for form in ("docx", "html", "md")),
    ("render", "report.yaml", "--anonymise", "--certificate", "c.json", "--issue", "--because", "so"),
    ("render", "report.yaml", "--anonymise", "--output", "Kaelan Braithwaite.html", "--to", "html"),
    ("render", "broken.yaml", "--anonymise"),
    ("render", "broken.yaml"),
    ("render", "Braithwaite.yaml", "--anonymise"),
    *(("render", "report.yaml", "--to", form) for form in ("docx", "html", "md")),
    *(("render", "report.yaml", "--draft", "--to", form) for form in ("docx", "html", "md")),
    *(("check", "report.yaml", "--fail-on", "note", "--format", form) for form in ("json", "sarif")),
    *(("check", "report.yaml", "broken.yaml", "--format", form) for form in ("json", "sarif")),
    *(("check", "Braithwaite.yaml", "--fail-on", "note", "--format", form) for form in ("json", "sarif")),
    *(("verify", f"said.{form}", "--register", "report.yaml") for form in ("docx", "html", "md", "txt")),
    *(
        ("verify", f"said.{form}", "--register", "report.yaml", "--format", "json")
        for form in ("docx", "html", "md", "txt")
    ),
    *(
        ("verify", f"said.{form}", "--register", "report.yaml", "--against", f"said.{other}", "--format", "json")
        for form, other in (("docx", "md"), ("html", "docx"), ("md", "html"))
    ),
    ("verify", "Kaelan Braithwaite.md", "--register", "report.yaml", "--format", "json"),
    ("verify", "said.md", "--register", "broken.yaml"),
    *(("anonymise", f"said.{form}", "--register", "report.yaml", "-o", f"out.{form}") for form in ("md", "txt")),
    ("anonymise", "said.md", "--register", "report.yaml", "-o", "-"),
    ("anonymise", "said.md", "--register", "report.yaml", "-o", "Braithwaite.md"),
    ("anonymise", "said.md", "--register", "broken.yaml", "-o", "out.md"),
]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    text = (EXAMPLES / "rapid-review-finished.yaml").read_text(encoding="utf-8")
    report = parse_report(text, "report.yaml")
    said = {form: render_report(report, {"md": "markdown"}.get(form, form)).data for form in ("docx", "html", "md")}
    troubled = text.replace("    circumstances: |\n", f"    circumstances: |\n{TROUBLED}", 1)
    assert troubled != text
    return {
        **{f"said.{form}": data for form, data in said.items()},
        "said.txt": said["md"],
        "Kaelan Braithwaite.md": said["md"],
        "report.yaml": troubled.encode(),
        "Braithwaite.yaml": troubled.encode(),
        "broken.yaml": (text + "\nKaelan Braithwaite: [").encode(),
    }


@pytest.mark.parametrize("command", ASKED, ids=[" ".join(command) for command in ASKED])
def test_whatever_is_asked_no_name_is_said(
    cli, command: tuple[str, ...], files: dict[str, bytes], tmp_path: Path
) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    outcome = cli(*command)
    said = outcome.out + outcome.err
    # A file's name that the person typed is said back to them.
    for typed in ("Kaelan Braithwaite", "Braithwaite.yaml", "Braithwaite.md"):
        said = said.replace(typed, "")
    assert len(said) > 60
    assert "a fault of reviewkit" not in said
    sought = private_names("rapid-review-finished") | {"penhale", "brathwaite", "960123"}
    assert len(sought) > 15
    low = said.lower()
    assert sorted(name for name in sought if re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", low)) == []


# ---------------------------------------------------------------- The file tells nothing of who made it, when and where

MAKE = """
import sys
from reviewkit.cli.app import cli
from reviewkit.cli.ending import run
for form in ("docx", "html", "md"):
    code = run(cli, ["render", sys.argv[1], "--anonymise", "--to", form, "--output", f"out.{form}"])
    assert code == 0, code
"""


def made_in(folder: Path, report: Path, **surroundings: str) -> dict[str, bytes]:
    """The three files of one process with a seed, a time zone and a user of its own."""
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-c", MAKE, str(report)],
        cwd=folder,
        env={**os.environ, **surroundings},
        check=True,
        capture_output=True,
    )
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_anybody_anywhere_makes_the_same_bytes(tmp_path: Path) -> None:
    name = "lcspr-finished"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kaelan.yaml").write_bytes((EXAMPLES / f"{name}.yaml").read_bytes())
    one = made_in(tmp_path / "one", EXAMPLES / f"{name}.yaml", PYTHONHASHSEED="1", TZ="UTC", USER="orrell")
    other = made_in(
        tmp_path / "other",
        tmp_path / "elsewhere" / "kaelan.yaml",
        PYTHONHASHSEED="2",
        TZ="Asia/Tokyo",
        USER="gillan",
        LC_ALL="C",
    )
    assert sorted(one) == ["out.docx", "out.html", "out.md"]
    assert one == other


@pytest.mark.parametrize("name", FINISHED)
def test_a_word_file_tells_nothing_of_its_making(cli, name: str, tmp_path: Path) -> None:
    published(cli, (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"), tmp_path, "docx")
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        entries = package.infolist()
        pictures = [entry.filename for entry in entries if entry.filename.endswith(".emf")]
        parts = {
            entry.filename: package.read(entry).decode("utf-8") for entry in entries if entry.filename not in pictures
        }
        assert package.comment == b""
    assert {(entry.date_time, entry.extra, entry.comment, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), b"", b"", entries[0].external_attr)
    }
    assert all(part.endswith((".xml", ".rels")) for part in parts)
    assert pictures == [f"word/media/figure{count}.emf" for count in range(1, len(pictures) + 1)]
    assert not [
        part
        for part in parts
        if re.search("custom|thumbnail|comments|people|embed|media|glossary", part, re.IGNORECASE)
    ]
    whole = "\n".join(parts.values())
    for told in (
        "w:rsid",
        "<Template",
        "<Company",
        "<Manager",
        "<w:ins ",
        "<w:del ",
        "w:author",
        "docVar",
        "attachedTemplate",
    ):
        assert told not in whole, told
    core = parts["docProps/core.xml"]
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy|cp:lastPrinted|cp:keywords)[^>]*>([^<]+)<", core) == []
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", whole)) <= {"1980-01-01T00:00:00Z", "2000-01-01T00:00:00Z"}
