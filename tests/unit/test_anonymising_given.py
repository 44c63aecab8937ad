"""Reports given to the anonymiser by its tests, and the checks that such a report publishes at all."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

from reviewkit import registry
from reviewkit.anonymising.publishing import publish
from reviewkit.errors import LeakError
from reviewkit.loading.register import parse_register
from reviewkit.loading.reports import parse_report
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.publication import PublishedReport
from reviewkit.report import Report

IDENTIFIERS = tuple(detector for detector in registry.detectors() if detector.code == "RK602")
CASES = Path(__file__).parent.parent / "cases" / "anonymising"

OKAFORS = """
people:
  child_b: {name: Jayden Michael Okafor, also: [Jay], role: child, born: 2023-11-02, published_as: Child B}
  child_c: {name: Grace Okafor, role: sibling, born: 2019-06-01, published_as: Child C}
  child_d: {name: James Hartley, role: peer, published_as: Child D}
  mother: {name: Chidinma Okafor, also: [Chi], role: mother}
  father: {name: Daniel Okafor, role: father}
  gp: {name: Dr Alan Whitworth, role: professional, published_as: the GP}
  hv: {name: Lena Marsh, role: professional, published_as: the health visitor}
organisations:
  school: {name: St Cuthbert's Primary School, also: [St Cuthbert's], published_as: the primary school}
  police: {name: West Marshire Police, published_as: keep}
places:
  estate: {name: Thornfield, published_as: the area where the family lived}
references:
  - {value: LCS-204417, kind: case number}
"""


@cache
def _blank(template: str) -> Report:
    return parse_report(f"template: {template}\n", "report.yaml")


def given(register: Any = None, values: dict[str, Any] | None = None, template: str = "lcspr") -> Report:
    """A report with that register (YAML or plain values) and those values, in a shipped template."""
    people = read_yaml(OKAFORS, "register").value if register is None else copy.deepcopy(register)
    if isinstance(people, str):
        people = read_yaml(people, "register").value
    report = _blank(template)
    written = {**(values or {}), "register": people}
    return report._replace(values={**report.values, **written}, register=parse_register(people))


def rewritten(text: str, report: Report | None = None) -> tuple[str, tuple[str, ...]]:
    """The published text and the questions that it leaves."""
    published = publish(report or given(), IDENTIFIERS)
    (result,) = published.rewrite((text,))
    return result, tuple(question.told for question in published.questions())


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    groups = read_yaml((CASES / name).read_text(encoding="utf-8"), name).value
    return [
        {**case, **{key: group.get(key) for key in ("register", "values")}}
        for group in groups
        for case in group["cases"]
    ]


def refusal(report: Report) -> tuple[str, ...]:
    """Why the register can't be published, or nothing."""
    try:
        publish(report)
    except LeakError as error:
        return error.reasons
    return ()


def test_the_report_of_these_tests_publishes() -> None:
    published: PublishedReport = publish(given())
    assert published.person_names["mother"] == "Mother"
    assert published.organisation_names["police"] == "West Marshire Police"
    assert published.questions() == ()
