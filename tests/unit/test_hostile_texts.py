"""Texts made to take for ever: twice the text is at most about twice the work, in every detector, analysis and proof."""

from __future__ import annotations

import random
import string
import sys
from base64 import b64encode
from collections.abc import Callable
from types import FrameType

import pytest

from reviewkit import registry
from reviewkit.anonymising.analysing import analyse
from reviewkit.anonymising.preparing import prepare
from reviewkit.anonymising.proof.evidence import evidence, search_for
from reviewkit.inspecting import Part
from tests.unit import test_anonymising_given as reports

SMALL, MOST = 10_000, 3
REPORT = reports.given()
PREPARED = prepare(REPORT, registry.detectors())
SEARCH = search_for(REPORT, PREPARED)
UNITS = (
    "7", "a", "A", "a.", "1-", "1 ", "A ", "@", "_", "(", '"', "'", "“a” ", "Aa ", "Aa", "Aa, ", "аb", "аbса ", "ﬁ", "a\u0301",
    "%4a", "%4a ", "%25", "&amp;", "\\u0041", "a1", "@jayden", "jayden1", "1 Road, ", "1/5/20 ", "Okafor, ", "AB1 ",
    "sort code 12", "account number 1 ", "1 deg ",
)  # fmt: skip


def _texts(size: int) -> dict[str, str]:
    chance = random.Random(1)  # noqa: S311 - letters for a test
    texts = {unit: (unit * (size // len(unit) + 1))[:size] for unit in UNITS}
    words = ("".join(chance.choices(string.ascii_uppercase, k=chance.randint(2, 4))) for _ in range(size // 4))
    texts["short capital words"] = " ".join(words)
    texts["base64"] = b64encode(chance.randbytes(size))[:size].decode()
    texts["codes of codes"] = "Aa %" + "25" * (size // 2) + "41"
    texts["entities of entities"] = "Aa &" + "amp;" * (size // 4)
    return texts


TEXTS, TWICE = _texts(SMALL), _texts(2 * SMALL)


def _work(do: Callable[[str], object], text: str) -> int:
    """Calls, of Python's functions and of the built-in ones, that it takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do(text)
    finally:
        sys.setprofile(before)
    return calls


def _everything(text: str) -> None:
    # The proof of prose analyses it and asks all detectors.
    evidence(Part("part", "1", text, "prose"), SEARCH)
    evidence(Part("file name", "", text, "name"), SEARCH)


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_is_not_much_more_than_twice_the_work(name: str) -> None:
    _everything("He met Jayden on 1 May 2020.")  # what is made once is not counted
    assert _work(_everything, TWICE[name]) <= MOST * _work(_everything, TEXTS[name]) + 2000


@pytest.mark.parametrize("unit", ["7", "a", "Aa", "a1", "ﬁ", "1-"])
def test_a_regular_expression_ends_too(unit: str) -> None:
    """Its steps are no calls: were they quadratic, so long a text would take many minutes."""
    text = unit * (300_000 // len(unit))
    assert analyse(text, PREPARED).reading.plane


def test_a_long_word_of_a_few_megabytes_is_read() -> None:
    assert not analyse("Aa" + "b" * 5_000_000, PREPARED).edits
