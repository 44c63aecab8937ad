"""JSON: what is exported as its schema is what is printed, and the schema refuses everything else."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reviewkit.cli.app import cli as group
from reviewkit.cli.ending import run
from reviewkit.contracts import ReportOptions
from reviewkit.exporting.result_schema import result_schema
from reviewkit.findings import CheckedReport, Deadline
from reviewkit.loading.shipped import template_names
from reviewkit.reporters.json import REPORTER
from tests.conftest import EXAMPLES
from tests.unit.results import result_of

VALIDATORS = {
    2020: jsonschema.Draft202012Validator(result_schema(2020)),
    7: jsonschema.Draft7Validator(result_schema(7)),
}
SMALL = """\
template: lcspr
edition: "2025-provisional"
review: {status: final}
learning:
  - {id: L1, leads_to: recommendation}
recommendations:
  - {id: R1, addresses: [L1, "Alfie's list"], owner: The health trust, due: 2026-09-30}
waivers:
  - {code: RK304, reason: Measures are agreed in May., by: A. Ferris, expires: 2027-04-01}
"""

Check = Callable[..., dict[str, Any]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Checks in a folder of its own and gives the document, which must keep to both drafts of the schema."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> dict[str, Any]:
        document = result_of(tmp_path, "json", *arguments)
        for validator in VALIDATORS.values():
            validator.validate(document)
        return document

    return call


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    return path


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.yaml")))
@pytest.mark.parametrize(
    "options", [(), ("--show-text",), ("--statistics",), ("--show-text", "--statistics", "--full")]
)
def test_every_example_keeps_to_the_exported_schema(check: Check, name: str, options: tuple[str, ...]) -> None:
    document = check(str(EXAMPLES / name), *options)
    assert ("statistics" in document) == ("--statistics" in options)
    assert all(("evidence" in finding) == ("--show-text" in options) for finding in document["findings"])


def test_many_files_and_one_that_can_not_be_read(check: Check, small: Path) -> None:
    small.with_name("broken.yaml").write_text("template: lcspr\nreview: {title: 'x\n")
    document = check(".")
    unread, read = document["reports"]
    assert (unread["template"], unread["deadlines"], unread["completeness"]) == ("", [], [])
    assert read["template"] == "lcspr"


def test_who_answers_for_a_finding_travels_only_when_asked(check: Check, small: Path) -> None:
    silent, told = check("small.yaml"), check("small.yaml", "--show-text")
    assert "agreed in May" not in json.dumps(silent)
    assert "Ferris" not in json.dumps(silent)
    assert not [finding for finding in silent["findings"] if "waiver" in finding or "evidence" in finding]
    waivers = {finding["code"]: finding["waiver"] for finding in told["findings"] if finding["waived"]}
    assert waivers == {
        "RK304": {"reason": "Measures are agreed in May.", "by": "A. Ferris", "on": "", "expires": "2027-04-01"}
    }
    assert all(finding["waiver"] is None for finding in told["findings"] if not finding["waived"])


def test_the_days_that_count_for_a_report() -> None:
    done = Deadline("rapid review sent to the Panel", "2026-03-25", "2026-03-27", -2, "15 working days from 4 March")
    ahead = Deadline("LCSPR published", "2029-01-02", "", 600, "six months from 2 July 2028", unconfirmed=True)
    checked = CheckedReport("report.yaml", "lcspr", "2021", "draft", (), (), deadlines=(done, ahead))
    document = json.loads(REPORTER.report([checked], ReportOptions(version="1.0")))
    VALIDATORS[2020].validate(document)
    first, second = document["reports"][0]["deadlines"]
    assert first == {
        "step": "rapid review sent to the Panel", "due": "2026-03-25", "done": "2026-03-27", "left": -2,
        "counted": "15 working days from 4 March", "unconfirmed": False,
    }  # fmt: skip
    assert (second["done"], second["left"], second["unconfirmed"]) == ("", 600, True)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("format",), 2),
        (("tool",), "another"),
        (("more",), "x"),
        (("findings",), {}),
        (("statistics",), {"RK304": 0}),
        (("statistics",), {"Alfie": 1}),
        (("reports", 0, "summary", "error"), -1),
        (("reports", 0, "summary", "fatal"), 1),
        (("reports", 0, "template"), None),
        (("reports", 0, "completeness", 0, "asked"), "3"),
        (("reports", 0, "deadlines"), [{"step": "sent"}]),
        (("findings", 0, "code"), "E501"),
        (("findings", 0, "severity"), "info"),
        (("findings", 0, "message"), ""),
        (("findings", 0, "path"), "recommendations/0"),
        (("findings", 0, "line"), 0),
        (("findings", 0, "waived"), "no"),
        (("findings", 0, "evidence"), None),
        (("findings", 0, "waiver"), None),
        (("findings", 0, "why"), "Because."),
    ],
)
def test_the_schema_refuses_what_is_never_printed(
    check: Check, small: Path, place: tuple[str | int, ...], value: Any
) -> None:
    broken = copy.deepcopy(check("small.yaml"))
    holder: Any = broken
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    assert not any(validator.is_valid(broken) for validator in VALIDATORS.values())


@pytest.mark.parametrize("key", ["format", "reports", "findings"])
def test_the_schema_refuses_a_document_that_lacks_a_part(check: Check, small: Path, key: str) -> None:
    document = check("small.yaml")
    del document[key]
    assert not VALIDATORS[2020].is_valid(document)


@pytest.mark.parametrize("key", ["code", "message", "path", "end_column", "waived"])
def test_the_schema_refuses_a_finding_that_lacks_a_part(check: Check, small: Path, key: str) -> None:
    document = check("small.yaml", "--show-text")
    del document["findings"][0][key]
    assert not VALIDATORS[2020].is_valid(document)


def test_the_schema_refuses_a_waiver_that_does_not_fit(check: Check, small: Path) -> None:
    document = check("small.yaml", "--show-text")
    waived = next(finding for finding in document["findings"] if finding["waived"])
    other = next(finding for finding in document["findings"] if not finding["waived"])
    for finding, waiver in ((waived, None), (other, waived["waiver"]), (waived, waived["waiver"] | {"by": ""})):
        broken = copy.deepcopy(document)
        broken["findings"][document["findings"].index(finding)]["waiver"] = waiver
        assert not VALIDATORS[2020].is_valid(broken)


@pytest.mark.parametrize(("options", "draft"), [((), 2020), (("--draft", "7"), 7)])
def test_the_schema_is_exported(tmp_path: Path, options: tuple[str, ...], draft: int) -> None:
    written = tmp_path / "check-result.schema.json"
    assert not run(group, ["schema", "export", "check-result", *options, "--output", str(written)])
    exported = json.loads(written.read_text(encoding="utf-8"))
    assert exported == result_schema(draft)
    jsonschema.validators.validator_for(exported).check_schema(exported)
    assert "check-result" not in template_names()


def test_the_result_has_no_editions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "schema.json"
    assert run(group, ["schema", "export", "check-result", "--edition", "2021", "--output", str(written)]) == 2
    assert "no editions" in capsys.readouterr().err
    assert not written.exists()
