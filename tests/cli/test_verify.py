"""`verify`: what identifies in a finished file, said without the words unless a person asks for them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES
from tests.unit.canary import WORD, Planted, word_file

PEOPLE = """
people:
  child_b: {name: Jayden Michael Okafor, also: [Jay], role: child, born: 2023-11-02, published_as: Child B}
  mother: {name: Chidinma Okafor, also: [Chi], role: mother, published_as: Mother}
organisations:
  school: {name: St Cuthbert's Primary School, also: [St Cuthbert's], published_as: the primary school}
"""
NAMES = re.compile(r"jayden|okafor|chidinma|cuthbert", re.IGNORECASE)


@pytest.fixture(autouse=True)
def people(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text(PEOPLE, encoding="utf-8")


def written(folder: Path, name: str, content: str | bytes) -> str:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def test_a_clean_file_ends_with_nothing_found(cli, tmp_path: Path) -> None:
    for name, content in (
        ("review.docx", word_file()),
        ("review.md", "Child B slept at the primary school in May 2024.\n"),
        ("review.txt", "Child B slept.\n"),
        ("review.html", "<p>Child B slept.</p>"),
    ):
        outcome = cli("verify", written(tmp_path, name, content), "--register", "people.yaml")
        assert outcome.code == 0, outcome.out
        assert "nothing of the register found" in outcome.out
        assert "A person must still read it" in outcome.out


def test_what_is_found_is_grouped_and_masked(cli, tmp_path: Path) -> None:
    name = written(
        tmp_path, "minutes.md", "Jayden came.\n\nThen Jayden slept.\n\nDr Chidinma Okafor on 2 November 2023.\n"
    )
    outcome = cli("verify", name, "--register", "people.yaml")
    assert outcome.code == 1
    assert "“J…”, a form of the 1st person of the register" in outcome.out
    assert "line 1\n  line 3" in outcome.out
    assert not NAMES.search(outcome.out + outcome.err)


def test_the_words_are_shown_on_request(cli, tmp_path: Path) -> None:
    name = written(tmp_path, "minutes.md", "Jayden came.\n")
    assert "line 1: Jayden came." in cli("verify", name, "--register", "people.yaml", "--show-text").out


def test_the_words_are_shown_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from reviewkit.cli.app import cli as group
    from reviewkit.cli.ending import run

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    name = written(tmp_path, "minutes.md", "Jayden came.\n")
    assert run(group, ("verify", name, "--register", "people.yaml")) == 1
    assert "line 1: Jayden came." in capsys.readouterr().out
    assert run(group, ("verify", name, "--register", "people.yaml", "--format", "json")) == 1
    assert "Jayden came" not in capsys.readouterr().out


def test_json_masks_unless_it_is_asked_for_the_text(cli, tmp_path: Path) -> None:
    name = written(
        tmp_path, "jayden.docx", word_file([WORD["body"]("Jayden"), Planted(parts={"word/media/a.png": b"\x89PNG"})])
    )
    outcome = cli("verify", name, "--register", "people.yaml", "--format", "json")
    assert outcome.code == 1
    assert not NAMES.search(outcome.out)
    found = json.loads(outcome.out)
    assert (found["format"], found["tool"], found["file"]) == (1, "reviewkit", "….docx")
    assert found["parts_unread"] == 1
    assert {(one["part"], one["kind"]) for one in found["findings"]} >= {
        ("word/document.xml", "name"),
        ("file name", "name"),
    }
    assert all({"part", "place", "kind", "message", "times"} == set(one) for one in found["findings"])
    shown = json.loads(cli("verify", name, "--register", "people.yaml", "--format", "json", "--show-text").out)
    assert any("Jayden" in one.get("text", "") for one in shown["findings"])
    assert shown["file"] == "jayden.docx"


def test_what_can_not_be_read_is_named_and_never_clean(cli, tmp_path: Path) -> None:
    name = written(tmp_path, "review.docx", word_file([Planted(parts={"word/media/image1.png": b"\x89PNG"})]))
    outcome = cli("verify", name, "--register", "people.yaml")
    assert outcome.code == 1
    assert "word/media/image1.png  unread  a picture" in outcome.out
    assert "1 that can't be read" in outcome.out
    assert cli("verify", written(tmp_path, "review.rtf", "{}"), "--register", "people.yaml").code == 1


def test_a_report_counts_with_what_it_withholds_and_decides(cli, tmp_path: Path) -> None:
    report = (
        "template: lcspr\nregister: people.yaml\nchildren:\n  - {person: child_b, first_language: Igbo}\n"
        "publication:\n  decisions:\n    - {text: Larkmoor Depot, replace_with: the depot, reason: tells, by: A. Reader}\n"
        "    - {text: Tin Hat, keep: 'yes', reason: a national campaign, by: A. Reader}\n"
    )
    written(tmp_path, "report.yaml", report)
    for text, code in (
        ("He spoke Igbo.", 1),
        ("Behind Larkmoor Depot.", 1),
        ("They had heard of Tin Hat there.", 0),
        ("Child B slept.", 0),
    ):
        outcome = cli("verify", written(tmp_path, "a.txt", text), "--register", "report.yaml")
        assert outcome.code == code, (text, outcome.out)


@pytest.mark.parametrize("name", ["lcspr-finished", "rapid-review-finished"])
@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_the_confidential_version_of_an_example_is_full_of_names(cli, name: str, form: str) -> None:
    report = str(EXAMPLES / f"{name}.yaml")
    assert cli("render", report, "--to", form, "--output", f"out.{form}").code == 0
    outcome = cli("verify", f"out.{form}", "--register", report)
    assert outcome.code == 1
    assert "a form of the 1st person of the register" in outcome.out
    assert "marking" in outcome.out


def test_standard_input_is_a_file_too(cli) -> None:
    assert cli("verify", "-", "--register", "people.yaml", stdin=b"Jayden").code == 1
    assert cli("verify", "-", "--register", "people.yaml", stdin=b"<!doctype html><p>Child B").code == 0
    assert cli("verify", "-", "--register", "people.yaml", stdin=word_file()).code == 0
    assert cli("verify", "-", "--register", "-", stdin=b"a").code == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- a\n- b\n", "neither a report nor a register"),
        ("title: x\n", "neither a report nor a register"),
        ("people: {}\n", "nobody stands in this register"),
        ("people:\n  a: {role: child}\n", "nobody stands in this register"),
        ("template: lcspr\n", "nobody stands in this register"),
        ("template: nonsense\nregister: {people: {a: {name: Jayden}}}\n", "nonsense"),
        ("people: [\n", "yaml"),
    ],
)
def test_a_register_that_is_none_is_wrong_input(cli, tmp_path: Path, content: str, said: str) -> None:
    written(tmp_path, "other.yaml", content)
    outcome = cli("verify", written(tmp_path, "a.txt", "fine"), "--register", "other.yaml")
    assert outcome.code == 2
    assert said in outcome.err.lower()
    assert "fix:" in outcome.err
    assert outcome.out == ""


def test_other_wrong_input(cli, tmp_path: Path) -> None:
    assert cli("verify", "gone.docx", "--register", "people.yaml").code == 2
    assert cli("verify", written(tmp_path, "a.docx", "no package"), "--register", "people.yaml").code == 2
    assert cli("verify", written(tmp_path, "a.txt", "x")).code == 2
    assert cli("verify", "a.txt", "--register", "gone.yaml").code == 2
    assert cli("verify", ".", "--register", "people.yaml").code == 2


def test_a_register_may_stand_under_its_key(cli, tmp_path: Path) -> None:
    written(tmp_path, "nested.yaml", "register:\n  people:\n    a: {name: Zofia Quell}\n")
    assert cli("verify", written(tmp_path, "a.txt", "Zofia came."), "--register", "nested.yaml").code == 1


def test_who_has_no_published_name_or_may_not_keep_the_real_one_is_searched_for(cli, tmp_path: Path) -> None:
    for entry in (
        "people: {a: {name: Zofia Quell}}",
        "people: {a: {name: Zofia Quell, role: child, published_as: keep}}",
        "people: {a: {name: Zofia Quell, role: professional, published_as: Keep}}",
        "organisations: {a: {name: Zofia Quell House}}",
        "places: {a: {name: Zofia Quell House}}",
    ):
        written(tmp_path, "some.yaml", entry)
        text = "Zofia Quell came." if entry.startswith("people") else "He was at Zofia Quell House."
        outcome = cli("verify", written(tmp_path, "a.txt", text), "--register", "some.yaml")
        assert "a form of the 1st" in outcome.out, entry
    written(tmp_path, "a.txt", "Zofia Quell came.")
    written(tmp_path, "some.yaml", "people: {a: {name: Zofia Quell, role: professional, published_as: keep}}")
    assert cli("verify", "a.txt", "--register", "some.yaml").out.count("a form of") == 0


def test_nothing_in_the_file_steers_the_terminal(cli, tmp_path: Path) -> None:
    name = written(tmp_path, "a.txt", "\x1b[31mJayden\x07 came\x1b]0;x\x07")
    assert "\x1b" not in cli("verify", name, "--register", "people.yaml", "--show-text").out


def test_an_entry_without_a_name_is_told(cli, tmp_path: Path) -> None:
    written(
        tmp_path, "some.yaml", "people: {a: {name: Zofia Quell}, b: {nmae: Kemal Tarrant}}\nreferences: [{name: X}]\n"
    )
    outcome = cli("verify", written(tmp_path, "a.txt", "Nobody came."), "--register", "some.yaml")
    assert "2 entries of the register have no `name`" in outcome.err


@pytest.mark.parametrize(
    "page",
    [
        "<p>x</p><script>var a = 'Jayden",
        "<p>x</p title='Jayden'>",
        "<p>x</p><a title='Jayden'",
        "<p>J<x-y>ay</x-y>den</p>",
        '<script type=\'application/ld+json\'>{"author": {"name": "Mr Whitworth"}}</script>',
        "<style>p::after {content: 'Mr Whitworth'}</style>",
        "<table><tr><td>O</td><td>K</td><td>A</td><td>F</td><td>O</td><td>R</td></tr></table>",
        "<a href='https://example.org/SmF5ZGVuIE9rYWZvcg'>x</a>",
        "<a href='https://example.org/?on=2_November_2023'>x</a>",
    ],
)
def test_a_page_hides_nothing(cli, tmp_path: Path, page: str) -> None:
    outcome = cli("verify", written(tmp_path, "a.html", page), "--register", "people.yaml")
    assert "something that identifies" in outcome.out, outcome.out


@pytest.mark.parametrize(
    "page",
    [
        "<script src='https://example.org/a.js'></script>",
        "<link rel='stylesheet' href='a.css'>",
        "<style>p {background: url(a.jpg)}</style>",
        "<style>@import 'a.css';</style>",
        "<p style='background: url(a.jpg)'>x</p>",
        "<input type='image' src='a.png'>",
        "<frameset><frame src='a.html'></frameset>",
    ],
)
def test_what_stands_outside_a_page_is_unread(cli, tmp_path: Path, page: str) -> None:
    outcome = cli("verify", written(tmp_path, "a.html", page), "--register", "people.yaml")
    assert "1 that can't be read" in outcome.out


@pytest.mark.parametrize("said", ["<a " * 3000, "<!--" * 3000, "<![x" * 3000, "</a b " * 3000])
def test_a_page_made_to_harm_is_refused(cli, tmp_path: Path, said: str) -> None:
    outcome = cli("verify", written(tmp_path, "a.html", said), "--register", "people.yaml")
    assert outcome.code == 2
    assert "fix:" in outcome.err


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:ins w:author="Mr Whitworth"><w:r><w:t>a</w:t></w:r></w:ins></w:p>',
        '<w:p><w:r><w:drawing><wp:docPr id="1" descr="Mr Whitworth at home"/></w:drawing></w:r></w:p>',
        '<w:tbl><w:tblPr><w:tblDescription w:val="Seen by Mr Whitworth"/></w:tblPr></w:tbl>',
        "".join(f"<w:p><w:r><w:t>{letter}</w:t></w:r></w:p>" for letter in "OKAFOR"),
        "".join(
            f"<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{letter}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            for letter in "Okafor"
        ).join(("<w:p>", "</w:p>")),
    ],
)
def test_what_people_read_in_a_word_file_is_searched(cli, tmp_path: Path, body: str) -> None:
    data = word_file([Planted({"word/document.xml": body})])
    outcome = cli("verify", written(tmp_path, "a.docx", data), "--register", "people.yaml")
    assert "something that identifies" in outcome.out, outcome.out


@pytest.mark.parametrize("name", ["minutes_2_November_2023.txt", "minutes 2023_11_02.txt"])
def test_a_day_in_the_file_s_name_is_found(cli, tmp_path: Path, name: str) -> None:
    assert cli("verify", written(tmp_path, name, "x"), "--register", "people.yaml").code == 1


@pytest.mark.parametrize(
    "made_with",
    ["LibreOffice/24.2.7.2$Linux_X86_64 LibreOffice_project/420$Build-2", "Microsoft Macintosh Word", "Google Docs"],
)
def test_what_made_a_file_is_nobody_s_name(cli, tmp_path: Path, made_with: str) -> None:
    data = word_file([Planted({"docProps/app.xml": f"<Application>{made_with}</Application>"})])
    assert cli("verify", written(tmp_path, "a.docx", data), "--register", "people.yaml").code == 0
    data = word_file([Planted({"docProps/app.xml": "<Application>LibreOffice/24.2 Jayden</Application>"})])
    assert cli("verify", written(tmp_path, "a.docx", data), "--register", "people.yaml").code == 1


def test_a_word_file_with_a_password_is_told(cli, tmp_path: Path) -> None:
    name = written(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0" + b"0" * 600)
    outcome = cli("verify", name, "--register", "people.yaml")
    assert outcome.code == 2
    assert "password" in outcome.err


def test_the_form_for_programs_is_stable(cli, tmp_path: Path) -> None:
    older = written(tmp_path, "older.md", "Child B was seen in 2024.\n")
    newer = written(tmp_path, "newer.md", "Child B was seen in March 2024.\n\nJayden came.\n")
    asked = ("verify", newer, "--register", "people.yaml", "--format", "json")
    outcome = cli(*asked, "--against", older)
    assert outcome.code == 1
    assert not NAMES.search(outcome.out + outcome.err)
    found = json.loads(outcome.out)
    keys = ["format", "tool", "version", "file", "parts_read", "parts_unread", "findings", "together"]
    assert list(found) == keys
    for finding in (*found["findings"], *found["together"]):
        assert list(finding) == ["part", "place", "kind", "message", "times"]
    shown = json.loads(cli(*asked, "--against", older, "--show-text").out)
    assert all(finding["text"] for finding in (*shown["findings"], *shown["together"]))
    assert list(json.loads(cli(*asked).out)) == keys[:-1]
    missing = cli(*asked, "--against", "nowhere.md")
    assert (missing.code, missing.out) == (2, "")
