"""`anonymise`: a text or Markdown file with what identifies replaced, or a list of what to decide and no file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.test_verify import NAMES, PEOPLE, written


@pytest.fixture(autouse=True)
def people(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text(PEOPLE, encoding="utf-8")


def anonymised(cli, folder: Path, content: str | bytes, name: str = "in.md") -> bytes:
    written(folder, name, content)
    outcome = cli("anonymise", name, "--register", "people.yaml", "-o", "out" + Path(name).suffix)
    assert outcome.code == 0, outcome.err
    return (folder / ("out" + Path(name).suffix)).read_bytes()


def refused(cli, folder: Path, content: str | bytes, name: str = "in.md") -> str:
    written(folder, name, content)
    outcome = cli("anonymise", name, "--register", "people.yaml", "-o", "out.txt")
    assert outcome.code == 3, (outcome.code, outcome.err, outcome.out)
    assert not (folder / "out.txt").exists()
    assert not NAMES.search(outcome.err)
    return outcome.err


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("J**ay**den slept.", "Child B slept."),
        ("**Jay**den slept.", "**Child B** slept."),
        ("_Jayden_ slept and `Jay` ate.", "_Child B_ slept and `Child B` ate."),
        ("# Jayden\n\n- Chidinma came\n- Jayden slept\n", "# Child B\n\n- Mother came\n- Child B slept\n"),
        ("| who | did |\n| --- | --- |\n| Jayden | slept |\n", "| who | did |\n| --- | --- |\n| Child B | slept |\n"),
        ("> seen by Chidinma\n> Okafor then\n", "> seen by Mother then\n"),
        ('[the notes](https://www.gov.uk/ "about Jayden")', '[the notes](https://www.gov.uk/ "about Child B")'),
        ("<!-- ask Chidinma -->", "<!-- ask Mother -->"),
        ("J<b>ay</b>den slept.", "Child B slept."),
        ("&#74;ayden slept &amp; ate.", "Child B slept &amp; ate."),
        ("Seen on 14 February 2024.", "Seen in February 2024."),
        ("1. Jayden slept\n2) Jay ate\n", "1. Child B slept\n2) Child B ate\n"),
    ],
)
def test_markdown_keeps_its_marks(cli, tmp_path: Path, text: str, result: str) -> None:
    assert re.sub("<b></b>", "", anonymised(cli, tmp_path, text).decode()) == result


def test_a_text_is_read_across_its_lines(cli, tmp_path: Path) -> None:
    text = "The note of that day says that Chidinma\r\nOkafor had rung the school about Jayden.\r\n"
    result = "The note of that day says that Mother had rung the school about Child B.\r\n"
    assert anonymised(cli, tmp_path, text, "in.txt").decode() == result


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"no end of line",
        b"\xef\xbb\xbfwith a mark\r\n\r\n\r\nand blank lines \t \r\n",
        "café, naïve: 5 × 4 – “quoted”\n".encode(),
        "café\n".encode("cp1252"),
        "a line\r\nanother\n".encode("utf-16"),
        b"* a\n+ b\n- c\n1) d\n\n***\n\n| a | b |\n|---|---|\n| c \\| e | d |\n\n```\ncode * here\n```\n\n[x]: y 'z'\n",
        b"old\rmac\rlines",
        b"a \\* b &amp; c &nbsp; <br> <span class='x'>d</span> ** e _ f_g_h `` ` ``\n",
        b"unclosed **bold and <b and [link](x and <!-- comment",
    ],
)
def test_what_identifies_nobody_comes_back_byte_for_byte(cli, tmp_path: Path, data: bytes, suffix: str) -> None:
    assert anonymised(cli, tmp_path, data, f"in{suffix}") == data


def test_questions_are_listed_by_line(cli, tmp_path: Path) -> None:
    said = refused(cli, tmp_path, "Nothing here.\n\nThen Okafor came.\n\nAnd Okafor went.\n")
    assert "line 3" in said
    assert "2 places" in said
    assert "fix:" in said


def test_a_link_that_names_somebody_is_a_question(cli, tmp_path: Path) -> None:
    assert "line 3" in refused(cli, tmp_path, "Nothing.\n\n[the page](https://example.org/jayden-okafor)\n")
    assert "line 1" in refused(cli, tmp_path, "![x](jayden.png)")
    assert "line 2" in refused(cli, tmp_path, "a\n<a id='jayden'>x</a>\n")


@pytest.mark.parametrize(
    "text",
    [
        "nedyaJ came.",
        "SmF5ZGVuIE9rYWZvcg==",
        "J-a-y-d-e-n",
        "Her number is 999 000 0018.",
        "Mr Okafour came.",
        "![x](a.png)",
    ],
)
def test_what_can_not_be_settled_is_refused(cli, tmp_path: Path, text: str) -> None:
    refused(cli, tmp_path, f"Then {text}")


def test_the_result_is_never_the_input(cli, tmp_path: Path) -> None:
    for target in ("in.md", "./in.md", "people.yaml"):
        written(tmp_path, "in.md", "Jayden")
        outcome = cli("anonymise", "in.md", "--register", "people.yaml", "-o", target)
        assert outcome.code == 2
        assert (tmp_path / "in.md").read_text() == "Jayden"
    assert (tmp_path / "people.yaml").read_text(encoding="utf-8") == PEOPLE


def test_the_result_must_be_named(cli, tmp_path: Path) -> None:
    assert cli("anonymise", written(tmp_path, "in.md", "a"), "--register", "people.yaml").code == 2


def test_the_result_s_name_is_searched_too(cli, tmp_path: Path) -> None:
    written(tmp_path, "in.md", "Jayden slept.")
    outcome = cli("anonymise", "in.md", "--register", "people.yaml", "-o", "jayden.md")
    assert outcome.code == 3
    assert not (tmp_path / "jayden.md").exists()


def test_it_goes_to_standard_output(cli, tmp_path: Path) -> None:
    outcome = cli("anonymise", "-", "--register", "people.yaml", "-o", "-", stdin=b"**Jay**den\r\n")
    assert (outcome.code, outcome.data) == (0, b"**Child B**\r\n")


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.pdf", "a.html", "a"])
def test_other_kinds_are_wrong_usage_with_a_way_out(cli, tmp_path: Path, name: str) -> None:
    outcome = cli("anonymise", written(tmp_path, name, "x"), "--register", "people.yaml", "-o", "out.txt")
    assert outcome.code == 2
    assert "fix:" in outcome.err


def test_the_result_is_no_word_file(cli, tmp_path: Path) -> None:
    assert cli("anonymise", written(tmp_path, "a.md", "x"), "--register", "people.yaml", "-o", "out.docx").code == 2


def test_a_register_that_says_too_little_is_refused(cli, tmp_path: Path) -> None:
    written(tmp_path, "people.yaml", "people:\n  a: {name: Zofia Quell}\n")
    outcome = cli("anonymise", written(tmp_path, "in.md", "Zofia"), "--register", "people.yaml", "-o", "out.md")
    assert outcome.code == 3
    assert "published_as" in outcome.err


def test_twice_is_the_same_as_once(cli, tmp_path: Path) -> None:
    once = anonymised(cli, tmp_path, "*Jayden* and Chidinma Okafor slept at St Cuthbert's on 14 February 2024.\n")
    assert anonymised(cli, tmp_path, once, "again.md") == once


def test_lines_with_labels_are_texts_of_their_own(cli, tmp_path: Path) -> None:
    text = "CHILD: JAYDEN MICHAEL OKAFOR\nSCHOOL: ST CUTHBERT'S PRIMARY SCHOOL\n"
    result = "CHILD: CHILD B\nSCHOOL: THE PRIMARY SCHOOL\n"
    assert anonymised(cli, tmp_path, text, "in.txt").decode() == result
    assert anonymised(cli, tmp_path, result, "again.txt").decode() == result


def test_a_label_in_capitals_is_settled(cli, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text(
        f"{PEOPLE}references:\n  - {{value: WM-2024-0117, published_as: '[reference withheld]'}}\n", encoding="utf-8"
    )
    once = anonymised(cli, tmp_path, "RE: WM-2024-0117, JAYDEN OKAFOR\n")
    assert once == b"RE: [REFERENCE WITHHELD], CHILD B\n"
    assert anonymised(cli, tmp_path, once, "again.md") == once


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Nothing.\nJay\x08den came.\n", "in.txt:2"),
        (b"\xff\xfe" + "Jay\0den came.".encode("utf-16-le"), "control character"),
        (b"Jayden \x1b[31mChidinma\x1b[0m", "control character"),
        ("Jayden came.".encode("utf-16-le"), "doesn't say its encoding"),
        (b"\xff\xfe" + "Jayden came.".encode("utf-16-le") + b"x", "not UTF-8"),
        # One broken byte, and Zoe with her two dots would be read as other letters and not be found.
        ("Zo\u00eb came. ".encode() + b"\xe9", "not UTF-8"),
        (b"Jayden \x81\x8d came", "not UTF-8"),
    ],
)
def test_what_could_hide_a_name_is_no_text(cli, tmp_path: Path, data: bytes, said: str) -> None:
    outcome = cli("anonymise", written(tmp_path, "in.txt", data), "--register", "people.yaml", "-o", "out.txt")
    assert outcome.code == 2
    assert said in outcome.err
    assert not NAMES.search(outcome.err)
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "cp1252"])
def test_the_encoding_stays(cli, tmp_path: Path, encoding: str) -> None:
    data = anonymised(cli, tmp_path, "Jayden\u2019s caf\u00e9.\r\n".encode(encoding), "in.txt")
    assert data == "Child B\u2019s caf\u00e9.\r\n".encode(encoding)


def test_only_a_terminal_shows_the_words_of_a_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from reviewkit.cli import terminal
    from reviewkit.cli.app import cli as group
    from reviewkit.cli.ending import run

    monkeypatch.chdir(tmp_path)
    name = written(tmp_path, "in.txt", "Nothing.\n\nMr Okafor came.\n")
    arguments = ("anonymise", name, "--register", "people.yaml", "-o", "out.txt")
    assert run(group, arguments) == 3
    masked = capsys.readouterr().err
    assert "1 thing is left to decide" in masked
    assert not NAMES.search(masked)
    monkeypatch.setattr(terminal, "is_watched", lambda: True)
    assert run(group, arguments) == 3
    shown = capsys.readouterr().err
    assert "line 3: " in shown
    assert "Okafor" in shown
