"""Text and Markdown files: no piece is lost, nothing is changed without need, and no name survives any mark."""

from __future__ import annotations

import re

import pytest
from hypothesis import given as draw
from hypothesis import settings
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising.texts.files import TextFile, anonymise_text
from reviewkit.anonymising.texts.marked import markdown_blocks, text_blocks
from reviewkit.errors import LeakError
from tests.unit.test_anonymising_given import OKAFORS, given

MARKS = (
    "**", "*", "_", "`", "~~", "\n", "\n\n", "\r\n", "- ", "> ", "1. ", "# ", "| ", "|", "[", "](x)", '](https://a.b/c "t")', "<b>", "</b>",
    "<p>", "<!--", "-->", "&amp;", "\\*", "\t", " ", " ", " ", " ", "```", "---", "é", ".", ", ", ": ",
)  # fmt: skip
CALM = st.lists(st.sampled_from((*MARKS, "the", "child", "slept", "well")), max_size=25).map("".join)
NAMED = st.lists(st.sampled_from((*MARKS, "Jayden", "Okafor", "Chidinma", "slept", "the")), max_size=20).map("".join)
LEFT = re.compile(r"(?<![^\W\d_])(?:jayden|okafor|chidinma)(?![^\W\d_])", re.IGNORECASE)


def anonymised(text: str, suffix: str = ".md", register: str = OKAFORS) -> str:
    return anonymise_text(TextFile(text.encode(), suffix), given(register), "", registry.detectors()).decode()


@settings(max_examples=300, deadline=None)
@draw(st.text(max_size=80) | NAMED)
def test_no_piece_is_lost(text: str) -> None:
    for blocks in (markdown_blocks, text_blocks):
        assert "".join(piece.source for block in blocks(text) for piece in block.pieces) == text


@settings(max_examples=100, deadline=None)
@draw(CALM, st.sampled_from([".md", ".txt"]))
def test_a_text_without_names_is_unchanged_or_asked_about(text: str, suffix: str) -> None:
    try:
        assert anonymised(text, suffix) == text
    except LeakError as refused:
        assert refused.reasons


@settings(max_examples=150, deadline=None)
@draw(NAMED, st.sampled_from([".md", ".txt"]))
def test_no_name_survives_any_marks(text: str, suffix: str) -> None:
    try:
        result = anonymised(text, suffix)
    except LeakError as refused:
        assert not any(LEFT.search(reason) for reason in refused.reasons)
        return
    assert not LEFT.search(re.sub(r"[*_`~\\]|</?b>", "", result))


@pytest.mark.parametrize(
    "marks", ["**{}**", "*{}*", "`{}`", "~~{}~~", "[{}](x)", "<b>{}</b>", "# {}", "- {}", "> {}", "| {} | a |"]
)
def test_a_name_within_marks_keeps_them(marks: str) -> None:
    assert anonymised(f"The day.\n\n{marks.format('Jayden')}\n") == f"The day.\n\n{marks.format('Child B')}\n"


def test_each_cell_and_item_is_a_text_of_its_own() -> None:
    assert anonymised("| Daniel | Whitworth |\n") == "| Father | The GP |\n"
    assert anonymised("- Daniel\n- Whitworth\n") == "- Father\n- The GP\n"
