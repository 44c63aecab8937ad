"""What holds for all dates: no day survives, twice equals once, order is kept, text without dates stays."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewkit.anonymising.dates.ages import change_ages
from reviewkit.anonymising.dates.days import find_dates
from reviewkit.anonymising.dates.feasts import feast_day
from reviewkit.anonymising.dates.fields import coarse_date
from reviewkit.anonymising.dates.intervals import change_intervals
from reviewkit.anonymising.dates.phrases import DateRules, change_dates
from reviewkit.anonymising.dates.precision import Moment, Precision
from reviewkit.anonymising.grammar.editing import apply_edits, without_overlaps
from reviewkit.anonymising.omitting import published_values
from reviewkit.anonymising.preparing import prepare
from reviewkit.language.folding import fold
from tests.unit import test_anonymising_given as reports

PRECISIONS: tuple[Precision, ...] = ("month", "quarter", "season", "year", "relative")
ANCHOR = Moment(2024, 2)
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
FORMS = (
    "{d} {month} {y}", "{d}{th} {month} {y}", "the {d}{th} of {month} {y}", "the {d}{th} of {month}, {y}", "{d} {mon} {y}",
    "{d} {mon}. {y}", "{d}-{mon}-{y}", "{d}-{mon}-{yy}", "{dd}{mon}{y}", "{dd}/{mm}/{y}", "{dd}/{mm}/{yy}", "{d}/{m}/{y}",
    "{d}.{m}.{y}", "{dd}.{mm}.{yy}", "{y}-{mm}-{dd}", "{y}/{mm}/{dd}", "{y}.{mm}.{dd}", "{y}-{mm}-{dd}T15:15:00Z",
    "{weekday} {d} {month} {y}", "{weekday}, {d}{th} {month} {y}", "{weekday} the {d}{th} of {month}", "{mon} {d}, {y}",
    "{month} {d}{th}, {y}", "{month} the {d}{th}", "{month} the {ordinal}", "the {ordinal} of {month} {y}", "{d}.{roman}.{yy}",
    "{d} {ROMAN} {y}", "{d} {month} '{yy}", "{d} {month}", "{d}{th} {month}", "{d} {mon}", "{wee} {d} {mon} {y}",
    "{wee}. {d} {mon}", "{dd}-{mm}-{y}", "{d} / {m} / {y}", "{dd} {mm} {y}", "the {d}{th} day of {month} {y}",
    "{d}\u00a0{month}\u00a0{y}", "{d}\u2009{month} {y}", "{d}{th} {month} of {y}", "{MONTH} {d}{TH} {y}", "{d}{th} inst.",
    "{d} J\u00adanuary {y}", "the {d}{th} of this month", "{weekday} {d}{th}", "{y}{mm}{dd}",
)  # fmt: skip
FRAMES = (
    "On {} he fell.", "He fell on {}.", "by {}", "since {} she", "before {} at 3.15pm", "At 15:15 on {} he", "the {} meeting",
    "The meeting of {} agreed", "{}: seen at home", "He was seen {}.", "({})", "between {} and 30 December 2024",
    "in the week commencing {}", "late on {} he", "during the night of {} he", "from {} until the visit", "a letter dated {}",
    "two days later, on {}, he", "on the morning of {}, mother", "{} - DNA", "until at least {}", "as at {}", "w/c {}",
    "On or about {} he", "He came at 3.15 p.m. on {}.", "on the evening of {} at about 9pm, he", "*{}* he", "“On {} I went”",
    "That was {}.", "See {} above", "{} he came", "six weeks after {} he", "He died on {}", "{} and {}", "Child B ({}) slept",
)  # fmt: skip
DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))


def written(day: date, form: str) -> str:
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return form.format(
        d=day.day, dd=f"{day.day:02}", m=day.month, mm=f"{day.month:02}", y=day.year, yy=f"{day.year % 100:02}",
        th=ending, TH=ending.upper(), month=day.strftime("%B"), mon=day.strftime("%b"), MONTH=day.strftime("%B").upper(),
        weekday=day.strftime("%A"), wee=day.strftime("%a"), ordinal=ORDINALS[day.day - 1], roman=ROMAN[day.month - 1],
        ROMAN=ROMAN[day.month - 1].upper(),
    )  # fmt: skip


def changed(text: str, precision: Precision = "month") -> tuple[str, tuple[str, ...]]:
    """The text with dates, intervals and ages changed until nothing is left, and the words that are doubted."""
    rules = DateRules(precision, frozenset({Moment(2023, 11, 2)}), anchor=ANCHOR if precision == "relative" else None)
    doubted: dict[str, None] = {}
    for _ in range(5):
        folded = fold(text)
        dates = change_dates(folded, rules)
        intervals, rest = change_intervals(folded, dates.edits, precision)
        edits, clash = without_overlaps([*rest, *intervals, *change_ages(folded)])
        assert not clash
        doubted.update(dict.fromkeys(folded.source_of(doubt.start, doubt.end) for doubt in dates.doubts))
        placed = [
            edit._replace(**dict(zip(("start", "end"), folded.span(edit.start, edit.end), strict=True)))
            for edit in edits
        ]
        placed = [edit for edit in placed if edit.text != text[edit.start : edit.end]]
        if not placed:
            return text, tuple(doubted)
        (text,) = apply_edits((text,), placed)
    raise AssertionError(text)


@settings(max_examples=400, deadline=None)
@given(DAYS, st.sampled_from(FORMS), st.sampled_from(FRAMES), st.sampled_from(PRECISIONS))
@example(date(2024, 2, 14), "February the {d}{th}", "between {} and 30 December 2024", "month")
@example(date(2024, 5, 3), "{d} May", "On {} he fell.", "quarter")
def test_no_day_survives_without_a_doubt(day: date, form: str, frame: str, precision: Precision) -> None:
    phrase = written(day, form)
    result, doubted = changed(frame.format(phrase, phrase), precision)
    if not doubted:
        plane = fold(result).plane.replace(str(day.year), "")
        plane = re.sub(r"winter -?\d\d(?:\d\d-\d\d)?|\d\d (?:month|year)s (?:before|after)", "", plane)
        assert not re.search(rf"(?<!\d)0?{day.day}(?!\d)", plane), (phrase, result)
        assert ORDINALS[day.day - 1] not in plane.split(), result
        assert day.strftime("%A").lower() not in plane, result
        assert not re.search(r"3[.:]15|15:15|9pm", plane), result


@settings(max_examples=200, deadline=None)
@given(DAYS, st.sampled_from(FORMS), st.sampled_from(FRAMES), st.sampled_from(PRECISIONS))
def test_twice_equals_once(day: date, form: str, frame: str, precision: Precision) -> None:
    phrase = written(day, form)
    result, doubted = changed(frame.format(phrase, phrase), precision)
    if not doubted:
        assert changed(result, precision) == (result, ())


@pytest.mark.parametrize("precision", PRECISIONS)
def test_order_is_kept(precision: Precision) -> None:
    """Days in a row come in groups of one text each: no text comes back after another."""
    first = date(2019, 1, 1)
    texts = [coarse_date(str(first + timedelta(number)), precision, ANCHOR) for number in range(365 * 12)]
    groups = [text for text, _ in groupby(texts)]
    assert len(groups) == len(set(groups)) > 10


WORDS = st.sampled_from(
    [
        "the",
        "he",
        "she",
        "was",
        "seen",
        "and",
        "home",
        "school",
        "nurse",
        "visited",
        "family",
        "mother",
        "for",
        "with",
        "child",
        "at",
        "by",
        "of",
        "in",
        "then",
        "well",
        "baby",
        "again",
        "who",
        "may",
        "march",
        "thought",
        "that",
        "six",
        "two",
        "weeks",
        "months",
        "hours",
        "days",
        "programme",
        "within",
        "every",
        "12",
        "15",
        "£40",
        "3.2",
        "24/7",
        "9th",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_text_without_dates_stays(text: str) -> None:
    if not re.search(r"\b(?:may|march|12|15)\b|9th|\bborn\b|of in|in the \w+ of", text):
        assert changed(text) == (text, ())


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="14/.-: febmayondtuesq'ahrsp", max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    folded = fold(text)
    for precision in PRECISIONS:
        dates = change_dates(folded, DateRules(precision, anchor=ANCHOR))
        change_intervals(folded, dates.edits, precision)
        assert all(0 <= doubt.start < doubt.end <= len(folded.plane) for doubt in dates.doubts)
    list(change_ages(folded))


@pytest.mark.parametrize(
    "unit",
    ["1, ", "14 ", "on tuesday ", "two days after ", "aged 3 ", "born ", "christmas day ", "turned five ", "14.ii.", "may 1, ",
     "monday to ", "from 1 may to ", "at 3.15 p.m.", "first, second and ", " ", "the first week of ", "31+4 weeks "],
)  # fmt: skip
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    folded = fold(unit * (60_000 // len(unit)))
    dates = change_dates(folded, DateRules("month"))
    change_intervals(folded, dates.edits)
    list(change_ages(folded))


def test_known_easters() -> None:
    assert [feast_day("easter sunday", year) for year in (2019, 2024, 2025, 2038)] == [
        date(2019, 4, 21), date(2024, 3, 31), date(2025, 4, 20), date(2038, 4, 25),
    ]  # fmt: skip
    assert feast_day("mothering sunday", 2024) == date(2024, 3, 10)
    assert feast_day("good friday", 0) is None


def test_a_doubt_proposes_what_could_stand_there() -> None:
    (doubt,) = change_dates(fold("That was 14 February 2024."), DateRules("month")).doubts
    assert doubt.proposals == ("in February 2024", "February 2024")
    assert "14" not in doubt.question
    (birth,) = change_dates(fold("born in May 2025"), DateRules("month")).doubts
    assert not birth.may_keep


def test_dates_of_lists_have_first_and_last() -> None:
    (found,) = find_dates(fold("3, 10 and 17 March 2024"))
    assert (found.first, found.last) == (Moment(2024, 3, 3), Moment(2024, 3, 17))


VALUES: dict[str, Any] = {
    "review": {"period": {"from": "2023-11-03", "to": "2024-02-20"}},
    "incidents": [{"id": "I1", "date": "2024-02-14"}, {"id": "I2", "date": "2025-06"}],
    "children": [{"person": "child_b"}, {"person": "child_c"}],
    "key_events": [{"date": "2020", "event": "A fall"}, {"date": "2024-01-30", "event": "A visit"}],
}


def published(precision: Precision, **more: Any) -> dict[str, Any]:
    return published_values(reports.given(values={**VALUES, **more}), precision)


def test_fields_are_told_from_the_first_incident() -> None:
    values = published("relative")
    assert [incident["date"] for incident in values["incidents"]] == [
        "The month of the incident",
        "16 months after the incident",
    ]
    assert values["review"]["period"] == {"from": "Three months before the incident", "to": "the month of the incident"}
    assert [event["date"] for event in values["key_events"]] == [
        "About four years before the incident",
        "A month before the incident",
    ]


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [("month", "November 2023", "February 2024"), ("quarter", "October 2023", "March 2024"),
     ("season", "Autumn 2023", "winter 2023-24"), ("year", "2023", "2024")],
)  # fmt: skip
def test_both_ends_of_a_period_fit_beside_one_another(precision: Precision, first: str, last: str) -> None:
    assert published(precision)["review"]["period"] == {"from": first, "to": last}


def test_a_period_within_one_stretch_is_told_once() -> None:
    within = {"review": {"period": {"from": "2024-02-03", "to": "2024-02-20"}}}
    for precision in PRECISIONS[2:]:
        period = published(precision, **within)["review"]["period"]
        assert period["from"] == period["to"]


@pytest.mark.parametrize(
    ("precision", "after"),
    [("month", "Three months later"), ("quarter", "Some months later"), ("year", "Some months later")],
)
def test_intervals_are_as_coarse_as_the_dates(precision: Precision, after: str) -> None:
    assert changed("Three months later he was seen.", precision) == (f"{after} he was seen.", ())


def test_without_an_anchor_dates_are_refused_with_a_reason_and_by_year() -> None:
    report = reports.given(
        values={**VALUES, "incidents": [{"id": "I1"}], "publication": {"date_precision": "relative"}}
    )
    prepared = prepare(report)
    assert prepared.dates.precision == "year"
    assert any("no incident has a month" in reason for reason in prepared.reasons)
    assert published_values(report, "relative")["review"]["period"] == {"from": "2023", "to": "2024"}


def test_an_age_in_months_does_not_stand_beside_the_month_of_the_incident() -> None:
    young = {"children": [{"age": "14 weeks"}, {"age": "8 months"}, {"age": "13 months"}, {"age": "3 years"}]}
    assert [child["age"] for child in published("month", **young)["children"]] == [
        "Under six months", "Between six and twelve months", "About one year", "1 to 5 years",
    ]  # fmt: skip
    assert [child["age"] for child in published("year", **young)["children"]][:2] == [
        "About three months",
        "About eight months",
    ]
    undated = published("month", incidents=[], **young)
    assert undated["children"][0]["age"] == "About three months"


def test_an_age_from_a_birth_date_is_a_band_too() -> None:
    assert published("month")["children"][0]["age"] == "Under six months"


def test_a_field_with_a_day_of_birth_says_the_year() -> None:
    events = {
        "key_events": [{"date": "2023-11-02", "event": "A first visit"}, {"date": "2023-11-03", "event": "A visit"}]
    }
    for precision in ("month", "relative"):
        assert published(precision, **events)["key_events"][0]["date"] == "2023"
    assert published("month", **events)["key_events"][1]["date"] == "November 2023"
