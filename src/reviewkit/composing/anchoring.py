"""Where in a document a remark belongs: beside its words, at its field, else at the nearest part that holds the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.composing.spans import Span, span_of
from reviewkit.document import Heading, Paragraph, Runs
from reviewkit.tuples import NamedTuple


class Anchor(NamedTuple):
    """A heading, a paragraph or a row of the title page, by its place in reading order."""

    number: int
    path: str
    runs: Runs
    block: Heading | Paragraph | None = None

    @property
    def is_gap(self) -> bool:
        """Whether it marks something still to be written."""
        return any(run.gap for run in self.runs)


class Anchors:
    """The anchors of a document, found by the path that a remark is about."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._all = [anchor for anchor in anchors if anchor.path]
        self._at: dict[str, list[Anchor]] = {}
        self._below: dict[str, Anchor] = {}
        for anchor in self._all:
            self._at.setdefault(anchor.path, []).append(anchor)
            for path in _above(anchor.path):
                self._below.setdefault(path, anchor)

    def find(self, path: str, words: str) -> tuple[Anchor, Span | None] | None:
        """The anchor of a path, and where in it the words stand; None is the title of the document."""
        return self._by_words(path, words) or self._by_path(path)

    def _by_words(self, path: str, words: str) -> tuple[Anchor, Span] | None:
        if not path or not words.strip():
            return None
        for anchor in self._within(path):
            span = None if anchor.is_gap else span_of(words, anchor.runs)
            if span:
                return anchor, span
        return None

    def _within(self, path: str) -> Iterator[Anchor]:
        holder, _, step = path.rpartition("/")
        if step.isdecimal() and path not in self._at and path not in self._below:
            path = holder  # one of several values of a field: they all bear the path of the field
        yield from self._at.get(path, ())
        inside = f"{path}/"
        yield from (anchor for anchor in self._all if anchor.path.startswith(inside))

    def _by_path(self, path: str) -> tuple[Anchor, None] | None:
        exact = self._at.get(path)
        if exact:
            return _field(exact, is_section=path.count("/") == 1), None
        for holder in (path, *_above(path)):
            if holder in self._at:
                return _holder(self._at[holder]), None
            if holder in self._below and holder != "/review":  # what a review is about is what its title says
                return self._below[holder], None
        return None


def _field(anchors: list[Anchor], *, is_section: bool) -> Anchor:
    """Of all that says something about a field: the mark of what is missing, else its first words."""
    gaps = [anchor for anchor in anchors if anchor.is_gap]
    words = [anchor for anchor in anchors if isinstance(anchor.block, Paragraph) and not anchor.block.role]
    return (gaps or (anchors if is_section else words) or anchors)[0]


def _holder(anchors: list[Anchor]) -> Anchor:
    """Of all that says something about a card or a section: its heading."""
    headings = [anchor for anchor in anchors if isinstance(anchor.block, Heading)]
    return (headings or anchors)[0]


def _above(path: str) -> Iterator[str]:
    """The paths of what holds that path, nearest first."""
    while path := path.rpartition("/")[0]:
        yield path
