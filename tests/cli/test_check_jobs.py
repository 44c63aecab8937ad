"""`check --jobs`: shared among processes or not, the result is the same, and nobody is left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import process as pools
from multiprocessing import parent_process
from pathlib import Path

import pytest

from reviewkit import api
from reviewkit.cli import workers
from reviewkit.errors import InputError
from tests.conftest import EXAMPLES

TODAY = ("--today", "2026-03-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of all kinds, one that is no YAML, one of an unknown template."""
    place = tmp_path / "year"
    place.mkdir()
    for number in range(2):
        for example in sorted(EXAMPLES.glob("*.yaml")):
            shutil.copy(example, place / f"{number}-{example.name}")
    (place / "0-broken.yaml").write_text("template: lcspr\n a: [b\n")
    (place / "1-unknown.yaml").write_text("template: nobody-knows-it\n")
    return place


@pytest.mark.parametrize("options", [(), ("--full", "--show-text", "--statistics")], ids=["plain", "full"])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_the_number_of_processes_changes_nothing(cli, folder: Path, form: str, options: tuple[str, ...]) -> None:
    said = [cli("check", "year", "--format", form, *options, *TODAY, "--jobs", jobs) for jobs in ("1", "2", "5")]
    assert said[0].code == 2
    assert "1-lcspr-unfinished.yaml" in said[0].out
    assert said == [said[0]] * 3


def test_one_bad_file_spoils_nothing(cli, folder: Path) -> None:
    out = cli("check", "year", "-j", "3", *TODAY).out
    assert out.count("RK001") == 2
    assert "10 files" in out


def test_standard_input_is_one_of_the_files(cli, folder: Path) -> None:
    text = (EXAMPLES / "lcspr-unfinished.yaml").read_bytes()
    files = [str(path) for path in sorted(folder.glob("*.yaml"))]
    alone, shared = (cli("check", *files, "-", *TODAY, "-j", jobs, stdin=text) for jobs in ("1", "3"))
    assert alone == shared
    assert "\n-:" in shared.out


def test_word_files_are_shared_too(cli, folder: Path) -> None:
    for path in folder.glob("*finished.yaml"):
        cli("render", str(path), "--output", str(path.with_suffix(".docx")))
    (folder / "broken.docx").write_bytes(b"PK")
    alone, shared = (cli("check", "--a11y", "year", "-j", jobs) for jobs in ("1", "3"))
    assert alone == shared
    assert alone.out.count("RK001") == 1


@pytest.mark.parametrize("error", [OSError(38, "no semaphores"), NotImplementedError(), RuntimeError(), ImportError()])
def test_where_processes_are_forbidden_it_is_done_without(cli, folder: Path, monkeypatch, error: Exception) -> None:
    alone = cli("check", "year", "--jobs", "1", *TODAY)

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pools.ProcessPoolExecutor, "__init__", refuse)
    assert cli("check", "year", "--jobs", "4", *TODAY) == alone


def test_few_files_are_not_worth_a_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [str(path) for path in folder.glob("*.yaml")]
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)), raising=False)
    assert list(workers.worked(who, files, None)) == [os.getpid()] * len(files)
    monkeypatch.setattr(workers, "_ENOUGH_BYTES", 1)
    assert set(workers.worked(who, files, None)) - {os.getpid()}


def test_one_core_needs_one_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    monkeypatch.setattr(workers, "_ENOUGH_BYTES", 1)
    files = [str(path) for path in folder.glob("*.yaml")]
    assert set(workers.worked(who, files, None)) == {os.getpid()}


def who(_: str) -> int:
    return os.getpid()


def dies_elsewhere(file: str) -> str:
    if parent_process() and file == "6":
        os._exit(9)
    return file


def fails(file: str) -> str:
    if file == "6":
        raise InputError(file, "can't be read")
    return file


def test_what_a_dead_process_left_undone_is_done() -> None:
    files = [str(number) for number in range(40)]
    assert list(workers.worked(dies_elsewhere, files, 3)) == files


def test_an_error_is_the_one_that_it_would_be_without() -> None:
    with pytest.raises(InputError) as caught:
        list(workers.worked(fails, [str(number) for number in range(40)], 3))
    assert caught.value.path == "6"
    assert caught.value.__cause__ is None


def test_a_fault_of_ours_tells_nothing_of_the_report(cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Adaeze Okafor")

    monkeypatch.setattr(api, "check_report", fail)
    alone, shared = (cli("check", "year", "--jobs", jobs) for jobs in ("1", "3"))
    assert alone == shared
    assert alone.code == 2
    assert "ValueError" in shared.err
    assert "Okafor" not in shared.err + shared.out


PROGRAM = """
import multiprocessing, os, pathlib, sys, time
from reviewkit.cli import gathering, workers
from reviewkit.cli.app import main
check = gathering._check_of_many
def wait(path, **options):
    if multiprocessing.parent_process():
        pathlib.Path(f"started-{os.getpid()}").touch()
        time.sleep(600)
    return check(path, **options)
gathering._check_of_many = wait
main(["check", "year", "--jobs", "2"])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="sends Ctrl-C to a group of forked processes")
def test_ctrl_c_ends_all_of_them_without_a_traceback(folder: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=folder.parent, start_new_session=True, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while len(list(folder.parent.glob("started-*"))) < 2 and running.poll() is None:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err.strip()) == (2, "", "stopped; nothing was changed")
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def test_processes_that_are_started_anew_say_the_same(folder: Path) -> None:
    program = (
        "from reviewkit.cli import workers\nfrom reviewkit.cli.app import main\n"
        "workers._FORKS = False\nmain(['check', 'year', '--today', '2026-03-01', '--jobs', '{}'])"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program.format(jobs)], cwd=folder.parent, capture_output=True, check=False
        )
        for jobs in (1, 2)
    ]
    assert said[0].stdout == said[1].stdout
    assert [one.returncode for one in said] == [2, 2]
    assert said[0].stderr == said[1].stderr
