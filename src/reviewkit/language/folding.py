"""Text → one plain spelling (small Latin letters, plain marks), each character of which knows where it came from.

`J\u00adayd\u0435n` (a soft hyphen, a Cyrillic letter) folds to `jayden`, and a match there covers all of the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from reviewkit.language.lookalikes import CONFUSABLES, LETTERS, PLAIN
from reviewkit.tuples import NamedTuple


class Folded(NamedTuple):
    """`plane` is the folded text; its character n comes from `source[starts[n]:ends[n]]`.

    Where the two agree character for character, which is nearly always, `starts` and `ends` are None.
    """

    source: str
    plane: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plane stands in the source; clusters are never cut."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.source)
            return place, place
        return self.starts[start], self.ends[end - 1]

    def plane_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the source stands in the plane."""
        if self.starts is None or self.ends is None:
            return start, end
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def source_of(self, start: int, end: int) -> str:
        """The source text behind a stretch of the plane."""
        first, last = self.span(start, end)
        return self.source[first:last]


def fold(text: str) -> Folded:
    """The folded text."""
    plain = text.translate(PLAIN)
    if plain.isascii():
        return Folded(text, plain.lower())
    return _fold_clusters(text)


def fold_word(text: str) -> str:
    """The folded form of a name or word alone."""
    return fold(text).plane


def _fold_clusters(text: str) -> Folded:
    letters: list[str] = []  # before case folding: look-alikes of capitals and small letters differ
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = _fold_cluster(text[start:end])
        if not folded and ends:
            ends[-1] = end
        for letter in folded:
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    plane = _unmask("".join(letters))
    return Folded(text, plane, starts, ends)


def _clusters(text: str) -> list[tuple[int, int]]:
    starts = [n for n, character in enumerate(text) if n == 0 or unicodedata.category(character) not in ("Mn", "Me")]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


@cache
def _fold_cluster(cluster: str) -> str:
    composed = unicodedata.normalize("NFKC", cluster.translate(PLAIN))
    apart = unicodedata.normalize("NFKD", composed)
    kept = (letter for letter in apart if not _is_dropped(letter))
    return "".join(LETTERS.get(letter, letter) for letter in kept).translate(PLAIN)


def _is_dropped(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cf", "Mn", "Me") or letter in "\u115f\u1160\u3164\uffa0"


def _unmask(text: str) -> str:
    """Look-alikes of other alphabets as Latin letters, in words that are Latin otherwise or can be read as such."""
    lowered = "".join(lower if len(lower := letter.casefold()) == 1 else letter for letter in text)
    pieces: list[str] = []
    last = 0
    for match in _letter_runs().finditer(lowered):
        if match.group().isascii():
            continue
        read = [CONFUSABLES.get(text[n], lowered[n]) for n in range(match.start(), match.end())]
        mixed = any(letter.isascii() for letter in lowered[match.start() : match.end()])
        if mixed or all(letter.isascii() for letter in read):
            pieces += (lowered[last : match.start()], "".join(read))
            last = match.end()
    return "".join([*pieces, lowered[last:]])


@cache
def _letter_runs() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
