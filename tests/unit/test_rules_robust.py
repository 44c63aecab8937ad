"""Whatever stands in a report, of whatever type and wherever: the check ends, and each finding has its words."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewkit.api import check_report
from reviewkit.errors import InputError
from reviewkit.loading.reports import parse_report
from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.schema import Field, Template

ODD: tuple[Any, ...] = (
    None, "", "x", "L1", "child_a", "unborn", "unclear", "final", "2026-02-30", "2026-02", "not-known", "None", "٣",
    0, 7, 2.5, True, [], [[]], [None], ["L1", 3], {}, {"id": []}, {"person": ["child_a"]}, [{"id": "L1"}, {"id": "L1"}],
    "“an open quotation", "it's 'quoted' and \"half", "> a block quote\npoor home conditions", "All agencies.", "İẞß ﬁ 𝕏\u202e\x85",
    "Mr. A. e.g. i.e. … !!! ???", "train all staff\n\n- seek assurance\n1. review the policy", "(CP) CPs GP's", "\u00ad\u200b",
    "number of staff trained", "2026-12-25", "1 May 2024, 2 May 2024; 3 May.", "word " * 400,
)  # fmt: skip


def answers(field: Field) -> st.SearchStrategy[Any]:
    """Something under this field: of its shape, or of another."""
    odd = st.sampled_from(ODD)
    if field.kind == "value":
        return odd
    members = st.fixed_dictionaries({}, optional={member.id: answers(member) for member in field.members()})
    shaped = {
        "list": st.lists(members, max_size=2),
        "keyed": st.dictionaries(st.sampled_from(["child_a", "L1", "a b"]), members, max_size=2),
    }.get(field.kind, members)
    return st.one_of(shaped, shaped, odd)


def reports(template: Template) -> st.SearchStrategy[dict[str, Any]]:
    """A report of that template with anything in it."""
    fields = (*template.sections, *template.reserved)
    return st.fixed_dictionaries(
        {"template": st.just(template.name)},
        optional={"edition": st.sampled_from(ODD)} | {field.id: answers(field) for field in fields},
    )


ANYTHING = st.recursive(
    st.sampled_from(ODD) | st.text(max_size=60) | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("name", template_names())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_check_ends_whatever_stands_where_a_section_should(name: str, data: st.DataObject) -> None:
    sections = [field.id for field in load_template(name).sections]
    values = data.draw(st.dictionaries(st.sampled_from(sections), ANYTHING, min_size=1, max_size=6))
    try:
        report = parse_report(json.dumps({"template": name, **values}), "report.yaml")
    except InputError:
        return  # letters that YAML doesn't have
    for finding in check_report(report, today=date(2026, 6, 1)).findings:
        assert finding.message
        assert "{" not in finding.message


@pytest.mark.parametrize("name", template_names())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_check_ends_whatever_stands_in_the_report(name: str, data: st.DataObject) -> None:
    values = data.draw(reports(load_template(name)))
    try:
        report = parse_report(json.dumps(values, ensure_ascii=False), "report.yaml")
    except InputError:
        return  # a register that names a file
    for finding in check_report(report, today=date(2026, 6, 1)).findings:
        assert finding.message
        assert finding.fix
        assert "{" not in finding.message
