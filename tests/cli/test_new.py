"""`reviewkit new`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.scaffolding.writing import as_yaml
from reviewkit.schema import Field
from tests.cli.conftest import Outcome

TEMPLATES = template_names()


def keys_of(field: Field) -> list[str]:
    # What has been published is entered by the tool itself.
    members = () if field.id == "published" else field.members()
    return [field.id, *(key for inner in members for key in keys_of(inner))]


@pytest.mark.parametrize("template", TEMPLATES)
class TestNewReport:
    def test_it_reads_as_a_to_do_list_and_has_no_structural_finding(self, cli, template: str) -> None:
        assert cli("new", template).code == 0
        checked = cli("check", f"{template}.yaml", "--format", "json")
        findings = json.loads(checked.out)["findings"]
        assert checked.code == 1
        assert len(findings) > 20
        assert not [finding for finding in findings if finding["code"].startswith("RK0")]
        told = cli("check", f"{template}.yaml").out
        assert "not started" in told
        assert "|" not in told  # no block: nothing is wrong yet

    def test_every_field_stands_in_it_with_its_guidance(self, cli, template: str) -> None:
        text = cli("new", template, "-").out
        loaded = load_template(template)
        words = " ".join(text.replace("#", " ").split())
        for section in loaded.sections:
            for key in keys_of(section):
                assert f"{key}:" in text
            assert section.guidance in words

    def test_no_line_is_too_long_to_read(self, cli, template: str) -> None:
        assert max(map(len, cli("new", template, "-").out.splitlines())) <= 120


def test_the_editor_schema_stands_beside_it(cli, tmp_path: Path) -> None:
    cli("new", "lcspr", "mine.yaml")
    assert (tmp_path / "mine.yaml").read_text().startswith("# yaml-language-server: $schema=lcspr.schema.json\n")
    assert json.loads((tmp_path / "lcspr.schema.json").read_text())["$schema"].startswith(
        "http://json-schema.org/draft-07"
    )


def test_printed_it_writes_nothing(cli, tmp_path: Path) -> None:
    assert cli("new", "lcspr", "-").out.startswith("# yaml-language-server")
    assert list(tmp_path.iterdir()) == []


def test_settings_are_filled_in_and_checked(cli) -> None:
    text = cli(
        "new", "lcspr", "-", "--set", 'review.title=LCSPR: "Child K" #1', "--set", "review.status=draft",
        "--set", "review.partnerships=West Marshire SCP", "--set", "narrative=Two lines\nof prose",
        "--set", "children.person=child_a", "--set", "learning.0.id=L1",
    ).out  # fmt: skip
    assert 'title: "LCSPR: \\"Child K\\" #1"' in text
    assert "narrative: |\n  Two lines\n  of prose" in text
    assert "partnerships:\n    - West Marshire SCP\n" in text
    assert "- id: L1" in text


@pytest.mark.parametrize(
    ("setting", "said", "way_out"),
    [
        ("review.titel=x", "no field `titel`", "title"),
        ("reviw.title=x", "no field `reviw`", "review"),
        ("review.status=draught", "not in the list", "draft"),
        ("review.period.from=yesterday", "not a date", "2026-03-14"),
        ("review=x", "several fields", "review."),
        ("review.title", "KEY=VALUE", "review.status"),
        ("children.0.health=x", "confidential", "=-"),
        ("=x", "KEY=VALUE", "review.title"),
    ],
)
def test_a_setting_that_does_not_fit_is_refused(cli, setting: str, said: str, way_out: str, tmp_path: Path) -> None:
    outcome: Outcome = cli("new", "lcspr", "--set", setting)
    assert outcome.code == 2
    assert said in outcome.err
    assert way_out in outcome.err
    assert not (tmp_path / "lcspr.yaml").exists()


def test_confidential_settings_are_asked_for(cli) -> None:
    text = cli("new", "lcspr", "-", "--set", "incidents.place=-", stdin=b"12 Fern Row\n").out
    assert "place: 12 Fern Row" in text


def test_it_overwrites_only_when_told(cli, tmp_path: Path) -> None:
    (tmp_path / "lcspr.yaml").write_text("precious")
    refused = cli("new", "lcspr")
    assert refused.code == 2
    assert "--force" in refused.err
    assert (tmp_path / "lcspr.yaml").read_text() == "precious"
    assert cli("new", "lcspr", "--force").code == 0
    assert "precious" not in (tmp_path / "lcspr.yaml").read_text()


def test_an_unknown_template_is_answered_with_the_nearest(cli) -> None:
    outcome = cli("new", "rapid-reviw")
    assert outcome.code == 2
    assert "did you mean rapid-review?" in outcome.err


@pytest.mark.parametrize("path", ["", "sub", "nowhere/report.yaml"])
def test_a_target_that_can_not_be_written(cli, tmp_path: Path, path: str) -> None:
    (tmp_path / "sub").mkdir()
    outcome = cli("new", "lcspr", path or str(tmp_path))
    assert outcome.code == 2
    assert "fix:" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_short_example_can_be_copied_as_it_stands(template: str) -> None:
    def leaves(field: Field) -> Iterator[Field]:
        yield field
        for inner in field.fields:
            yield from leaves(inner)

    for section in load_template(template).sections:
        for field in leaves(section):
            if field.example and field.type in ("line", "lines", "owner", "age", "approximate-date", "id", "code"):
                assert read_yaml(f"key: {as_yaml(field.example)}", "x").value == {"key": field.example}
