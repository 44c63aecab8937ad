"""Twenty identifiers in one report, and a court case that identifies by itself: refused, each listed in its place, no text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from reviewkit.anonymising.decisions.answering import Answer, decision_item
from reviewkit.anonymising.fields import answers
from reviewkit.api import open_questions
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.report import Report
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
    "nickname": Planted("Her aunt, whom everybody calls Bunty, was never asked.", "a name that the register lacks", "Bunty"),
    "NHS number": Planted("The two notes both bore 999 000 0018.", "an NHS number", "999 000 0018"),
    "National Insurance number": Planted("The claim was made under QQ 12 34 56 C.", "a National Insurance number", "QQ 12"),
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
    "village": Planted("For a while they stayed in the village of Nether Hobley.", "a name that the register lacks", "Hobley"),
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


@pytest.mark.parametrize("kind", TWENTY)
def test_each_of_the_twenty_is_refused_alone(cli, kind: str, tmp_path: Path) -> None:
    """None of them is listed only because of its neighbours."""
    text = RE_X_AND_Y.read_text(encoding="utf-8")
    told = text[text.index("  Lewis Amory was charged") : text.index("key_events:")]
    waited = text[text.index("  Publication waited for the criminal case.") : text.index("terms_of_reference:")]
    clean = text.replace(told, "\n").replace(waited, "\n")
    (tmp_path / "report.yaml").write_text(clean, encoding="utf-8")
    assert cli("render", "report.yaml", "--anonymise", "--to", "md", "--output", "out.md").code == 0
    (tmp_path / "out.md").unlink()
    one = clean.replace("narrative: |\n", f"narrative: |\n  {TWENTY[kind].sentence}\n\n", 1)
    (tmp_path / "report.yaml").write_text(one, encoding="utf-8")
    outcome = cli("render", "report.yaml", "--anonymise", "--to", "md", "--output", "out.md")
    assert outcome.code == 3
    assert TWENTY[kind].said in outcome.err
    assert not (tmp_path / "out.md").exists()


# ---------------------------------------------------------------- In the manner of Re X and Y

def published(cli, text: str, folder: Path, form: str = "md") -> tuple[int, str]:
    (folder / "report.yaml").write_text(text, encoding="utf-8")
    outcome = cli("render", "report.yaml", "--anonymise", "--to", form, "--output", f"out.{form}")
    assert (folder / f"out.{form}").exists() == (outcome.code == 0)
    return outcome.code, outcome.err


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


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_an_account_that_somebody_answers_for_is_published_until_it_grows(cli, form: str, tmp_path: Path) -> None:
    kept = with_decision(RE_X_AND_Y.read_text(encoding="utf-8"))
    code, said = published(cli, kept, tmp_path, form)
    assert code == 0, said
    (tmp_path / f"out.{form}").unlink()
    more = kept.replace("key_events:\n", f"  {ONE_MORE}\n\nkey_events:\n", 1)
    code, said = published(cli, more, tmp_path, form)
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
    edited = kept.replace("was given a long prison sentence. The jury", "was given a longer prison sentence. The jury", 1)
    assert edited != kept
    code, _said = published(cli, edited, tmp_path)
    assert code == 3
