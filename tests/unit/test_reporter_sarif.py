"""SARIF: valid by its schema, stable from run to run, and without a word of the report unless that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reviewkit.loading.yaml_reader import read_yaml
from tests.conftest import EXAMPLES
from tests.unit.results import result_of

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)
SENTINEL = "Qwyxz Vrrt"
SMALL = """\
template: lcspr
edition: "2025-provisional"
review: {status: final}
learning:
  - {id: L1, leads_to: recommendation}
recommendations:
  - id: R1
    text: The health trust visits every family at home after a missed health review.
    addresses: [L1]
    owner: The health trust
    due: 2026-09-30
    implementation: {how: The pathway of missed reviews is changed and audited.}
"""
WAIVER = """\
waivers:
  - {code: RK304, reason: Measures are agreed in May., by: A. Ferris, on: 2026-04-01, expires: 2027-04-01}
"""

Sarif = Callable[..., dict[str, Any]]


@pytest.fixture
def sarif(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sarif:
    """Checks in a folder of its own and gives the one run of the log, which must be valid."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> dict[str, Any]:
        document = result_of(tmp_path, "sarif", *arguments)
        VALIDATOR.validate(document)
        (log,) = document["runs"]
        return log

    return call


def results(log: dict[str, Any], code: str) -> list[dict[str, Any]]:
    return [result for result in log["results"] if result["ruleId"] == code]


def region(result: dict[str, Any]) -> dict[str, Any]:
    (location,) = result["locations"]
    return location["physicalLocation"]["region"]


def uri(result: dict[str, Any]) -> str:
    return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.yaml")))
@pytest.mark.parametrize("options", [(), ("--show-text",), ("--full", "--statistics")])
def test_every_example_gives_a_valid_log_with_all_findings(sarif: Sarif, name: str, options: tuple[str, ...]) -> None:
    log = sarif(str(EXAMPLES / name), *options)
    assert log["columnKind"] == "unicodeCodePoints"
    assert log["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert [artifact["location"]["uri"] for artifact in log["artifacts"]] == [name]
    assert bool(log["results"]) == ("unfinished" in name)
    for result in log["results"]:
        assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_says_what_it_flags_why_and_what_to_do(sarif: Sarif, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    (rule,) = sarif("small.yaml", "--select", "RK304")["tool"]["driver"]["rules"]
    assert rule["name"] == "recommendation-measure-missing"
    assert rule["shortDescription"]["text"].endswith(".")
    assert rule["fullDescription"]["text"].endswith(".")
    assert rule["help"]["text"].startswith("What to do: add `measure:`")
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_a_result_says_where_in_the_file_and_in_the_report(sarif: Sarif, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    (result,) = results(sarif("small.yaml"), "RK304")
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("R1 says what to do")
    assert "What to do: add" in result["message"]["text"]
    (location,) = result["locations"]
    (logical,) = location["logicalLocations"]
    assert logical["fullyQualifiedName"] == "/recommendations/0/measure"
    assert location["message"]["text"] == "Recommendations › R1"
    assert uri(result) == "small.yaml"
    assert (region(result)["startLine"], region(result)["startColumn"]) == (7, 5)


def test_columns_count_characters_and_the_excerpt_is_what_stands_there(sarif: Sarif, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(
        'template: lcspr\nedition: "2025-provisional"\nreview: {title: "Écho 👨‍👩‍👧 é", kind: nonsense}\n',
        encoding="utf-8",
    )
    (result,) = results(sarif("small.yaml", "--show-text"), "RK004")
    assert region(result)["snippet"]["text"] == "nonsense"
    assert region(result)["endColumn"] - region(result)["startColumn"] == len("nonsense")


def test_braces_are_written_twice_since_one_would_be_a_place_to_fill_in(sarif: Sarif, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL + "publication: {form: full}\n")
    texts = [result["message"]["text"] for result in sarif("small.yaml")["results"]]
    assert not [text for text in texts if "{" in text.replace("{{", "") or "}" in text.replace("}}", "")]


def test_a_waiver_is_a_suppression_and_its_reason_travels_only_when_asked(sarif: Sarif, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL + WAIVER)
    log = sarif("small.yaml")
    (waived,) = results(log, "RK304")
    assert waived["suppressions"] == [{"kind": "inSource", "status": "accepted"}]
    assert [result["ruleId"] for result in log["results"] if result["suppressions"]] == ["RK304"]
    (told,) = results(sarif("small.yaml", "--show-text"), "RK304")
    assert told["suppressions"][0]["justification"] == (
        "Measures are agreed in May. (A. Ferris, on 2026-04-01, until 2027-04-01)"
    )


def test_a_folder_with_a_file_that_can_not_be_read(sarif: Sarif, tmp_path: Path) -> None:
    folder = tmp_path / "reviews é"
    (folder / "more").mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL)
    (folder / "more" / "broken.yaml").write_text("template: lcspr\nreview: {title: 'x\n")
    log = sarif(str(folder), "--full")
    assert log["invocations"][0]["executionSuccessful"] is False
    (notification,) = log["invocations"][0]["toolExecutionNotifications"]
    assert notification["associatedRule"] == {"id": "RK001"}
    (unread,) = results(log, "RK001")
    assert uri(unread) == "reviews%20%C3%A9/more/broken.yaml"
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri(unread)
    assert {uri(result) for result in results(log, "RK304")} == {"reviews%20%C3%A9/small.yaml"}
    assert len(log["artifacts"]) == 2


def test_no_path_of_the_machine_travels(sarif: Sarif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / "elsewhere" / name).mkdir(parents=True)
        (tmp_path / "elsewhere" / name / "small.yaml").write_text(SMALL)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    files = [str(tmp_path / "elsewhere" / "one" / "small.yaml"), "../elsewhere/two/small.yaml"]
    log = sarif(*files)
    assert {uri(result) for result in log["results"]} == {"one/small.yaml", "two/small.yaml"}
    assert {uri(result) for result in sarif(files[0])["results"]} == {"small.yaml"}


def test_a_register_in_a_file_of_its_own(sarif: Sarif, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL + "register: people.yaml\n")
    (tmp_path / "people.yaml").write_text(
        "people:\n  child_a: {name: Alfie Thorne, role: child, published_as: Child A}\n"
    )
    log = sarif("small.yaml")
    (result,) = results(log, "RK604")
    assert uri(result) == "people.yaml"
    assert result["level"] == "warning"
    assert [artifact["location"]["uri"] for artifact in log["artifacts"]] == ["small.yaml", "people.yaml"]


def fingerprints(log: dict[str, Any], code: str) -> list[str]:
    return [value for result in results(log, code) for value in result["partialFingerprints"].values()]


def test_a_fingerprint_outlives_what_is_added_before_it(sarif: Sarif, tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    before = fingerprints(sarif("small.yaml"), "RK304")
    path.write_text(
        SMALL.replace("review:", "# Seen on 3 May.\nreview:").replace(
            "recommendations:\n", "recommendations:\n  - {id: R9, addresses: [L1]}\n"
        )
    )
    after = fingerprints(sarif("small.yaml"), "RK304")
    assert len(before) == 1
    assert len(after) == 2
    assert set(before) < set(after)


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*-unfinished.yaml")))
def test_no_two_findings_share_a_fingerprint(sarif: Sarif, name: str) -> None:
    found = [
        value for result in sarif(str(EXAMPLES / name))["results"] for value in result["partialFingerprints"].values()
    ]
    assert len(found) == len(set(found))


def planted(value: Any, *, everywhere: bool) -> Any:
    """The report with the sentinel in each text that has a blank, or in each text but ids."""
    if isinstance(value, dict):
        kept = ("template", "edition", "id", "code")
        return {key: text if key in kept else planted(text, everywhere=everywhere) for key, text in value.items()}
    if isinstance(value, list):
        return [planted(item, everywhere=everywhere) for item in value]
    return f"{value} {SENTINEL}" if isinstance(value, str) and (everywhere or " " in value) else value


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("everywhere", [False, True])
@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.yaml")))
def test_without_show_text_no_word_of_the_report_travels(
    sarif: Sarif, tmp_path: Path, name: str, *, everywhere: bool
) -> None:
    report = read_yaml((EXAMPLES / name).read_text(encoding="utf-8"), name).value
    report["waivers"] = [{"code": "RK106", "reason": "Agreed.", "by": "A. Ferris"}]
    report |= {f"{SENTINEL} was seen": "so a colon in prose parses", "unknown_key": SENTINEL}
    report = planted(report, everywhere=everywhere)
    (tmp_path / "report.yaml").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    silent, told = (sarif("report.yaml", *options) for options in ((), ("--show-text",)))
    for word in SENTINEL.lower().split():
        assert not [text for text in strings(silent) if word in text.lower()]
    assert len(silent["results"]) == len(told["results"])
    assert any(SENTINEL in text for text in strings(told))
