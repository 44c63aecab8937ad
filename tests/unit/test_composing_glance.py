"""The page "At a glance": short, true, in the body's words, and gone where there is nothing to say."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.anonymising.publishing import publish
from reviewkit.composing.drafting import compose
from reviewkit.composing.published import compose_published
from reviewkit.document import Document, Facts, Figure, Heading, Links, Run, Steps, Table
from reviewkit.loading.reports import load_report
from reviewkit.report import Report
from reviewkit.schema import Field
from tests.conftest import EXAMPLES
from tests.unit.test_composing_drafting import (
    FINISHED,
    REGISTER,
    SHIPPED,
    Author,
    assert_whole,
    body,
    cached_template,
    cover,
    draft,
    facts,
    final,
    glance,
    headings,
)
from tests.unit.test_composing_prose import every, runs_of, text_of, words_of
from tests.unit.test_composing_published import publish as publish_values
from tests.unit.test_composing_published import published, without

LEARNING = f"""
learning:
  - {{id: L1, title: Weights meet, leads_to: recommendation}}
  - {{id: L2, title: Ask about milk, leads_to: already-in-hand, reason: Known}}
recommendations:
  - {{id: R1, text: "One chart, *not* four.", owner: police, due: 2026-09-30, addresses: [L1]}}
  - {{id: R2, text: A second line., owner: Director of housing, addresses: [L1, L2, L9]}}
{REGISTER}"""


def tables(document: Document) -> list[list[list[str]]]:
    found = (block for block in glance(document) if isinstance(block, Table))
    return [[[text_of(cell.blocks) for cell in row] for row in (table.header, *table.rows)] for table in found]


def titles(document: Document) -> list[str]:
    return [text_of((block,)) for block in glance(document) if isinstance(block, Heading)]


def figure(document: Document, kind: type) -> Figure:
    (found,) = (block for block in glance(document) if isinstance(block, Figure) and isinstance(block.shows, kind))
    return found


def test_learning_and_recommendations_stand_in_two_tables():
    document = final(LEARNING)
    assert titles(document) == ["At a glance", "What was learned", "What is recommended"]
    assert tables(document) == [
        [
            ["Learning", "What it leads to"],
            ["L1 Weights meet", "Recommendations R1, R2"],
            ["L2 Ask about milk", "An earlier review's action; Recommendation R2"],
        ],
        [
            ["Id", "What should change", "Who owns it", "By when"],
            ["R1", "One chart, not four.", "West Marshire Police", "30 September 2026"],
            ["R2", "A second line.", "Director of housing", ""],
        ],
    ]
    assert_whole(document)


def test_ids_lead_to_the_body():
    document = final(LEARNING)
    anchors = {text_of((heading,)): heading.anchor for heading in headings(document)}
    leads = {run.text: run.anchor for runs in runs_of(glance(document)) for run in runs if run.anchor}
    assert leads == {
        "L1 Weights meet": anchors["L1 Weights meet"], "L2 Ask about milk": anchors["L2 Ask about milk"],
        "R1": anchors["Recommendation R1"], "R2": anchors["Recommendation R2"],
    }  # fmt: skip


def test_links_are_drawn_with_owners():
    shown = figure(final(LEARNING), Links)
    assert shown.shows == Links(
        "Learning", "Recommendations", ("L1 Weights meet", "L2 Ask about milk"),
        ("R1 West Marshire Police", "R2 Director of housing"), ((0, 0), (0, 1), (1, 1)),
    )  # fmt: skip
    assert shown.description == "L1 leads to R1 and R2; L2 leads to R2."


@pytest.mark.parametrize("written", ["2", '"R\\n2"', "2.5", "true"])
def test_an_id_of_another_kind_is_still_one_that_links_find(written: str):
    shown = figure(draft(LEARNING.replace("id: R2", f"id: {written}"), {}), Links).shows
    assert isinstance(shown, Links)
    assert len(shown.right) == 2
    assert (0, 0) in shown.pairs


@pytest.mark.parametrize("taken", ["addresses: [L1, L2, L9]", "  - {id: R2"])
def test_links_need_two_of_each_and_a_link(taken: str):
    lines = [line for line in LEARNING.split("\n") if not line.startswith(taken)]
    text = "\n".join(lines).replace("addresses: [L1]", "").replace("addresses: [L1, L2, L9]", "")
    assert not any(isinstance(block, Figure) for block in glance(final(text)))


def test_the_page_is_first_without_a_number_and_the_sections_count_from_one():
    document = final(LEARNING)
    first = document.blocks[0]
    assert isinstance(first, Heading)
    assert (first.level, first.number, first.anchor) == (1, "", "at-a-glance")
    assert [block.number for block in document.blocks if isinstance(block, Heading) and block.level == 1] == [
        "",
        "1",
        "2",
    ]


def test_a_rapid_review_tells_decision_and_actions_first():
    document = final(
        """
decision:
  recommendation: {by: Panel, date: 2025-09-04, outcome: [no-further-review]}
  decided: {by: Partners, date: 2025-09-08, outcome: [lcspr, national-review-proposed]}
immediate_actions:
  - {action: New lock, owner: Landlord, date: 2025-08-22, status: done}
  - {owner: Nobody}
recommendations: None were needed.
""",
        "rapid-review",
    )
    decision = next(block for block in glance(document) if isinstance(block, Facts))
    assert [(label, text_of(said)) for label, said in decision.items] == [
        ("Decision of the partners", "LCSPR; National review proposed, 8 September 2025")
    ]
    assert tables(document) == [[["Action", "Owner", "Date"], ["New lock", "Landlord", "22 August 2025"]]]
    assert text_of(glance(document)).endswith("What is recommended\nNone were needed.")
    assert_whole(document)


def test_until_it_is_decided_the_recommendation_is_told():
    document = final("decision: {recommendation: {outcome: [lcspr]}, decided: {by: Partners}}", "rapid-review")
    assert text_of(glance(document)) == "At a glance\nRecommendation to the partners\nLCSPR"


DATES = """
incidents: [{id: I1, date: 2025-08-20}]
review: {dates: {decided_on: 2025-09-17, started_on: 2025-10-06, completed_on: 2026-01-22}}
learning: [{id: L1, title: One}]
"""


def test_key_dates_stand_in_the_order_of_the_review():
    shown = figure(final(DATES), Steps)
    assert shown.title == "Key dates"
    assert shown.shows == Steps((
        ("Incident", "20 August 2025"), ("LCSPR decided on", "17 September 2025"), ("Review started on", "6 October 2025"),
        ("Report completed on", "22 January 2026"),
    ))  # fmt: skip
    assert shown.description.startswith("Incident, 20 August 2025; LCSPR decided on, 17 September 2025; ")


def test_key_dates_follow_the_calendar_where_it_is_sure():
    steps = figure(final(DATES.replace("2025-10-06", "2025-09-01")), Steps).shows
    assert [label for label, _ in steps[0]] == [
        "Incident",
        "Review started on",
        "LCSPR decided on",
        "Report completed on",
    ]
    steps = figure(final(DATES.replace("2025-10-06", "2025")), Steps).shows
    assert [label for label, _ in steps[0]][1:3] == ["LCSPR decided on", "Review started on"]


def test_few_dates_are_no_figure_and_dates_alone_no_page():
    assert not any(isinstance(block, Figure) for block in glance(final("learning: [{id: L1, title: One}]")))
    assert glance(final(DATES.replace("learning: [{id: L1, title: One}]", ""))) == ()


def test_many_incidents_are_not_squeezed_in():
    many = DATES.replace("[{id: I1, date: 2025-08-20}]", str([{"id": f"I{n}", "date": "2025-01"} for n in range(4)]))
    assert [label for label, _ in figure(final(many), Steps).shows[0]] == [
        "LCSPR decided on", "Review started on", "Report completed on",
    ]  # fmt: skip
    two = DATES.replace("[{id: I1, date: 2025-08-20}]", str([{"id": f"I{n}", "date": "2025-01"} for n in (1, 2)]))
    assert [label for label, _ in figure(final(two), Steps).shows[0]][:2] == ["Incident I1", "Incident I2"]


@pytest.mark.parametrize(
    "report",
    ["learning: []", "learning: [{}]", "learning: [{id: L1}]", "learning: [{why: Because}]", "recommendations: [{id: R1}]",
     "recommendations: [{owner: Ann, due: 2026-01-01}]", "narrative: Words.", "recommendations: '  '"],
)  # fmt: skip
def test_what_is_missing_leaves_no_trace(report: str):
    assert glance(final(report)) == ()
    assert glance(draft(report, {"/learning/0/title": "missing", "/recommendations": "missing"})) == ()


def test_marks_of_what_is_missing_stay_in_the_body():
    document = draft(
        LEARNING, {"/recommendations/1/due": "missing", "/learning/0/title": "Too short?", "/learning/1/why": "x"}
    )
    assert not any(run.gap for runs in runs_of(glance(document)) for run in runs)
    assert sum(run.gap for runs in runs_of(body(document)) for run in runs) == 3


def test_items_of_one_id_are_told_and_the_link_leads_to_the_first():
    document = final("learning: [{id: L1, title: One}, {id: L1, title: Two}, {title: Three}]")
    assert tables(document) == [[["Learning"], ["L1 One"], ["Two"], ["Three"]]]
    assert [run.text for runs in runs_of(glance(document)) for run in runs if run.anchor] == ["L1 One"]


@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=40)
@given(chance=st.randoms(use_true_random=False))
def test_the_page_says_nothing_that_the_rest_does_not(name: str, chance: random.Random):
    template = cached_template(name)
    author = Author(template, chance)
    document = compose(
        Report("r", template, template.latest_edition, author.values, author.register, {}, {}, ()), draft=False, gaps={}
    )
    own = "At a glance What was learned What is recommended What was done at once Recommendations"
    known = set(words_of(" ".join((text_of(body(document)), *cover(document).values(), own))))
    labels = {
        word
        for section in template.sections
        for field in (section, *every_field(section))
        for word in words_of(field.label)
    }
    assert set(words_of(text_of(glance(document)))) <= known | labels
    assert_whole(document)


def every_field(field: Field) -> list[Field]:
    return [inner for member in field.members() for inner in (member, *every_field(member))]


@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=30)
@given(seed=st.integers(0, 10**6))
def test_any_overlay_and_any_values_leave_it_whole(name: str, seed: int):
    chance = random.Random(seed)  # noqa: S311  no secret
    author = Author(cached_template(name), chance)
    fewer = author.template._replace(
        sections=tuple(without_some(section, chance) for section in author.template.sections)
    )
    document = compose(Report("r", fewer, "2021", author.values, author.register, {}, {}, ()), draft=True, gaps={})
    assert_whole(document)


def without_some(field: Field, chance: random.Random) -> Field:
    kept = tuple(without_some(inner, chance) for inner in field.fields if chance.random() < 0.7)
    return field._replace(fields=kept or field.fields, label=chance.choice((field.label, "Own label")))


@pytest.mark.parametrize("example", FINISHED)
def test_finished_examples_publish_with_a_page_and_without_a_question(example: str):
    made = publish(load_report(str(EXAMPLES / example)))
    document = compose_published(made).document
    assert_whole(document)
    assert made.questions() == ()
    assert len(tables(document)) == (2 if example.startswith("lcspr") else 3)
    assert figure(document, Steps).shows[0][0] == ("Incident", "August 2025")


def test_names_are_replaced_on_the_page_and_a_page_without_its_heading_goes():
    text = LEARNING.replace("Weights", "Jayden").replace("One chart", "One Jayden").replace("Director", "Jayden")
    document = published(text, without("Jayden", "Child A"))
    assert "Jayden" not in str(glance(document))
    assert "L1 Child A meet" in text_of(glance(document))
    assert glance(published(LEARNING, without("At a glance", ""))) == ()
    assert_whole(published(LEARNING, without("At a glance", "")))


def test_a_link_to_what_lost_its_heading_is_plain_words():
    document = publish_values(
        {
            "learning": [{"id": "L1", "title": "One"}],
            "recommendations": [{"id": "R1", "text": "Do", "addresses": ["L1"]}],
        },
        without("Recommendation R1", ""),
    )
    assert_whole(document)
    assert Run("R1") in [run for runs in runs_of(glance(document)) for run in runs]
    assert facts(document)["Answered by"] == "R1"


def test_blocks_of_the_page_bear_no_path():
    document = final(LEARNING)
    assert {block.path for block in every(glance(document))} == {""}
