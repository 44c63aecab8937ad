"""The axis of time: it spans what most rows need, and its lines are named by years."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewkit.drawing.axis import Axis, axis_of, lines_of

moments = st.floats(1950, 2050)


@given(st.lists(st.tuples(moments, moments), min_size=1, max_size=30))
def test_any_spans_make_an_axis(spans: list[tuple[float, float]]) -> None:
    axis = axis_of([(min(span), max(span)) for span in spans])
    assert axis.start < axis.end
    assert all(0 <= axis.place(at) <= 1 for span in spans for at in span)


@given(st.tuples(moments, st.floats(0.1, 60)), st.floats(0.5, 30))
def test_lines_stand_on_the_axis_and_have_room(span: tuple[float, float], most: float) -> None:
    axis = Axis(span[0], span[0] + span[1])
    lines = lines_of(axis, most, most)
    assert len(lines) <= most + 2
    assert all(axis.start - 0.1 <= at <= axis.end + 0.1 for at, _ in lines)
    assert all(label == (str(round(at)) if abs(at - round(at)) < 1e-6 else "") for at, label in lines)


def test_a_few_far_off_are_cut_on_either_side() -> None:
    near = [(2024.0, 2024.5), (2024.2, 2025.0), (2024.1, 2024.9)]
    axis = axis_of([(2010.0, 2011.0), *near, (2040.0, 2041.0)])
    assert axis.start < 2010 or axis.start > 2023
    assert axis_of([*near, (2010.0, 2011.0)]).start > 2023
    assert axis_of([*near, (2024.2, 2041.0)]).end < 2026


def test_half_of_all_is_never_cut() -> None:
    assert axis_of([(2010.0, 2011.0), (2024.0, 2024.5)]).start < 2010


def test_lines_are_named_by_the_year_that_begins() -> None:
    assert [label for _, label in lines_of(Axis(2022.1, 2025.2), 3, 8)] == ["2023", "2024", "2025"]
    assert [label for _, label in lines_of(Axis(2024.9, 2025.6), 4, 8)] == ["2025", "", ""]
