"""No phrase is passed over: wherever it can be found, its anchor stands between words that may stand beside it."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from reviewkit.anonymising.combinations.facts import CaseFacts
from reviewkit.anonymising.combinations.groups import Stated, combinations
from reviewkit.language.phrases import Step, anchor_at, end_of
from reviewkit.loading.combinations import load_groups
from reviewkit.loading.phrases import load_phrase_lists

PHRASES = [
    *(phrase for one in load_phrase_lists() for phrase in one.phrases),
    *(phrase for group in load_groups() for phrase in group.phrases),
]
STEP = st.builds(Step, st.frozensets(st.sampled_from("abcd"), max_size=2), st.booleans())


def stands(steps: tuple[Step, ...], number: int, words: list[str]) -> bool:
    """Whether the anchor at that step stands anywhere in these words, between such neighbours."""
    anchored, before, after, _ = anchor_at(steps, number)
    around = ["", *words, ""]
    return any(
        word in anchored and (before is None or around[at] in before) and (after is None or around[at + 2] in after)
        for at, word in enumerate(words)
    )


def needed(steps: tuple[Step, ...]) -> list[int]:
    """The steps that can be an anchor."""
    return [number for number, step in enumerate(steps) if step.words and not step.optional]


def test_every_shipped_phrase_has_its_anchors_in_its_shortest_and_its_longest_form() -> None:
    for phrase, whole, gap in product(PHRASES, (False, True), ([], ["x", "y", "z"])):
        said = [
            [min(step.words)] if step.words else gap
            for step in phrase.steps
            if whole or not (step.words and step.optional)
        ]
        words = [word for words in said for word in words]
        assert all(stands(phrase.steps, number, words) for number in needed(phrase.steps)), phrase.say


@given(st.lists(STEP, min_size=1, max_size=6).map(tuple), st.lists(st.sampled_from("abcdx"), max_size=9))
def test_where_steps_match_their_anchors_stand_within_reach(steps: tuple[Step, ...], words: list[str]) -> None:
    for first in range(len(words)):
        last = end_of(words, steps, first)
        for number in needed(steps) if last else ():
            assert stands(steps, number, words)
            anchor = anchor_at(steps, number)
            assert not anchor.words.isdisjoint(words[first : min(last, first + anchor.reach + 1)])


def test_a_parent_called_may_is_a_parent_where_no_month_can_stand() -> None:
    facts = CaseFacts(adults=frozenset(("may",)))
    found = combinations([Stated("At the time May worked as a florist in the town.")], facts)
    assert [group.kind for group in found] == ["occupation"]
