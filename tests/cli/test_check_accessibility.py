"""`reviewkit check --a11y`, as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewkit.accessibility.samples import holding, para, picture, row, table
from reviewkit.contracts import WordSample
from tests.cli.conftest import Outcome
from tests.conftest import EXAMPLES
from tests.unit.test_accessibility_rules import as_file

Cli = Callable[..., Outcome]
BAD = as_file(WordSample(para("Okafor family", "Heading1") + table(row("a", "b"), row("c", "d")) + holding(picture())))
WARNED = as_file(WordSample(para("- Okafor") + para("- two")))
GOOD = as_file(WordSample(para("One", "Heading1") + para("Text")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in (("bad.docx", BAD), ("warned.docm", WARNED), ("good.dotx", GOOD), ("~$bad.docx", b"x")):
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_findings_end_with_1_and_say_where_what_and_how(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "bad.docx")
    assert done.code == 1
    assert "bad.docx  error  RK709 table-header\n  Table 1, after heading 1 (level 1): no row is marked" in done.out
    assert "fix: right-click the first row > Table Properties" in done.out
    assert "source: WCAG 2.2" in done.out
    assert "bad.docx: 2 errors\n" in done.out


def test_the_end_says_what_no_program_can_check_and_promises_nothing(cli: Cli, folder: Path) -> None:
    for name in ("bad.docx", "good.dotx"):
        said = " ".join(cli("check", "--a11y", name).out.split())
        assert "No program can check whether the order of reading makes sense" in said
        assert "rules looked at language and properties, headings, tables" in said
        assert "accessible" not in said.replace("Publishing accessible documents", "")
        assert "compliant" not in said


def test_nothing_found_ends_with_0(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "good.dotx")
    assert done.code == 0
    assert "good.dotx: nothing found by these rules" in done.out


def test_fail_on(cli: Cli, folder: Path) -> None:
    assert cli("check", "--a11y", "warned.docm").code == 0
    assert cli("check", "--a11y", "warned.docm", "--fail-on", "warning").code == 1


def test_select_ignore_and_statistics(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "bad.docx", "--select", "RK70,RK713", "--ignore", "rk709", "--statistics")
    assert "RK709" not in done.out
    assert "    1  RK713 alternative-text-missing" in done.out
    assert "9 rules looked. No program" in done.out


def test_codes_of_the_other_kind_are_named_as_such(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "bad.docx", "--select", "RK304")
    assert (done.code, done.out) == (2, "")
    assert "RK304 is about reports" in done.err
    done = cli("check", str(EXAMPLES / "lcspr-finished.yaml"), "--ignore", "RK7")
    assert done.code == 2
    assert "--a11y" in done.err


def test_json_holds_words_of_the_file_only_on_request(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "warned.docm", "--format", "json")
    result = json.loads(done.out)
    assert result["reports"][0]["template"] == "word-file"
    assert [finding["path"] for finding in result["findings"]] == ["/body/paragraph/1"]
    assert "Okafor" not in done.out
    assert "- Okafor" in cli("check", "--a11y", "warned.docm", "--format", "json", "--show-text").out


def test_html_is_a_page(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "bad.docx", "--format", "html", "--output", "page.html")
    assert done.code == 1
    assert "RK709 table-header" in (folder / "page.html").read_text(encoding="utf-8")


def test_sarif_says_why_and_what_to_do(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "bad.docx", "--format", "sarif")
    assert done.code == 1
    run = json.loads(done.out)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["RK709", "RK713"]
    assert run["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "/body/table/1"


def test_docx_is_no_form_for_it(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", "bad.docx", "--format", "docx", "--output", "x.docx")
    assert done.code == 2
    assert "choose text, html, json or sarif" in done.err


def test_a_result_never_replaces_the_file(cli: Cli, folder: Path) -> None:
    assert cli("check", "--a11y", "bad.docx", "--output", "bad.docx").code == 2
    assert (folder / "bad.docx").read_bytes() == BAD


def test_of_a_folder_a_line_for_each_word_file(cli: Cli, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "other.DOCX").write_bytes(GOOD)
    done = cli("check", "--a11y", ".")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[:4] == [
        "./bad.docx: 2 errors", "./good.dotx: nothing found by these rules", "./warned.docm: 1 warning",
        "./sub/other.DOCX: nothing found by these rules",
    ]  # fmt: skip
    assert "4 files: 2 errors, 1 warning" in lines
    assert "RK709" in cli("check", "--a11y", ".", "--full").out


def test_one_file_among_several_that_cannot_be_read_is_a_finding(cli: Cli, folder: Path) -> None:
    (folder / "odd.docx").write_bytes(b"no")
    done = cli("check", "--a11y", "good.dotx", "odd.docx")
    assert done.code == 2
    assert "odd.docx: could not be read" in done.out
    assert "good.dotx: nothing found" in done.out
    alone = cli("check", "--a11y", "odd.docx")
    assert (alone.code, alone.out) == (2, "")
    assert "odd.docx: this is not a Word file" in alone.err


def test_standard_input(cli: Cli) -> None:
    done = cli("check", "--a11y", "-", stdin=BAD)
    assert done.code == 1
    assert "-: 2 errors" in done.out


def test_without_a_name_the_only_word_file_is_meant(cli: Cli, tmp_path: Path) -> None:
    assert "no Word file in this folder" in cli("check", "--a11y").err
    (tmp_path / "one.docx").write_bytes(GOOD)
    assert "one.docx: nothing found" in cli("check", "--a11y").out
    (tmp_path / "two.docx").write_bytes(GOOD)
    assert "one.docx, two.docx" in cli("check", "--a11y").err


def test_a_report_is_no_word_file_and_a_word_file_no_report(cli: Cli, folder: Path) -> None:
    done = cli("check", "--a11y", str(EXAMPLES / "lcspr-finished.yaml"))
    assert done.code == 2
    assert "this is a report in YAML, not a Word file" in done.err
    done = cli("check", "bad.docx")
    assert done.code == 2
    assert "reviewkit check --a11y bad.docx" in done.err


def test_files_that_are_locked_or_too_large(cli: Cli, folder: Path) -> None:
    (folder / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(1000))
    assert "password" in cli("check", "--a11y", "locked.docx").err
    with (folder / "large.docx").open("wb") as file:
        file.truncate(21 << 20)
    done = cli("check", "--a11y", "large.docx")
    assert done.code == 2
    assert "larger than 20 MB" in done.err


def test_a_pdf_is_told_apart(cli: Cli, folder: Path) -> None:
    (folder / "x.pdf").write_bytes(b"%PDF-1.7 x")
    assert "this is a PDF" in cli("check", "--a11y", "x.pdf").err


def test_explain_knows_the_rules(cli: Cli) -> None:
    page = cli("explain", "rk709").out
    assert "RK709 table-header" in page
    assert "What to do in Word" in page
    assert "(WCAG) 2.2" in page
    assert "Repeat as header row" in " ".join(page.split())
    assert "RK709  error    A table has no row marked as its header." in cli("explain").out


def test_a_check_of_reports_knows_nothing_of_the_room(tmp_path: Path) -> None:
    report = str(EXAMPLES / "lcspr-finished.yaml")
    program = (
        "import sys\nfrom reviewkit.cli.app import cli as group\nfrom reviewkit.cli.ending import run\n"
        f"run(group, ['check', {report!r}])\nsys.stderr.write('\\n'.join(['MODULES', *sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert not [name for name in done.stderr.partition("MODULES\n")[2].splitlines() if "accessibility" in name]
