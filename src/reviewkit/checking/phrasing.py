"""What phrase lists say of themselves: each phrase of a list with a code of its own, once for each text it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.checking.raising import Raised
from reviewkit.language.passages import Prose, Said


def judge_phrases(prose: Prose) -> Iterator[Raised]:
    """Every phrase that raises a code."""
    for one in prose.lists:
        if one.raises:
            yield from _each_once(one.raises, prose.said(one.name))


def _each_once(code: str, found: Sequence[Said]) -> Iterator[Raised]:
    seen: set[tuple[object, str]] = set()
    for said in found:
        key = (said.passage.path, said.phrase.ask or said.phrase.say)
        if key not in seen:
            seen.add(key)
            yield Raised(
                code, said.passage.path, fix=said.phrase.ask, evidence=said.evidence, source=said.phrase.source
            )
