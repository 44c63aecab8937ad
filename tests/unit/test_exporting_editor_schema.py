"""The draft-07 schema that editors read: it explains everything, demands nothing, and stays flat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft7Validator

from reviewkit import resources
from reviewkit.exporting.json_schema import json_schema
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.reports import load_report
from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.scaffolding import scaffold
from tests.unit.test_exporting_reports import full_report

NAMES = template_names()


@cache
def schema(name: str) -> dict[str, Any]:
    template = load_template(name)
    return json_schema(template, template.latest_edition, 7, load_sources())


def judge(name: str) -> Draft7Validator:
    return Draft7Validator(schema(name))


def parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


def field(name: str, *path: str) -> dict[str, Any]:
    found = schema(name)
    for step in path:
        found = found[step] if step == "items" else found["properties"][step]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_it_is_flat_and_demands_nothing(name: str) -> None:
    words = {word for part in parts(schema(name)) for word in part}
    assert not words & {"anyOf", "oneOf", "allOf", "if", "not", "$ref", "$id", "required", "minItems"}


@pytest.mark.parametrize("name", NAMES)
def test_a_new_report_has_nothing_underlined(name: str) -> None:
    text = scaffold(load_template(name), ())
    assert [error.message for error in judge(name).iter_errors(read_yaml(text, "new.yaml").value)] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("choice", range(3))
def test_a_full_report_has_nothing_underlined(name: str, choice: int) -> None:
    template = load_template(name)
    assert judge(name).is_valid(full_report(template, template.latest_edition, choice=choice))


@pytest.mark.parametrize("file", [name for name in resources.names("examples", ".yaml") if "unfinished" not in name])
def test_a_finished_example_has_nothing_underlined(file: str) -> None:
    report = load_report(str(resources.folder("examples") / file))
    assert [error.message for error in judge(report.template.name).iter_errors(report.values)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("review", "status"), "finished"),
        (("review", "titel"), "A title"),
        (("review", "period"), {"from": "14/03/2026"}),
        (("review", "authors"), "One author"),
        (("recommendations",), "Later."),
    ],
)
def test_what_is_wrong_is_underlined(path: tuple[str, ...], value: Any) -> None:
    report: dict[str, Any] = {"template": "lcspr", path[0]: {path[1]: value} if len(path) > 1 else value}
    assert not judge("lcspr").is_valid(report)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_explains_itself(name: str) -> None:
    template = load_template(name)
    for section in template.sections:
        shown = field(name, section.id)
        assert shown["title"] == section.label
        assert section.guidance in shown["description"]
        assert section.guidance in shown["markdownDescription"]


def test_hover_names_need_answers_and_source() -> None:
    shown = field("lcspr", "review", "status")["markdownDescription"]
    assert "**Required.**" in shown
    assert "- `for-publication`: For publication" in shown
    assert "Source: Panel webinar, August 2020" in field("lcspr", "review", "title")["markdownDescription"]


def test_a_condition_is_told_in_words() -> None:
    shown = field("lcspr", "review", "dates", "published_on")["description"]
    assert "Recommended when “Status” (About this review) is Published." in shown


def test_an_alternative_names_the_others() -> None:
    shown = field("lcspr", "children", "items", "age")["description"]
    assert "Required: “Date of birth” or “Age at the incident”." in shown


def test_answers_have_as_many_descriptions_as_values() -> None:
    described = [part for part in parts(schema("lcspr")) if "enumDescriptions" in part and "enum" in part]
    assert len(described) > 30
    for part in described:
        assert (
            len(part["enum"])
            == len(part["enumDescriptions"])
            == len(part.get("markdownEnumDescriptions", part["enum"]))
        )


def test_a_pattern_says_what_to_write() -> None:
    patterned = [part for part in parts(schema("lcspr")) if isinstance(part.get("pattern"), str)]
    assert patterned
    for part in patterned:
        assert part["patternErrorMessage"]
        re.compile(part["pattern"])


def test_a_list_offers_a_new_item_with_tab_stops() -> None:
    (snippet,) = field("lcspr", "recommendations")["defaultSnippets"]
    assert snippet["type"] == "array"
    assert set(snippet["body"]) >= {"id", "text", "addresses", "owner", "due", "measure"}
    stops = re.findall(r"\$\{?(\d+)", str(snippet["body"]))
    assert stops == [str(number) for number in range(1, len(stops) + 1)]
    (snippet,) = field("lcspr", "incidents")["defaultSnippets"]
    assert snippet["body"]["area"].endswith("|in-area,elsewhere-in-england,outside-england,not-known|}")
