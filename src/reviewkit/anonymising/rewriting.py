"""The texts of a published document, block by block, and the questions that came up on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewkit.anonymising.analysing import Analysis, analyse, detect
from reviewkit.anonymising.decisions.deciding import letters_of, sentence_at
from reviewkit.anonymising.decisions.locating import Locator
from reviewkit.anonymising.decisions.tracing import Round, own_span
from reviewkit.anonymising.grammar.editing import Doubt, apply_edits
from reviewkit.anonymising.preparing import Preparation
from reviewkit.language.folding import fold
from reviewkit.publication import Asked, Decision, Question
from reviewkit.tuples import NamedTuple

Texts = tuple[str, ...]
_MOST_ROUNDS = 5
_UNSETTLED = Doubt("unsettled", "names and dates too close to one another: reword", kind="clash", may_keep=False)


class _Open(NamedTuple):
    """A doubt and the author's own words that it is about, at `start` to `end` of the source; -1 for the whole text."""

    doubt: Doubt
    words: str
    start: int
    end: int


class _Settled(NamedTuple):
    texts: Texts
    open: tuple[_Open, ...]
    kept: tuple[Decision, ...]
    rounds: tuple[Round, ...]


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
        source = "".join(texts)
        found: dict[tuple[str, int, int], _Open] = {}
        kept: dict[int, Decision] = {}
        rounds: list[Round] = []
        for _ in range(_MOST_ROUNDS):
            analysis = analyse("".join(texts), self._prepared, frozenset(kept))
            kept.update(
                {one.decision.number: one.decision for one in analysis.decided if one.decision.action == "keep"}
            )
            found.update(_opened(analysis, analysis.doubts, source, rounds))
            if not analysis.edits:
                found.update(_opened(analysis, detect(analysis, self._prepared), source, rounds))
                break
            texts = apply_edits(texts, analysis.edits)
            rounds.append(analysis.edits)
        else:
            found["unsettled", -1, -1] = _Open(_UNSETTLED, "", -1, -1)
        return _Settled(texts, _widest(found.values()), tuple(kept.values()), tuple(rounds))

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

    def source_of(self, sentence: str, start: int, end: int) -> Asked:
        """The author's own sentence for one of the published document, where it stands, and in it those words."""
        letters = letters_of(sentence)
        for texts, settled in self._known.items():
            published = "".join(settled.texts)
            found = _letters_at(published, letters) if letters else None
            if found is None:
                continue
            source = "".join(texts)
            opens = found[0] - next(at for at, letter in enumerate(sentence) if letter.isalnum())
            words = (opens + start, opens + end)
            placed = end > start and published[words[0] : words[1]] == sentence[start:end]
            own, first, last = sentence_at(source, *own_span(*(words if placed else found), settled.rounds))
            where = self._locator.place_of(source)
            return Asked(own, max(first, 0), min(last, len(own)), where.path, where.said, where.line_of(own))
        return Asked(sentence, start, end)

    def _remember(self, opened: Iterable[_Open], source: str) -> None:
        where = self._locator.place_of(source)
        seen: set[tuple[tuple[str, str], Asked]] = set()
        # Asked in the order in which they are read, whoever found them.
        for one in sorted(opened, key=lambda one: one.start if one.start >= 0 else len(source)):
            question = (one.doubt.about, letters_of(one.words))
            _, places = self._questions.setdefault(question, (one, []))
            sentence, start, end = sentence_at(source, one.start, one.end) if one.start >= 0 else (source.strip(), 0, 0)
            asked = Asked(sentence, start, end, where.path, where.said, where.line_of(sentence))
            if (question, asked) not in seen:
                seen.add((question, asked))
                places.append(asked)


def _opened(
    analysis: Analysis, doubts: Iterable[Doubt], source: str, rounds: Sequence[Round]
) -> dict[tuple[str, int, int], _Open]:
    """The doubts by what they are about and where: read again after a change, the same place is the same doubt."""
    found: dict[tuple[str, int, int], _Open] = {}
    for doubt in doubts:
        if doubt.start < 0:
            found[doubt.about, -1, -1] = _Open(doubt, "", -1, -1)
            continue
        # A detection can reach over words that were changed before; an answer has to quote the author's own.
        start, end = own_span(*analysis.reading.folded.span(doubt.start, doubt.end), rounds)
        found[doubt.about, start, end] = _Open(doubt, source[start:end], start, end)
    return found


def _widest(opened: Iterable[_Open]) -> tuple[_Open, ...]:
    """Without doubts inside the words of another: one answer covers both, and may keep only what both may."""
    kept: list[_Open] = []
    for one in sorted(opened, key=lambda one: (one.start - one.end, one.doubt.kind == "near")):
        number = next((at for at, wider in enumerate(kept) if _is_within(one, wider)), -1)
        if number < 0:
            kept.append(one)
            continue
        wider = kept[number]
        # Who the inner words nearly name is a better guess than a stranger.
        proposals = (
            (*one.doubt.proposals, *wider.doubt.proposals) if one.doubt.kind == "near" else wider.doubt.proposals
        )
        may_keep = wider.doubt.may_keep and one.doubt.may_keep
        kept[number] = wider._replace(doubt=wider.doubt._replace(proposals=proposals, may_keep=may_keep))
    return tuple(kept)


def _is_within(one: _Open, wider: _Open) -> bool:
    return 0 <= wider.start <= one.start and one.end <= wider.end


def _letters_at(text: str, letters: str) -> tuple[int, int] | None:
    """Where those letters and digits stand in a text, whatever marks and blanks are between them."""
    folded = fold(text)
    places = [number for number, letter in enumerate(folded.plane) if letter.isalnum()]
    first = "".join(folded.plane[number] for number in places).find(letters)
    return None if first < 0 else folded.span(places[first], places[first + len(letters) - 1] + 1)


def _sentences_with(text: str, words: str) -> list[str]:
    found = []
    start = text.casefold().find(words.casefold())
    while start >= 0:
        found.append(sentence_at(text, start, start + len(words))[0])
        start = text.casefold().find(words.casefold(), start + 1)
    return found
