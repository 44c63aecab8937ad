"""An overlay adds to a national template and makes it stricter; it never asks for less."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.errors import InputError
from reviewkit.loading.overlays import load_overlay
from reviewkit.loading.templates import load_template
from reviewkit.schema import Field, Template

CASES = Path(__file__).parents[1] / "cases" / "schema"


@pytest.fixture(scope="module")
def overlay() -> Template:
    return load_overlay(str(CASES / "west-marshire-lcspr.yaml"))


def at(template: Template, path: str) -> Field:
    keys = path.split(".")
    field = template.section(keys[0])
    for key in keys[1:]:
        assert field is not None
        field = field.member(key)
    assert field is not None
    return field


def test_it_has_its_own_name_and_remembers_the_national_one(overlay: Template) -> None:
    assert overlay.name == "west-marshire-lcspr"
    assert overlay.extends == overlay.base == "lcspr"
    assert overlay.file.endswith("west-marshire-lcspr.yaml")
    assert overlay.title.startswith("West Marshire")
    assert overlay.length == (4000, 12000)
    assert overlay.editions == load_template("lcspr").editions


def test_it_is_found_by_its_name_beside_the_report(overlay: Template) -> None:
    assert load_template("west-marshire-lcspr", str(CASES)) == overlay


def test_new_sections_stand_behind_the_named_one_or_at_the_end(overlay: Template) -> None:
    order = [section.id for section in overlay.sections]
    assert order.index("board") == order.index("methodology") + 1
    assert order[-1] == "local_note"
    assert [key for key in order if key not in ("board", "local_note")] == [
        s.id for s in load_template("lcspr").sections
    ]


def test_needs_become_stricter(overlay: Template) -> None:
    assert at(overlay, "good_practice").need == "must"
    assert at(overlay, "views.family.informs").need == "must"
    assert at(overlay, "views.family.informs").when
    assert at(overlay, "recommendations").at_most == 6


def test_fields_are_added_to_sections_groups_and_lists(overlay: Template) -> None:
    assert [inner.id for inner in at(overlay, "recommendations").fields][-2:] == ["cost", "sponsor"]
    assert at(overlay, "recommendations.measure").fields[-1].id == "collected_by"
    assert at(overlay, "recommendations.implementation.actions").fields[-1].id == "budget"


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("recommendations.cost", "withhold"),
        ("recommendations.sponsor", "keep"),
        ("recommendations.measure.collected_by", "withhold"),
        ("board", "withhold"),
        ("board.considered_on", "withhold"),
        ("board.minutes", "keep"),
        ("local_note", "withhold"),
    ],
)
def test_what_it_adds_is_withheld_unless_it_says_otherwise(overlay: Template, path: str, policy: str) -> None:
    assert at(overlay, path).publish == policy


def test_what_is_national_is_as_it_was(overlay: Template) -> None:
    national = load_template("lcspr")
    changed = {"good_practice", "recommendations", "views"}
    for section in national.sections:
        if section.id not in changed:
            assert overlay.section(section.id) == section


def test_the_first_fault_of_a_faulty_overlay_is_raised() -> None:
    with pytest.raises(InputError) as raised:
        load_template("relaxed-lcspr", str(CASES))
    assert raised.value.place.endswith("relaxed-lcspr.yaml:5:11")
    assert "nationally it is required" in raised.value.message


def test_an_overlay_of_the_rapid_review_loads_too(tmp_path: Path) -> None:
    file = tmp_path / "ours-rr.yaml"
    file.write_text(
        "template: ours-rr\nextends: rapid-review\nsections:\n  - {use: recommendations, need: must}\n", "utf-8"
    )
    assert at(load_template("ours-rr", str(tmp_path)), "recommendations").need == "must"
