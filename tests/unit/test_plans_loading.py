"""Files of derived documents: the shipped ones are right, a partnership's own is read strictly and may change a shipped one."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit import resources
from reviewkit.errors import InputError, UsageError
from reviewkit.loading.plan_faults import lint_plan
from reviewkit.loading.plan_paths import named_in, problem_with
from reviewkit.loading.plans import FOLDER, load_plan, plan_names
from reviewkit.loading.templates import load_template
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.plans import Plan
from reviewkit.schema import Template

CASES = Path(__file__).parents[1] / "cases" / "schema"
GOOD = """document: ours
title: Our own
for: [lcspr]
parts:
  - id: why
    heading: Why
    show:
      - field: reason_for_review
"""


@cache
def template(name: str) -> Template:
    return load_template(name)


def own(folder: Path, text: str, *, known: str = "lcspr") -> Plan:
    path = folder / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return load_plan(str(path), template=template(known))


# ------------------------------------------------------------------------------------------------- the shipped documents


def test_the_shipped_documents_are_the_five_of_the_design() -> None:
    assert plan_names() == ["action-plan", "briefing", "executive-summary", "family-summary", "improvements"]
    assert all(load_plan(name).name == name for name in plan_names())


@pytest.mark.parametrize("name", plan_names())
def test_a_shipped_document_has_no_fault_in_either_template(name: str) -> None:
    text = resources.read_text(FOLDER, f"{name}.yaml")
    assert lint_plan(text, name, plan_names()).all() == []
    value = read_yaml(text, name).value
    for known in value["for"]:
        for named in named_in(value):
            part = value["parts"][named.at[1]] if named.at[0] == "parts" else {}
            show = part["show"][named.at[3]] if part else {}
            if known in part.get("for", value["for"]) and known in show.get("for", value["for"]):
                assert problem_with(named, template(known)) is None, (name, known, named)


@pytest.mark.parametrize("name", plan_names())
def test_a_shipped_document_has_no_long_line_and_no_code(name: str) -> None:
    text = resources.read_text(FOLDER, f"{name}.yaml")
    assert max(map(len, text.splitlines())) <= 120
    assert not re.search(r"\{\{|\{%|<\w|[—–]|\t", text)


# ---------------------------------------------------------------------------------------------------------------- by name


def test_a_name_is_shipped_or_a_file_beside_the_report_or_a_path(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "ours.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "briefing.yaml").write_text(GOOD, encoding="utf-8")
    assert load_plan("ours", str(tmp_path)).title == "Our own"
    assert load_plan(str(tmp_path / "ours.yaml")).file.endswith("ours.yaml")
    monkeypatch.chdir(tmp_path)
    assert load_plan("ours").title == "Our own"
    assert load_plan("briefing", str(tmp_path)).file == ""  # a shipped name is the shipped one


@pytest.mark.parametrize("name", ["breifing", "../briefing", "", ".", "a" * 500, "Jayden Okafor", "\x00"])
def test_an_unknown_name_is_a_usage_error_that_quotes_no_prose(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        load_plan(name, str(tmp_path))
    said = refused.value.message + refused.value.hint
    assert "Okafor" not in said
    assert len(said) < 200
    assert (name != "breifing") or refused.value.hint == "did you mean briefing?"


@pytest.mark.parametrize("name", ["there-is-none.yaml", "folder.yaml", "\x00.yaml"])
def test_a_file_that_cannot_be_read_is_an_input_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(InputError):
        load_plan(str(tmp_path / name))


# ------------------------------------------------------------------------------------------------------------- own files

FAULTS = [
    ("", 1, 1, "no document", ""),
    ("- a\n- b\n", 1, 1, "no document", ""),
    ("just words\n", 1, 1, "no document", ""),
    ("document: [a\n", 2, 1, "", ""),
    ("document: ours\ntitel: A\nfor: [lcspr]\nparts: []\n", 2, 1, "no word `titel`", "did you mean `title`?"),
    (GOOD.replace("title: Our own\n", ""), 1, 1, "`title:` is missing", ""),
    (GOOD.replace("Our own", ""), 2, 7, "`title:` is missing", ""),
    (GOOD.replace("Our own", "[a, b]"), 2, 8, "`title:` is no text", ""),
    (GOOD.replace("ours", "Our Own"), 1, 11, "`document:` is no name", "small letters"),
    (GOOD.replace("[lcspr]", "lcspr"), 3, 6, "`for:` is no list of templates", ""),
    (GOOD.replace("[lcspr]", "[lcpsr]"), 3, 6, "`for:` is no list of templates", "lcspr, rapid-review"),
    (GOOD.replace("[lcspr]", "[{a: b}]"), 3, 6, "`for:` is no list of templates", ""),
    (GOOD.replace("    heading: Why\n", ""), 5, 5, "`heading:` is missing", ""),
    (GOOD.replace("show:", "shwo:"), 7, 5, "no word `shwo`", "did you mean `show`?"),
    (GOOD.replace("- field:", "- feild:"), 8, 9, "what is shown", "did you mean `field`?"),
    (GOOD.replace("- field: reason_for_review", "- reason_for_review"), 8, 9, "a group of words", ""),
    (
        GOOD.replace("reason_for_review", "reason_of_review"),
        8,
        16,
        "no field `reason_of_review`",
        "`reason_for_review`",
    ),
    (GOOD.replace("reason_for_review", "learning.why"), 8, 16, "`learning` is a list", "`list:`"),
    (GOOD.replace("reason_for_review", "review.dates.startedon"), 8, 16, "no field `startedon`", "`started_on`"),
    (GOOD.replace("reason_for_review", "register.people"), 8, 16, "no field `register`", ""),
    (GOOD.replace("reason_for_review", "a..b"), 8, 16, "`field:` is no field", "dots"),
    (GOOD.replace("reason_for_review", "{{ evil }}"), 8, 0, "", ""),
    (GOOD + "      - {list: learning, as: crads}\n", 9, 0, "no way to show a list", "cards"),
    (GOOD + "      - {list: narrative}\n", 9, 16, "`narrative` is no list", ""),
    (GOOD + "      - {list: learning, only: 0}\n", 9, 0, "no choice of items", "4 on"),
    (GOOD + "      - {list: learning, only: 3 to 1}\n", 9, 0, "no choice of items", ""),
    (GOOD + "      - {list: learning, take: [titel]}\n", 9, 0, "no field `titel`", "did you mean `title`?"),
    (GOOD + "      - {list: learning, take: title}\n", 9, 0, "no list of fields", ""),
    (GOOD + "      - {list: learning, labels: {title: [a]}}\n", 9, 0, "no list of labels", ""),
    (GOOD + "      - {list: learning, columns: [{title: A, blank: yes}]}\n", 9, 0, "stands in a card", "as: cards"),
    (GOOD + "      - {table: learning}\n", 9, 9, "`columns:` is missing", ""),
    (GOOD + "      - {table: learning, columns: [{title: A}]}\n", 9, 0, "takes fields or is left blank", ""),
    (GOOD + "      - {table: learning, columns: [{title: A, take: id, blank: yes}]}\n", 9, 0, "or is left blank", ""),
    (
        GOOD + "      - {table: learning, rows: title, columns: [{title: A, take: id}]}\n",
        9,
        0,
        "`title` is no list",
        "",
    ),
    (GOOD + "      - {table: learning, columns: [{title: A, take: id, width: wide}]}\n", 9, 0, "no width", "1 to 9"),
    (GOOD + "      - {field: narrative, list: learning}\n", 9, 9, "what is shown, and once", ""),
    (GOOD + "    ask: Why\n", 9, 10, "no list of texts", ""),
    (GOOD + "    after: why\n", 9, 5, "is for files with `extends:`", ""),
    (GOOD + "  - id: why\n    heading: Again\n", 9, 9, "two parts have the id `why`", ""),
    (GOOD + "sheet: yes\n", 9, 8, "`sheet:` is no group", ""),
    (GOOD + "sheet: {table: learning, columns: [], for: [lcspr]}\n", 9, 0, "", ""),
    (GOOD + "extends: breifing\n", 9, 10, "no such document to extend", "`briefing`"),
    (GOOD + "numbered: perhaps\n", 9, 11, "neither yes nor no", ""),
    (GOOD + "Jayden Okafor lived: here\n", 9, 1, "no word `…`", ""),
    ("document: &a x\n", 1, 11, "", ""),
    ("a: " + "[" * 100, 1, 0, "", ""),
]


@pytest.mark.parametrize("case", FAULTS)
def test_a_faulty_file_is_refused_with_its_place(case: tuple[str, int, int, str, str], tmp_path: Path) -> None:
    text, line, column, message, hint = case
    with pytest.raises(InputError) as refused:
        own(tmp_path, text)
    error = refused.value
    assert message in error.message
    assert hint in error.hint
    assert error.line == line
    assert column in (0, error.column)
    assert error.place.endswith(f"ours.yaml:{line}:{error.column}")
    assert "Okafor" not in error.message + error.hint


def test_a_file_may_name_fields_of_the_other_template_and_of_the_partnerships_overlay(tmp_path: Path) -> None:
    both = GOOD.replace("[lcspr]", "[lcspr, rapid-review]") + "      - field: decision.rationale\n"
    assert own(tmp_path, both).parts[0].show
    local = GOOD + "      - field: local_note\n"
    with pytest.raises(InputError):
        own(tmp_path, local)
    overlay = load_template("west-marshire-lcspr", str(CASES))
    assert load_plan(str(tmp_path / "ours.yaml"), template=overlay).parts[0].show
    assert load_plan(str(tmp_path / "ours.yaml")).parts[0].show  # without a template nobody can know


def test_a_file_can_change_add_move_and_leave_out_parts_of_a_shipped_one(tmp_path: Path) -> None:
    plan = own(tmp_path, """document: our-briefing
extends: briefing
title: Learning in seven minutes
parts:
  - id: why
    heading: Why this matters
  - {id: good-practice, leave_out: yes}
  - {id: questions, after: why}
  - id: more
    heading: Where to find more
    text: Ask the safeguarding team.
    after: questions
  - {id: last, heading: Last, text: The end.}
""")  # fmt: skip
    base = load_plan("briefing")
    assert (plan.name, plan.title, plan.about) == ("our-briefing", "Learning in seven minutes", base.about)
    assert [part.id for part in plan.parts] == [
        "why", "questions", "more", "what", "learning-1", "learning-2", "learning-3", "last",
    ]  # fmt: skip
    assert plan.parts[0].heading == "Why this matters"
    assert plan.parts[0].text == base.parts[0].text
    assert plan.parts[1].ask == base.parts[-1].ask
    assert plan.numbered


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("{id: whi, heading: A}", "no part `whi`"),
        ("{id: new, text: Without a heading}", "`heading:` is missing"),
        ("{id: new, heading: A, after: nowhere}", "no part `nowhere`"),
        ("{id: nothing, leave_out: yes}", "no part `nothing`"),
    ],
)
def test_a_change_of_a_part_that_is_not_there_is_refused(part: str, message: str, tmp_path: Path) -> None:
    if message == "no part `whi`":
        assert own(tmp_path, f"document: o\nextends: briefing\nparts:\n  - {part}\n").parts[-1].id == "whi"
        return
    with pytest.raises(InputError) as refused:
        own(tmp_path, f"document: o\nextends: briefing\nparts:\n  - {part}\n")
    assert message in refused.value.message
    assert refused.value.line == 4


def test_the_sheet_and_the_readers_of_a_shipped_one_can_be_changed(tmp_path: Path) -> None:
    plan = own(tmp_path, """document: tracker
extends: action-plan
for: [lcspr]
sheet:
  table: recommendations
  columns:
    - {title: Number, take: id}
    - {title: Answered, take: [measure.baseline, measure.target], or: due, width: 3}
""")  # fmt: skip
    assert plan.templates == ("lcspr",)
    assert plan.sheet is not None
    assert [column.title for column in plan.sheet.columns] == ["Number", "Answered"]
    assert plan.sheet.columns[1].take == ("measure.baseline", "measure.target")


@cache
def lines_of(name: str) -> tuple[str, ...]:
    return tuple(resources.read_text(FOLDER, f"{name}.yaml").splitlines())


ODD = (
    "",
    "x",
    "- a",
    "for: 3",
    "    show: {}",
    "  - id: 1",
    "    take: [a, {b: c}]",
    "    - - -",
    "sheet:",
    "text: ~",
    "\t",
    "é: é",
)


@settings(max_examples=150, deadline=None)
@given(chance=st.randoms(use_true_random=False), name=st.sampled_from(plan_names()))
def test_whatever_is_done_to_a_file_it_loads_or_says_where_it_is_wrong(chance: random.Random, name: str) -> None:
    lines = list(lines_of(name))
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(lines))
        action = chance.randrange(4)
        if action == 0:
            del lines[at]
        elif action == 1:
            lines.insert(at, chance.choice(ODD))
        elif action == 2:
            lines[at] = lines[at].replace(chance.choice("abeit:[-{"), chance.choice(("", "[", "{", "x", ": ", "'")), 1)
        else:
            lines[at], lines[0] = lines[0], lines[at]
    templates = tuple(template(known) for known in ("lcspr", "rapid-review"))
    try:
        faults = lint_plan("\n".join(lines), "f.yaml", plan_names(), templates).all()
    except InputError as error:
        assert error.line
        return
    if not faults:
        from reviewkit.loading.plans import build_plan

        assert build_plan(read_yaml("\n".join(lines), "f").value).name
    assert all(fault.line and fault.message for fault in faults)
