"""The exported 2020-12 schema accepts and refuses what the structural rules do; the outside judge is `jsonschema`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from reviewkit import resources
from reviewkit.exporting.json_schema import json_schema
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.reports import load_report
from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.report import Path
from reviewkit.schema import Field, Template
from tests.unit.test_exporting_reports import broken, changed, full_report, least_report, paths_of

EDITIONS = [(name, edition.id) for name in template_names() for edition in load_template(name).editions]
NOTHING = [None, "", "  \n", [], {}, [None, ""], [[]], {"x": None}, [{"x": ""}]]
SOMETHING = [
    True, 0, 7, 2026, 999, 1.5, "x", "yes", "None were found.", "none", "not-known", "2026-03-14", "2026-03-14\n", "2026-3-14",
    "2026", "7 months", "L1", "L 1", ["x"], ["x", None], [0], [["x"]], [True], {"x": 1}, [{"x": 1}], [{}, {"x": 1}],
]  # fmt: skip


@cache
def loaded(name: str) -> Template:
    return load_template(name)


@cache
def validator(name: str, edition: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(loaded(name), edition))


@cache
def least(name: str, edition: str) -> dict[str, Any]:
    return least_report(loaded(name), edition)


def places(name: str) -> Iterator[tuple[dict[str, Any], Path]]:
    """Every place of every section: the section filled in whole, the others with the least, so that a test stays quick."""
    edition = loaded(name).latest_edition
    full = full_report(loaded(name), edition)
    for section in list(full)[2:]:
        values = {**least(name, edition), section: full[section]}
        yield values, (section,)
        for path in paths_of(full[section], (section,)):
            yield values, path


def assert_agree(values: dict[str, Any], name: str, edition: str, what: object) -> None:
    errors = broken(values, loaded(name), edition)
    judge = validator(name, edition)
    assert judge.is_valid(values) == (not errors), (
        what, [(raised.code, raised.path, raised.message) for raised in errors][:3],
        [(error.json_path, error.message[:200]) for error in judge.iter_errors(values)][:3],
    )  # fmt: skip


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
def test_both_drafts_are_schemas(name: str, edition: str) -> None:
    template = loaded(name)
    Draft202012Validator.check_schema(json_schema(template, edition, 2020, load_sources()))
    Draft7Validator.check_schema(json_schema(template, edition, 7, load_sources()))


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
@pytest.mark.parametrize("choice", range(6))
def test_it_accepts_what_the_rules_accept(name: str, edition: str, choice: int) -> None:
    assert_agree(full_report(loaded(name), edition, choice=choice), name, edition, choice)


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
def test_it_agrees_when_anything_is_left_out_of_the_least(name: str, edition: str) -> None:
    values = least(name, edition)
    refused = 0
    for path in list(paths_of(values))[2:]:
        without = changed(values, path)
        assert_agree(without, name, edition, path)
        refused += bool(broken(without, loaded(name), edition))
    assert refused > 60


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_when_anything_is_left_out(name: str) -> None:
    for values, path in places(name):
        assert_agree(changed(values, path), name, loaded(name).latest_edition, path)


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_on_every_kind_of_nothing(name: str) -> None:
    for number, (values, path) in enumerate(places(name)):
        nothing = NOTHING[number % len(NOTHING)]
        assert_agree(changed(values, path, nothing), name, loaded(name).latest_edition, (path, nothing))


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_on_values_of_every_other_type(name: str) -> None:
    for number, (values, path) in enumerate(places(name)):
        other = SOMETHING[number % len(SOMETHING)]
        if path != ("register",):  # a text there names a file
            assert_agree(changed(values, path, other), name, loaded(name).latest_edition, (path, other))


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_on_unknown_keys(name: str) -> None:
    for number, (values, path) in enumerate(places(name)):
        if isinstance(path[-1], str):
            unknown = (*path[:-1], "no_such_key")
            assert_agree(changed(values, unknown, (None, "x")[number % 2]), name, loaded(name).latest_edition, path)


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_on_every_condition(name: str) -> None:
    edition = loaded(name).latest_edition
    asked = {step for field in _fields(loaded(name).sections) for test in field.when for step in test.path}
    conditional = {field.id for field in _fields(loaded(name).sections) if field.when}
    judged = 0
    for values, path in places(name):
        field = _field_at(loaded(name), path)
        if field.type in ("code", "codes") and field.id in asked and isinstance(path[-1], str):
            for code in loaded(name).codelists[field.codes].values:
                bare = _without(
                    changed(values, path, [code] if field.type == "codes" else code), conditional - {field.id}
                )
                assert_agree(bare, name, edition, (path, code))
                judged += 1
    assert judged > 50


def _fields(fields: Sequence[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _fields(field.fields)


def _field_at(template: Template, path: Path) -> Field:
    keys = [step for step in path if isinstance(step, str) and step != "mother"]
    field = template.section(keys[0])
    for key in keys[1:]:
        assert field is not None
        field = field.member(key) or field
    assert field is not None
    return field


def _without(value: Any, keys: set[str]) -> Any:
    if isinstance(value, list):
        return [_without(item, keys) for item in value]
    if isinstance(value, dict):
        return {key: _without(item, keys) for key, item in value.items() if key not in keys}
    return value


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_it_agrees_on_reports_broken_in_several_places(data: st.DataObject) -> None:
    name, edition = data.draw(st.sampled_from(EDITIONS))
    values = full_report(loaded(name), edition, choice=data.draw(st.integers(0, 9)))
    values["review"]["status"] = data.draw(st.sampled_from(["draft", "final", "for-publication", "published"]))
    for _ in range(data.draw(st.integers(1, 6))):
        path = data.draw(st.sampled_from(list(paths_of(values))[2:]))
        if data.draw(st.booleans()):
            values = changed(values, path)
        elif path != ("register",):
            values = changed(values, path, data.draw(_values))
    assert_agree(values, name, edition, "several")


_values = st.recursive(
    st.sampled_from([*NOTHING, *SOMETHING]) | st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["x", "id", "person"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@pytest.mark.parametrize("file", resources.names("examples", ".yaml"))
def test_it_agrees_on_the_examples_and_on_copies_with_a_part_missing(file: str) -> None:
    report = load_report(str(resources.folder("examples") / file))
    name, edition = report.template.name, report.edition
    assert_agree(report.values, name, edition, file)
    places = [path for path in paths_of(report.values) if len(path) < 3 and path[0] not in ("template", "edition")]
    for path in places[:: max(1, len(places) // 25)]:
        assert_agree(changed(report.values, path), name, edition, path)


def test_a_register_may_stand_in_a_file_of_its_own() -> None:
    template = loaded("lcspr")
    values = {**full_report(template, template.latest_edition), "register": "people.yaml"}
    assert validator("lcspr", template.latest_edition).is_valid(values)


def test_another_template_or_edition_is_refused() -> None:
    template = loaded("lcspr")
    judge = validator("lcspr", template.latest_edition)
    values = full_report(template, template.latest_edition)
    assert not judge.is_valid({**values, "template": "rapid-review"})
    assert not judge.is_valid({**values, "edition": "2021"})


@pytest.mark.parametrize("draft", [2020, 7])
def test_nothing_in_it_points_to_another_place(draft: int) -> None:
    template = loaded("lcspr")
    text = json.dumps(json_schema(template, template.latest_edition, draft))
    assert '"$id"' not in text
    assert text.count("://") == 1  # the draft's own name


def test_another_draft_is_refused() -> None:
    template = loaded("lcspr")
    with pytest.raises(ValueError, match="2020 or 7"):
        json_schema(template, template.latest_edition, 4)
