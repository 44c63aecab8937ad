"""The printed template holds every section, field, answer and source, and each of its links leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reviewkit import registry
from reviewkit.document import Document, Heading, Run, Table
from reviewkit.exporting.outline import template_outline
from reviewkit.exporting.template_document import template_document
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.schema import Field, Template

NAMES = template_names()
CASES = Path(__file__).parents[1] / "cases" / "schema"


@cache
def document(name: str) -> Document:
    return template_document(load_template(name), load_sources())


def pieces(value: Any) -> Iterator[Any]:
    yield value
    for inner in value if isinstance(value, tuple) else ():
        yield from pieces(inner)


def words(value: Any) -> str:
    return "\n".join(piece.text for piece in pieces(value) if isinstance(piece, Run))


def fields(template: Template) -> Iterator[Field]:
    waiting = list(template.sections)
    while waiting:
        field = waiting.pop()
        waiting += field.fields
        yield field


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_every_label_guidance_example_and_key(name: str) -> None:
    text = words(document(name).blocks)
    for field in fields(load_template(name)):
        for part in (field.label, field.guidance, field.example, field.id):
            assert part in text


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_every_answer_that_may_be_given(name: str) -> None:
    template = load_template(name)
    text = words(document(name).blocks)
    for used in {field.codes for field in fields(template)} - {""}:
        for code in template.codelists[used].values.values():
            assert code.code in text
            assert code.label in text
            assert " ".join(code.note.split()) in text


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_heading(name: str) -> None:
    anchors = [piece.anchor for piece in pieces(document(name).blocks) if isinstance(piece, Heading) and piece.anchor]
    assert len(anchors) == len(set(anchors))
    links = {piece.anchor for piece in pieces(document(name).blocks) if isinstance(piece, Run) and piece.anchor}
    assert links
    assert links <= set(anchors)


@pytest.mark.parametrize("name", NAMES)
def test_the_last_table_says_how_far_each_source_was_read(name: str) -> None:
    table = document(name).blocks[-1]
    assert isinstance(table, Table)
    rows = {words(row[0]): words(row[2]) for row in table.rows}
    cited = {key for field in fields(load_template(name)) for key in field.source}
    assert {load_sources()[key].title for key in cited} <= set(rows)
    assert rows["Working Together to Safeguard Children 2018, chapter 4"].startswith("Not read for this work")


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_a_provisional_edition_rests_on(name: str) -> None:
    assert "A provisional edition rests on quotations" in words(document(name).blocks)


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_square_and_their_widths_add_up(name: str) -> None:
    for piece in pieces(document(name).blocks):
        if isinstance(piece, Table):
            assert {len(row) for row in piece.rows} == {len(piece.header)} == {len(piece.widths)}
            assert sum(piece.widths) == pytest.approx(1)


@pytest.mark.parametrize("renderer", [name for name in registry.renderer_names() if not registry.renderer(name).sheet])
def test_it_renders_in_every_format(renderer: str) -> None:
    assert len(registry.renderer(renderer).render(document("lcspr"), None)) > 10_000


def test_an_overlay_prints_with_what_it_adds() -> None:
    overlay = load_template("west-marshire-lcspr", str(CASES))
    printed = template_document(overlay, load_sources())
    assert "Consideration by the board" in words(printed.blocks)
    assert ("Builds on", "the national template \nlcspr") in [(label, words(said)) for label, said in printed.cover]


def test_the_outline_names_every_field_with_its_need() -> None:
    rows = {row.path: row for row in template_outline(load_template("lcspr"))}
    assert rows["inequality"].need == "Required; recommended in edition 2021"
    assert rows["review.status"].holds == "one of the list"
    assert rows["children.age"].need == "Required: one of 2"
    assert rows["recommendations.implementation.actions.by"].depth == 3
    assert rows["children.person"].published == "Published with names replaced"
    edition = {row.path: row for row in template_outline(load_template("lcspr"), "2021")}
    assert edition["inequality"].need == "Recommended"
