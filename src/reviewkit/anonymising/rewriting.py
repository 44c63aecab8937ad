"""The texts of a published document, block by block, and the questions that came up on the way."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.anonymising.analysing import analyse
from reviewkit.anonymising.editing import Doubt, apply_edits
from reviewkit.anonymising.locating import Locator
from reviewkit.anonymising.preparing import Preparation
from reviewkit.anonymising.residues import residues
from reviewkit.language.folding import fold

Texts = tuple[str, ...]
_MOST_ROUNDS = 5
_UNSETTLED = Doubt("unsettled", "names and dates too close to one another: reword")


class Rewriter:
    """Rewrites texts and remembers what it could not settle; one for each published report."""

    def __init__(self, prepared: Preparation, locator: Locator) -> None:
        self._prepared = prepared
        self._locator = locator
        self._known: dict[Texts, tuple[Texts, tuple[Doubt, ...]]] = {}
        self._questions: dict[str, Doubt] = {}
        self._places: dict[str, list[str]] = {}

    def rewrite(self, texts: Texts) -> Texts:
        """As many texts back: those of neighbouring runs of one block, with what identifies replaced across them."""
        source = "".join(texts)
        if not source or source.isspace():
            return texts
        if texts not in self._known:
            self._known[texts] = self._settle(texts)
        result, doubts = self._known[texts]
        if doubts:
            self._remember(doubts, source)
        return result

    def _settle(self, texts: Texts) -> tuple[Texts, tuple[Doubt, ...]]:
        """A change can put something else in a new light, so what was changed is read again until nothing is left."""
        doubts: dict[Doubt, None] = {}
        for _ in range(_MOST_ROUNDS):
            analysis = analyse("".join(texts), self._prepared)
            doubts.update(dict.fromkeys(analysis.doubts))
            if not analysis.edits:
                break
            texts = apply_edits(texts, analysis.edits)
        else:
            doubts[_UNSETTLED] = None
        doubts.update(dict.fromkeys(_left(kind) for kind in residues(fold("".join(texts)).plane)))
        return texts, tuple(doubts)

    def questions(self) -> tuple[str, ...]:
        """What is left to decide, each question once with its places, in the order in which they came up."""
        return tuple(f"{doubt.question} ({self._where(about)})" for about, doubt in self._questions.items())

    def _remember(self, doubts: Iterable[Doubt], source: str) -> None:
        place = self._locator.place_of(source)
        for doubt in doubts:
            self._questions.setdefault(doubt.about, doubt)
            self._places.setdefault(doubt.about, []).append(place)

    def _where(self, about: str) -> str:
        places = self._places[about]
        first = next((place for place in places if place), "")
        count = "1 place" if len(places) == 1 else f"{len(places)} places"
        if not first:
            return count
        return f"{count}, {'first ' if len(places) > 1 else ''}in {first}"


def _left(kind: str) -> Doubt:
    return Doubt(kind, f"{kind}: leave it out")
