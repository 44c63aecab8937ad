"""What phrase lists say of themselves: each phrase of a list with a code of its own, once for each text it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.checking.raising import Raised
from reviewkit.language.passages import Prose, Said
from reviewkit.language.saying import each_once


def judge_phrases(prose: Prose) -> Iterator[Raised]:
    """Every phrase that raises a code."""
    for one in prose.lists:
        if one.raises:
            yield from _raised(one.raises, each_once(prose.said(one.name)))


def _raised(code: str, found: Iterable[Said]) -> Iterator[Raised]:
    for said in found:
        yield Raised(code, said.passage.path, fix=said.phrase.ask, evidence=said.evidence, source=said.phrase.source)
