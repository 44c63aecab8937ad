"""Lines of text: none wider than its column, no letter lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.drawing.measuring import text_width
from reviewkit.drawing.wrapping import width_of, wrapped

WIDEST_LETTER = 20.0


@given(st.text(max_size=200), st.floats(WIDEST_LETTER * 4, 400), st.booleans())
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: float, bold: bool) -> None:
    lines = wrapped(text, width, bold=bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line.strip() for line in lines)
    # One character may be a whole phrase: the widest of Unicode stand for eighteen letters.
    assert all(width_of(line, bold=bold) <= width + 0.5 or len(line) == 1 for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("Health visiting began in the spring", 90) == ("Health visiting", "began in the", "spring")


def test_a_long_word_breaks_at_its_hyphens_first() -> None:
    assert wrapped("mother-and-baby-placement", 100) == ("mother-and-baby-", "placement")


def test_a_word_of_four_hundred_letters_fills_its_lines() -> None:
    lines = wrapped("x" * 400, 100)
    assert "".join(lines) == "x" * 400
    assert {len(line) for line in lines[:-1]} == {len(lines[0])}


@pytest.mark.parametrize("empty", ["", " ", "\n\t"])
def test_nothing_makes_no_line(empty: str) -> None:
    assert wrapped(empty, 100) == ()


def test_text_is_as_wide_as_its_typeface_makes_it() -> None:
    assert text_width("Wi", points=10) == round((944 + 222) / 50 * 10)
    assert text_width("e\u0301") == text_width("é") == text_width("e")
    assert text_width("“No…”") == round((333 + 722 + 556 + 1000 + 333) / 50 * 12)
    assert text_width("漢") > text_width("W")
    assert text_width("\u200b\u202e") == 0
