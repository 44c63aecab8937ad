"""Pictures: every word is in them, none leaves the page, none stands on another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.document import Event, Links, Period, Periods, Shown, Steps, Timeline
from reviewkit.drawing.drawing import A4_TEXT, draw
from reviewkit.drawing.measuring import text_width
from reviewkit.drawing.shapes import Box, Dot, Drawing, Path, Words

WIDTHS = (216.0, 300.0, 360.0, A4_TEXT, 700.0)
HOSTILE = (
    "",
    " ",
    "x" * 400,
    "مرحبا بالعالم " * 5,
    "👨‍👩‍👧‍👦👩🏽‍⚕️" * 20,
    "漢字" * 60,
    "\u202eabc",
    "<b>&amp;</b>",
    "a\nb",
)
Rectangle = tuple[float, float, float, float]

texts = st.sampled_from(HOSTILE) | st.text(max_size=80)
years = st.floats(1990, 2040)
moments = st.sampled_from((0.0, -0.5, 2024.0)) | years
timelines = st.lists(st.builds(Event, texts, texts, moments), max_size=8).map(tuple).map(Timeline)
periods = st.builds(
    Periods,
    st.lists(st.builds(Period, texts, texts, moments, moments), max_size=8).map(tuple),
    st.lists(st.tuples(texts, moments), max_size=4).map(tuple),
)
steps = st.lists(st.tuples(texts, texts), max_size=7).map(tuple).map(Steps)
links = st.builds(
    Links, texts, texts, st.lists(texts, max_size=6).map(tuple), st.lists(texts, max_size=6).map(tuple),
    st.lists(st.tuples(st.integers(-1, 6), st.integers(-1, 6)), max_size=12).map(tuple),
)  # fmt: skip
figures = st.one_of(timelines, periods, steps, links)


def told(shown: Shown) -> list[str]:
    match shown:
        case Timeline():
            return [text for event in shown.events for text in (event.when, event.words)]
        case Periods():
            rows = [text for row in shown.rows for text in (row.label, row.when)]
            return [*rows, *(text for text, _ in shown.marks)] if any(text.strip() for text in rows) else []
        case Steps():
            return [text for step in shown.steps for text in step]
        case Links():
            boxes = (*shown.left, *shown.right)
            return [shown.left_title, shown.right_title, *boxes] if boxes else []


def words_of(drawing: Drawing) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words)]


def outline(shape: Words | Box) -> Rectangle:
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    width = text_width(shape.text, points=shape.size, bold=shape.bold) / 20
    left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    return left, shape.y - shape.size * 0.75, left + width, shape.y + shape.size * 0.2


def overlap(one: Rectangle, other: Rectangle) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 0.5 and min(one[3], other[3]) - max(one[1], other[1]) > 0.5


@settings(deadline=None)
@given(figures, st.sampled_from(WIDTHS))
def test_every_word_is_shown_on_the_page_and_beside_the_others(shown: Shown, width: float) -> None:
    drawing = draw(shown, width)
    words = words_of(drawing)
    whole = "".join("".join(shape.text.split()) for shape in words)
    assert all("".join(text.split()) in whole for text in told(shown))
    for shape in words:
        left, top, right, bottom = outline(shape)
        assert left >= -0.5
        assert right <= width + 0.5
        assert top >= -0.5
        assert bottom <= drawing.height + 0.5
    assert not any(overlap(outline(one), outline(other)) for one, other in combinations(words, 2))


@settings(deadline=None)
@given(figures, st.sampled_from(WIDTHS))
def test_no_shape_leaves_the_page(shown: Shown, width: float) -> None:
    drawing = draw(shown, width)
    for shape in drawing.shapes:
        match shape:
            case Box():
                left, top, right, bottom = outline(shape)
            case Dot():
                left, top = shape.x - shape.radius, shape.y - shape.radius
                right, bottom = shape.x + shape.radius, shape.y + shape.radius
            case Path():
                left, right = min(x for x, _ in shape.points), max(x for x, _ in shape.points)
                top, bottom = min(y for _, y in shape.points), max(y for _, y in shape.points)
            case Words():
                continue
        assert (left >= -0.5, top >= -0.5, right <= width + 0.5, bottom <= drawing.height + 0.5) == (True,) * 4, shape


@settings(deadline=None)
@given(periods, st.sampled_from(WIDTHS))
def test_no_bar_hides_a_word(shown: Periods, width: float) -> None:
    drawing = draw(shown, width)
    bars = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.fill == "accent"]
    assert not any(overlap(outline(bar), outline(words)) for bar in bars for words in words_of(drawing))


@settings(deadline=None)
@given(links, st.sampled_from(WIDTHS))
def test_words_stay_within_their_box(shown: Links, width: float) -> None:
    drawing = draw(shown, width)
    boxes = [outline(shape) for shape in drawing.shapes if isinstance(shape, Box)]
    for left, top, right, bottom in map(outline, words_of(drawing)):
        for box in boxes:
            if overlap((left, top, right, bottom), box):
                assert box[0] <= left
                assert right <= box[2]
                assert box[1] <= top
                assert bottom <= box[3]


@pytest.mark.parametrize("width", WIDTHS)
def test_words_are_large_enough_to_read_and_in_colours_for_words(width: float) -> None:
    for shown in (TIMELINE, PERIODS, STEPS, LINKS):
        for words in words_of(draw(shown, width)):
            assert words.size >= 10
            assert words.colour in ("ink", "quiet", "accent", "third")


@pytest.mark.parametrize("empty", [Timeline(()), Periods(()), Steps(()), Links("a", "b", (), (), ())])
def test_nothing_to_show_is_no_picture(empty: Shown) -> None:
    assert draw(empty, A4_TEXT) == Drawing(A4_TEXT, 0, ())


TIMELINE = Timeline(
    (
        Event("14 March 2022", "Child K was born", 2022.2),
        Event("May 2022", "Health visiting began", 2022.35),
        Event("9 January 2024", "Police attended the home after a neighbour’s call", 2024.02),
    )
)
PERIODS = Periods(
    (
        Period("Children’s social care", "March 2023 to May 2024", 2023.2, 2024.4),
        Period("Health visiting", "May 2022 to June 2024", 2022.35, 2024.46),
        Period("Housing association", "2012 to 2013", 2012.0, 2014.0),
        Period("GP practice", "since 2009", 2009.0, 2024.46),
        Period("Nursery", "September 2023 to June 2024", 2023.7, 2024.46),
        Period("Police", "9 January 2024", 2024.02, 2024.02),
    ),
    (("Birth", 2022.2), ("Incident", 2024.45)),
)
STEPS = Steps(tuple((f"Step {number}", f"{number} June 2024") for number in range(1, 8)))
LINKS = Links(
    "Learning", "Recommendations", ("L1", "L2", "L3", "L4", "L5"), ("R1", "R2", "R3"), ((0, 0), (1, 0), (3, 1))
)


def test_a_timeline_marks_the_years_that_are_in_print() -> None:
    shown = [words.text for words in words_of(draw(TIMELINE, A4_TEXT)) if words.anchor == "middle"]
    assert shown == ["2022", "2024"]
    relative = Timeline(tuple(event._replace(when="when Child K was small") for event in TIMELINE.events))
    assert not [words for words in words_of(draw(relative, A4_TEXT)) if words.anchor == "middle"]


def test_events_stand_one_beneath_the_other() -> None:
    dots = [shape for shape in draw(TIMELINE, A4_TEXT).shapes if isinstance(shape, Dot)]
    assert len({dot.x for dot in dots}) == 1
    assert [dot.y for dot in dots] == sorted(dot.y for dot in dots)
    assert len(dots) == len(TIMELINE.events)


def test_a_row_of_long_ago_does_not_squash_the_others() -> None:
    bars = [shape for shape in draw(PERIODS, A4_TEXT).shapes if isinstance(shape, Box) and shape.fill == "accent"]
    assert len(bars) == 5, "what lies wholly before the axis has an arrow in place of a bar"
    assert bars[0].width > 100
    arrows = [shape for shape in draw(PERIODS, A4_TEXT).shapes if isinstance(shape, Path) and shape.width == 2]
    assert len(arrows) == 2
    assert all(arrow.points[1][0] < bars[0].x for arrow in arrows)


def test_an_axis_names_no_year_where_none_is_in_print() -> None:
    relative = Periods(tuple(row._replace(when="before the incident") for row in PERIODS.rows))
    assert not [words for words in words_of(draw(relative, A4_TEXT)) if any(sign.isdigit() for sign in words.text)]
    assert {"2023", "2024"} <= {words.text for words in words_of(draw(PERIODS, A4_TEXT))}


def test_an_axis_names_years_and_no_month_that_the_text_may_have_to_keep() -> None:
    short = Periods((Period("Police", "spring 2025", 2025.2, 2025.45), Period("School", "until 2025", 2024.6, 2025.9)))
    told = {"Police", "spring 2025", "School", "until 2025"}
    assert {words.text for words in words_of(draw(short, A4_TEXT))} - told == {"2024", "2025"}
    within = Periods((Period("Police", "spring 2025", 2025.2, 2025.45),))
    assert {words.text for words in words_of(draw(within, A4_TEXT))} - told == {"2025"}


def test_steps_go_on_in_a_second_row() -> None:
    dots = [shape for shape in draw(STEPS, A4_TEXT).shapes if isinstance(shape, Dot)]
    assert len({dot.y for dot in dots}) == 2
    assert len({dot.x for dot in dots}) == 4
    lines = [shape for shape in draw(STEPS, A4_TEXT).shapes if isinstance(shape, Path)]
    assert lines[0].points[-1][0] == A4_TEXT


def test_links_have_curves_from_box_to_box_told_apart_by_more_than_colour() -> None:
    drawing = draw(LINKS, A4_TEXT)
    curves = [shape for shape in drawing.shapes if isinstance(shape, Path) and shape.stroke != "paper"]
    ends = {(shape.x, shape.y) for shape in drawing.shapes if isinstance(shape, Dot)}
    assert len(curves) == len(LINKS.pairs)
    assert {point for curve in curves for point in (curve.points[0], curve.points[-1])} == ends
    assert len(ends) == 2 * len(LINKS.pairs)
    assert len({curve.stroke for curve in curves}) == 3


def test_narrow_links_are_a_list_of_what_leads_where() -> None:
    shown = [words.text for words in words_of(draw(LINKS, 216))]
    assert shown == ["Learning", "Recommendations", "L1", "R1", "L2", "R1", "L3", "L4", "R2", "L5", "R3"]
