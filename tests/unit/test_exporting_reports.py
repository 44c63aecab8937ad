"""Reports made from a template, for the tests of what is exported from it; and that they are what they claim to be."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from reviewkit.checking.raising import Raised
from reviewkit.checking.walking import Walk
from reviewkit.loading.register import parse_register
from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.report import Path, Report, is_empty
from reviewkit.schema import Field, Template

_TEXTS = {
    "line": "A line of text", "prose": "Some words about what happened.", "owner": "West Marshire Police",
    "date": "2026-03-14", "approximate-date": "2026-03", "age": "7 months", "number": 3, "yes-no": "yes", "id": "X1",
    "reference": "mother", "lines": ["One", "Two"], "references": ["mother"],
}  # fmt: skip


def full_report(template: Template, edition: str, *, choice: int = 0) -> dict[str, Any]:
    """A report with every field filled in; `choice` is which code each field takes."""
    sections = {section.id: _filled(section, template, choice) for section in template.sections}
    reserved = {block.id: _filled(block, template, choice) for block in template.reserved}
    return {"template": template.name, "edition": edition, **sections, **reserved}


def least_report(template: Template, edition: str) -> dict[str, Any]:
    """The same with nothing but what the rules demand: everything else was taken away, one by one."""
    values = full_report(template, edition)
    for path in sorted(paths_of(values), key=lambda path: (len(path), str(path))):
        if len(path) > 0 and path[0] not in ("template", "edition") and _has(values, path):
            without = changed(values, path)
            if not broken(without, template, edition):
                values = without
    return values


def _filled(field: Field, template: Template, choice: int) -> Any:
    if field.kind == "value":
        return _value(field, template, choice)
    inner = {member.id: _filled(member, template, choice) for member in field.members()}
    if field.kind == "list":
        return [inner]
    return {"mother": inner} if field.kind == "keyed" else inner


def _value(field: Field, template: Template, choice: int) -> Any:
    if not field.codes:
        return copy.copy(_TEXTS[field.type])
    codes = list(template.codelists[field.codes].values)
    code = codes[choice % len(codes)]
    if field.type == "checklist":
        return {code: "yes"}
    return [code] if field.type == "codes" else code


def paths_of(value: Any, before: Path = ()) -> Iterator[Path]:
    """Every place below the top."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*before, step)
        yield from paths_of(inner, (*before, step))


_GONE = object()


def changed(values: Mapping[str, Any], path: Path, value: Any = _GONE) -> dict[str, Any]:
    """A copy with another value there, or without it."""
    copied = dict(values)
    holder: Any = copied
    for step in path[:-1]:
        holder[step] = copy.copy(holder[step])
        holder = holder[step]
    if value is _GONE:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return copied


def _has(values: Any, path: Path) -> bool:
    for step in path:
        if isinstance(values, dict) and step not in values:
            return False
        if isinstance(values, list) and int(step) >= len(values):
            return False
        values = values[step]
    return True


def as_report(values: dict[str, Any], template: Template, edition: str) -> Report:
    register = parse_register(values.get("register"))
    return Report("report.yaml", template, edition, values, register, {}, {}, ())


def broken(values: dict[str, Any], template: Template, edition: str) -> list[Raised]:
    """The structural errors that the walk raises and that JSON Schema can say."""
    report = as_report(values, template, edition)
    walk = Walk(report)
    walk.run()
    return [raised for raised in walk.raised if _is_structural(raised, report)]


def _is_structural(raised: Raised, report: Report) -> bool:
    if raised.code in ("RK003", "RK004"):
        return True
    # An error without a value is something missing; one on a value is about persons that JSON Schema can't compare.
    missing = raised.severity == "error" and is_empty(report.at(*raised.path))
    return missing and raised.path[-1] not in _answered_by_register(report.template.sections)


def _answered_by_register(fields: Sequence[Field]) -> set[str]:
    own = {field.id for field in fields if field.or_register}
    return own.union(*(_answered_by_register(field.fields) for field in fields))


@pytest.mark.parametrize("name", template_names())
def test_the_full_and_the_least_report_have_no_structural_error(name: str) -> None:
    template = load_template(name)
    for edition in template.editions:
        assert not broken(full_report(template, edition.id), template, edition.id)
        least = least_report(template, edition.id)
        assert not broken(least, template, edition.id)
        assert len(list(paths_of(least))) < len(list(paths_of(full_report(template, edition.id)))) / 2
