"""Where a form of the register stands: its match and the words around it."""

from __future__ import annotations

from collections.abc import Callable

from reviewkit.anonymising.names.finding import Match
from reviewkit.language.reading import Reading
from reviewkit.tuples import NamedTuple


class Place(NamedTuple):
    """A match in its passage; `starts_name` tells whether a form of the register begins at a word."""

    passage: Reading
    match: Match
    starts_name: Callable[[int], bool]

    @property
    def next(self) -> str:
        """The word that follows after a blank, or ""."""
        last = self.match.last
        return self.passage.word(last) if self.passage.joined(last - 1) else ""

    @property
    def previous(self) -> str:
        """The word that stands before, after a blank or a hyphen, or ""."""
        first = self.match.first
        joined = first > 0 and (self.passage.joined(first - 1) or self.passage.gap(first - 1) == "-")
        return self.passage.word(first - 1) if joined else ""

    @property
    def is_possessive(self) -> bool:
        """Whether `'s` follows."""
        return self.passage.gap(self.match.last - 1) == "'" and self.passage.word(self.match.last) == "s"
