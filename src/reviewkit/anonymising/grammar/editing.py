"""Changes to a text, kept apart from finding them, and their application across the runs of a block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewkit.tuples import NamedTuple


class Edit(NamedTuple):
    """`start` to `end` becomes `text`. Offsets are those of the plane until they are placed in the source."""

    start: int
    end: int
    text: str


class Doubt(NamedTuple):
    """Something that cannot be settled: `start` to `end` of the plane, -1 where the text as a whole is meant.

    Doubts of equal `about` over the same words are one question; `question` holds no report text. `proposals` are what
    could be published instead. `may_keep`: the words may stay, with a reason and a name.
    """

    about: str
    question: str
    start: int = -1
    end: int = -1
    kind: str = ""
    proposals: tuple[str, ...] = ()
    may_keep: bool = True

    def at(self, start: int, end: int) -> Doubt:
        """The doubt at that place, unless it has one."""
        return self if self.start >= 0 else self._replace(start=start, end=end)


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
    """The texts with each edit's new text where it starts, and what it covers cut from all of them.

    `edits` are in order and don't overlap.
    """
    results: list[str] = []
    offset = first = 0
    for text in texts:
        while first < len(edits) and edits[first].end <= offset:
            first += 1
        results.append(_apply(text, offset, edits, first))
        offset += len(text)
    return tuple(results)


def _apply(text: str, offset: int, edits: Sequence[Edit], first: int) -> str:
    pieces: list[str] = []
    position, end = offset, offset + len(text)
    while first < len(edits) and edits[first].start < end:
        edit = edits[first]
        if edit.start >= offset:
            pieces += (text[position - offset : edit.start - offset], edit.text)
        position = min(edit.end, end)
        first += 1
    return "".join([*pieces, text[position - offset :]])
