"""`reviewkit check`: files, folders, standard input, exit codes, waivers, both forms of output."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from reviewkit.loading import files
from tests.conftest import EXAMPLES

SMALL = """\
template: lcspr
edition: "2025-provisional"
review:
  status: final
recommendations:
  - id: R1
    text: The health trust visits every family at home after a missed health review.
    type: tools-forms
    level: single-agency
    addresses: [L1]
    owner: The health trust
    due: 2026-09-30
    implementation: {how: The pathway of missed reviews is changed and audited.}
learning:
  - {id: L1, leads_to: recommendation}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    return path


def found(outcome, code: str) -> list[dict]:
    return [finding for finding in json.loads(outcome.out)["findings"] if finding["code"] == code]


def test_a_finding_as_text(cli, small: Path) -> None:
    outcome = cli("check", "small.yaml", "--select", "RK304")
    assert outcome.code == 1
    assert outcome.out.splitlines()[:5] == [
        "small.yaml:6:5  error  RK304 recommendation-measure-missing  Recommendations › R1",
        "  | - id: R1",
        "  |   ^ R1 says what to do but not how anyone will know it helped children.",
        "  fix: add `measure:` with an outcome for children, an indicator and a review date",
        "  source: UEA/Birmingham annual review 2021, as summarised by NSPCC",
    ]


def test_a_finding_as_json(cli, small: Path) -> None:
    outcome = cli("check", "small.yaml", "--select", "RK304", "--format", "json")
    document = json.loads(outcome.out)
    assert {"format", "tool", "version", "reports", "findings"} == set(document)
    assert document["format"] == 1
    (finding,) = document["findings"]
    assert finding["path"] == "/recommendations/0/measure"
    assert (finding["line"], finding["column"]) == (6, 5)
    assert finding["waived"] is False
    assert "evidence" not in finding
    (report,) = document["reports"]
    assert report["summary"] == {"error": 1, "warning": 0, "note": 0, "waived": 0}
    assert {"section", "title", "answered", "asked"} == set(report["completeness"][0])


def test_report_text_travels_only_when_asked(cli, small: Path) -> None:
    small.write_text(SMALL.replace("[L1]", "[Chidinma]"))
    silent = cli("check", "small.yaml", "--format", "json")
    assert "Chidinma" not in silent.out
    assert found(silent, "RK006")
    told = cli("check", "small.yaml", "--format", "json", "--show-text")
    assert found(told, "RK006")[0]["evidence"] == "Chidinma"


@pytest.mark.parametrize("fail_on", ["error", "warning", "note"])
def test_fail_on(cli, small: Path, fail_on: str) -> None:
    only_warnings = ("check", "small.yaml", "--select", "RK103", "--fail-on", fail_on)
    assert cli(*only_warnings).code == (0 if fail_on == "error" else 1)


def test_select_and_ignore_take_codes_and_their_beginnings(cli, small: Path) -> None:
    codes = {
        f["code"] for f in json.loads(cli("check", "small.yaml", "--format", "json", "--select", "RK3").out)["findings"]
    }
    assert codes == {"RK304", "RK314", "RK317"}
    left = json.loads(cli("check", "small.yaml", "--format", "json", "--ignore", "RK1,RK2", "--ignore", "rk314").out)
    assert {finding["code"] for finding in left["findings"]} == {"RK304", "RK317"}


def test_an_unknown_code_is_answered_with_those_of_its_chapter(cli, small: Path) -> None:
    outcome = cli("check", "small.yaml", "--select", "RK340")
    assert outcome.code == 2
    assert "RK304" in outcome.err


def test_standard_input(cli) -> None:
    outcome = cli("check", "-", "--select", "RK304", stdin=SMALL.encode())
    assert outcome.code == 1
    assert outcome.out.startswith("-:6:5  error  RK304")


def test_without_a_path_the_only_report_is_meant(cli, small: Path, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("people: {}\n")
    assert "small.yaml:6:5" in cli("check", "--select", "RK304").out
    shutil.copy(small, tmp_path / "second.yaml")
    outcome = cli("check")
    assert outcome.code == 2
    assert "second.yaml, small.yaml" in outcome.err


def test_without_any_report_it_says_how_to_start(cli) -> None:
    outcome = cli("check")
    assert outcome.code == 2
    assert "reviewkit new" in outcome.err


def test_a_folder(cli, small: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    shutil.copy(small, tmp_path / "more" / "second.yml")
    (tmp_path / "people.yaml").write_text("people: {}\n")
    (tmp_path / ".hidden").mkdir()
    shutil.copy(small, tmp_path / ".hidden" / "old.yaml")
    outcome = cli("check", ".", "--select", "RK304", "--format", "json")
    assert outcome.code == 1
    assert [report["file"] for report in json.loads(outcome.out)["reports"]] == ["./small.yaml", "./more/second.yml"]
    assert outcome.err == "skipped, no reports: ./people.yaml\n"


def test_among_several_an_unreadable_file_is_a_finding_and_the_rest_is_checked(
    cli, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("template: lcspr\nreview: {title: 'x\n")
    outcome = cli("check", "broken.yaml", "small.yaml", "missing.yaml", "--format", "json", "--select", "RK304")
    assert outcome.code == 2
    assert [(finding["code"], finding["file"]) for finding in json.loads(outcome.out)["findings"]] == [
        ("RK001", "broken.yaml"), ("RK304", "small.yaml"), ("RK001", "missing.yaml"),
    ]  # fmt: skip
    assert "could not be read" in cli("check", "broken.yaml", "small.yaml").out


@pytest.mark.parametrize("name", ["missing.yaml", "folder-without-reports", "report.docx"])
def test_what_can_not_be_checked_ends_with_2_and_a_way_out(cli, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder-without-reports").mkdir()
    (tmp_path / "report.docx").write_bytes(b"PK\x03\x04")
    outcome = cli("check", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert name in outcome.err
    assert "fix:" in outcome.err


def test_an_unreadable_file(cli, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")  # as a superuser, CI may read everything

    monkeypatch.setattr(files, "open", refuse, raising=False)
    outcome = cli("check", "small.yaml")
    assert outcome.code == 2
    assert "may not be read" in outcome.err


def test_statistics(cli, small: Path) -> None:
    out = cli("check", "small.yaml", "--statistics").out
    assert "RK304 recommendation-measure-missing" in out.split("Findings by rule")[1]
    assert json.loads(cli("check", "small.yaml", "--statistics", "--format", "json").out)["statistics"]["RK304"] == 1


def test_output_goes_to_a_file_whole_or_not_at_all(cli, small: Path, tmp_path: Path) -> None:
    assert cli("check", "small.yaml", "--format", "json", "--output", "out.json").code == 1
    assert json.loads((tmp_path / "out.json").read_text())["findings"]
    assert cli("check", "small.yaml", "--output", ".").code == 2


class TestWaivers:
    WAIVER = (
        "waivers:\n  - {code: RK304, path: /recommendations/0, reason: The measure is agreed in May., "
        'by: "A. Ferris, quality lead"'
    )

    def test_a_waived_finding_stays_and_no_longer_fails(self, cli, small: Path) -> None:
        small.write_text(SMALL + self.WAIVER + "}\n")
        outcome = cli("check", "small.yaml", "--select", "RK304,RK008")
        assert outcome.code == 0
        assert "waived error" in outcome.out
        assert "A. Ferris" in outcome.out

    @pytest.mark.parametrize(
        ("waiver", "severity"),
        [
            ("{code: RK304, by: A. Ferris}", "error"),
            ("{code: RK304, reason: Soon.}", "error"),
            ("{code: RK004, reason: x, by: y}", "error"),
            ("{code: RK999, reason: x, by: y}", "error"),
            ("{code: RK306, reason: It has one., by: y}", "warning"),
            ("{code: RK304, reason: x, by: y, expires: 2026-01-01}", "warning"),
        ],
    )
    def test_its_faults(self, cli, small: Path, waiver: str, severity: str) -> None:
        small.write_text(SMALL + f"waivers:\n  - {waiver}\n")
        outcome = cli("check", "small.yaml", "--format", "json", "--today", "2026-06-01")
        assert [finding["severity"] for finding in found(outcome, "RK008")] == [severity]


def test_today_must_be_a_date(cli, small: Path) -> None:
    assert "2026-03-14" in cli("check", "small.yaml", "--today", "tomorrow").err


@pytest.mark.parametrize("name", ["lcspr-finished.yaml", "rapid-review-finished.yaml"])
@pytest.mark.parametrize("today", ["2020-01-01", "2026-06-01", "2045-12-31"])
def test_the_finished_examples_give_no_finding_whatever_the_day(cli, name: str, today: str) -> None:
    outcome = cli("check", str(EXAMPLES / name), "--today", today, "--fail-on", "note", "--format", "json")
    assert json.loads(outcome.out)["findings"] == []
    assert outcome.code == 0


def test_a_hostile_report_can_not_steer_the_terminal(cli, small: Path) -> None:
    small.write_text(SMALL.replace("[L1]", '["\u202eevil\u200b"]'))
    outcome = cli("check", "small.yaml", "--select", "RK006")
    assert "\u202e" not in outcome.out
    assert "\x1b" not in outcome.out


def test_a_request_to_wait_silences_what_can_not_be_done_meanwhile(cli, small: Path) -> None:
    small.write_text(
        SMALL + "views:\n  family:\n    - {person: father, reason_absent: no-reply}\n"
        "parallel_processes:\n  - kind: criminal-court\n    state: open\n"
        "    hold: {asked_by: West Marshire Police, since: 2026-02-02, review_on: 2026-09-01}\n"
    )
    before = cli("check", "small.yaml", "--format", "json", "--today", "2026-06-01")
    after = cli("check", "small.yaml", "--format", "json", "--today", "2026-09-01")
    assert (len(found(before, "RK204")), len(found(after, "RK204"))) == (0, 1)


def test_a_waiver_of_a_code_that_was_not_asked_for_is_not_called_unused(cli, small: Path) -> None:
    small.write_text(SMALL + TestWaivers.WAIVER + "}\n")
    assert found(cli("check", "small.yaml", "--format", "json", "--ignore", "RK304"), "RK008") == []


def test_the_length_of_the_whole_report(cli, small: Path) -> None:
    def at_the_top(outcome) -> list[str]:
        return [finding["message"] for finding in found(outcome, "RK106") if finding["path"] == ""]

    command = ("check", "small.yaml", "--format", "json")
    assert "at least 4000" in at_the_top(cli(*command))[0]
    small.write_text(SMALL.replace("status: final", "status: draft"))
    assert at_the_top(cli(*command)) == []
    small.write_text(SMALL.replace("status: final", "status: draft") + "narrative: |\n  " + "word " * 17_000 + "\n")
    assert [finding["path"] for finding in found(cli(*command), "RK506")] == [""]


class TestManyReports:
    def test_a_folder_gives_a_table_and_what_could_not_be_read(self, cli, small: Path, tmp_path: Path) -> None:
        small.rename(tmp_path / "one.yaml")
        (tmp_path / "two.yaml").write_text(
            'template: rapid-review\nedition: "2025-provisional"\nreview: {status: draft}\n', encoding="utf-8"
        )
        (tmp_path / "broken.yaml").write_text("template: lcspr\nreview: [\n", encoding="utf-8")
        result = cli("check", str(tmp_path), "--today", "2026-06-01")
        assert result.code == 2
        lines = result.out.splitlines()
        head = next(number for number, line in enumerate(lines) if line.startswith("report "))
        assert [line.split()[0].rpartition("/")[2] for line in lines[head + 1 : head + 4]] == [
            "broken.yaml", "one.yaml", "two.yaml",
        ]  # fmt: skip
        assert "could not be read" in lines[head + 1]
        assert "RK001" in result.out
        assert "RK101" not in result.out

    def test_full_shows_every_finding_of_a_folder(self, cli, small: Path, tmp_path: Path) -> None:
        (tmp_path / "two.yaml").write_text(small.read_text(encoding="utf-8"), encoding="utf-8")
        assert "fix:" not in cli("check", str(tmp_path)).out
        assert "fix:" in cli("check", str(tmp_path), "--full").out

    def test_named_files_are_shown_whole_before_the_table(self, cli, small: Path, tmp_path: Path) -> None:
        other = tmp_path / "two.yaml"
        other.write_text(small.read_text(encoding="utf-8"), encoding="utf-8")
        said = cli("check", str(small), str(other), "--full").out
        assert 0 < said.index("fix:") < said.index("next deadline")


def test_the_words_that_led_to_a_finding_are_underlined_where_they_stand(cli, tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    report.write_text(
        'template: lcspr\nedition: "2025-provisional"\nfamily:\n  household: |\n'
        "    The nurse came at noon.\n    She noted poor home conditions again.\n",
        encoding="utf-8",
    )
    lines = cli("check", str(report), "--select", "RK501").out.splitlines()
    at = next(number for number, line in enumerate(lines) if "poor home" in line)
    assert lines[at].startswith("6 | ")
    start, end = lines[at + 1].index("^"), lines[at + 1].rindex("^") + 1
    assert lines[at][start:end] == "poor home conditions"


@pytest.mark.parametrize("form", ["json", "sarif", "html"])
def test_a_file_named_after_somebody_of_the_case_is_not_called_so_where_the_result_travels(
    cli, form: str, tmp_path: Path
) -> None:
    case = "register:\n  people:\n    child_a: {name: Jayden Michael Okafor, also: [Jay], role: child}\n"
    folder = tmp_path / "OkaforFamily"
    folder.mkdir()
    (folder / "jayden o.yaml").write_text(f'template: lcspr\nedition: "2025-provisional"\n{case}', encoding="utf-8")
    told = cli("check", "OkaforFamily/jayden o.yaml", "--format", form)
    assert told.out
    assert not re.search(r"jayden|okafor", told.out, re.IGNORECASE)
    assert "jayden o.yaml" in cli("check", "OkaforFamily/jayden o.yaml").out
