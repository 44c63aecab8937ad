"""Every kind of field and condition, over reports made at random: the exported schema agrees with the rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reviewkit.exporting.json_schema import json_schema
from reviewkit.loading.shipped import build_template, load_shared
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.schema import Field, Template
from tests.unit.test_exporting_reports import broken, full_report

CASE = Path(__file__).parents[1] / "cases" / "schema" / "every-word.yaml"
NOTHING = st.sampled_from([None, "", " \n", [], {}, [None], {"x": None}])
WRONG = st.sampled_from([True, 3, "words", ["words"], {"x": 1}, [{"x": 1}], [[1]], "2026-03-14\n"])


@cache
def template() -> Template:
    return build_template(read_yaml(CASE.read_text("utf-8"), CASE.name).value, load_shared())


@cache
def judge(edition: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(template(), edition))


def values_of(field: Field) -> st.SearchStrategy[Any]:
    right = _right(field)
    return st.one_of(right, right, right, right, right, NOTHING, WRONG)


def _right(field: Field) -> st.SearchStrategy[Any]:
    if field.kind == "value":
        return _answers(field)
    inner = st.fixed_dictionaries({}, optional={member.id: values_of(member) for member in field.members()})
    if field.kind == "list":
        sentences = [st.just("None was found.")] if field.or_none else []
        return st.one_of(st.lists(st.one_of(inner, inner, NOTHING), max_size=2), *sentences)
    return st.dictionaries(st.sampled_from(["police", "school"]), inner, max_size=2) if field.kind == "keyed" else inner


def _answers(field: Field) -> st.SearchStrategy[Any]:
    texts = {
        "date": "2026-03-14", "approximate-date": 2026, "age": "7 months", "number": 2.5, "id": "L1", "reference": "mother",
        "line": "words", "prose": "words", "lines": ["words", None], "references": ["mother"],
    }  # fmt: skip
    if field.type == "owner":
        return st.sampled_from(["West Marshire Police", "somebody else"])
    if field.type == "yes-no":
        return st.sampled_from(["yes", "no", "not-recorded"])
    if not field.codes:
        return st.just(texts[field.type])
    codes = st.sampled_from(list(template().codelists[field.codes].values))
    if field.type == "checklist":
        return st.dictionaries(codes, st.sampled_from(["yes", "no", None]), max_size=2)
    return st.lists(st.one_of(codes, st.none()), max_size=2) if field.type == "codes" else codes


reports = st.fixed_dictionaries(
    {"template": st.just("every-word")},
    optional={section.id: values_of(section) for section in template().sections},
)


@given(reports, st.sampled_from(["2021", "2025"]))
@settings(max_examples=800, deadline=None)
def test_the_exported_schema_agrees_with_the_rules(values: dict[str, Any], edition: str) -> None:
    errors = broken(values, template(), edition)
    assert judge(edition).is_valid(values) == (not errors), (
        errors,
        [e.message for e in judge(edition).iter_errors(values)],
    )


FAR = [
    ({"status": "published", "closed_on": "2026-03-14"}, {"person": "a", "disability": "no", "views": "words"}, False),
    ({"status": "published", "closed_on": "2026-03-14"},
     {"person": "a", "disability": "no", "views": "words", "told": "yes"}, True),
    ({"status": "draft"}, {"person": "a", "disability": "no"}, True),
    ({"status": "final"}, {"person": "a", "disability": "no"}, False),
    ({"status": "draft"}, {"person": "a", "disability": "yes"}, False),
    ({"status": "draft", "outcomes": ["lcspr"]}, {"person": "a"}, False),
    ({"status": "draft", "outcomes": ["lcspr"]}, {"person": "a", "about": ["words"]}, True),
    ({"status": "draft"}, {"person": "a", "factors": {"met": "yes"}}, False),
]  # fmt: skip


@pytest.mark.parametrize(("review", "child", "accepted"), FAR)
def test_a_demand_may_look_elsewhere_in_the_report(
    review: dict[str, Any], child: dict[str, Any], *, accepted: bool
) -> None:
    values = {"template": "every-word", "review": review, "children": [None, {}, {"person": " "}, child]}
    assert judge("2025").is_valid(values) is accepted
    assert bool(broken(values, template(), "2025")) is not accepted


def test_an_age_reckoned_from_dates_is_left_to_the_rules() -> None:
    values = full_report(template(), "2025")
    del values["closing"]["older"]
    assert judge("2025").is_valid(values)
