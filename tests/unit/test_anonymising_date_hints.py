"""A hint may spare a look, never a find: what is found in a text is found as well where every hint is set off anyway."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.anonymising.dates.ages import change_ages
from reviewkit.anonymising.dates.days import find_dates
from reviewkit.anonymising.dates.hints import tells_time
from reviewkit.anonymising.dates.intervals import change_intervals
from reviewkit.anonymising.dates.mending import DateRules
from reviewkit.anonymising.dates.phrases import change_dates
from reviewkit.language.folding import fold
from reviewkit.language.reading import read

PARTS = (
    "14 February 2024", "14/02/24", "2024-02-14", "14.ii.2024", "14 II 2024", "20240214", "2024-W07", "week 7 of 2024",
    "week no. 7, 2024", "02Nov2023", "Nov 2023", "2024 March 3", "March the third", "the third of May", "in Ocotber",
    "early in March", "Christmas Eve", "St. Patrick's Day", "on Mothers' Day", "on Mother's Day", "Father's Day 2024",
    "on Good Friday", "on Whit Monday", "at Pentecost", "Hallowe'en", "summer bank holiday 2023", "on Holi", "holiday",
    "on Chanukah", "during Hanukkah", "on Eid al-Fitr", "since World Book Day", "before Chinese New Year", "autumn term 2023",
    "Easter 2024", "Q1 2024", "on the 14th", "Tuesday 14th", "Friday, the 14", "(14th)", "on 14/02", "on 3/11", "on 14.02",
    "on Monday", "On Tue", "on Sat", "that Saturday", "at 3pm", "at 15.30", "at 3.15 p.m.", "ten am", "tenam", "eleven\nam",
    "one o'clock", "teno'clock", "half past three", "a quarter to 4", "at twenty past two", "20 minutes to five", "1500 hrs",
    "15:00h", "3-4pm", "two days later", "three weeks and two days after", "a fortnight ago", "an hour or so before",
    "some months\nfrom", "the next day", "the following night", "the day after", "the weekend before", "the eve of his trial",
    "two years to the day", "on the anniversary of her death", "aged three weeks", "at the age of 14 months", "14 weeks old",
    "98-day-old", "two years and 3\nmonths old", "5 weeks of age", "day three of his life", "week twenty one of life",
    "a baby of 14 weeks", "age: 98 days", "twins of two hours", "born at 31 weeks", "at 20 weeks' gestation", "gestation 32",
    "30 weeks pregnant", "five weeks premature", "31+4 weeks", "aged 3/52", "birthweight 3.2kg", "on his birthday",
    "turned five in March", "reached 10 on the day", "born that Easter", "old", "life", "may", "one", "he said",
)  # fmt: skip
NEUTRAL = f". {'Nobody wrote this down and nobody asked. ' * 8}"
ALL_HINTS = (
    "2nd 3/4 12.5 5:10 3pm 12345678 two o'clock, half past one, monday, on tue, a week later, next day, day after, "
    "year-old aged 2, age of, week 2 of his life, baby of hours, weeks pregnant, gestation + weigh, easter eve, boxing, "
    "good friday, turned, born , birthday, january, q1 term, to the day"
)
SEPARATORS = (" ", " ", " ", ", ", "\n", " - ", "_", "/", "-", "")


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4))
    text = "".join(part + draw(st.sampled_from(SEPARATORS)) for part in parts)
    return draw(st.sampled_from((str, str.upper, str.title, str.lower)))(text)


def found(text: str, until: int) -> list[tuple[int, int, str]]:
    """What is found that begins in so many first letters of a text."""
    folded = fold(text)
    dates = change_dates(folded, DateRules("quarter"))
    intervals, others = change_intervals(folded, dates.edits, "quarter")
    everything = [(date.start, date.end, repr(date)) for date in find_dates(folded)]
    everything += [*others, *intervals, *change_ages(folded)]
    everything += [(doubt.start, doubt.end, doubt.about) for doubt in dates.doubts]
    return [(start, end, said) for start, end, said in everything if start < until]


@settings(max_examples=600, deadline=None)
@given(texts())
def test_no_hint_hides_what_is_there(text: str) -> None:
    until = len(fold(text).plane)
    here = found(text + NEUTRAL, until)
    assert here == found(text + NEUTRAL + ALL_HINTS, until)
    reading = read(text + NEUTRAL)
    assert tells_time(reading.plane, reading.words) or not here


@settings(max_examples=600, deadline=None)
@given(texts())
def test_no_word_of_a_plane_hides_what_is_there(text: str) -> None:
    """Who gives the words of a plane with it gets what others get."""
    words = read(text).words
    assert find_dates(fold(text), words) == find_dates(fold(text))
    assert change_dates(fold(text), DateRules("quarter"), words) == change_dates(fold(text), DateRules("quarter"))


def test_the_words_between_set_off_no_hint() -> None:
    reading = read(NEUTRAL)
    assert not tells_time(reading.plane, reading.words)
    assert not found(NEUTRAL, len(NEUTRAL))


@pytest.mark.parametrize("text", ["It began on Chanukah.", "It began in Ocotber.", "He woke at ten p.m."])
def test_rare_names_are_found_without_any_other_hint(text: str) -> None:
    assert found(text, len(text))
