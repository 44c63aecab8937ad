"""Changes to a text, kept apart from finding them, and their application across the runs of a block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """`start` to `end` becomes `text`. Offsets are those of the plane until they are placed in the source."""

    start: int
    end: int
    text: str


class Doubt(NamedTuple):
    """Something that cannot be settled. Equal `about` are one question; `question` holds no report text."""

    about: str
    question: str


def without_overlaps(edits: Iterable[Edit]) -> tuple[list[Edit], bool]:
    """The edits in order, and whether some had to be left out because they overlap."""
    kept: list[Edit] = []
    clash = False
    for edit in sorted(edits):
        if kept and edit.start < kept[-1].end:
            clash = True
            continue
        kept.append(edit)
    return kept, clash


def apply_edits(texts: Sequence[str], edits: Sequence[Edit]) -> tuple[str, ...]:
    """The texts with each edit's new text where it starts, and what it covers cut from all of them."""
    results: list[str] = []
    offset = 0
    for text in texts:
        end = offset + len(text)
        pieces: list[str] = []
        position = offset
        for edit in edits:
            if edit.end <= offset or edit.start >= end:
                continue
            if edit.start >= offset:
                pieces += (text[position - offset : edit.start - offset], edit.text)
            position = min(edit.end, end)
        results.append("".join([*pieces, text[position - offset :]]))
        offset = end
    return tuple(results)
