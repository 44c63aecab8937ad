"""Cases as data: what is found in a piece of a report, what is not, and which parts hold no error at all."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reviewkit import registry
from reviewkit.api import check_report
from reviewkit.errors import InputError
from reviewkit.findings import Finding
from reviewkit.loading.reports import parse_report
from reviewkit.loading.yaml_reader import read_yaml

TODAY = date(2026, 6, 1)
LONGEST_MESSAGE = 160
FILES = sorted((Path(__file__).parents[1] / "cases" / "rules").glob("*.yaml"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['about']}")
    for file in FILES
    for case in read_yaml(file.read_text(encoding="utf-8"), file.name).value
]


def findings_of(case: dict[str, Any]) -> list[Finding] | None:
    """All findings of the case's report; None if it can't be read."""
    head = "" if "template:" in case["report"] else f'template: {case["template"]}\nedition: "2025-provisional"\n'
    try:
        report = parse_report(head + case["report"], "report.yaml")
    except InputError:
        return None
    return list(check_report(report, today=TODAY).findings)


@pytest.mark.parametrize("case", CASES)
def test_a_case(case: dict[str, Any]) -> None:
    findings = findings_of(case)
    found = Counter({("RK001", ""): 1} if findings is None else [(item.code, item.path) for item in findings])
    for expected in case.get("expect") or ():
        assert found[expected["code"], expected["at"]] == 1, f"not found once: {expected}"
        said = [f"{item.message} {item.fix}" for item in findings or () if item.path == expected["at"]]
        assert not expected.get("says") or any(expected["says"] in text for text in said), said
    for absent in case.get("not") or ():
        assert not [path for code, path in found if _is(absent, code, path)], f"found: {absent}"
    for pointer in case.get("clean") or ():
        errors = [item.message for item in findings or () if item.severity == "error" and _is_below(item.path, pointer)]
        assert not errors, f"errors at or below {pointer}"
    assert not [item.message for item in findings or () if len(item.message) > LONGEST_MESSAGE]


def _is(absent: str | dict[str, str], code: str, path: str) -> bool:
    """Whether a finding is what must be absent: a code anywhere, or a code at one path."""
    return code == absent if isinstance(absent, str) else (code, path) == (absent["code"], absent["at"])


def _is_below(path: str, pointer: str) -> bool:
    return path == pointer or path.startswith(pointer + "/")


def _named(key: str) -> set[str]:
    values = [entry for case in CASES for entry in case.values[0].get(key) or ()]  # type: ignore[union-attr]
    return {entry["code"] if isinstance(entry, dict) else entry for entry in values}


def test_every_demand_has_a_case_that_finds_it_and_one_that_does_not() -> None:
    demands = {code for code, module in registry.codes().items() if ".demands." in module}
    assert demands <= _named("expect")
    assert demands <= _named("not")


def test_every_code_that_some_case_finds_is_absent_from_another() -> None:
    assert _named("expect") <= _named("not")
