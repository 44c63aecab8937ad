"""A hostile file, a hurried author, a careless colleague: each gets one clear message, and nothing is lost or told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewkit.cli import terminal
from tests.conftest import EXAMPLES

FINISHED = EXAMPLES / "rapid-review-finished.yaml"
HEAD = 'template: lcspr\nedition: "2025-provisional"\n'
SECRETS = ("Kaelan", "Okafor", "Fern Row", "Mum")


def codes(outcome) -> list[tuple[str, str, int, int]]:
    findings = json.loads(outcome.out)["findings"]
    return [(finding["code"], finding["path"], finding["line"], finding["column"]) for finding in findings]


class TestTypingSlips:
    """What an author does to a new file, and where the message points."""

    @pytest.mark.parametrize(
        ("typed", "place", "said", "way_out"),
        [
            ("narrative: | It began in March.\n", "3:14", "behind the sign", "next line"),
            ("narrative: |\nIt began in March.\nreview:\n", "4:1", "without its colon", "indented"),
            ("review:\n  title:Child A\n  kind: lcspr\n", "4:9", "space is missing", "key: value"),
            ("review:\n  title:\xa0Child A\n  kind: lcspr\n", "4:9", "invisible character", "type a space"),
            ("review:\n\xa0 title: x\n  kind: lcspr\n", "4:1", "invisible character", "indent with spaces"),
            ('review:\n  title: "Child A" and others\n', "4:19", "goes on behind", "quotation marks"),
            ("review:\n  title: 'Child A's year'\n", "4:19", "goes on behind", "quotation marks"),
            ("review:\n  title: [Draft] Child A\n", "4:17", "goes on behind", "quotation marks"),
            ("review:\n  title: “Review: Child A”\n", "4:10", "curly", "straight"),
            ('review:\n  title: "Child A\n  kind: "lcspr"\n', "4:10", "ends far below", "close it"),
            ("review:\n  authors: []\n    - Jane Doe\n", "4:12", "empty brackets", "remove them"),
            ("review:\n  authors:\n  -Jane Doe\n  kind: lcspr\n", "5:4", "space is missing", "- …"),
            ("review:\n  title: &Child A\n", "4:10", "meaning of its own", "quotes"),
            ('review:\n  title: "\\ud800"\n', "4:13", "backslash", "single quotes"),
        ],
    )  # fmt: skip
    def test_the_message_names_the_slip_and_its_place(
        self, cli, typed: str, place: str, said: str, way_out: str
    ) -> None:
        outcome = cli("check", "-", stdin=(HEAD + typed).encode())
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(f"reviewkit: -:{place}: ")
        assert said in outcome.err
        assert way_out in outcome.err.split("fix:")[1]

    def test_a_sentence_with_a_colon_is_pointed_at_where_it_stands(self, cli) -> None:
        text = HEAD + "narrative: |\nMum said: he slept.\nThe nurse said: he cried.\n"
        found = codes(cli("check", "-", "--select", "RK003", "--format", "json", stdin=text.encode()))
        assert found == [("RK003", "", 4, 1), ("RK003", "", 5, 1)]

    def test_a_capital_in_the_status_leaves_a_draft_a_draft(self, cli) -> None:
        out = cli("check", "-", stdin=(HEAD + "review: {status: Draft}\n").encode()).out
        assert "did you mean draft?" in out
        assert "Still to write" in out

    def test_a_wrong_item_of_a_list_is_named_and_not_the_list(self, cli) -> None:
        text = (
            HEAD
            + "review:\n  authors:\n    - Ruth Penhale\n    - Police: Owen Tallis\nlearning: [{id: L1, themes: [x]}]\n"
        )
        found = codes(cli("check", "-", "--select", "RK004", "--format", "json", stdin=text.encode()))
        assert found == [("RK004", "/review/authors/1", 6, 7), ("RK004", "/learning/0/themes/0", 7, 30)]

    def test_a_number_is_shown_as_it_was_written(self, cli) -> None:
        text = HEAD + "review: {title: 2024.10}\nincidents: [{id: I1, time: 02.30}]\n"
        out = cli("render", "-", "--draft", "--to", "md", "--output", "-", stdin=text.encode()).out
        assert "# 2024.10" in out
        assert "02.30" in out

    def test_an_empty_register_line_is_no_file(self, cli) -> None:
        assert cli("check", "-", stdin=(HEAD + 'register: ""\n').encode()).code == 1


class TestNothingIsTold:
    def test_json_holds_no_text_of_the_report_in_paths_sections_or_messages(self, cli) -> None:
        text = HEAD + (
            "Kaelan: died here\nKaelan Okafor of Fern Row: x\n"
            "review: {Mum: y, title: {Okafor: x}}\n"
            "children: [{person: Kaelan Okafor, factors: {Kaelan: yes, Mum said: no}}]\n"
            "lived_experience: [{person: Fern Row}]\n"
            "register:\n  people:\n    Kaelan Okafor: {rool: x, born: Mum}\n"
            "    child_a: {name: Okafor, Kaelan, also: []}\n"
        )
        outcome = cli("check", "-", "--format", "json", stdin=text.encode())
        assert outcome.code == 1
        assert not [secret for secret in SECRETS if secret in outcome.out]
        paths = [path for code, path, _, _ in codes(outcome) if code == "RK003"]
        assert paths.count("") == 2
        assert "/register/people" in paths  # the entry's own key is a name of somebody, not of a field
        assert "Kaelan" in cli("check", "-", "--format", "json", "--show-text", stdin=text.encode()).out

    def test_a_sentence_that_stands_twice_is_not_quoted(self, cli) -> None:
        outcome = cli("check", "-", stdin=(HEAD + "Kaelan: a\nKaelan: b\n").encode())
        assert outcome.code == 2
        assert "Kaelan" not in outcome.err

    def test_a_file_name_can_not_steer_the_terminal(self, cli) -> None:
        assert "\x1b" not in cli("check", "missing\x1b[31m.yaml").err


class TestNothingIsLost:
    @pytest.mark.parametrize("command", [("check",), ("render", "--to", "md")], ids=["check", "render"])
    @pytest.mark.parametrize("name", ["report.yaml", "people.yaml", "./report.yaml"])
    def test_a_result_never_replaces_what_it_was_made_from(
        self, cli, tmp_path: Path, command: tuple[str, ...], name: str
    ) -> None:
        report, _, register = FINISHED.read_text(encoding="utf-8").partition("\nregister:\n")
        (tmp_path / "report.yaml").write_text(f"{report}\nregister: people.yaml\n", encoding="utf-8")
        (tmp_path / "people.yaml").write_text(f"register:\n{register}", encoding="utf-8")
        before = [(tmp_path / part).read_bytes() for part in ("report.yaml", "people.yaml")]
        outcome = cli(*command, "report.yaml", "--output", name)
        assert outcome.code == 2
        assert "the report itself" in outcome.err
        assert [(tmp_path / part).read_bytes() for part in ("report.yaml", "people.yaml")] == before

    def test_nor_the_house_style(self, cli, tmp_path: Path) -> None:
        assert cli("render", str(FINISHED), "--output", "style.docx").code == 0
        before = (tmp_path / "style.docx").read_bytes()
        assert cli("render", str(FINISHED), "--house-style", "style.docx", "--output", "style.docx").code == 2
        assert (tmp_path / "style.docx").read_bytes() == before

    def test_a_name_with_a_comma_stays_one(self, cli, tmp_path: Path) -> None:
        cli("new", "lcspr", "--set", "review.authors=Ruth Penhale, independent reviewer")
        text = (tmp_path / "lcspr.yaml").read_text(encoding="utf-8")
        assert '  authors:\n    - "Ruth Penhale, independent reviewer"\n' in text
        assert "  partnerships:\n    -\n" in text


@pytest.mark.skipif(os.name == "nt", reason="pipes and names of bytes are not Windows'")
class TestStrangeFolders:
    def test_a_pipe_in_a_folder_is_not_waited_for(self, cli, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.yaml")
        (tmp_path / "link.yaml").symlink_to("pipe.yaml")
        (tmp_path / "report.yaml").write_bytes(FINISHED.read_bytes())
        assert cli("check", ".").code == 0
        assert cli("check").code == 0

    def test_a_link_to_nothing_is_named_and_the_rest_is_checked(self, cli, tmp_path: Path) -> None:
        (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
        (tmp_path / "report.yaml").write_bytes(FINISHED.read_bytes())
        outcome = cli("check", ".")
        assert outcome.code == 2
        assert "a link to a file that is not there" in outcome.out
        assert "nothing to say" in outcome.out

    def test_a_closed_folder_is_named_and_the_rest_is_checked(
        self, cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "closed").mkdir()
        (tmp_path / "report.yaml").write_bytes(FINISHED.read_bytes())
        scandir = os.scandir

        def refuse(path: str):
            if os.path.basename(path) == "closed":
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refuse)
        monkeypatch.setattr(os, "access", lambda path, _: os.path.basename(path) != "closed")
        outcome = cli("check", ".", "--format", "json")
        assert outcome.code == 2
        assert codes(outcome) == [("RK001", "", 1, 1)]
        assert json.loads(outcome.out)["reports"][0]["summary"]["error"] == 0

    def test_a_name_that_is_not_utf_8(self, cli, tmp_path: Path) -> None:
        name = os.fsdecode(b"report\xff.yaml")
        try:
            (tmp_path / name).write_bytes(FINISHED.read_bytes())
        except OSError:
            pytest.skip("this system has no such names")
        assert cli("check", name, "--format", "json", "--output", "out.json").code == 0
        assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"] == []

    def test_a_folder_that_was_removed(self, cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "gone").mkdir()
        monkeypatch.chdir(tmp_path / "gone")
        (tmp_path / "gone").rmdir()
        assert cli("check").code == 2


@pytest.mark.skipif(os.name == "nt", reason="the shell's own signs")
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("check - <&-", 2, "this file is empty"),
        ("check {report} >&-", 0, ""),
        ("check {report} 2>&-", 0, ""),
        ("new lcspr --set review.title=- - <&-", 2, "stopped"),
        ("check {report} >/dev/full", 2, "No space left"),
        ("check {report} --format json >/dev/full", 2, "No space left"),
        ("new lcspr - >/dev/full", 2, "No space left"),
        ("explain >/dev/full", 2, "No space left"),
    ],
)  # fmt: skip
def test_closed_and_full_streams(line: str, code: int, said: str, tmp_path: Path) -> None:
    if "/dev/full" in line and not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    command = f"'{sys.executable}' -m reviewkit {line.format(report=FINISHED)}"
    ended = subprocess.run(command, shell=True, capture_output=True, cwd=tmp_path, check=False)  # noqa: S602
    assert ended.returncode == code
    assert said in ended.stderr.decode()
    assert b"fault of reviewkit" not in ended.stderr
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("line", [("new", "lcspr", "-"), ("check", str(FINISHED), "--format", "json")])
def test_what_is_saved_is_utf_8_whatever_the_terminal_speaks(line: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "reviewkit", *line]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    ended = subprocess.run(command, capture_output=True, env=environment, check=True)
    plain = subprocess.run(command, capture_output=True, env={**environment, "PYTHONIOENCODING": "utf-8"}, check=True)
    assert ended.stdout == plain.stdout


def test_colour_can_be_forced_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert not terminal.shows_colour()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert terminal.shows_colour()


@pytest.mark.parametrize("arguments", [("check", ""), ("render", "", "--draft"), ("schema", "lint", "missing.yaml")])
def test_a_file_that_is_not_named_or_not_there(cli, arguments: tuple[str, ...]) -> None:
    outcome = cli(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "fix:" in outcome.err
