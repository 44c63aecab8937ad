"""Every detector finds its own hits, whole, and leaves its own misses alone."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from reviewkit import registry
from reviewkit.anonymising.asking import asked_about
from reviewkit.contracts import Detector, Signs
from reviewkit.detectors import undeclared_name
from reviewkit.language.reading import read

HITS = [(detector, text) for detector in registry.detectors() for text in detector.hits]
MISSES = [(detector, text) for detector in registry.detectors() for text in detector.misses]


def found(detector: Detector, text: str) -> list[str]:
    reading = read(text)
    return [reading.folded.source_of(hit.start, hit.end) for hit in detector.find(reading, frozenset())]


@pytest.mark.parametrize(("detector", "text"), HITS, ids=[f"{one.kind}: {text[:40]}" for one, text in HITS])
def test_finds_its_hits(detector: Detector, text: str) -> None:
    plain = re.sub(r"\[\[|\]\]", "", text)
    assert found(detector, plain) == re.findall(r"(?s)\[\[(.*?)\]\]", text)


@pytest.mark.parametrize(("detector", "text"), MISSES, ids=[f"{one.kind}: {text[:40]}" for one, text in MISSES])
def test_leaves_its_misses(detector: Detector, text: str) -> None:
    assert not found(detector, text)


@pytest.mark.parametrize("detector", registry.detectors(), ids=lambda detector: detector.kind)
def test_is_told_whole(detector: Detector) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", detector.kind)
    assert detector.code in ("RK601", "RK602")
    assert detector.hits
    assert detector.misses
    assert detector.source
    assert detector.what.split()[0] in ("a", "an", "the", "somebody", "something")


def test_kinds_are_told_apart() -> None:
    kinds = [detector.kind for detector in registry.detectors()]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("detector", registry.detectors(), ids=lambda detector: detector.kind)
@pytest.mark.parametrize(
    "text", ["", " ", "\u00ad", "ß" * 50, "İ" * 50, "9" * 5_000, "A" * 5_000, "Aa " * 2_000, "@" * 2_000]
)
def test_survives_anything(detector: Detector, text: str) -> None:
    reading = read(text)
    spans = [(hit.start, hit.end) for hit in detector.find(reading, frozenset())]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(reading.plane) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


ALL = registry.detectors()
TEXTS = sorted({re.sub(r"\[\[|\]\]", "", text) for one in ALL for text in (*one.hits, *one.misses)})
WORDS = sorted({word for text in TEXTS for word in text.split()})


def changed(text: str, chance: random.Random) -> str:
    """The text with some of its words from elsewhere, joined and written as people and scanners do."""
    words = text.split(" ")
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(words))
        words[at] = chance.choice((chance.choice(WORDS), words[at].upper(), words[at].title(), words[at].lower()))
    joined = "".join(word + chance.choice((" ", " ", " ", "\n", "", "-", ". ", "\u00ad", " (")) for word in words)
    return chance.choice((text, " ".join(words), joined))


def test_signs_stand_in_every_text_in_which_something_is_found() -> None:
    chance = random.Random(20)  # noqa: S311 - no secret, the same in every run
    for text in (*TEXTS, *(changed(chance.choice(TEXTS), chance) for _ in range(3_000))):
        reading = read(text)
        asked = {detector.kind for detector in asked_about(reading, ALL)}
        finding = {one.kind for one in ALL if next(one.find(reading, frozenset()), None)}
        assert finding <= asked, text


@pytest.mark.parametrize("signs", [Signs(frozenset(("corve",))), Signs(marks=("~",)), Signs(digits=3), None])
def test_a_detector_is_asked_about_texts_that_show_its_signs(signs: Signs | None) -> None:
    detector = ALL[0]._replace(signs=signs)
    texts = {
        "the Corve.": "words",
        "x~y": "marks",
        "1 and 2, then 3": "digits",
        "1 and 2, and much later 3": "",
        "or": "",
    }
    shown = {sign for text, sign in texts.items() if asked_about(read(text), (detector,))}
    own = "".join(name for name, value in zip(Signs._fields, signs, strict=True) if value) if signs else ""
    assert shown == ({own} if signs else set(texts.values()))


def test_detectors_are_told_apart_by_who_they_are() -> None:
    reading = read("the river")
    always, never = ALL[0]._replace(signs=None), ALL[0]._replace(signs=Signs(digits=9))
    held = [always]
    assert asked_about(reading, held) == (always,)
    held[0] = never
    assert asked_about(reading, held) == ()
    assert asked_about(reading, (never, always)) == (always,)


def test_capitals_that_say_nothing_are_nobodys_name_when_they_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(21)  # noqa: S311 - no secret, the same in every run
    names = next(one for one in ALL if one.kind == "undeclared-name")
    readings = [read(text) for text in (*TEXTS, *(changed(chance.choice(TEXTS), chance) for _ in range(2_000)))]
    known = [frozenset(n for n in range(len(one.words)) if chance.random() < 0.2) for one in readings]
    passed_over = [tuple(names.find(one, some)) for one, some in zip(readings, known, strict=True)]
    monkeypatch.setattr(undeclared_name, "is_mere", lambda *_: False)
    assert passed_over == [tuple(names.find(one, some)) for one, some in zip(readings, known, strict=True)]
