"""Details that together identify: what makes a group, what is harmless, and that no message holds any of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit import resources
from reviewkit.anonymising.combinations.facts import CaseFacts, case_facts
from reviewkit.anonymising.combinations.groups import Combination, Stated, combinations
from reviewkit.api import check_report, open_questions
from reviewkit.language.passages import Prose
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.combination_faults import lint_group
from reviewkit.loading.combinations import FOLDER, load_groups, possible
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.loading.yaml_reader import read_yaml
from tests.conftest import EXAMPLES, ROOT

CASES = ROOT / "tests" / "cases" / "anonymising"
WRITTEN: dict[str, Any] = read_yaml(
    (CASES / "combinations.yaml").read_text(encoding="utf-8"), "combinations.yaml"
).value
FOUND = [(kind, entry) for kind, entries in WRITTEN["found"].items() for entry in entries]
HARMLESS: list[str] = WRITTEN["harmless"]
RE_X_AND_Y = CASES / "re-x-and-y.yaml"
TODAY = date(2025, 6, 1)
NOBODY = CaseFacts()
GROUP = """title: the thing
why: It is known.
source: [own]
proposals: [leave it out]
facts:
  one: [a thing]
  other: [its place]
"""


def stated(entry: str | list[str]) -> list[Stated]:
    texts = entry if isinstance(entry, list) else [entry]
    return [Stated(text, ("narrative", number), "The story") for number, text in enumerate(texts)]


def groups_in(*texts: str, facts: CaseFacts = NOBODY) -> dict[str, Combination]:
    return {group.kind: group for group in combinations(stated(list(texts)), facts)}


@pytest.mark.parametrize(("kind", "entry"), FOUND, ids=lambda value: str(value)[:60])
def test_what_identifies_is_found(kind: str, entry: str | list[str]) -> None:
    assert kind in {group.kind for group in combinations(stated(entry), NOBODY)}


@pytest.mark.parametrize("sentence", HARMLESS, ids=lambda value: value[:60])
def test_what_is_harmless_makes_no_group(sentence: str) -> None:
    assert groups_in(sentence) == {}


def test_what_is_harmless_makes_no_group_in_one_report_either() -> None:
    assert groups_in(*HARMLESS) == {}


def test_the_lists_are_long_enough_to_tell() -> None:
    assert len(FOUND) >= 60
    assert len(HARMLESS) >= 40
    assert {kind for kind, _ in FOUND} == {group.kind for group in load_groups()}


@pytest.mark.parametrize(("kind", "entry"), FOUND, ids=lambda value: str(value)[:60])
def test_every_part_stands_where_it_says(kind: str, entry: str | list[str]) -> None:
    texts = stated(entry)
    (group,) = [group for group in combinations(texts, NOBODY) if group.kind == kind]
    for part in group.parts:
        text = texts[int(part.path[1])].text
        assert part.sentence[part.start : part.end] == part.text
        assert text[part.at : part.at + len(part.sentence)] == part.sentence
        assert part.text.strip()
        assert part.place == "The story"


def test_no_line_that_may_travel_holds_report_text() -> None:
    texts = [
        "In March 2025 Zebedee Quagga pleaded guilty to manslaughter at Wobblestone Crown Court; eleven years in prison."
    ]
    (group,) = groups_in(*texts).values()
    told = f"{group.kind} {group.title} {group.said}".lower()
    for word in ("zebedee", "quagga", "wobblestone", "manslaughter", "eleven", "march", "2025", "guilty"):
        assert word not in told
    assert group.said.startswith(f"{group.title}: plea, ")
    assert "\n" not in group.said


def test_details_of_one_group_are_joined_over_all_texts() -> None:
    group = groups_in(
        "He pleaded guilty.", "The weather was fine.", "He was sent to prison after a trial in May 2024."
    )["court-case"]
    assert [part.path[1] for part in group.parts] == [0, 2, 2]
    assert group.times == "2 sentences"


@pytest.mark.parametrize("kind", ["origin", "exact-age", "occupation"])
def test_what_stands_far_apart_is_not_joined(kind: str) -> None:
    apart = {
        "origin": "The family is Lithuanian. They came by train. They liked it. The nurse lives in a village.",
        "exact-age": "In May 2025 all was well. He grew. He slept. He was nine weeks old then.",
        "occupation": "Father worked as a chef. The nurse was late at the hospital.",
    }
    assert kind not in groups_in(apart[kind])
    assert kind not in groups_in(*apart[kind].split(". "))


def test_ages_that_publishing_makes_coarse_are_not_asked_about() -> None:
    text = "In May 2025, when she was 17 days old, the midwife came."
    assert "exact-age" in groups_in(text)
    assert groups_in(text, facts=NOBODY._replace(coarsens_ages=True)) == {}


def test_months_that_nobody_is_told_are_no_detail() -> None:
    text = "At seventeen days of age, in May, she was seen."
    assert "exact-age" in groups_in(text)
    assert groups_in(text, facts=NOBODY._replace(months=False)) == {}


def test_names_of_the_family_and_kept_places_count_and_the_area_does_not() -> None:
    facts = CaseFacts(adults=frozenset({"quayle"}), places=frozenset({"otterby"}), area=frozenset({"island"}))
    assert "occupation" in groups_in("Ms Quayle worked as a cook in Otterby.", facts=facts)
    assert groups_in("Ms Quayle worked as a cook in Otterby.") == {}
    assert groups_in("The quayle worked as a cook in Otterby.", facts=facts) == {}
    assert "origin" in groups_in("They are a Somali family in Otterby.", facts=facts)
    assert groups_in("They are a Somali family on the island.", facts=facts) == {}


@pytest.mark.parametrize(
    "text",
    [
        "He pleaded\u00a0guilty to man\u00adslaughter.",
        "He PLEADED GUILTY TO MANSLAUGHTER.",
        "He pl\u0435aded guilty to m\u0430nslaughter.",  # Cyrillic letters
        "He pleaded\nguilty to manslaughter.",
        "He pleaded *guilty* to man\u200bslaughter.",
        "He pleaded gui\ufb02ty, no: he pleaded guilty to ﬁrst manslaughter.",
        "> He pleaded guilty to manslaughter.",
        "| Year | What |\n|---|---|\n| 2025 | pleaded guilty |\n| 2025 | manslaughter |",
    ],
)
def test_marks_letters_and_lines_hide_nothing(text: str) -> None:
    assert "court-case" in groups_in(text)


def test_words_within_other_words_are_nothing() -> None:
    assert groups_in("Convictedness, jurymast, twinset, unsentenced, crossbowman; a pleading tone.") == {}


@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_texts_can_be_looked_at(texts: list[str]) -> None:
    for group in combinations(stated(texts), NOBODY):
        for part in group.parts:
            assert part.sentence[part.start : part.end] == part.text


@given(
    st.text(alphabet="ab .,;:\n\"'“”‘’>-*#|\u00ad", max_size=60), st.text(alphabet="ab .,;:\n\"'“”‘’>-*#|", max_size=60)
)
def test_a_planted_account_is_found_in_any_text(before: str, after: str) -> None:
    text = f"{before}\n\nHe was sentenced to eleven years in prison.\n\n{after}"
    assert "court-case" in groups_in(text)


@pytest.mark.parametrize(
    "text", ["", " ", "’" * 3_000, "of " * 5_000, "twins " * 2_000, "“" * 2_000, "9 " * 5_000, "a\n" * 3_000]
)
def test_survives_hostile_texts(text: str) -> None:
    for group in combinations([Stated(text)], NOBODY):
        assert group.parts


# ---------------------------------------------------------------- Whole reports
@pytest.mark.parametrize(
    "name", ["lcspr-finished", "rapid-review-finished", "lcspr-unfinished", "rapid-review-unfinished"]
)
def test_the_examples_hold_no_group(name: str) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    texts = [Stated(passage.text, passage.path) for passage in Prose(report, tuple).passages]
    public = [
        one
        for one, passage in zip(texts, Prose(report, tuple).passages, strict=True)
        if passage.field.publish != "withhold"
    ]
    assert [group.said for group in combinations(public, case_facts(report))] == []


def test_a_report_in_the_manner_of_re_x_and_y_is_right_but_for_its_account_of_the_court_case() -> None:
    findings = check_report(load_report(str(RE_X_AND_Y)), today=TODAY).findings
    assert [finding.code for finding in findings if finding.severity == "error"] == []
    assert [finding.code for finding in findings if finding.code.startswith("RK6")] == ["RK605"]


def test_a_report_in_the_manner_of_re_x_and_y_is_refused_for_that_alone() -> None:
    questions = open_questions(load_report(str(RE_X_AND_Y)))
    assert [question.text for question in questions] == ["the court case"]
    assert len(questions[0].places) >= 4


def test_it_is_not_refused_once_the_account_is_coarse() -> None:
    text = RE_X_AND_Y.read_text(encoding="utf-8")
    told = text[text.index("  Lewis Amory was charged") : text.index("key_events:")]
    waited = text[text.index("  Publication waited for the criminal case.") : text.index("terms_of_reference:")]
    coarse = text.replace(told, "  Criminal proceedings have ended; a member of the family was convicted.\n\n")
    coarse = coarse.replace(waited, "  Publication waited for the end of criminal proceedings.\n\n")
    assert open_questions(parse_report(coarse, "report.yaml")) == ()


# ---------------------------------------------------------------- The data
@pytest.mark.parametrize("file", resources.names(FOLDER, ".yaml"))
def test_every_file_is_as_it_should_be(file: str) -> None:
    faults = lint_group(resources.read_text(FOLDER, file), file, load_sources()).all()
    assert [(fault.line, fault.message) for fault in faults] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("facts:", "proposal: none\nfacts:", 5, "there is no word `proposal` here"),
        ("title: the thing\n", "", 1, "`title:` is missing"),
        ("source: [own]", "source: [nobody]", 3, "there is no source `nobody`"),
        ("proposals: [leave it out]", "proposals: leave it out", 4, "`proposals:` is a list of texts"),
        ("facts:", "needs: 3\nfacts:", 5, "`needs:` is a number of facts"),
        ("facts:", "within: page\nfacts:", 5, "there is no such `within:`"),
        ("facts:", "must: [third]\nfacts:", 5, "there is no fact `third`"),
        ("facts:", "quotations_of: 8\nfacts:", 7, "a group has `facts:` or `quotations_of:`"),
        ("one: [a thing]", "One: [a thing]", 6, "`One` is no name of a fact"),
        ("one: [a thing]", "one: a thing", 6, "a fact is a list of phrases"),
        ("[a thing]", "[A thing]", 6, "`A` is no step of a phrase"),
        ("[a thing]", "[a thing's]", 6, "`thing's` is no step of a phrase"),
        ("[a thing]", "[a|a thing]", 6, "`a|a` is no step of a phrase"),
        ("[a thing]", "[a @day thing]", 6, "`@day` is no step of a phrase"),
        ("[a thing]", "[a (thing]", 6, "`(thing` is no step of a phrase"),
        ("[a thing]", "[a thing …]", 6, "a phrase begins and ends with a word, and needs one"),
        ("[a thing]", "[(a) (thing)]", 6, "a phrase begins and ends with a word, and needs one"),
        ("[a thing]", "[a thing, a thing]", 6, "this phrase stands here twice"),
        ("[a thing]", "[{say: a thing, ask: why}]", 6, "there is no word `ask` here"),
        ("[a thing]", "[{say: a thing, unless: [Not ~]}]", 6, "`Not` is no step of a phrase"),
        ("[a thing]", "[3]", 6, "a phrase is a text"),
    ],
)
def test_a_fault_of_a_file_is_told_with_its_line(old: str, new: str, line: int, said: str) -> None:
    assert lint_group(GROUP, "group.yaml", load_sources()).all() == []
    faults = lint_group(GROUP.replace(old, new), "group.yaml", load_sources()).all()
    assert [(fault.line, fault.message) for fault in faults] == [(line, said)]
    assert faults[0].hint


def test_a_file_that_is_no_group_is_told() -> None:
    assert lint_group("- a\n", "group.yaml", load_sources())


def test_titles_name_a_group_alone_and_hold_no_facts() -> None:
    groups = load_groups()
    assert len({group.title for group in groups}) == len(groups)
    assert all(group.proposals and group.title == group.title.strip() for group in groups)
    assert all(not group.title.endswith(".") for group in groups)


def test_only_phrases_that_could_be_said_are_looked_for() -> None:
    groups = load_groups()
    assert {group.kind for group in possible(groups, {"hello"})} == {"quotations"}
    (court,) = [group for group in possible(groups, {"pleaded", "guilty", "jury"}) if group.kind == "court-case"]
    assert {phrase.ask for phrase in court.phrases} == {"plea", "jury"}


def test_the_folder_explains_its_language() -> None:
    first = Path(ROOT, FOLDER, "court-case.yaml").read_text(encoding="utf-8")
    for word in ("needs", "within", "must", "alone", "capital", "unless", "@n", "@month", "@parent", "@place"):
        assert word in first.partition("title:")[0]
