"""The exported 2020-12 schema accepts and refuses what the structural rules do; the outside judge is `jsonschema`."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from tests.unit.test_exporting_reports import broken, changed, full_report, least_report, paths_of

from reviewkit import resources
from reviewkit.exporting.json_schema import json_schema
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.reports import load_report
from reviewkit.loading.templates import load_template, template_names
from reviewkit.schema import Template

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
@pytest.mark.parametrize("choice", range(12))
def test_it_accepts_what_the_rules_accept(name: str, edition: str, choice: int) -> None:
    assert_agree(full_report(loaded(name), edition, choice=choice), name, edition, choice)


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
@pytest.mark.parametrize("make", [full_report, least_report])
def test_it_agrees_when_anything_is_left_out(name: str, edition: str, make: Any) -> None:
    values = make(loaded(name), edition)
    refused = 0
    for path in paths_of(values):
        without = changed(values, path)
        if path != ("template",) and path != ("edition",):
            assert_agree(without, name, edition, path)
            refused += bool(broken(without, loaded(name), edition))
    assert refused > 60


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_on_every_kind_of_nothing(name: str) -> None:
    edition = loaded(name).latest_edition
    values = full_report(loaded(name), edition)
    for number, path in enumerate(paths_of(values)):
        if path[0] not in ("template", "edition"):
            for nothing in (NOTHING[number % len(NOTHING)], NOTHING[(number * 5 + 2) % len(NOTHING)]):
                assert_agree(changed(values, path, nothing), name, edition, (path, nothing))


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_on_values_of_every_other_type(name: str) -> None:
    edition = loaded(name).latest_edition
    values = full_report(loaded(name), edition, choice=1)
    for number, path in enumerate(paths_of(values)):
        if path[0] not in ("template", "edition") and path != ("register",):
            for step in (1, 7, 11):
                other = SOMETHING[number * step % len(SOMETHING)]
                assert_agree(changed(values, path, other), name, edition, (path, other))


@pytest.mark.parametrize("name", template_names())
def test_it_agrees_on_unknown_keys(name: str) -> None:
    edition = loaded(name).latest_edition
    values = full_report(loaded(name), edition)
    for path in paths_of(values):
        for unknown in ("x", None):
            assert_agree(changed(values, (*path[:-1], "no_such_key") if isinstance(path[-1], str) else path, unknown), name, edition, path)


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_it_agrees_on_reports_broken_in_several_places(data: st.DataObject) -> None:
    name, edition = data.draw(st.sampled_from(EDITIONS))
    values = full_report(loaded(name), edition, choice=data.draw(st.integers(0, 9)))
    values["review"]["status"] = data.draw(st.sampled_from(["draft", "final", "for-publication", "published"]))
    for _ in range(data.draw(st.integers(1, 6))):
        path = data.draw(st.sampled_from([path for path in paths_of(values) if path[0] not in ("template", "edition")]))
        if data.draw(st.booleans()):
            values = changed(values, path)
        elif path != ("register",):
            values = changed(values, path, data.draw(_values))
    assert_agree(values, name, edition, "several")


_values = st.recursive(
    st.sampled_from([*NOTHING, *SOMETHING]) | st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["x", "id", "person"]), inner, max_size=2),
    max_leaves=4,
)


@pytest.mark.parametrize("file", resources.names("examples", ".yaml"))
def test_it_agrees_on_the_examples_and_on_copies_with_a_part_missing(file: str) -> None:
    report = load_report(str(resources.folder("examples") / file))
    name, edition = report.template.name, report.edition
    assert_agree(report.values, name, edition, file)
    for path in paths_of(report.values):
        if path[0] not in ("template", "edition"):
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
