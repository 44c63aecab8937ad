"""The published version: every text through the published names, and no trace of what was left out."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.composing.published import compose_published
from reviewkit.document import Card, Document, Facts, Heading, Paragraph, Run, Table
from reviewkit.loading.reports import parse_report
from reviewkit.publication import PublishedReport
from tests.unit.test_composing_drafting import (
    Author,
    assert_whole,
    body,
    cached_template,
    cover,
    facts,
    heading_texts,
    headings,
)
from tests.unit.test_composing_prose import every, runs_of, text_of

Rewrite = Callable[[tuple[str, ...]], tuple[str, ...]]
PEOPLE = {"child_a": "Child A", "mother": "Mother"}
BODIES = {"police": "West Marshire Police", "gp_practice": "the GP practice"}


def as_written(texts: tuple[str, ...]) -> tuple[str, ...]:
    return texts


def without(name: str, instead: str) -> Rewrite:
    """Replaces a name even where it stretches over several runs, as the real one does: the first run gets the new name."""

    def rewrite(texts: tuple[str, ...]) -> tuple[str, ...]:
        whole = "".join(texts)
        if name not in whole:
            return texts
        owner = [number for number, text in enumerate(texts) for _ in text]
        out = [""] * len(texts)
        at = 0
        while at < len(whole):
            found = whole.startswith(name, at)
            out[owner[at]] += instead if found else whole[at]
            at += len(name) if found else 1
        return tuple(out)

    return rewrite


def publish(values: dict[str, Any], rewrite: Rewrite = as_written, template: str = "lcspr") -> Document:
    loaded = cached_template(template)
    return compose_published(PublishedReport(loaded, loaded.latest_edition, values, rewrite, PEOPLE, BODIES)).document


def published(yaml: str, rewrite: Rewrite = as_written) -> Document:
    return publish(parse_report(f"template: lcspr\n{yaml}", "r.yaml").values, rewrite)


def everything_in(document: Document) -> str:
    parts = (
        document.title,
        document.subtitle,
        document.kind,
        text_of(document.blocks),
        *cover(document),
        *cover(document).values(),
    )
    return "\n".join(parts)


@settings(max_examples=40)
@given(chance=st.randoms(use_true_random=False))
def test_every_text_passes_through_the_published_names(chance: random.Random):
    values = Author(cached_template("lcspr"), chance).values
    document = publish(values, lambda texts: tuple(text.upper() for text in texts))
    assert everything_in(document) == everything_in(document).upper()


@settings(max_examples=60)
@given(chance=st.randoms(use_true_random=False), digit=st.integers(0, 9))
def test_what_is_rewritten_to_nothing_leaves_no_trace(chance: random.Random, digit: int):
    def omit(texts: tuple[str, ...]) -> tuple[str, ...]:
        gone = f"{digit}" in "".join(texts) or not texts[0].startswith("w")
        return tuple("" if gone else text for text in texts)

    values = Author(cached_template("lcspr"), chance).values
    assert_whole(publish(values, omit))
    assert everything_in(publish(values, lambda texts: tuple("" for _ in texts))).strip() == ""


def test_names_are_replaced_in_every_corner_of_the_document():
    document = published(
        """
review: {title: Jayden, authors: [Jayden, Ann], partnerships: [Jayden]}
narrative: |
  # Jayden

  Jay**den** and [Jayden](https://example.org) and

  > Jayden

      Jayden

  - Jayden

  | Jayden | a |
  |---|---|
  | b | Jay*den* |
learning: [{id: L1, title: Jayden}]
key_events: [{event: Jayden, date: Jayden 2024}]
""",
        without("Jayden", "Child A"),
    )
    text = everything_in(document)
    assert "Jayden" not in text
    assert text.count("Child A") == 14
    assert_whole(document)


def test_a_name_across_a_line_break_is_one_name():
    document = published("narrative: |\n  It was Jayden\\\n  Okafor who\n", without("Jayden\nOkafor", "Child A"))
    assert list(runs_of(document.blocks))[-1][1:] == (Run("It was Child A"), Run(" who"))


def test_an_address_that_names_somebody_is_dropped_and_its_words_stay():
    document = published(
        "narrative: see [this](https://example.org/jayden) and [that](https://example.org/x)", without("jayden", "")
    )
    assert [(run.text, run.href) for runs in runs_of(document.blocks) for run in runs if run.text in ("this", "that")] == [
        ("this", ""), ("that", "https://example.org/x"),
    ]  # fmt: skip


def test_what_is_left_is_numbered_without_holes():
    document = published(
        "narrative: |\n  One.\n\n  Gone.\n\n  Three.\npartnership_response: Gone.\nglossary: [{term: A, meaning: B}]",
        without("Gone.", ""),
    )
    assert heading_texts(document) == ["1 The story in short", "2 Glossary"]
    assert [block.number for block in document.blocks if isinstance(block, Paragraph)] == ["1.1", "1.2"]


def test_rows_and_columns_that_lost_their_words_go():
    document = published(
        "references:\n- {title: Kept, author: Gone, year: '2020'}\n- {title: Gone}\n- {title: Also, year: Gone}",
        without("Gone", ""),
    )
    (table,) = (block for block in every(document.blocks) if isinstance(block, Table))
    assert [[text_of(cell.blocks) for cell in row] for row in (table.header, *table.rows)] == [
        ["Document", "Year"], ["Kept", "2020"], ["Also", ""],
    ]  # fmt: skip


def test_a_card_that_lost_its_words_goes_and_one_that_lost_its_name_stays():
    document = published(
        "good_practice:\n- {title: Gone, what: Gone}\n- {title: Gone, what: Kept}", without("Gone", "")
    )
    assert not any(isinstance(block, Card) for block in document.blocks)
    assert text_of(document.blocks).endswith("What was done\n1.1 Kept")


def test_people_and_bodies_have_their_published_names_and_keys_never_show():
    document = published(
        """
children: [{person: child_a, outcomes: [{incident: I9, outcome: fatal}]}, {person: stranger_key, living_arrangements: parents}]
lived_experience: [{person: stranger_key, account: A quiet day}]
agencies: [{organisation: gp_practice, sector: gp}, {organisation: other_key, sector: police}]
recommendations: [{id: R1, owner: gp_practice, addresses: [L9]}]
good_practice: [{title: Good, what: Done, agencies: [police, gp_practice, other_key]}]
"""
    )
    text = everything_in(document)
    assert "_key" not in text
    assert "I9" not in text
    assert "L9" not in text
    assert cover(document)["Child"] == "Child A"
    assert "The GP practice" in text.split("\n")
    assert facts(document)["Agencies"] == "West Marshire Police, the GP practice"
    assert facts(document)["Who owns it"] == "The GP practice"


def test_coarsened_values_are_shown_as_they_are():
    document = published(
        "children: [{person: child_a, ethnicity: Asian or Asian British, age: a baby}]\nincidents: [{date: summer 2024}]"
    )
    told = facts(document)
    assert (told["Ethnic group"], told["Age at the incident"]) == ("Asian or Asian British", "a baby")
    assert told["Date of the incident"] == "summer 2024"


def test_links_between_learning_and_recommendations_survive():
    document = published("learning: [{id: L1, title: One}]\nrecommendations: [{id: R1, text: Do, addresses: [L1]}]")
    assert facts(document) == {"Answered by": "R1", "Learning it answers": "L1 One"}
    assert_whole(document)


def test_nothing_of_the_confidential_cover():
    document = published("review: {title: Child A, reference: WM-1}\npublication: {form: full}")
    assert document.marking == ""
    assert not document.draft
    assert "About this version" in cover(document)
    assert "Publication" not in cover(document)


def test_anchors_are_numbered_and_hold_no_words():
    document = published("learning: [{id: jayden-1, title: One}]\nrecommendations: [{id: R1, addresses: [jayden-1]}]")
    assert [heading.anchor for heading in headings(document)] == [
        "section-1",
        "learning-1",
        "section-2",
        "recommendation-1",
    ]


def test_words_where_the_template_has_fields_are_not_published():
    document = published(
        "family: Jayden's family.\nlearning: [Jayden again., {id: L1, title: One}]\nchildren: [{person: child_a, factors: {disability: 'yes'}}]"
    )
    assert "Jayden" not in everything_in(document)
    assert [type(block) for block in body(document)][:2] == [Heading, Card]
    assert any(isinstance(block, Facts) for block in every(document.blocks))
