"""What was found, told once: the same question in one text is one finding."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.language.passages import Said
from reviewkit.report import Path


def each_once(found: Iterable[Said]) -> list[Said]:
    """Of what was found of one list: what asks the same question once for each text, and nothing within another."""
    kept: list[Said] = []
    asked: set[tuple[Path, str]] = set()
    for said in found:
        key = (said.passage.path, said.phrase.ask or said.phrase.say)
        last = kept[-1] if kept else said
        within = last is not said and last.passage is said.passage and said.start < last.end
        if key not in asked and not within:
            asked.add(key)
            kept.append(said)
    return kept
