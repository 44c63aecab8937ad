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
    ("a quarter now", "In March 2024 Child B was seen.", "Between January and March 2024 Child B was seen.", "date", "more exact in the older"),
    ("a longer time now", "November 2024 to August 2025", "October 2024 to September 2025", "date", "more exact in the older"),
    ("a letter of before", "Child L slept well.", "Child B slept well.", "name", "one name here and another"),
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


def test_what_changed_in_a_sentence_is_told_once() -> None:
    older = "1.1 In August 2024 a young baby, Child L, was brought to hospital seriously ill."
    newer = "1.1 Between July and September 2024 a young baby, Child B, was brought to hospital seriously ill."
    traces = together([Part("text", "line 1", older)], [Part("text", "line 1", newer)], PREPARED)
    assert sorted(trace.kind for trace in traces) == ["date", "name"]


def test_cells_with_dates_are_laid_beside_those_of_the_same_time() -> None:
    older = [Part("page", f"line {number}", text) for number, text in enumerate(("January 2026", "August 2025"))]
    newer = [Part("page", "line 1", "July to September 2025"), Part("page", "line 2", "January to March 2026")]
    traces = together(older, newer, PREPARED)
    assert [trace.text for trace in traces] == [
        "August 2025 | July to September 2025",
        "January 2026 | January to March 2026",
    ]
    more = [*newer, Part("page", "line 3", "April to September 2025")]
    assert len(together(older, more, PREPARED)) == 2, "the older version told that time more exactly already"
    assert together(older, [*newer, Part("page", "line 3", "June 2025")], PREPARED)[-1].kind == "sentence"
