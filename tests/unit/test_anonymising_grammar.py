"""Sentences of the register's people, before and after; one file of cases each for what can be said of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.test_anonymising_given import cases, given, rewritten

FILES = ("asking.yaml", "dates.yaml", "forms.yaml", "grammar.yaml", "order.yaml", "sentences.yaml", "words.yaml")
ALL = [(name, case) for name in FILES for case in cases(name)]


@pytest.mark.parametrize(("name", "case"), ALL, ids=[f"{name}-{case['before'][:40]}" for name, case in ALL])
def test_a_sentence_is_rewritten_or_refused(name: str, case: dict[str, Any]) -> None:
    report = given(case.get("register"), case.get("values"))
    result, questions = rewritten(case["before"], report)
    if "asks" in case:
        assert any(case["asks"] in question for question in questions), (result, questions)
    else:
        assert (result, questions) == (case["after"], ())


@pytest.mark.parametrize(("name", "case"), ALL, ids=[f"{name}-{case['before'][:40]}" for name, case in ALL])
def test_rewriting_twice_equals_once(name: str, case: dict[str, Any]) -> None:
    if "after" in case:
        report = given(case.get("register"), case.get("values"))
        assert rewritten(case["after"], report) == (case["after"], ())
