"""`publication.decisions`: each answers its question and no other, in its sentences and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit import registry
from reviewkit.anonymising.decisions.tracing import own_span
from reviewkit.anonymising.grammar.editing import Edit
from reviewkit.anonymising.proof.proving import prove
from reviewkit.anonymising.publishing import publish
from reviewkit.anonymising.wording import fault_of_words
from reviewkit.errors import LeakError
from reviewkit.publication import Question
from tests.unit.test_anonymising_given import given

FAMILY = "Okafor said nothing about it."
KEPT = {"keep": "yes", "reason": "It is the word.", "by": "Ann Orrell"}


def decided(text: str, *decisions: dict[str, Any]) -> tuple[str, tuple[Question, ...]]:
    published = publish(given(values={"publication": {"decisions": list(decisions)}}), registry.detectors())
    (result,) = published.rewrite((text,))
    return result, published.questions()


@pytest.mark.parametrize(
    ("text", "decision", "after"),
    [
        (FAMILY, {"text": "Okafor", "replace_with": "Father"}, "Father said nothing about it."),
        (FAMILY, {"text": "okafor said", "replace_with": "x"}, None),
        ("His number, 999 000 0018, was wrong.", {"text": "999 000 0018", "omit": "yes"}, "His number, was wrong."),
        ("Seen (999 000 0018) twice.", {"text": "999 000 0018", "omit": "yes"}, "Seen twice."),
        ("999 000 0018 was wrong.", {"text": "999 000 0018", "omit": "yes"}, "was wrong."),
        ("Then 999 000 0018.", {"text": "999 000 0018", "replace_with": "a number"}, "Then a number."),
        ("Jayden Penhale's dog bit her.", {"text": "Jayden Penhale", "replace_with": "a friend"}, "A friend’s dog bit her."),
        ("“Jayden Penhale did it.”", {"text": "Jayden Penhale", "replace_with": "a friend"}, "“[A friend] did it.”"),
        ("The Jayden Penhale letter", {"text": "Jayden Penhale", "replace_with": "the neighbour"}, "The neighbour letter"),
        ("Grace periods ended.", {"text": "Grace periods", "replace_with": "Extensions"}, "Extensions ended."),
    ],
)  # fmt: skip
def test_words_are_replaced_or_left_out_as_decided(text: str, decision: dict[str, Any], after: str | None) -> None:
    result, questions = decided(text, decision)
    if after is None:
        assert questions
    else:
        assert result.replace("'", "’") == after
        assert not questions


def test_a_decision_for_a_sentence_leaves_the_same_words_elsewhere_open() -> None:
    text = "Okafor said nothing. Okafor was asked again."
    result, (question,) = decided(text, {"text": "Okafor", "replace_with": "Father", "where": ["Okafor said nothing."]})
    assert result == "Father said nothing. Okafor was asked again."
    assert [asked.sentence for asked in question.places] == ["Okafor was asked again."]


def test_marks_and_blanks_do_not_make_another_sentence_but_words_do() -> None:
    where = ["“Okafor   said *nothing* about it”"]
    assert decided(FAMILY, {"text": "Okafor", "replace_with": "Father", "where": where})[1] == ()
    where = ["Okafor said nothing about that."]
    assert decided(FAMILY, {"text": "Okafor", "replace_with": "Father", "where": where})[1]


def test_two_sentences_can_be_decided_in_two_ways() -> None:
    text = "Okafor agreed. Okafor refused."
    one = {"text": "Okafor", "replace_with": "Father", "where": ["Okafor agreed."]}
    other = {"text": "Okafor", "replace_with": "Mother", "where": ["Okafor refused."]}
    assert decided(text, one, other) == ("Father agreed. Mother refused.", ())


def test_what_is_kept_stays_kept_when_its_sentence_changes_around_it_and_is_proved_there_only() -> None:
    text = "Jayden rang 999 000 0018 on 14 February 2024."
    keep = {"text": "999 000 0018", "where": [text], **KEPT}
    report = given(values={"publication": {"decisions": [keep]}})
    published = publish(report, registry.detectors())
    (result,) = published.rewrite((text,))
    assert published.questions() == ()
    assert result == "Child B rang 999 000 0018 in February 2024."

    def proof(written: str) -> tuple[str, ...]:
        return prove(written.encode(), ".txt", report, published, "published.txt", registry.detectors())

    assert proof(result) == ()
    assert proof("Mother rang 999 000 0018.")


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ({"replace_with": "Father"}, "no `text`"),
        ({"text": "Okafor"}, "needs one of"),
        ({"text": "Okafor", "omit": "yes", "replace_with": "x"}, "needs one of"),
        ({"text": "Rose", "keep": "yes", "by": "A"}, "`reason`"),
        ({"text": "Rose", "keep": "yes", "reason": "A flower."}, "`by`"),
        ({"text": "Jayden", **KEPT}, "can't be kept"),
        ({"text": "the Okafors' flat", **KEPT}, "can't be kept"),
        ({"text": "Ruth Penhale", "replace_with": "a friend of Jayden"}, "holds a name of the register"),
    ],
)
def test_a_decision_that_can_not_be_followed_is_refused(decision: dict[str, Any], said: str) -> None:
    with pytest.raises(LeakError) as refused:
        decided("Nothing.", decision)
    (reason,) = refused.value.reasons
    assert said in reason
    assert reason.startswith("decision 1 ")
    assert not any(name in reason for name in ("Okafor", "Jayden", "Penhale", "Rose"))


def test_replacing_twice_is_replacing_once() -> None:
    decision = {"text": "Ruth Penhale", "replace_with": "a friend of the family"}
    once, _ = decided("They met Ruth Penhale there.", decision)
    assert once == "They met a friend of the family there."
    assert decided(once, decision) == (once, ())


def test_an_answer_quotes_the_authors_own_words_however_much_was_changed_before_them() -> None:
    text = "Jayden Okafor slept, and on 14 February 2024 Okafor rang. Then Okafor left."
    _, (question,) = decided(text)
    found = [(asked.sentence, asked.sentence[asked.start : asked.end], asked.start) for asked in question.places]
    assert found == [
        ("Jayden Okafor slept, and on 14 February 2024 Okafor rang.", "Okafor", 45),
        ("Then Okafor left.", "Okafor", 5),
    ]


@pytest.mark.parametrize(
    ("rounds", "place", "before"),
    [
        ([], (3, 5), (3, 5)),
        ([[Edit(0, 4, "Mother")]], (7, 9), (5, 7)),
        ([[Edit(0, 4, "Mother")]], (2, 8), (0, 6)),
        ([[Edit(2, 6, "")]], (0, 4), (0, 8)),
        ([[Edit(2, 6, "")]], (2, 4), (6, 8)),
        ([[Edit(0, 2, "abc")], [Edit(3, 4, "")]], (3, 5), (3, 5)),
        ([[Edit(0, 1, "xx"), Edit(4, 5, "")]], (2, 5), (1, 4)),
    ],
)
def test_a_place_is_traced_back_through_what_was_changed(
    rounds: list[list[Edit]], place: tuple[int, int], before: tuple[int, int]
) -> None:
    assert own_span(*place, rounds) == before


def test_the_opening_word_of_a_sentence_is_no_part_of_a_name() -> None:
    _, (question,) = decided("Then Jayden Penhale came.")
    assert question.text == "Jayden Penhale"


def test_a_name_inside_a_longer_one_is_asked_with_it() -> None:
    _, questions = decided("They saw Jaydin Okafor there.")
    assert [question.text for question in questions] == ["Jaydin Okafor"]
    assert questions[0].proposals[0] == "Child B"
    assert not questions[0].may_keep


@pytest.mark.parametrize("words", ["A friend", "a friend"])
def test_a_replacement_has_its_capital_only_where_a_sentence_begins(words: str) -> None:
    text = "Ruth Penhale came. They saw Ruth Penhale. “Ruth Penhale did it.”"
    assert decided(text, {"text": "Ruth Penhale", "replace_with": words})[0] == (
        "A friend came. They saw a friend. “[A friend] did it.”"
    )


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("a friend", None),
        ("Child B", None),
        ("the GP", None),
        ("Jayden", True),
        ("a friend of the Okafors", True),
        ("14 February 2024", True),
        ("—", True),
        ("Ruth Penhale", False),
        ("999 000 0018", False),
    ],
)
def test_words_are_judged_before_they_are_put_in(words: str, sure: bool | None) -> None:
    fault = fault_of_words(given(), words, registry.detectors())
    assert (fault and fault.sure) == sure
