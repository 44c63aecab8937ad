"""What holds for any text: nothing planted survives, twice equals once, runs don't matter, clean text stays."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewkit.anonymising.analysing import analyse
from reviewkit.anonymising.decisions.locating import Locator
from reviewkit.anonymising.preparing import prepare
from reviewkit.anonymising.proof.proving import prove
from reviewkit.anonymising.publishing import publish
from reviewkit.anonymising.rewriting import Rewriter
from reviewkit.language.folding import fold
from reviewkit.report import Report
from tests.unit import test_anonymising_given as reports
from tests.unit.test_anonymising_given import OKAFORS

REPORT = reports.given()
WORDY = reports.given(
    OKAFORS.replace("Jayden Michael Okafor, also: [Jay]", "Will May Young, also: [Rose]").replace("Okafor", "Young")
)
PUBLISHED = publish(REPORT)
FILLERS = st.sampled_from([
    "the", "The", "a", "an", "his", "her", "said", "saw", "was", "and", "with", "in", "on", "by", "from", "mother", "father", "GP",
    "school", "nursery", "health", "visitor", "family", "children", "home", "we", "may", "will", "rose", "May", "Will", "Rose",
    "young", "Young", "people", "Mr", "Mrs", "Dr", "Baby", "and", "called", "late", "2024", "March", "14", "Tuesday", "visit",
])  # fmt: skip
NAMES = st.sampled_from([
    "Jayden", "jayden", "JAYDEN", "Okafor", "Jayden Okafor", "Okafor, Jayden", "Jay", "Chi", "Grace", "Grace Okafor", "Daniel", "Chidinma",
    "Mr Okafor", "Ms Okafor", "the Okafors", "Okafor's", "Jayden’s", "Dr Whitworth", "Whitworth", "Lena", "Lena Marsh", "J. Okafor", "JO",
    "St Cuthbert's", "St Cuthbert’s Primary School", "Thornfield", "LCS-204417", "J\u00adayden", "Ja\u200byden", "J\u0430yden", "Jaydén",
    "14 February 2024", "on 14 February 2024", "14/02/24", "2 November 2023", "between 3 and 17 March", "aged 98 days",
])  # fmt: skip
GAPS = st.sampled_from(
    [
        " ",
        " ",
        " ",
        " ",
        ", ",
        ". ",
        ".\n",
        "\n",
        "\n\n",
        " “",
        "” ",
        " (",
        ") ",
        ": ",
        "-",
        "'s ",
        "’ ",
        "/",
        "; ",
        "!",
    ]
)
WORDS = st.lists(st.tuples(FILLERS | NAMES, GAPS), min_size=1, max_size=14).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
SURE = ("jayden", "chidinma", "okafor", "whitworth", "cuthbert", "thornfield", "204417", "14 february", "14/02")


PREPARED = {id(report): prepare(report) for report in (REPORT, WORDY)}


def rewriter(report: Report = REPORT) -> Rewriter:
    return Rewriter(PREPARED[id(report)], Locator(report, {}))


def outcome(text: str, report: Report = REPORT) -> tuple[str, tuple[str, ...]]:
    fresh = rewriter(report)
    (result,) = fresh.rewrite((text,))
    return result, tuple(question.told for question in fresh.questions())


@settings(max_examples=150, deadline=None)
@given(WORDS)
@example("Jayden Okafor, Jayden, Okafor")
def test_nothing_planted_survives_without_a_question(text: str) -> None:
    result, questions = outcome(text)
    if not questions:
        plane = fold(result).plane
        assert not any(secret in plane for secret in SURE), result


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_twice_equals_once(text: str) -> None:
    for report in (REPORT, WORDY):
        result, questions = outcome(text, report)
        if not questions:
            assert outcome(result, report) == (result, ())


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_what_is_published_without_a_question_is_proved(text: str) -> None:
    result, questions = outcome(text)
    if not questions:
        assert prove(result.encode(), ".txt", REPORT, PUBLISHED, "lcspr-published.txt") == ()


@settings(max_examples=150, deadline=None)
@given(WORDS, st.lists(st.integers(0, 120), max_size=5))
def test_it_does_not_matter_how_a_text_is_cut_into_runs(text: str, cuts: list[int]) -> None:
    places = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    runs = tuple(text[start:end] for start, end in pairwise(places))
    fresh = rewriter()
    results = fresh.rewrite(runs)
    assert len(results) == len(runs)
    assert ("".join(results), tuple(question.told for question in fresh.questions())) == outcome(text)


PLAIN = st.text(alphabet=st.characters(codec="utf-8", categories=("Ll", "Zs", "Po")), max_size=60).map(
    lambda text: re.sub(r"[@#/_'’‘'`´\\]", " ", text)
)


@settings(max_examples=150, deadline=None)
@given(PLAIN)
def test_text_without_an_identifier_stays_as_it_is(text: str) -> None:
    folded = fold(text).plane
    if not any(form in folded.split() for form in ("jay", "chi", "jo", "lena")) and not re.search(
        r"[^\x00-\x7f]", folded
    ):
        result, _questions = outcome(text)
        assert result == text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_folding_keeps_its_places(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.plane)):
        start, end = folded.span(place, place + 1)
        assert 0 <= start < end <= len(text)
    assert folded.span(0, len(folded.plane))[1] <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_the_analysis(text: str) -> None:
    analyse(text, PREPARED[id(REPORT)])
