"""Whatever goes wrong while a report is published: no file, no half paper, nothing temporary, no name in any message."""

from __future__ import annotations

import errno
import importlib
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Self

import pytest

from reviewkit import api, registry
from reviewkit.cli import papers, placing
from reviewkit.errors import LeakError, ReviewkitError
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.publication import ProvedFile
from tests.cli.test_publish import private_names
from tests.conftest import EXAMPLES

NAME = "Tayden Nwadike lives here"
REPORT = EXAMPLES / "lcspr-finished.yaml"
FAULTS: dict[str, Callable[[], BaseException]] = {
    "crash": lambda: ValueError(NAME),
    "full": lambda: OSError(errno.ENOSPC, "No space left on device", NAME),
    "stop": KeyboardInterrupt,
}
STEPS = [
    ("reviewkit.api", "load_report"),
    ("reviewkit.api.publishing", "refuse_errors"),
    ("reviewkit.anonymising.publishing", "prepare"),
    ("reviewkit.anonymising.publishing", "published_values"),
    ("reviewkit.composing.published", "compose_sections"),
    ("reviewkit.renderers.html", "_page"),
    ("reviewkit.anonymising.proof.finishing", "prove"),
    ("reviewkit.anonymising.papers.certifying", "key_file"),
    ("reviewkit.anonymising.papers.certifying", "record"),
    ("reviewkit.amending.amend", "read_yaml"),
    ("reviewkit.anonymising.papers.certifying", "certificate"),
]
LATE = 7  # the steps from here on need no publishing
BEFORE = [(call, False) for call in ("open", "fdopen", "write", "fsync", "chmod", "link", "replace")]
AFTER = [(call, True) for call in ("open", "write", "fsync", "chmod", "link", "replace")]
COMMAND = (
    "render", "report.yaml", "--anonymise", "--to", "html", "--output", "out/published.html",
    "--certificate", "out/certificate.json", "--record", "papers/record.json", "--write-key", "keys/key.json", "--issue",
)  # fmt: skip
OLD = {
    "out/published.html": b"old page",
    "out/certificate.json": b"old certificate",
    "papers/record.json": b"old record",
}


@pytest.fixture
def no_detectors(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is detected is other tests' business; here the example has to publish."""
    monkeypatch.setattr(registry, "detectors", tuple)


@pytest.fixture
def before(tmp_path: Path, no_detectors: None) -> dict[str, bytes]:
    for folder in ("out", "papers", "keys"):
        (tmp_path / folder).mkdir()
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "report.yaml").write_bytes(REPORT.read_bytes())
    return files_in(tmp_path)


@pytest.fixture(scope="module")
def proved() -> ProvedFile:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "detectors", tuple)
        return api.publish_report(load_report(str(REPORT)), "html", file_name="published.html")


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def raising(fault: Callable[[], BaseException]) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise fault()

    return fail


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("step", range(len(STEPS)), ids=[".".join(step).removeprefix("reviewkit.") for step in STEPS])
def test_a_step_that_fails_leaves_everything_as_it_was(  # noqa: PLR0917  fixtures
    cli,
    step: int,
    fault: str,
    before: dict[str, bytes],
    proved: ProvedFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module, name = STEPS[step]
    if step >= LATE:
        monkeypatch.setattr(api, "publish_report", lambda *_, **__: proved)
    monkeypatch.setattr(importlib.import_module(module), name, raising(FAULTS[fault]))
    outcome = cli(*COMMAND)
    assert outcome.code == 2, outcome.err
    assert files_in(tmp_path) == before
    assert "Tayden" not in outcome.out + outcome.err
    assert outcome.err.strip()


class Failing:
    """A call of the system that fails the nth time, before or after it has done its work."""

    def __init__(
        self, call: Callable[..., object], number: int, fault: Callable[[], BaseException], *, after: bool
    ) -> None:
        self.call, self.left, self.fault, self.after = call, number, fault, after
        self.failed = False

    def __call__(self, *arguments: object, **options: object) -> object:
        self.left -= 1
        if self.left:
            return self.call(*arguments, **options)
        self.failed = True
        if self.after:
            self.call(*arguments, **options)
        raise self.fault()


class Stream:
    """A file whose writing can fail."""

    def __init__(self, file: BinaryIO, write: Failing) -> None:
        self.file, self.failing = file, write

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> None:
        self.failing.call = self.file.write
        self.failing(data)

    def flush(self) -> None:
        self.file.flush()

    def fileno(self) -> int:
        return self.file.fileno()


def fail(patch: pytest.MonkeyPatch, call: str, failing: Failing) -> None:
    if call == "write":
        fdopen = os.fdopen
        patch.setattr(placing.os, "fdopen", lambda handle, mode: Stream(fdopen(handle, mode), failing))
    else:
        patch.setattr(placing.os, call, failing)


@pytest.fixture(scope="module")
def made(proved: ProvedFile) -> tuple[placing.Written, ...]:
    wanted = papers.Papers("out/certificate.json", "papers/record.json", "keys/key.json")
    issued = placing.Written("report.yaml", REPORT.read_bytes() + b"# entered\n")
    key, *others = papers.made(wanted, proved, load_report(str(REPORT)))
    return (key, issued, *others)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(("call", "after"), [*BEFORE, *AFTER], ids=str)
def test_a_write_that_fails_leaves_all_or_nothing(  # noqa: PLR0917  fixtures
    cli, call: str, fault: str, after: bool, before: dict[str, bytes], proved: ProvedFile,
    made: tuple[placing.Written, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Each call in turn; a link that can't be made is copied instead, and then everything is written."""
    monkeypatch.setattr(api, "publish_report", lambda *_, **__: proved)
    monkeypatch.setattr(papers, "made", lambda *_: made)
    for number in range(1, 20):
        with monkeypatch.context() as patch:
            failing = Failing(getattr(os, call), number, FAULTS[fault], after=after)
            fail(patch, call, failing)
            outcome = cli(*COMMAND)
        found = files_in(tmp_path)
        if not failing.failed:
            assert outcome.code == 0, outcome.err
            break
        assert "Tayden" not in outcome.out + outcome.err
        assert set(found) - set(before) <= {"keys/key.json"}, found.keys()
        if found != before:  # all are in their places
            changed = {name for name, data in found.items() if before.get(name) != data}
            assert changed == {*OLD, "report.yaml", "keys/key.json"}
            assert outcome.code == (0 if call == "link" else 2)
            assert call in {"link", "replace"}
            (tmp_path / "keys/key.json").unlink()
            for name, data in before.items():
                (tmp_path / name).write_bytes(data)
    else:
        pytest.fail("it never came to an end")
    assert number > 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_disk_that_is_full_takes_the_papers_back(
    cli, before: dict[str, bytes], proved: ProvedFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "publish_report", lambda *_, **__: proved)
    outcome = cli(*(part.replace("out/published.html", "/dev/full") for part in COMMAND))
    assert outcome.code == 2
    assert "can't be written" in outcome.err
    assert files_in(tmp_path) == before


def test_a_folder_that_is_not_there_for_one_paper_is_none_for_all(
    cli, before: dict[str, bytes], tmp_path: Path
) -> None:
    for name in ("out/certificate.json", "papers/record.json", "keys/key.json", "out/published.html"):
        outcome = cli(*(part.replace(name, f"nowhere/{name}") for part in COMMAND))
        assert outcome.code == 2, outcome.err
        assert files_in(tmp_path) == before


def test_a_report_that_somebody_edits_meanwhile_is_not_overwritten(
    cli, before: dict[str, bytes], proved: ProvedFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object, **__: object) -> ProvedFile:
        with (tmp_path / "report.yaml").open("a") as file:
            file.write("# a remark\n")
        return proved

    monkeypatch.setattr(api, "publish_report", slow)
    outcome = cli(*COMMAND)
    assert outcome.code == 2
    assert "changed while" in outcome.err
    assert files_in(tmp_path) == {**before, "report.yaml": before["report.yaml"] + b"# a remark\n"}


def test_a_refusal_leaves_everything_as_it_was(cli, before: dict[str, bytes], tmp_path: Path) -> None:
    text = before["report.yaml"].decode().replace("narrative: |\n", "narrative: |\n  Nwadike said so.\n\n", 1)
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    outcome = cli(*COMMAND)
    assert outcome.code == 3
    assert files_in(tmp_path) == {**before, "report.yaml": text.encode()}


# ---------------------------------------------------------------- No message holds a name

TROUBLE = """
  Nwadike said so on 14 February 2024. Mr Nwadlke came, and Ruth Penhale rang 01632 960123 about 999 000 0018.
  The fault lies with Catriona Mellish, who failed to ask. Gareth and the Hexleys' neighbour wrote to kirsty.tiernan@example.org. He was born on 7 May 2025.

"""
MESSAGES = [
    ("render", "report.yaml", "--anonymise", "--to", "docx"),
    ("render", "report.yaml", "--anonymise", "--to", "html"),
    ("render", "report.yaml", "--anonymise", "--to", "md"),
    ("render", "report.yaml", "--anonymise", "--output", "Tayden Nwadike.docx"),
    ("check", "report.yaml", "--fail-on", "note", "--format", "json"),
    ("check", "report.yaml", "--fail-on", "note", "--format", "sarif"),
    ("check", "broken.yaml", "--format", "json"),
    ("verify", "said.md", "--register", "report.yaml"),
    ("verify", "said.md", "--register", "report.yaml", "--format", "json"),
    ("verify", "said.docx", "--register", "report.yaml", "--format", "json"),
    ("verify", "said.html", "--register", "report.yaml", "--format", "json"),
    ("verify", "said.md", "--register", "report.yaml", "--against", "said.docx"),
    ("verify", "said.md", "--register", "report.yaml", "--against", "said.docx", "--format", "json"),
    ("anonymise", "said.md", "--register", "report.yaml", "-o", "out.md"),
    ("anonymise", "said.md", "--register", "broken.yaml", "-o", "out.md"),
]


@pytest.fixture
def troubled(tmp_path: Path, cli) -> Path:
    text = REPORT.read_text(encoding="utf-8")
    for form in ("md", "docx", "html"):
        (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
        assert cli("render", "report.yaml", "--to", form, "--output", f"said.{form}").code == 0
    (tmp_path / "report.yaml").write_text(
        text.replace("narrative: |\n", f"narrative: |\n{TROUBLE}", 1), encoding="utf-8"
    )
    (tmp_path / "broken.yaml").write_text(text + "\nTayden Nwadike: [", encoding="utf-8")
    return tmp_path


def names_in(said: str) -> list[str]:
    """The names of the register, and those of nobody declared, that stand in what was said."""
    sought = private_names("lcspr-finished") | {"penhale", "nwadlke", "hexleys"}
    low = said.lower()
    return sorted(name for name in sought if re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", low))


@pytest.mark.parametrize("command", MESSAGES, ids=[" ".join(command) for command in MESSAGES])
def test_no_message_holds_a_name(cli, command: tuple[str, ...], troubled: Path, request: pytest.FixtureRequest) -> None:
    outcome = cli(*command)
    assert outcome.code != 0
    said = (outcome.out + outcome.err).replace("Tayden Nwadike.docx", "")
    assert len(said) > 60
    assert "a fault of reviewkit" not in said
    assert names_in(said) == []


def test_the_page_of_findings_shows_the_report_and_is_marked(cli, troubled: Path) -> None:
    outcome = cli("check", "report.yaml", "--format", "html", "--output", "page.html")
    assert names_in(outcome.out + outcome.err) == []
    assert "CONFIDENTIAL" in (troubled / "page.html").read_text(encoding="utf-8").upper()


def test_no_exception_holds_a_name(troubled: Path) -> None:
    text = (troubled / "report.yaml").read_text(encoding="utf-8")
    tries: list[Callable[[], object]] = [
        lambda: api.publish_report(parse_report(text, "report.yaml", str(troubled))),
        lambda: api.publish_report(load_report(str(REPORT)), file_name="Tayden Nwadike.docx"),
        lambda: load_report(str(troubled / "broken.yaml")),
        lambda: api.publish_report(parse_report(text.replace("      published_as: Child L\n", ""), "report.yaml")),
        lambda: api.publish_report(
            parse_report(text.replace("published_as: Child L", "published_as: Kirsty"), "r.yaml")
        ),
    ]
    for attempt in tries:
        with pytest.raises(ReviewkitError) as raised:
            attempt()
        error = raised.value
        said = [str(error), repr(error), error.message, error.hint, repr(error.args), repr(vars(error))]
        said += error.reasons if isinstance(error, LeakError) else []
        said += traceback.format_exception(error)
        assert names_in("\n".join(said).replace("Tayden Nwadike.docx", "").replace('"Kirsty"', "")) == []


def test_what_travels_holds_no_name_and_what_stays_says_so(cli, before: dict[str, bytes], tmp_path: Path) -> None:
    outcome = cli(*COMMAND)
    assert outcome.code == 0, outcome.err
    assert names_in(outcome.out + outcome.err) == []
    assert names_in((tmp_path / "out/certificate.json").read_text(encoding="utf-8")) == []
    for name in ("papers/record.json", "keys/key.json"):
        assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["marking"].startswith("CONFIDENTIAL")
    assert list(walk(json.loads((tmp_path / "out/certificate.json").read_text(encoding="utf-8"))))


def walk(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for item in value.values():
            yield from walk(item)
    else:
        yield value


def test_a_fault_in_the_papers_says_nothing_of_them(
    cli, before: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "made", raising(FAULTS["crash"]))
    outcome = cli(*COMMAND)
    assert outcome.code == 2
    assert "Tayden" not in outcome.err
    assert files_in(tmp_path) == before
    assert sys.exc_info() == (None, None, None)
