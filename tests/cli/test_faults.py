"""When something goes wrong: one clear message, exit 2, what stood there is whole, and no report text anywhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewkit import api
from reviewkit.cli import writing
from tests.conftest import EXAMPLES

FINISHED = str(EXAMPLES / "rapid-review-finished.yaml")
OUTPUTS = [
    ("new", "lcspr", "{}", "--force"),
    ("check", FINISHED, "--output", "{}"),
    ("render", FINISHED, "--to", "markdown", "--output", "{}"),
    ("schema", "export", "lcspr", "--output", "{}"),
    ("schema", "show", "lcspr", "--output", "{}"),
]


def into(command: tuple[str, ...], target: object) -> list[str]:
    return [part.replace("{}", str(target)) for part in command]


@pytest.mark.parametrize("command", OUTPUTS, ids=[" ".join(command[:2]) for command in OUTPUTS])
class TestOutputs:
    def test_a_full_disk(self, cli, command: tuple[str, ...]) -> None:
        if not os.path.exists("/dev/full"):
            pytest.skip("this system has no /dev/full")
        outcome = cli(*into(command, "/dev/full"))
        assert outcome.code == 2
        assert "can't be written" in outcome.err
        assert "fix:" in outcome.err

    def test_a_folder_that_is_not_there(self, cli, command: tuple[str, ...]) -> None:
        outcome = cli(*into(command, "nowhere/out"))
        assert outcome.code == 2
        assert "can't be written" in outcome.err

    def test_a_folder_instead_of_a_file(self, cli, command: tuple[str, ...], tmp_path: Path) -> None:
        outcome = cli(*into(command, tmp_path))
        assert outcome.code == 2
        assert "is a folder" in outcome.err

    @pytest.mark.parametrize(
        "fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stop"]
    )
    def test_the_old_file_stays_whole_and_nothing_is_left_behind(
        self, cli, command: tuple[str, ...], fault: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "out").write_text("precious")

        def fail(*_: object) -> None:
            raise fault

        monkeypatch.setattr(writing.os, "fsync", fail)
        outcome = cli(*into(command, "out"))
        assert outcome.code == 2
        assert (tmp_path / "out").read_text() == "precious"
        assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_render_does_not_overwrite_its_own_report(cli, tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_bytes(Path(FINISHED).read_bytes())
    outcome = cli("render", "report.yaml", "--to", "md", "--output", "report.yaml")
    assert outcome.code == 2
    assert "the report itself" in outcome.err
    assert (tmp_path / "report.yaml").read_bytes() == Path(FINISHED).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("render", FINISHED, "--to", "rtf"), "choose one of"),
        (("render", FINISHED, "--draft", "--anonymise"), "leave out"),
        (("render", FINISHED, "--to", "html", "--house-style", "x.docx"), "--to docx"),
        (("render", FINISHED, "--house-style", "missing.docx"), "check the name"),
        (("render", FINISHED, "--house-style", FINISHED), "Word"),
        (("check", FINISHED, "--format", "xml"), "choose one of"),
        (("schema", "show", "lcspor"), "lcspr"),
        (("schema", "export", "lcspr", "--edition", "1999"), "2025-provisional"),
        (("explain", "RK999"), "explain"),
        (("render",), "reviewkit new"),
    ],
)
def test_a_request_that_makes_no_sense(cli, arguments: tuple[str, ...], said: str) -> None:
    outcome = cli(*arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_a_report_with_errors_is_not_made_final(cli, tmp_path: Path) -> None:
    outcome = cli("render", str(EXAMPLES / "lcspr-unfinished.yaml"))
    assert outcome.code == 1
    assert "--draft" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_shows_its_place_and_nothing_of_the_report(cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Kaelan Braithwaite lives here")

    monkeypatch.setattr(api, "check_report", fail)
    outcome = cli("check", FINISHED)
    assert outcome.code == 2
    assert "a fault of reviewkit (ValueError" in outcome.err
    assert "Kaelan" not in outcome.err + outcome.out


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "reviewkit", "new", "lcspr", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.skipif(os.name == "nt", reason="signals are not Windows'")
def test_an_interruption_ends_cleanly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reviewkit", "check", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 2
    assert b"Traceback" not in err
    assert out == b""
