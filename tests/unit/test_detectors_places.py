"""Named places and what relatives do for a living: beyond the detectors' own hits and misses."""

from __future__ import annotations

import pytest

from reviewkit import registry
from reviewkit.contracts import Detection, Detector
from reviewkit.language.reading import Reading, read

KINDS = ("school", "health-place", "setting", "small-place", "occupation")
DETECTORS = {detector.kind: detector for detector in registry.detectors() if detector.kind in KINDS}


def look(kind: str, text: str, known: frozenset[int] = frozenset()) -> tuple[Reading, list[Detection]]:
    reading = read(text)
    return reading, list(DETECTORS[kind].find(reading, known))


def found(kind: str, text: str, known: frozenset[int] = frozenset()) -> list[str]:
    reading, hits = look(kind, text, known)
    return [reading.folded.source_of(hit.start, hit.end) for hit in hits]


def every(text: str) -> list[str]:
    return [one for kind in KINDS for one in found(kind, text)]


def test_all_five_are_there() -> None:
    assert set(DETECTORS) == set(KINDS)
    assert {detector.code for detector in DETECTORS.values()} == {"RK601"}


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("school", "at Fern\u00adhill Prim\u200bary School", "Fern\u00adhill Prim\u200bary School"),
        ("school", "at Fernhill\u00a0Primary\u00a0School", "Fernhill\u00a0Primary\u00a0School"),
        ("school", "at Fernhill\nPrimary School", "Fernhill\nPrimary School"),
        ("school", "at Skelford Pupil Referral\nUnit", "Skelford Pupil Referral\nUnit"),
        ("setting", "held at Marsham Police\nStation", "Marsham Police\nStation"),
        ("setting", "sent to HMP\nSkelford", "HMP\nSkelford"),
        ("health-place", "on Ward\n14B", "Ward\n14B"),
        ("small-place", "by the Wixley bus\nstation", "Wixley bus\nstation"),
        ("occupation", "Mother\nworks as a\nbus driver.", "works as a\nbus driver"),
        ("school", "at École Sainte-Foy School", "École Sainte-Foy School"),
        ("health-place", "at Elm Tree Surg\u0435ry", "Elm Tree Surg\u0435ry"),
        ("setting", "at HMP\u00a0Skelford", "HMP\u00a0Skelford"),
        ("setting", "Stennbridge Magistrates\u2019 Court", "Stennbridge Magistrates\u2019 Court"),
        ("small-place", "in Ŵyllt Lane", "Ŵyllt Lane"),
        ("small-place", "the Straßburg estate", "Straßburg estate"),
        ("occupation", "Mother works as a bus dri\u00adver.", "works as a bus dri\u00adver"),
    ],
)
def test_finds_the_whole_name_however_it_is_spelt(kind: str, text: str, wanted: str) -> None:
    assert found(kind, text) == [wanted]


@pytest.mark.parametrize("kind", ["school", "health-place", "setting", "small-place"])
def test_what_is_accounted_for_is_not_found_again(kind: str) -> None:
    text = {
        "school": "at Fernhill Primary School",
        "health-place": "at Marsham General Hospital",
        "setting": "at Marsham Crown Court",
        "small-place": "on the Thornfield estate",
    }[kind]
    assert len(found(kind, text)) == 1
    words = read(text).words
    named = frozenset(n for n, word in enumerate(words) if word in ("fernhill", "marsham", "thornfield"))
    assert not found(kind, text, named)
    assert not found(kind, text, frozenset(range(len(words))))


def test_a_name_of_which_only_half_is_accounted_for_is_found_whole() -> None:
    assert found("small-place", "in Okafor Vale Road", frozenset((1,))) == ["Okafor Vale Road"]


def test_an_occupation_is_found_though_the_relative_is_declared() -> None:
    assert found("occupation", "Mother works as a midwife.", frozenset((0,))) == ["works as a midwife"]
    assert not found("occupation", "Mother works as a midwife.", frozenset(range(5)))


@pytest.mark.parametrize(
    "text",
    [
        "AT FERNHILL PRIMARY SCHOOL THE HEAD SAW HIM.",
        "MARSHAM CROWN COURT",
        "**Fernhill Primary School** rang",
        "“Fernhill Primary School” rang",
        "(Fernhill Primary School)",
        "- Fernhill Primary School: no concerns",
    ],
)
def test_marks_and_capitals_around_a_name_do_not_hide_it(text: str) -> None:
    assert any("fernhill primary school" in one.lower() or "marsham" in one.lower() for one in every(text))


@pytest.mark.parametrize(
    "text",
    [
        "Virtual School and Early Years Team",
        "Closing The Gap: A Better Place For Every Family To Go",
        "Named GP for the Integrated Care Board",
        "Safe Sleep Champion at the Children's Centre",
        "On the Way Home: A Hard Place",
        "THE SCHOOL AND THE HOSPITAL DID NOT SPEAK.",
        "Child B's school, Mother's clinic and Father's court date",
        "Professional A works as a manager at the school.",
        "The Court of Appeal and the High Court",
    ],
)
def test_titles_and_headings_name_no_place(text: str) -> None:
    assert not every(text)


def test_what_only_the_start_of_a_sentence_makes_a_name_is_not_sure() -> None:
    _, opening = look("school", "Fernhill School rang.")
    _, within = look("school", "She rang Fernhill School.")
    assert [hit.sure for hit in opening + within] == [False, True]


@pytest.mark.parametrize(
    ("kind", "text", "proposal"),
    [
        ("school", "at Tiny Steps Nursery", "a nursery"),
        ("school", "at Tarnwick College", "a college"),
        ("health-place", "at Elm Tree Surgery", "the GP surgery"),
        ("health-place", "on Bluebell Ward", "a ward"),
        ("health-place", "at Marsham General Hospital", "the local hospital"),
        ("setting", "at Marsham Crown Court", "court"),
        ("setting", "at HMP Skelford", "prison"),
        ("small-place", "at St Mary's Church", "a place of worship"),
        ("small-place", "on the Thornfield estate", "the area"),
        ("occupation", "Mother works as a midwife.", "works for a local business"),
        ("occupation", "Both parents were teachers.", "worked for local businesses"),
        ("occupation", "His father, a taxi driver, left.", "who was in work"),
    ],
)
def test_proposes_coarser_words_of_the_same_grammar(kind: str, text: str, proposal: str) -> None:
    _, hits = look(kind, text)
    assert [hit.proposals[0] for hit in hits] == [proposal]


@pytest.mark.parametrize(
    "text", ["Mr Lane and Jane Hill", "Ms Park rang", "Dr Church saw him", "Sarah Green and Tom Wood"]
)
def test_people_called_like_places_are_left_to_the_names(text: str) -> None:
    assert not found("small-place", text)


@pytest.mark.parametrize("detector", DETECTORS.values(), ids=lambda detector: detector.kind)
@pytest.mark.parametrize("text", ["Rose Lane ", "Ward ", "Father, a ", "School ", "Fernhill and ", "in Little "])
def test_repeats_cost_no_more_than_their_length(detector: Detector, text: str) -> None:
    assert steps(detector, text * 1_600) < 8 * steps(detector, text * 400) + 2_000


def steps(detector: Detector, text: str) -> int:
    """Calls and lines of Python while it looks: a count, so that a slow machine changes nothing."""
    import sys

    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    reading = read(text)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        list(detector.find(reading, frozenset()))
    finally:
        sys.settrace(before)
    return count
