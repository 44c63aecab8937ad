"""Hints that spare the proof a look are sound: what the look finds without them is found with them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from reviewkit.anonymising.names import suspects
from reviewkit.anonymising.names.suspect_tables import STARTS, Suspects
from reviewkit.anonymising.preparing import prepare
from reviewkit.anonymising.proof import encoded
from reviewkit.inspecting.wordtext import paragraph_parts
from reviewkit.language.reading import Reading, read
from tests.unit.test_anonymising_given import given

PIECES = (
    "jayden", "Jayden", "OKAFOR", "Oka", "for", "kafor", "whitworth", "Cuthbert", "cuthbert", "KT", "jo", "chi", "grace",
    "Okafour", "okaforian", "JaydenCame", "a", "b", "the", "school", "2", "20", "150320", "0", "3", "é", "ß", "²", "’", "'",
    "-", "_", "/", "#", "@", ".", ", ", "*", "(", ")", " ", " ", " ", "\n", "\t", "+", "=", "%4a", "\u00ad", "\u200b", "–",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
TABLES = prepare(given()).suspects


def every_word_looked_at(passage: Reading, tables: Suspects, *, marked: bool) -> list[int]:
    words = enumerate(passage.words)
    return [n for n, word in words if marked or passage.cased(n) != word or word[:STARTS] in tables.starts]


@given_any(TEXTS)
def test_words_that_are_passed_over_hide_nothing(text: str) -> None:
    passage = read(text)
    found = list(suspects.find_suspects(passage, TABLES, ()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suspects, "_telling_plain", every_word_looked_at)
        assert found == list(suspects.find_suspects(passage, TABLES, ()))


@given_any(TEXTS)
def test_marks_between_plain_letters_are_those_between_any(text: str) -> None:
    plane = read(text).plane
    pattern = encoded._plain_mark_inside() if plane.isascii() else encoded._mark_inside()
    spans = [match.span() for match in encoded._mark_inside().finditer(plane)]
    assert [match.span() for match in pattern.finditer(plane)] == spans


@given_any(TEXTS)
def test_words_between_that_base64_skips_are_no_code(text: str) -> None:
    tokens = re.findall(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,}={0,2}", text)
    assert encoded._base64().findall(text) == tokens


PLAIN = "<r><t>Jay</t></r>"
UNUSUAL = (
    "<r><t>d<!-- -->en</t></r>", "<tab>Jay</tab>", "<r>den</r>", "<ins><r><t>O</t></r></ins>", "<del><r><delText>k</delText></r></del>",
    "<r><rPr><vanish/></rPr><t>a</t></r>", "<sym char='F041'/>", "<p><t>b</t></p>", "<instrText>AUTHOR</instrText>", "tail",
)  # fmt: skip
USUAL = (
    PLAIN,
    "<tab/>",
    "<br/>",
    "<softHyphen/>",
    "<pPr><pStyle val='a'/></pPr>",
    "\n",
    "<t/>",
    "<hyperlink><t>c</t></hyperlink>",
)


@given_any(st.lists(st.sampled_from(USUAL + UNUSUAL), max_size=8).map("".join))
def test_a_plain_paragraph_reads_as_any_other(inside: str) -> None:
    from lxml import etree

    paragraph = etree.fromstring(f"<p>{inside}</p>")
    parts = list(paragraph_parts(paragraph, "a", "b"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reviewkit.inspecting.wordtext._plain_text", lambda _: None)
        assert parts == list(paragraph_parts(paragraph, "a", "b"))
