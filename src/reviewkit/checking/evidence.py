"""The words that led to a judgement, as a finding shows them."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.language.passages import Said


def words_of(said: Sequence[Said]) -> str:
    """The words that led to a judgement as evidence, the first three; what stands within another is left out."""
    apart: list[Said] = []
    for one in said:
        if not any(one.passage is other.passage and one.start < other.end and other.start < one.end for other in apart):
            apart.append(one)
    return " … ".join(list(dict.fromkeys(one.evidence for one in apart))[:3])
