"""Figures: only printed dates are placed, nothing is shown by half, and every word goes through the published names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising.publishing import open_questions, publish
from reviewkit.composing.drafting import compose
from reviewkit.composing.moments import Span, in_order, span_of
from reviewkit.composing.noting import Remark, noted
from reviewkit.composing.published import compose_published
from reviewkit.composing.redrawing import redrawn
from reviewkit.composing.rewriting import rewrite_pieces
from reviewkit.composing.texts import texts_of
from reviewkit.document import (
    Block,
    Document,
    Event,
    Figure,
    Heading,
    Links,
    Note,
    Period,
    Periods,
    Run,
    Shown,
    Steps,
    Table,
    Timeline,
)
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.publication import PublishedReport, Question
from reviewkit.report import Report
from tests.conftest import EXAMPLES
from tests.unit.test_composing_drafting import REGISTER, cached_template, draft, final
from tests.unit.test_composing_prose import every
from tests.unit.test_composing_published import published, without


def figures(document: Document) -> list[Figure]:
    return [block for block in every(document.blocks) if isinstance(block, Figure)]


def texts_in(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    return [text for inner in part for text in texts_in(inner)] if isinstance(part, tuple) else []


# Where printed words lie in time --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("2025", 2025, 2026), ("April 2025", 2025.25, 2025 + 4 / 12), ("1 April 2025", 2025.25, 2025.25 + 1 / 360),
        ("July to September 2025", 2025.5, 2025.75), ("February to August 2025", 2025 + 1 / 12, 2025 + 8 / 12),
        ("2020 to 2021", 2020, 2022), ("2024 to March 2025", 2024, 2025.25), ("2025 to February 2025", 2025, 2025 + 2 / 12),
        ("March 2025 to 2025", 2025 + 2 / 12, 2026), ("3 March to 4 April 2025", 2025 + 2 / 12 + 2 / 372, 2025.25 + 4 / 360),
        ("October to December 2024 to July to September 2025", 2024.75, 2025.75),
        ("Spring to summer 2025", 2025 + 2 / 12, 2025 + 8 / 12), ("Winter 2024-25", 2024 + 11 / 12, 2025 + 2 / 12),
        ("Winter 2024-25 to spring 2025", 2024 + 11 / 12, 2025 + 5 / 12),
        ("The month of the incident", 0, 1 / 12), ("A month after the incident", 1 / 12, 2 / 12),
        ("About two years before the incident", -2, -2 + 1 / 12), ("About 15 years after the incident", 15, 15 + 1 / 12),
        ("Ten to two months before the incident", None, None),
        ("Ten months to two months before the incident", -10 / 12, -1 / 12),
        ("About a year before the incident to the month of the incident", -1, 1 / 12),
    ],
)  # fmt: skip
def test_a_printed_date_is_as_wide_as_its_words(printed: str, start: float | None, end: float | None):
    span = span_of(printed)
    assert (span is None) == (start is None)
    if span:
        assert (span.start, span.end) == pytest.approx((start, end))
        assert span.relative == ("incident" in printed)


@pytest.mark.parametrize(
    "printed",
    ["", "to", "Not known", "summer", "in 2025", "early 2025", "31 February 2025", "0 May 2025", "25", "1066", "9999",
     "From March 2025", "Until March 2025", "August 2025 to March 2025", "The year of the incident", "the incident",
     "Winter 2024-26", "Winter 2025", "٢٠٢٥", "2025-03-14", "March 2025 to the month of the incident",
     "to ".join("2025 " for _ in range(9)), "2025 to " * 500],
)  # fmt: skip
def test_other_words_have_no_place(printed: str):
    assert span_of(printed) is None


@given(
    st.lists(
        st.sampled_from(
            (
                "a",
                "two",
                "15",
                "2025",
                "March",
                "winter",
                "to",
                "about",
                "before",
                "after",
                "the",
                "incident",
                "month",
                "years",
            )
        )
    )
)
def test_any_words_are_read_or_left(words: list[str]):
    span = span_of(" ".join(words))
    assert span is None or span.start < span.end


def test_what_overlaps_is_in_order():
    year, march, june = (Span(start, end, "", "") for start, end in ((2025, 2026), (2025.2, 2025.3), (2025.5, 2025.6)))
    assert in_order([year, march, june])
    assert in_order([march, june, year])
    assert not in_order([june, march])
    assert not in_order([year, june, march])


# Key events -----------------------------------------------------------------------------------------------------------


def events(*dates: str) -> str:
    return "key_events:\n" + "".join(f"- {{date: {date}, event: Event {n}}}\n" for n, date in enumerate(dates, 1))


def test_key_events_stand_above_their_table_in_time():
    document = final(events("2024-11-04", "2025-03", "2025-06", "2025"))
    (figure,) = figures(document)
    assert [type(block) for block in document.blocks] == [Heading, Figure, Table]
    assert figure.title == "Key events, 4 November 2024 to 2025"
    assert figure.description == "4 events, 4 November 2024 to 2025. The same facts stand in the table below."
    assert isinstance(figure.shows, Timeline)
    assert [(event.when, event.words) for event in figure.shows.events] == [
        ("4 November 2024", "Event 1"), ("March 2025", "Event 2"), ("June 2025", "Event 3"), ("2025", "Event 4"),
    ]  # fmt: skip
    assert [event.at for event in figure.shows.events] == pytest.approx([2024.8417, 2025.1667, 2025.4167, 2025.4167])
    assert figure.path == "/key_events"


def test_events_out_of_order_are_sorted():
    (figure,) = figures(final(events("2025-06", "2025-03", "2024-11")))
    assert isinstance(figure.shows, Timeline)
    assert [event.words for event in figure.shows.events] == ["Event 3", "Event 2", "Event 1"]
    assert figure.title == "Key events, November 2024 to June 2025"


@pytest.mark.parametrize(
    "report",
    [
        events("2024-11", "2025-03"), events("2024-11", "2025-03", "not-known", "2025-06"),
        events("2024-11", "2025-03", "some time later", "2025-06"), events("2024-11", "2025-03", "null", "2025-06"),
        events("2024-11", "2025-03", "2025-06") + "- {date: 2025-07}", events("2024-11", "2025-03", "2025-06") + "- Loose words.",
        "key_events: None", "key_events: {date: 2025}", "agencies: [1, 2, 3]", events(*("2025" for _ in range(40))),
    ],
)  # fmt: skip
def test_no_figure_shows_a_part_or_too_few_or_too_many(report: str):
    assert figures(final(report)) == []


def test_distances_from_the_incident_keep_their_order_alone():
    whens = ["Nine months before the incident", "The month of the incident", "A month after the incident"]
    (figure,) = figures(published(events(*whens)))
    assert isinstance(figure.shows, Timeline)
    assert [event.at for event in figure.shows.events] == [0.0, 1.0, 2.0]
    assert figure.title == "Key events, nine months before the incident to a month after the incident"
    assert figures(published(events(*whens, "2025"))) == []


# Agencies -------------------------------------------------------------------------------------------------------------

AGENCIES = f"""
incidents: [{{id: I1, date: 2025-08}}]
agencies:
  - {{organisation: police, period: {{from: 2025-02, to: 2025-08}}}}
  - {{organisation: Housing, period: {{from: 2020, to: 2021}}}}
  - {{organisation: Nil return}}
  - {{organisation: police, period: {{from: 2025-08-20, to: 2025-08-20}}}}
{REGISTER}"""


def test_periods_span_all_that_their_words_do():
    (figure,) = figures(final(AGENCIES))
    assert figure.title == "When agencies knew the child or family"
    assert figure.description == (
        "3 agencies and the time in which each knew the child or family, 2020 to August 2025. "
        "The same facts stand in the table below."
    )
    assert isinstance(figure.shows, Periods)
    assert figure.shows.rows == (
        Period("West Marshire Police", "February to August 2025", 2025.0833, 2025.6667),
        Period("Housing", "2020 to 2021", 2020, 2022),
        Period("West Marshire Police", "20 August 2025", 2025.6344, 2025.6371),
    )
    assert figure.shows.marks == (("Incident: August 2025", 2025.625),)


def test_an_agency_that_cannot_be_placed_leaves_no_half_picture():
    assert figures(final(AGENCIES.replace("to: 2021", "to: not-known"))) == []
    assert figures(final(AGENCIES.replace("from: 2020, ", ""))) == []
    assert figures(final(AGENCIES.replace("2021", "2019"))) == []


def test_marks_are_all_or_none():
    two = AGENCIES.replace("[{id: I1, date: 2025-08}]", "[{id: I1, date: 2025-08}, {id: I2, date: 2024}]")
    (figure,) = figures(final(two))
    assert figure.shows[1] == (("Incident I1: August 2025", 2025.625), ("Incident I2: 2024", 2024.5))
    (figure,) = figures(final(two.replace("date: 2024", "date: not-known")))
    assert figure.shows[1] == ()


def test_periods_that_are_all_the_same_are_no_picture():
    same = "".join(f"- {{organisation: Agency {n}, period: {{from: 2025, to: 2025}}}}\n" for n in range(4))
    assert figures(final(f"agencies:\n{same}")) == []


# Every string through the published names ------------------------------------------------------------------------------

SHOWN: list[Shown] = [
    Timeline(tuple(Event(f"when {n}", f"words {n}", n) for n in range(4))),
    Periods(tuple(Period(f"label {n}", f"when {n}", n, n + 1) for n in range(4)), (("mark one", 1.0), ("mark two", 2.0))),
    Steps(tuple((f"label {n}", f"date {n}") for n in range(4))),
    Links("left title", "right title", ("left 0", "left 1", "left 2"), ("right 0", "right 1", "right 2"), ((0, 1), (1, 0), (2, 2))),
]  # fmt: skip


def planted(part: object, place: int, text: str) -> object:
    """A copy of it with `text` added to the string at that place."""
    seen = iter(range(10_000))

    def copy(held: object) -> object:
        if isinstance(held, str):
            return f"{held} {text}" if next(seen) == place else held
        if isinstance(held, tuple):
            inner = [copy(one) for one in held]
            return type(held)(*inner) if hasattr(held, "_fields") else tuple(inner)
        return held

    return copy(part)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: type(shown).__name__)
def test_no_name_survives_in_any_string(shown: Shown):
    figure = Figure("title", "description", shown)
    for place in range(len(texts_in(figure)) - 1):  # the path is no text
        hostile = planted(figure, place, "of Jayden Okafor")
        assert isinstance(hostile, Figure)
        assert "Jayden" in " ".join(texts_in(hostile))
        kept = rewrite_pieces((hostile,), without("Jayden Okafor", "Child A"))
        assert "Jayden" not in " ".join(texts_in(kept))
        assert all("Child A" in " ".join(texts_in(one)) for one in kept)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: type(shown).__name__)
def test_each_string_is_rewritten_alone(shown: Shown):
    asked: list[tuple[str, ...]] = []

    def rewrite(texts: tuple[str, ...]) -> tuple[str, ...]:
        asked.append(texts)
        return texts

    figure = Figure("title", "description", shown)
    assert rewrite_pieces((figure,), rewrite) == (figure,)
    assert set(asked) == {(text,) for text in texts_in(figure)} - {("",)}


@pytest.mark.parametrize("gone", ["words 1", "when 1", "label 1", "date 1", "left 1", "right 1"])
def test_what_came_back_empty_leaves_the_picture(gone: str):
    for shown in SHOWN:
        (kept,) = redrawn(Figure("title", "description", shown), lambda text: "" if text == gone else text)
        before, after = texts_in(shown), texts_in(kept.shows)
        assert gone not in after
        if gone in before:
            assert not any(text.endswith(" 1") for text in after) or isinstance(shown, Links)


def test_links_of_what_is_gone_go_and_the_others_keep_their_ends():
    (kept,) = redrawn(Figure("t", "d", SHOWN[3]), lambda text: "" if text == "left 0" else text)
    assert isinstance(kept.shows, Links)
    assert [(kept.shows.left[a], kept.shows.right[b]) for a, b in kept.shows.pairs] == [
        ("left 1", "right 0"), ("left 2", "right 2"),
    ]  # fmt: skip
    assert list(redrawn(Figure("t", "d", SHOWN[3]), lambda text: "" if text.startswith("left") else text)) == []


@pytest.mark.parametrize("shown", SHOWN[:3], ids=lambda shown: type(shown).__name__)
def test_too_few_rows_are_no_figure(shown: Shown):
    assert list(redrawn(Figure("t", "d", shown), lambda text: "" if text.endswith(("1", "2")) else text)) == []


@pytest.mark.parametrize("gone", ["title", "description"])
def test_a_figure_without_title_or_description_is_none(gone: str):
    assert list(redrawn(Figure("title", "description", SHOWN[0]), lambda text: text.replace(gone, ""))) == []


def test_a_date_that_comes_back_coarser_takes_its_place_along():
    def coarser(text: str) -> str:
        return text.replace("when 1", "2025").replace("mark one", "2025")

    assert list(redrawn(Figure("t", "d", SHOWN[0]), coarser)) == []
    assert list(redrawn(Figure("t", "d", SHOWN[1]), coarser)) == []


def test_two_agencies_of_one_published_name_are_two_rows_as_in_the_table():
    document = published(AGENCIES.replace("organisation: Housing", "organisation: police"))
    (figure,) = figures(document)
    assert isinstance(figure.shows, Periods)
    assert [row.label for row in figure.shows.rows] == ["West Marshire Police"] * 3


# Questions and remarks ------------------------------------------------------------------------------------------------

PRECISIONS = ("month", "quarter", "season", "year", "relative")
STRANGERS = (
    ("L2\n    title: Ask", "L2\n    title: Oluwaseun Bakare must ask"), ("owner: Director of", "owner: Priya Sharma of"),
    ("At a clinic the", "At a clinic Mr Wenlow saw that the"), ("Put every baby", "Ask Priya Sharma to put every baby"),
)  # fmt: skip


def questions(report: Report) -> list[Question]:
    made = publish(report, registry.detectors())
    document = compose_published(made).document
    return list(open_questions(report, made, [text for text, _ in texts_of(document.blocks)]))


def plain_questions(report: Report, monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    """What is asked of the same document without its glance page and figures."""
    with monkeypatch.context() as patch:
        patch.setattr("reviewkit.composing.published.compose_glance", lambda _: ())
        patch.setattr("reviewkit.composing.sections.figures", lambda *_: ())
        return questions(report)


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize("strange", [False, True])
def test_no_question_is_asked_twice_for_what_is_shown_twice(
    precision: str, strange: bool, monkeypatch: pytest.MonkeyPatch
):
    text = (
        (EXAMPLES / "lcspr-finished.yaml").read_text().replace("date_precision: month", f"date_precision: {precision}")
    )
    for known, stranger in STRANGERS if strange else ():
        assert known in text
        text = text.replace(known, stranger, 1)
    report = parse_report(text, "r.yaml")
    plain = plain_questions(report, monkeypatch)
    assert questions(report) == plain
    assert strange <= bool(plain)


@pytest.mark.parametrize("precision", PRECISIONS)
def test_no_picture_tells_a_finer_date_than_its_words(precision: str):
    text = (
        (EXAMPLES / "lcspr-finished.yaml").read_text().replace("date_precision: month", f"date_precision: {precision}")
    )
    for figure in figures(compose_published(publish(parse_report(text, "r.yaml"))).document):
        if isinstance(figure.shows, Timeline) and precision != "relative":
            for event in figure.shows.events:
                span = span_of(event.when)
                assert span
                assert span.start - 0.001 <= event.at < span.end
        elif isinstance(figure.shows, Periods):
            for row in figure.shows.rows:
                span = span_of(row.when)
                assert span
                assert (row.start, row.end) == pytest.approx((span.start, span.end), abs=0.001)


def test_no_remark_stands_at_the_glance_page_or_a_figure():
    report = load_report(str(EXAMPLES / "lcspr-finished.yaml"))
    document = compose(report, draft=True, gaps={})
    paths = dict.fromkeys(path for _, path in texts_of(document.blocks) if path)
    remarks = [Remark(Note("A", "A", ((Run("Said."),),)), path) for path in paths]
    remarks += [Remark(Note("A", "A", ((Run("Said."),),)), "/recommendations/0/text", "Put every baby's weights")]
    blocks = noted(document, remarks, report.template).blocks
    starts = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.number)
    assert starts > 0
    assert blocks[:starts] == document.blocks[:starts]
    assert len({number for _, number in noted_in(blocks[starts:])}) == len(remarks)


def noted_in(blocks: tuple[Block, ...]) -> list[tuple[str, int]]:
    found = (block for block in every(blocks) if hasattr(block, "runs"))
    return [(run.text, number) for block in found for run in block.runs for number in run.notes]


def test_gaps_are_marked_where_they_were_and_figures_wait_until_all_is_there():
    document = draft(events("2025-01", "2025-02", "2025-03", "null"), {"/key_events/3/date": "missing"})
    assert figures(document) == []
    marks = [run for block in every(document.blocks) if hasattr(block, "runs") for run in block.runs if run.gap]
    assert len(marks) == 1


def test_a_wild_overlay_breaks_nothing():
    template = cached_template("lcspr")
    sections = tuple(
        section._replace(fields=section.fields[1:]) if section.fields else section for section in template.sections
    )
    values = load_report(str(EXAMPLES / "lcspr-finished.yaml")).values
    made = PublishedReport(
        template._replace(sections=sections), template.latest_edition, values, lambda texts: texts, {}, {}
    )
    compose_published(made)
