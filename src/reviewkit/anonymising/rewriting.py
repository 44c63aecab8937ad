"""The texts of a published document, block by block, and the questions that came up on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reviewkit.anonymising.analysing import Analysis, analyse, detect
from reviewkit.anonymising.decisions.deciding import letters_of, sentence_at
from reviewkit.anonymising.decisions.locating import Locator
from reviewkit.anonymising.grammar.editing import Doubt, apply_edits
from reviewkit.anonymising.preparing import Preparation
from reviewkit.language.tokens import sentences
from reviewkit.publication import Asked, Decision, Question

Texts = tuple[str, ...]
_MOST_ROUNDS = 5
_UNSETTLED = Doubt("unsettled", "names and dates too close to one another: reword", kind="clash", may_keep=False)


class _Open(NamedTuple):
    """A doubt and the words that it is about, as they stand in the text at that moment."""

    doubt: Doubt
    words: str
    start: int


class _Settled(NamedTuple):
    texts: Texts
    open: tuple[_Open, ...]
    kept: tuple[Decision, ...]


class Rewriter:
    """Rewrites texts and remembers what it could not settle; one for each published report."""

    def __init__(self, prepared: Preparation, locator: Locator) -> None:
        self._prepared = prepared
        self._locator = locator
        self._known: dict[Texts, _Settled] = {}
        self._questions: dict[tuple[str, str], tuple[_Open, list[Asked]]] = {}

    def rewrite(self, texts: Texts) -> Texts:
        """As many texts back: those of neighbouring runs of one block, with what identifies replaced across them."""
        source = "".join(texts)
        if not source or source.isspace():
            return texts
        if texts not in self._known:
            self._known[texts] = self._settle(texts)
        settled = self._known[texts]
        if settled.open:
            self._remember(settled.open, source)
        return settled.texts

    def _settle(self, texts: Texts) -> _Settled:
        """A change can put something else in a new light, so what was changed is read again until nothing is left."""
        found: dict[tuple[str, str, int], _Open] = {}
        kept: dict[int, Decision] = {}
        for _ in range(_MOST_ROUNDS):
            analysis = analyse("".join(texts), self._prepared, frozenset(kept))
            kept.update(
                {one.decision.number: one.decision for one in analysis.decided if one.decision.action == "keep"}
            )
            found.update(_opened(analysis, analysis.doubts))
            if not analysis.edits:
                found.update(_opened(analysis, detect(analysis, self._prepared)))
                break
            texts = apply_edits(texts, analysis.edits)
        else:
            found["unsettled", "", -1] = _Open(_UNSETTLED, "", -1)
        return _Settled(texts, tuple(found.values()), tuple(kept.values()))

    def questions(self) -> tuple[Question, ...]:
        """What is left to decide, each question once with its places, in the order in which they came up."""
        return tuple(
            Question(
                kind=opened.doubt.kind,
                text=opened.words,
                said=opened.doubt.question,
                places=tuple(places),
                proposals=tuple(dict.fromkeys(opened.doubt.proposals)),
                may_keep=opened.doubt.may_keep,
            )
            for opened, places in self._questions.values()
        )

    def kept(self) -> tuple[Decision, ...]:
        """The decisions to keep words; those that hold for single sentences with these as they are published."""
        found: dict[int, Decision] = {}
        for settled in self._known.values():
            text = "".join(settled.texts)
            for decision in settled.kept:
                known = found.get(decision.number) or decision._replace(where=())
                more = _sentences_with(text, decision.text) if decision.where else ()
                found[decision.number] = known._replace(where=(*known.where, *more))
        return tuple(found.values())

    def source_of(self, sentence: str) -> Asked:
        """The author's own sentence for one of the published document, and where it stands."""
        letters = letters_of(sentence)
        for texts, settled in self._known.items():
            published, source = "".join(settled.texts), "".join(texts)
            if letters and letters in letters_of(published):
                own = _same_sentence(published, source, letters)
                where = self._locator.place_of(source)
                return Asked(own, 0, len(own), where.path, where.said, where.line_of(own))
        return Asked(sentence, 0, len(sentence))

    def _remember(self, opened: Iterable[_Open], source: str) -> None:
        where = self._locator.place_of(source)
        seen: set[tuple[tuple[str, str], Asked]] = set()
        # Asked in the order in which they are read, whoever found them.
        for one in sorted(opened, key=lambda one: source.find(one.words) if one.words else len(source)):
            question = (one.doubt.about, letters_of(one.words))
            _, places = self._questions.setdefault(question, (one, []))
            sentence, start, end = _in_source(source, one)
            asked = Asked(sentence, start, end, where.path, where.said, where.line_of(sentence))
            # What is read again after a change is the same place once more.
            if (question, asked) not in seen:
                seen.add((question, asked))
                places.append(asked)


def _opened(analysis: Analysis, doubts: Iterable[Doubt]) -> dict[tuple[str, str, int], _Open]:
    found: dict[tuple[str, str, int], _Open] = {}
    for doubt in doubts:
        start, end = analysis.reading.folded.span(doubt.start, doubt.end) if doubt.start >= 0 else (-1, -1)
        words = analysis.reading.folded.source[start:end] if start >= 0 else ""
        # The words move while the text around them changes: they are counted, not placed.
        nth = analysis.reading.folded.source[: max(start, 0)].count(words) if words else 0
        found[doubt.about, letters_of(words), nth] = _Open(doubt, words, start)
    return found


def _in_source(source: str, one: _Open) -> tuple[str, int, int]:
    """The author's own sentence with those words; without them, all of the text."""
    start = source.find(one.words, one.start) if one.start >= 0 else -1
    start = start if start >= 0 else source.find(one.words)
    if start < 0 or not one.words:
        return source.strip(), 0, 0
    return sentence_at(source, start, start + len(one.words))


def _same_sentence(published: str, source: str, letters: str) -> str:
    """The sentence of the source in the place of a published one; all of the source where their numbers differ."""
    after, before = ([text[start:end].strip() for start, end in sentences(text)] for text in (published, source))
    if len(after) != len(before):
        return source.strip()
    return next((own for own, one in zip(before, after, strict=True) if letters in letters_of(one)), source.strip())


def _sentences_with(text: str, words: str) -> list[str]:
    found = []
    start = text.casefold().find(words.casefold())
    while start >= 0:
        found.append(sentence_at(text, start, start + len(words))[0])
        start = text.casefold().find(words.casefold(), start + 1)
    return found
