"""What of a report is published, by field policy; which registers are refused; how runs and questions behave."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.anonymising.publishing import publish, refuse_questions
from reviewkit.errors import LeakError
from tests.unit.test_anonymising_given import OKAFORS, given, refusal

VALUES: dict[str, Any] = {
    "review": {
        "title": "Child B", "reference": "WM-1", "authors": ["A. Author"], "unknown_key": "secret",
        "period": {"from": "2024-01-03", "to": "2024-11-20"},
        "dates": {"started_on": "2024-12-01", "published_on": "2025-06-12"},
    },
    "incidents": [{
        "id": "I1", "date": "2024-02-14", "time": "noon", "place": "12 Rose Lane", "setting": "family-home",
        "notification": {"reference": "SIN-1"}, "circumstances": "Jayden slept.",
    }],
    "children": [
        {"person": "child_b", "gender": "male", "faith": "none", "outcomes": [{"incident": "I1", "outcome": "fatal"}]},
        {"person": "Jayden Okafor", "age": "9 years", "gender": "transgender"},
        {"person": "child_c", "age": "14 weeks"},
    ],
    "key_events": [{"date": "2024", "event": "A fall"}, {"date": "soon", "agencies": ["school", "nobody"]}],
    "learning": [{"id": "L1"}, {"id": "L2", "title": "Seeing Jayden"}],
    "delay_reason": {"explained": "illness"},
    "publication": {"form": "full"},
    "waivers": [{"code": "RK101", "reason": "no"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    return publish(given(values=VALUES)).values


def test_what_is_withheld_or_unknown_is_gone(values: dict[str, Any]) -> None:
    assert not {"register", "waivers", "publication", "delay_reason", "template"} & set(values)
    assert not {"reference", "unknown_key"} & set(values["review"])
    assert set(values["incidents"][0]) == {"id", "date", "setting", "circumstances"}
    assert set(values["children"][0]) == {"person", "age", "gender", "outcomes"}
    assert values["children"][0]["outcomes"] == [{"outcome": "fatal"}]


def test_dates_are_coarse_unless_kept(values: dict[str, Any]) -> None:
    assert values["review"]["period"] == {"from": "January 2024", "to": "November 2024"}
    assert values["review"]["dates"] == {"started_on": "December 2024", "published_on": "2025-06-12"}
    assert values["incidents"][0]["date"] == "February 2024"
    assert values["key_events"][0]["date"] == "2024"


def test_ages_come_from_the_birth_date_and_become_coarse(values: dict[str, Any]) -> None:
    assert [child.get("age") for child in values["children"]] == [
        "Under six months",
        "6 to 10 years",
        "Under six months",
    ]


def test_codes_become_their_group_or_vanish(values: dict[str, Any]) -> None:
    assert [child.get("gender") for child in values["children"]] == ["Male", None, None]


def test_a_name_in_the_place_of_a_key_goes_no_further(values: dict[str, Any]) -> None:
    assert "person" not in values["children"][1]
    assert values["key_events"][1] == {"agencies": ["school"]}


def test_rows_that_say_nothing_vanish(values: dict[str, Any]) -> None:
    assert values["learning"] == [{"id": "L2", "title": "Seeing Jayden"}]


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("month", "February 2024"), ("quarter", "January to March 2024"), ("season", "Winter 2023-24"), ("year", "2024"),
     ("relative", "The month of the incident")],
)  # fmt: skip
def test_precision(precision: str, shown: str) -> None:
    report = given(values={**VALUES, "publication": {"date_precision": precision}})
    assert publish(report).values["incidents"][0]["date"] == shown


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("published_as: Child C", "published_as: Child B", "under one name"),
        ("published_as: Child B", "published_as: Child J", "first letter"),
        ("published_as: Child B", "published_as: Jonah", "first letter"),
        ("published_as: Child B", "published_as: Grace", "real name"),
        ("published_as: Child B", "published_as: keep", "only professionals"),
        ("published_as: Child B", "published_as: Keep", "small letters"),
        (
            "published_as: the primary school",
            "kind: school",
            "the 1st organisation of the register has no `published_as`",
        ),
        ("published_as: the area where the family lived", "kind: town", "the 1st place of the register"),
        ("published_as: the primary school", "published_as: the Okafors' school", "holds a name of the register"),
        ("kind: case number", "published_as: keep", "the 1st reference"),
    ],
)
def test_a_register_that_gives_somebody_away_is_refused(before: str, after: str, reason: str) -> None:
    assert before in OKAFORS
    reasons = refusal(given(OKAFORS.replace(before, after)))
    assert any(reason in line for line in reasons), reasons
    assert not any(name in line for line in reasons for name in ("Jayden", "Okafor", "Grace", "Cuthbert", "Thornfield"))


def test_professionals_may_be_named_and_so_may_everybody_with_authority() -> None:
    kept = OKAFORS.replace("published_as: the GP", "published_as: keep")
    assert publish(given(kept)).person_names["gp"] == "Dr Alan Whitworth"
    assert publish(given(kept)).rewrite(("Dr Whitworth saw Jayden.",)) == ("Dr Whitworth saw Child B.",)
    named = OKAFORS.replace("published_as: Child B", "published_as: keep")
    assert refusal(given(named, {"publication": {"naming": "real-name"}})) == ()


def test_a_name_across_runs_goes_into_the_first_of_them() -> None:
    published = publish(given())
    assert published.rewrite(("J", "ay", "den slept.")) == ("Child B", "", " slept.")
    assert published.rewrite(("Dr ", "", "Whitworth", "’s letter")) == ("The GP", "", "", "’s letter")
    assert published.rewrite(("the ", "Dr Whitworth", " letter")) == ("the ", "GP", " letter")
    assert published.rewrite(("on 14 ", "February 2024")) == ("in February 2024", "")
    assert published.rewrite(("",)) == ("",)
    assert published.rewrite(()) == ()


def test_a_question_is_asked_once_with_its_places_and_no_text() -> None:
    texts = ["Okafor said **nothing**, twice.", "Okafor came.", "Okafor went."]
    learning = [{"id": f"L{n}", "what_happened": text} for n, text in enumerate(texts, 1)]
    published = publish(given(values={"learning": learning}))
    published.rewrite(("Okafor said ", "nothing", ", twice."))
    published.rewrite(("Okafor came.",))
    published.rewrite(("Okafor went.",))
    (question,) = published.questions()
    assert question.told.endswith("(3 places, first in Learning L1)")
    assert "Okafor" not in question.told
    assert question.text == "Okafor"
    assert [asked.sentence for asked in question.places][:2] == ["Okafor said nothing, twice.", "Okafor came."]
    with pytest.raises(LeakError) as refused:
        refuse_questions(given(), published, ())
    assert refused.value.reasons == (question.told,)


def test_a_kept_day_stands_alone_and_nowhere_else() -> None:
    published = publish(given(values=VALUES))
    assert published.rewrite(("12 June 2025",)) == ("12 June 2025",)
    assert published.rewrite(("on 12 June 2025",)) == ("in June 2025",)
    assert published.rewrite(("13 June 2025",)) == ("June 2025",)
