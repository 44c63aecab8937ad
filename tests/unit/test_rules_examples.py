"""Every rule's own examples run: the bad one is found where it says, once, and the good one is not."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from reviewkit import registry
from reviewkit.api import check_report
from reviewkit.contracts import Example
from reviewkit.errors import InputError
from reviewkit.findings import Finding
from reviewkit.loading.reports import parse_report

TODAY = date(2026, 6, 1)
LONGEST_MESSAGE = 160
CODES = list(registry.codes())


def findings_in(example: Example) -> list[Finding] | None:
    """All findings of a report that holds this piece only; None if it can't be read."""
    own_head = example.report.lstrip().startswith("template:")
    head = "" if own_head else f'template: {example.template}\nedition: "2025-provisional"\n'
    try:
        report = parse_report(head + example.report, "report.yaml")
    except InputError:
        return None
    return list(check_report(report, today=TODAY).findings)


def found_in(example: Example) -> Counter[tuple[str, str]]:
    """How often each code is found at each path."""
    findings = findings_in(example)
    return Counter([("RK001", "")] if findings is None else [(item.code, item.path) for item in findings])


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_is_found_once_where_it_says(code: str) -> None:
    example = registry.words(code).bad
    assert found_in(example)[code, example.at] == 1


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_is_not_found(code: str) -> None:
    example = registry.words(code).good
    paths = {path for found, path in found_in(example) if found == code}
    assert example.at not in paths if example.at else not paths


@pytest.mark.parametrize("code", CODES)
def test_the_examples_hold_nothing_that_cannot_be_read(code: str) -> None:
    slips = {"RK003", "RK004"} - {code}
    for example in (registry.words(code).good, registry.words(code).bad):
        assert not slips & {found for found, _ in found_in(example)}


@pytest.mark.parametrize("code", CODES)
def test_messages_and_fixes_are_short_and_filled_in(code: str) -> None:
    for finding in findings_in(registry.words(code).bad) or ():
        assert len(finding.message) <= LONGEST_MESSAGE
        assert finding.fix
        assert not re.search(r"\{(label|place)\}", finding.message + finding.fix)
