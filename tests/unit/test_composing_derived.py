"""Derived documents: what they show, all of it, and nothing that a published version must not hold."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising.proof.finishing import Wanted, finish
from reviewkit.anonymising.publishing import open_questions, publish
from reviewkit.composing.drafting import compose
from reviewkit.composing.missing import gaps_of
from reviewkit.composing.published import compose_published
from reviewkit.composing.texts import texts_of
from reviewkit.document import Card, Document, Facts, Heading, ListBlock, Paragraph, Table
from reviewkit.errors import UsageError
from reviewkit.language.citations import without_marks
from reviewkit.loading.plans import build_plan, load_plan, plan_names
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.plans import Plan
from reviewkit.publication import PublishedReport
from reviewkit.report import Report, written_fields
from reviewkit.resources import folder
from tests.unit.test_composing_drafting import Author, cached_template
from tests.unit.test_composing_prose import every, runs_of, text_of

TEMPLATES = ("lcspr", "rapid-review")
FORMATS = ("docx", "html", "markdown")
PAIRS = [(template, name) for template in TEMPLATES for name in plan_names() if template in load_plan(name).templates]
CASES = Path(__file__).parents[1] / "cases" / "schema"


@cache
def finished(template: str) -> Report:
    return load_report(str(folder("examples") / f"{template}-finished.yaml"))


@cache
def public(template: str) -> PublishedReport:
    return publish(finished(template), registry.detectors())


@cache
def derived(template: str, name: str) -> Document:
    return compose(finished(template), draft=False, gaps={}, plan=load_plan(name))


def planned(parts: str, **words: Any) -> Plan:
    raw = {"document": "ours", "title": "Ours", "for": list(TEMPLATES), **words, "parts": read_yaml(parts, "p").value}
    return build_plan(raw)


def shown(report: str, parts: str, template: str = "lcspr", **words: Any) -> Document:
    written = parse_report(f"template: {template}\n{report}", "r.yaml")
    return compose(written, draft=False, gaps={}, plan=planned(parts, **words))


def whole(document: Document) -> None:
    """No heading without content, no empty paragraph, every link leads somewhere."""
    blocks = list(every(document.blocks))
    anchors = [heading.anchor for heading in _headings(document) if heading.anchor]
    assert len(anchors) == len(set(anchors))
    assert {run.anchor for runs in runs_of(blocks) for run in runs if run.anchor} <= set(anchors)
    assert all(text_of((block,)).strip() for block in blocks if isinstance(block, Heading | Paragraph))
    for before, after in zip(document.blocks, [*document.blocks, None][1:], strict=True):
        assert not (isinstance(before, Heading) and isinstance(after, Heading | None)), before


def _headings(document: Document) -> Iterator[Heading]:
    yield from (block for block in every(document.blocks) if isinstance(block, Heading))


def headings(document: Document) -> list[str]:
    return [text_of((heading,)) for heading in document.blocks if isinstance(heading, Heading)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# ------------------------------------------------------------------------------------------------- the shipped documents


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_every_document_is_whole_confidential_and_published(template: str, name: str) -> None:
    draft = derived(template, name)
    whole(draft)
    assert draft.marking.startswith("CONFIDENTIAL")
    document = compose_published(public(template), plan=load_plan(name)).document
    whole(document)
    assert document.marking == ""
    assert headings(document) == headings(draft)
    assert document.title == f"{load_plan(name).title}: Child {'L' if template == 'lcspr' else 'V'}"
    assert ("Made from", finished(template).at("review", "title")) in [
        (label, "".join(run.text for run in runs)) for label, runs in document.cover
    ]


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_a_published_document_is_proved_and_leaves_nothing_to_ask(template: str, name: str, to: str) -> None:
    report, published = finished(template), public(template)
    document = compose_published(published, plan=load_plan(name))
    assert open_questions(report, published, [text for text, _ in texts_of(document.document.blocks)]) == ()
    renderer = registry.renderer(to)
    wanted = Wanted(renderer, f"{name}{renderer.suffix}", None, registry.detectors())
    assert finish(document, wanted, report, published).data


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_no_name_of_the_register_is_published(template: str, name: str) -> None:
    document = compose_published(public(template), plan=load_plan(name)).document
    text = " ".join((text_of(document.blocks), document.title, document.subtitle))
    kept = set(words(" ".join(body.name for body in finished(template).register.organisations.values())))
    for person in finished(template).register.people.values():
        for form in (person.name, *person.also) if person.published_as != "keep" else ():
            assert not [word for word in words(form) if word not in kept and re.search(rf"\b{word}\b", text)]


def every_prose(report: Report) -> dict[tuple[str | int, ...], str]:
    return {path: value for path, field, value in written_fields(report) if field.type == "prose"}


def is_shown(name: str, path: tuple[str | int, ...]) -> bool:
    """Whether the shipped document shows that field, told by what its plan says and nothing else."""
    dotted = ".".join(step for step in path if isinstance(step, str))
    number = next((step for step in path if isinstance(step, int)), 0) + 1
    return any(
        dotted == full and first <= number and (not last or number <= last)
        for full, first, last in _shown_paths(load_plan(name))
    )


@cache
def _shown_paths(plan: Plan) -> tuple[tuple[str, int, int], ...]:
    found: list[tuple[str, int, int]] = []
    for part in plan.parts:
        for show in part.show:
            kind = type(show).__name__
            if kind == "Told":
                found.append((show.path, 1, 0))
            elif kind == "Pairs":
                found += [(path, 1, 0) for path in show.paths]
            elif kind == "Items":
                found += [(f"{show.path}.{path}", show.first, show.last) for path in (*show.head, *show.take)]
    return tuple(found)


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_every_word_of_what_is_shown_is_there(template: str, name: str) -> None:
    text = words(text_of(derived(template, name).blocks))
    said = " ".join(text)
    checked = 0
    for path, prose in every_prose(finished(template)).items():
        if is_shown(name, path):
            checked += 1
            for paragraph in re.split(r"\n\s*\n", prose):
                assert " ".join(words(without_marks(paragraph))) in said, path
    assert checked > 3


def test_information_on_improvements_tells_nothing_of_the_story() -> None:
    report = finished("lcspr")
    document = compose_published(public("lcspr"), plan=load_plan("improvements")).document
    text = " ".join(words(text_of(document.blocks).lower()))
    values = public("lcspr").values
    told = ("narrative", "incidents", "views", "lived_experience", "family", "children", "key_events", "inequality")
    assert any(section in values for section in told)
    for section in told:
        for passage in _texts(values.get(section)):
            found = words(public("lcspr").rewrite((passage,))[0].lower())
            for run in zip(*(found[start:] for start in range(6)), strict=False):
                assert f" {' '.join(run)} " not in f" {text} ", (section, run)
    people = [person.published_as for person in report.register.people.values() if person.published_as != "keep"]
    assert not [name for name in people if name not in ("Mother", "Father") and re.search(rf"\b{name}\b", text)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_a_half_written_draft_shows_its_gaps(template: str, name: str) -> None:
    from reviewkit.api import check_report

    report = load_report(str(folder("examples") / f"{template}-unfinished.yaml"))
    gaps = gaps_of(check_report(report).findings, report)
    document = compose(report, draft=True, gaps=gaps, plan=load_plan(name))
    assert document.draft
    assert any(run.gap for runs in runs_of(document.blocks) for run in runs)


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_an_empty_report_gives_a_short_document(template: str, name: str) -> None:
    document = compose(parse_report(f"template: {template}\n", "r.yaml"), draft=False, gaps={}, plan=load_plan(name))
    whole(document)
    assert not any(isinstance(block, Table | Facts | Card) for block in every(document.blocks))


@settings(max_examples=25, deadline=None)
@given(chance=st.randoms(use_true_random=False), template=st.sampled_from(TEMPLATES))
def test_whatever_is_written_every_document_is_whole(chance: random.Random, template: str) -> None:
    author = Author(cached_template(template), chance)
    report = parse_report(f"template: {template}\n", "r.yaml")._replace(values=author.values, register=author.register)
    for name in plan_names():
        plan = load_plan(name)
        if plan.is_for(report.template):
            whole(compose(report, draft=False, gaps={}, plan=plan))
            published = PublishedReport(
                report.template,
                report.edition,
                author.values,
                lambda texts: tuple(text.upper() for text in texts),
                {},
                {},
            )
            document = compose_published(published, plan=plan).document
            whole(document)
            assert not re.search(r"[a-z]", text_of(document.blocks))
            assert document.title == document.title.upper()


def test_an_overlay_of_a_template_serves_as_well() -> None:
    report = parse_report(
        "template: west-marshire-lcspr\nlearning:\n  - {id: L1, title: Nobody rang}\nboard:\n  name: A board\n",
        str(CASES / "report.yaml"),
    )
    assert report.template.base == "lcspr"
    document = compose(report, draft=False, gaps={}, plan=load_plan("family-summary"))
    assert "Nobody rang" in text_of(document.blocks)


def test_a_document_is_not_made_from_another_kind_of_report() -> None:
    with pytest.raises(UsageError) as refused:
        compose(finished("rapid-review"), draft=False, gaps={}, plan=load_plan("improvements"))
    assert "lcspr" in refused.value.hint


# --------------------------------------------------------------------------------------------------- sheets and tables


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_sheet_has_one_table_with_a_row_for_each_action(template: str) -> None:
    plan = load_plan("action-plan")
    assert plan.sheet is not None
    for document in (
        compose(finished(template), draft=False, gaps={}, plan=plan, sheet=True),
        compose_published(public(template), plan=plan, sheet=True).document,
    ):
        (table,) = document.blocks
        assert isinstance(table, Table)
        assert [text_of(cell.blocks) for cell in table.header] == [column.title for column in plan.sheet.columns]
        assert all(len(row) == len(plan.sheet.columns) for row in table.rows)
        expected = sum(
            len(item["implementation"].get("actions") or [0]) for item in finished(template).values["recommendations"]
        )
        assert len(table.rows) == expected
        assert not any(run.anchor for runs in runs_of(document.blocks) for run in runs)


def test_a_recommendation_without_actions_has_one_row_and_its_own_owner_and_date() -> None:
    report = """
recommendations:
  - {id: R1, text: Change it., owner: Director, due: 2026-05-04}
  - {id: R2, text: Change that., implementation: {actions: [{what: One}, {what: Two, lead: Somebody}]}, owner: Nurse}
"""
    written = parse_report(f"template: lcspr\n{report}", "r.yaml")
    (table,) = compose(written, draft=False, gaps={}, plan=load_plan("action-plan"), sheet=True).blocks
    assert isinstance(table, Table)
    titles = [text_of(cell.blocks) for cell in table.header]
    rows = [dict(zip(titles, (text_of(cell.blocks) for cell in row), strict=True)) for row in table.rows]
    assert [row["Recommendation"] for row in rows] == ["R1", "R2", "R2"]
    assert [row["Action"] for row in rows] == ["", "One", "Two"]
    assert [row["Lead agency"] for row in rows] == ["Director", "Nurse", "Somebody"]
    assert rows[0]["Due"] == "4 May 2026"


@pytest.mark.parametrize(("written", "rows"), [("", 0), ("recommendations: None were needed here.", 1)])
def test_the_sheet_stands_even_without_recommendations(written: str, rows: int) -> None:
    report = parse_report(f"template: lcspr\n{written}\n", "r.yaml")
    (table,) = compose(report, draft=False, gaps={}, plan=load_plan("action-plan"), sheet=True).blocks
    assert isinstance(table, Table)
    assert len(table.rows) == rows
    assert len(table.header) == 20


def test_a_document_without_a_sheet_says_so() -> None:
    with pytest.raises(UsageError, match="no table"):
        compose(finished("lcspr"), draft=False, gaps={}, plan=load_plan("briefing"), sheet=True)


# ------------------------------------------------------------------------------------------------ the language of a plan

LEARNING = """
learning:
  - {id: L1, title: First, why: Because., what_happened: It did., leads_to: share-only}
  - {id: L2, title: "Second?", why: "Two\\n\\n- a\\n- b"}
  - {id: L3, title: Third}
"""


def test_items_are_chosen_by_their_place() -> None:
    def chosen(only: str) -> str:
        return text_of(
            shown(LEARNING, f"[{{id: a, heading: H, show: [{{list: learning, only: {only}, head: [title]}}]}}]").blocks
        )

    assert chosen("1") == "H\nFirst"
    assert chosen("2 on") == "H\nSecond?\nThird"
    assert chosen("1 to 2") == "H\nFirst\nSecond?"
    assert chosen("4 on") == ""


def test_a_name_runs_into_the_words_that_follow() -> None:
    parts = "[{id: a, heading: H, show: [{list: learning, as: run-in, head: [title], take: [why], labels: {why: ''}}]}]"
    lines = text_of(shown(LEARNING, parts).blocks).split("\n")
    assert lines[1:3] == ["First. Because.", "Second? Two"]
    assert "Third" not in lines  # nothing is said of it


def test_labels_numbers_questions_and_words() -> None:
    parts = """
- id: a
  heading: What we found
  text: "Some **words**."
  show:
    - {list: learning, as: numbered, label: Points, head: [id, title], take: [what_happened, leads_to], labels: {what_happened: Seen}}
  ask: ["Why?"]
- {id: b, heading: Nothing there, text: Gone too., show: [{field: narrative}]}
- {id: c, heading: Nothing here, show: [{field: narrative}], otherwise: It says nothing.}
- {id: d, heading: For others, text: Not shown., for: [rapid-review]}
"""
    document = shown(LEARNING, parts, numbered="yes")
    assert headings(document) == ["1 What we found", "2 Nothing here"]
    assert "Some words.\nPoints\nL1 First\nSeen: It did." in text_of(document.blocks)
    lists = [block for block in document.blocks if isinstance(block, ListBlock)]
    assert [block.ordered for block in lists] == [True, False]
    assert text_of(document.blocks).endswith("Why?\n2 Nothing here\nIt says nothing.")


def test_a_list_that_is_answered_with_a_sentence_says_it_once() -> None:
    parts = """
- id: a
  heading: H
  show: [{list: good_practice, only: 1, head: [title]}, {list: good_practice, only: 2 on, head: [title]}]
"""
    assert text_of(shown("good_practice: None, and here is why.", parts).blocks) == "H\nNone, and here is why."


def test_fields_that_a_template_lacks_are_left_out() -> None:
    parts = """
- id: a
  heading: H
  show: [{field: nothing.here}, {facts: [review.kind, review.nothing]}, {list: nowhere, head: [x]}, {field: learning}]
- {id: b, heading: Only that, show: [{table: nowhere, columns: [{title: A, take: b}]}]}
"""
    assert headings(shown(f"review: {{kind: lcspr}}{LEARNING}", parts)) == ["H"]


@pytest.mark.parametrize(
    "path", ["register", "register.people", "waivers", "publication.decisions", "publication.published"]
)
def test_register_waivers_and_decisions_are_beyond_any_plan(path: str) -> None:
    report = """
register: {people: {a: {name: Jayden Okafor, role: child}}}
waivers: [{code: RK101, reason: Because, by: Jayden Okafor}]
publication:
  form: full
  decisions: [{text: Jayden Okafor, keep: yes, by: Jayden Okafor}]
  published: [{on: 2025-01-01, form: report, pseudonyms: [Jayden Okafor]}]
"""
    parts = f"[{{id: a, heading: H, show: [{{field: {path}}}, {{list: {path}, head: [by]}}, {{facts: [{path}]}}]}}]"
    assert "Okafor" not in text_of(shown(report, parts).blocks)


def test_cards_of_learning_are_led_to_and_other_references_are_plain() -> None:
    cards = "{list: learning, as: cards, head: [id, title], take: [why]}"
    answers = "{list: recommendations, as: cards, head: [id], take: [text, addresses]}"
    report = f"{LEARNING}recommendations: [{{id: R1, text: Do it., addresses: [L1]}}]"
    linked = shown(report, f"[{{id: a, heading: H, show: [{cards}, {answers}]}}]")
    whole(linked)
    assert [run.anchor for runs in runs_of(every(linked.blocks)) for run in runs if run.anchor]
    plain = shown(report, f"[{{id: a, heading: H, show: [{answers}]}}]")
    whole(plain)
    assert "L1 First" in text_of(plain.blocks)


def test_no_answer_is_lost_for_want_of_a_label() -> None:
    given = "review: {kind: lcspr, status: draft}"
    values = parse_report(f"template: lcspr\n{given}", "r.yaml").values
    plan = planned("[{id: a, heading: H, show: [{facts: [review.status], labels: {review.status: ''}}]}]")
    known = cached_template("lcspr")
    published = PublishedReport(known, known.latest_edition, values, lambda texts: texts, {}, {})
    assert text_of(compose_published(published, plan=plan).document.blocks) == "H\nStatus\nDraft"


def test_a_list_that_is_shown_twice_has_names_of_its_own_in_a_page() -> None:
    cards = "{list: learning, as: cards, head: [id, title], take: [why]}"
    document = shown(LEARNING, f"[{{id: a, heading: H, show: [{cards}]}}, {{id: b, heading: I, show: [{cards}]}}]")
    page = registry.renderer("html").render(document, None).decode()
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)
