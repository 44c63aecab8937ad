"""Every detector finds its own hits, whole, and leaves its own misses alone."""

from __future__ import annotations

import itertools
import re

import pytest

from reviewkit import registry
from reviewkit.contracts import Detector
from reviewkit.language.reading import read

HITS = [(detector, text) for detector in registry.detectors() for text in detector.hits]
MISSES = [(detector, text) for detector in registry.detectors() for text in detector.misses]


def found(detector: Detector, text: str) -> list[str]:
    reading = read(text)
    return [reading.folded.source_of(hit.start, hit.end) for hit in detector.find(reading, frozenset())]


@pytest.mark.parametrize(("detector", "text"), HITS, ids=[f"{one.kind}: {text[:40]}" for one, text in HITS])
def test_finds_its_hits(detector: Detector, text: str) -> None:
    plain = re.sub(r"\[\[|\]\]", "", text)
    assert found(detector, plain) == re.findall(r"\[\[(.*?)\]\]", text)


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
