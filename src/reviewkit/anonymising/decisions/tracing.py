"""From a place in a rewritten text back to the author's own words: an answer has to quote those."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.anonymising.grammar.editing import Edit

Round = Sequence[Edit]
"""Edits that were made at once, in order, in the offsets of the text that they changed."""


def own_span(start: int, end: int, rounds: Sequence[Round]) -> tuple[int, int]:
    """The characters of the first text that became those of the last; a change that they touch is in them whole."""
    for edits in reversed(rounds):
        start, end = _before(start, edits, 0), max(_before(end, edits, 1), _before(start, edits, 0))
    return start, end


def _before(place: int, edits: Round, side: int) -> int:
    """Where a place stood before those edits; for one within a new text, the start (0) or end (1) of the old."""
    shift = 0
    for edit in edits:
        first = edit.start + shift
        last = first + len(edit.text)
        if place < first + side:
            break
        if place < last + side:
            return (edit.start, edit.end)[side]
        shift += len(edit.text) - (edit.end - edit.start)
    return place - shift
