"""`publication.decisions`: each answers its question and no other, in its sentences and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit import registry
from reviewkit.anonymising.proof.proving import prove
from reviewkit.anonymising.publishing import publish
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
