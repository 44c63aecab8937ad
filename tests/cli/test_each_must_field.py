"""Deleting any required part of a finished example gives one finding at its path and at its parent's line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reviewkit.api import check_report
from reviewkit.checking.conditions import any_holds
from reviewkit.loading.reports import load_report
from reviewkit.report import Path, Report, is_empty, pointer
from reviewkit.schema import Field
from tests.conftest import EXAMPLES

REPORTS = {name: load_report(str(EXAMPLES / f"{name}-finished.yaml")) for name in ("lcspr", "rapid-review")}


def required(report: Report) -> Iterator[Path]:
    """Paths of what is given and must be given, the alternatives of an `either` only where just one is given."""
    sections = report.template.sections
    keys = {section.id for section in sections}
    for section in sections:
        yield from _field(section, report, report.values, (), keys)


def _field(field: Field, report: Report, holder: Any, before: Path, keys: set[str]) -> Iterator[Path]:
    if field.kind == "either":
        given = [inner for inner in field.fields if not is_empty(holder.get(inner.id))]
        demanded = field.need_in(report.edition) == "must" and any_holds(field.when, report, holder, keys)
        if demanded and len(given) == 1 and not any(_in_register(inner, report, holder) for inner in field.fields):
            yield (*before, given[0].id)
        for inner in given:
            yield from _inside(inner, report, holder[inner.id], (*before, inner.id))
        return
    value = holder.get(field.id)
    if is_empty(value):
        return
    if field.need_in(report.edition) == "must" and any_holds(field.when, report, holder, keys):
        yield (*before, field.id)
    yield from _inside(field, report, value, (*before, field.id))


def _in_register(field: Field, report: Report, holder: Any) -> bool:
    person = report.register.people.get(holder.get("person", ""))
    return bool(field.or_register and person and getattr(person, field.or_register))


def _inside(field: Field, report: Report, value: Any, path: Path) -> Iterator[Path]:
    keys = {member.id for member in field.members()}
    items = [(path, value)] if field.kind == "group" else []
    if field.kind == "list" and isinstance(value, list):
        items = [((*path, index), item) for index, item in enumerate(value)]
    for at, item in items:
        for inner in field.fields:
            yield from _field(inner, report, item, at, keys)


CASES = [(name, path) for name, report in REPORTS.items() for path in required(report)]


@pytest.mark.parametrize(("name", "path"), CASES, ids=[name + pointer(path) for name, path in CASES])
def test_a_required_part_that_is_missing_is_named_once_at_its_place(name: str, path: Path) -> None:
    report = REPORTS[name]
    holder = report.at(*path[:-1])
    kept = holder.pop(path[-1])
    order = list(holder)
    try:
        findings = check_report(report).findings
    finally:
        holder[path[-1]] = kept
        for key in order:
            holder[key] = holder.pop(key)
    # Where nothing is left around it, the gap is as high as the emptiness.
    while len(path) > 1 and isinstance(path[-1], str) and set(holder) <= {path[-1]} and isinstance(path[-2], str):
        path = path[:-1]
        holder = report.at(*path[:-1])
    alternatives = _alternatives(report, path)
    at_place = [finding for finding in findings if finding.path in alternatives and finding.severity == "error"]
    assert len(at_place) == 1, [(finding.code, finding.path) for finding in findings]
    parent = report.positions[path[:-1]] if path[:-1] else None
    key = report.key_positions.get(path[:-1]) or parent
    expected = {position.line for position in (key, parent, report.key_positions.get(path)) if position}
    assert at_place[0].line in (expected or {1})


def _alternatives(report: Report, path: Path) -> set[str]:
    """The pointers that may speak for a missing part: its own, or the first alternative of its `either`."""
    field: Any = None
    members = report.template.sections
    for step in path:
        if isinstance(step, str):
            holder = field
            field = next((f for m in members for f in (m.fields if m.kind == "either" else (m,)) if f.id == step), None)
            members = field.fields
    group = holder.fields if holder else ()
    for inner in group:
        if inner.kind == "either" and field in inner.fields:
            return {pointer((*path[:-1], alternative.id)) for alternative in inner.fields}
    return {pointer(path)}
