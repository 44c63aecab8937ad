"""What two versions tell together: finer dates, other names, details and sentences that only one of them has."""

from __future__ import annotations

import pytest

from reviewkit.anonymising.papers.comparing import together
from reviewkit.anonymising.preparing import prepare
from reviewkit.inspecting import Part
from tests.unit.test_anonymising_given import given

PREPARED = prepare(given())

TOLD = [
    ("finer now", "Child B was seen in 2024.", "Child B was seen in March 2024.", "date", "more exact in the newer"),
    ("finer then", "Child B was seen on 3 March 2024.", "Child B was seen in March 2024.", "date", ""),
    ("a day after a month", "Seen in March 2024 at home.", "Seen 3 March 2024 at home.", "date", ""),
    ("a season beside a month", "Seen in spring 2024.", "Seen in March 2024.", "date", "more exact in the newer"),
    ("another name", "Child B was seen at home.", "Child C was seen at home.", "name", "one name here and another"),
    ("a name of before", "The plan of Child K was never shared.", "The plan of Child B was never shared.", "name", ""),
    ("an age", "Child B, then a baby, was seen.", "Child B, then 14 weeks old, was seen.", "number", "newer"),
    ("a number", "They had 3 visits.", "They had 4 visits.", "number", "differs"),
    ("a place", "The family moved to a town nearby again.", "The family moved to Northolme nearby again.", "place", "newer"),
    ("a sentence", "Nobody asked.", "Nobody asked. Child B was in care at the time.", "sentence", "a published name"),
    ("a sentence that is gone", "Nobody asked. The dog barked.", "Nobody asked.", "sentence", "only in the older"),
    ("other words", "The worker did not ask about the bruise.", "The worker never asked about the bruise.", "wording", ""),
]  # fmt: skip


@pytest.mark.parametrize(("about", "older", "newer", "kind", "said"), TOLD, ids=[case[0] for case in TOLD])
def test_what_a_pair_tells(about: str, older: str, newer: str, kind: str, said: str) -> None:
    traces = together([Part("text", "line 1", older)], [Part("text", "line 1", newer)], PREPARED)
    assert kind in {trace.kind for trace in traces}
    assert any(said in trace.said for trace in traces)
    for trace in traces:
        words = {"Child", "March", "2024", "Northolme", "bruise", "dog"}
        assert not words & set((trace.said + trace.place + trace.part).split())


SAME = "Child B was seen in March 2024. Two days later Mother rang. Nobody came."


def test_the_same_text_tells_nothing() -> None:
    older, newer = [Part("text", "line 1", SAME)], [Part("page", "line 7", part) for part in SAME.split(". ")]
    assert together(older, older, PREPARED) == ()
    assert together(older, newer, PREPARED) == ()
    assert together([], [], PREPARED) == ()


def test_the_order_of_sentences_is_no_difference_and_repeats_are_counted() -> None:
    older = [Part("text", "line 1", "Nobody came. Mother rang.")]
    newer = [Part("text", "line 1", "Mother rang. Nobody came. She was alone then. She was alone then.")]
    (trace,) = together(older, newer, PREPARED)
    assert (trace.kind, trace.times) == ("sentence", 2)


def test_another_layout_is_no_difference() -> None:
    older = [
        Part("page", "line 1", "Setting"),
        Part("page", "line 2", "Family home"),
        Part("page", "line 3", "Nobody came."),
    ]
    newer = [
        Part("text", "line 1", "**Setting:** Family home"),
        Part("text", "line 3", "---"),
        Part("text", "line 4", "Nobody came."),
    ]
    assert together(older, newer, PREPARED) == together(newer, older, PREPARED) == ()
