"""Faults of code lists and sources beyond their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.loading.faults import Faults, nearest
from reviewkit.report import Path


def judge_codelists(value: Mapping[str, Any], sources: frozenset[str], faults: Faults) -> None:
    """Adds codes and lists that stand twice, and sources that nobody knows."""
    _judge_unique(value.get("codelists"), ("codelists",), "id", faults)
    for at, entry in _entries(value.get("codelists"), ("codelists",)):
        _judge_unique(entry.get("values"), (*at, "values"), "code", faults)
        _judge_unique(entry.get("values"), (*at, "values"), "label", faults)
        keys = entry.get("source")
        for number, key in enumerate(keys if isinstance(keys, list) else ()):
            if isinstance(key, str) and key not in sources:
                faults.add((*at, "source", number), f"there is no source `{key}`", nearest(key, sorted(sources)))


def judge_sources(value: Mapping[str, Any], faults: Faults) -> None:
    """Adds keys that stand twice."""
    _judge_unique(value.get("sources"), ("sources",), "key", faults)


def _judge_unique(entries: Any, at: Path, word: str, faults: Faults) -> None:
    seen: set[str] = set()
    for place, entry in _entries(entries, at):
        name = entry.get(word)
        if isinstance(name, str) and name in seen:
            faults.add((*place, word), f"the {word} `{name}` stands twice in this list", "keep one of the two")
        if isinstance(name, str):
            seen.add(name)


def _entries(value: Any, at: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for number, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, Mapping):
            yield (*at, number), entry
