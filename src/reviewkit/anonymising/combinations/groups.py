"""Details that name nobody and together identify a family: finds each group of them over all texts of a report.

In Re X and Y [2012] EWCA Civ 1500 a text without names, ages or sex was identified by its account of the court case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reviewkit.anonymising.combinations.facts import CaseFacts
from reviewkit.anonymising.combinations.hints import hints_of
from reviewkit.anonymising.combinations.quotes import long_quotations, own_words
from reviewkit.anonymising.combinations.words import find_facts
from reviewkit.language.folding import fold
from reviewkit.language.phrases import Index, index_phrases
from reviewkit.language.reading import read
from reviewkit.language.tokens import Span, sentences
from reviewkit.loading.combinations import Group, load_groups, possible
from reviewkit.report import Path
from reviewkit.tuples import NamedTuple

QUOTATION = "quotation"
_EXACT_AGE = "exact-age"
_LATELY = 12
"""So many details before, another could reach into a new one."""


class Stated(NamedTuple):
    """One text of a report or of a published document, the field that it comes from, and its place in words."""

    text: str
    path: Path = ()
    place: str = ""


class Part(NamedTuple):
    """One detail of a group. `text` are its words, at `start` to `end` of `sentence`, which begins at `at` of the text.

    `fact` says what it is ("plea"). `text` and `sentence` are report text; nothing else is.
    """

    fact: str
    text: str
    sentence: str
    start: int
    end: int
    path: Path = ()
    place: str = ""
    at: int = 0


class Combination(NamedTuple):
    """Details that together identify. `title` is the same in every report, so that a decision can name the group.

    `said` is one line without report text, `proposals` are coarser ways to say it, best first. Only `parts` hold text.
    """

    kind: str
    title: str
    said: str
    parts: tuple[Part, ...]
    proposals: tuple[str, ...]

    @property
    def times(self) -> str:
        """In how many sentences its details stand, in words."""
        number = len({(part.path, part.place, part.at, part.sentence) for part in self.parts})
        return "1 sentence" if number == 1 else f"{number} sentences"


class _Detail(NamedTuple):
    fact: str
    number: int
    start: int
    end: int
    sentence: int


class _Search(NamedTuple):
    """What is looked for, and the kind and fact of what counts only with a capital first."""

    phrases: Index
    facts: CaseFacts
    capital: frozenset[tuple[str, str]]


def combinations(texts: Sequence[Stated], facts: CaseFacts) -> tuple[Combination, ...]:
    """Every group of details in these texts, read as one report; the places in the order of the texts.

    What every reader knows (the partnership's area, the year, the outcome) is no detail.
    """
    words = [read(stated.text).words for stated in texts]
    groups = possible(_groups(), frozenset().union(*words))
    hints = hints_of(groups, facts)
    held = [number for number, some in enumerate(words) if hints.may_hold(some)]
    index = index_phrases(phrase for group in groups for phrase in group.phrases) if held else {}
    search = _Search(index, facts, frozenset((group.kind, fact) for group in groups for fact in group.capital))
    details: dict[str, list[_Detail]] = {group.kind: [] for group in groups}
    bounds: dict[int, tuple[Span, ...]] = {}
    for number in held:
        bounds[number], found = _found(texts[number].text, number, search)
        for kind, detail in found:
            _add(details[kind], detail)
    for group in groups:
        if group.quotations_of:
            details[group.kind] = list(_quoted(texts, group, bounds))
    return tuple(
        _combination(group, parts, texts, bounds) for group in groups if (parts := _made(group, details[group.kind]))
    )


@cache
def _groups() -> tuple[Group, ...]:
    return load_groups()


def _found(text: str, number: int, search: _Search) -> tuple[tuple[Span, ...], list[tuple[str, _Detail]]]:
    """The places of a text's sentences, and its details, each with the kind of its group."""
    bounds, found = find_facts(text, search.phrases, search.facts)
    kinds = {phrase.list_name for phrase, *_ in found}
    coarse = _coarsened(text) if search.facts.coarsens_ages and _EXACT_AGE in kinds else frozenset()
    details = []
    for phrase, start, end, sentence in found:
        kind, fact = phrase.list_name, phrase.ask
        if (kind, fact) in search.capital and not text[start].isupper():
            continue
        if kind == _EXACT_AGE and not coarse.isdisjoint(range(start, end)):
            continue
        details.append((kind, _Detail(fact, number, start, end, sentence)))
    return bounds, details


def _coarsened(text: str) -> frozenset[int]:
    """The places of the ages that publishing makes coarse without asking."""
    from reviewkit.anonymising.dates.ages import change_ages

    folded = fold(text)
    spans = (folded.span(edit.start, edit.end) for edit in change_ages(folded))
    return frozenset(place for first, last in spans for place in range(first, last))


def _add(details: list[_Detail], new: _Detail) -> None:
    """Adds a detail; one that overlaps another of the same fact only makes it longer."""
    for at in range(len(details) - 1, max(-1, len(details) - 1 - _LATELY), -1):
        old = details[at]
        if old.number != new.number or old.sentence != new.sentence:
            break
        if old.fact == new.fact and old.start < new.end and new.start < old.end:
            details[at] = old._replace(start=min(old.start, new.start), end=max(old.end, new.end))
            return
    details.append(new)


def _quoted(texts: Sequence[Stated], group: Group, bounds: dict[int, tuple[Span, ...]]) -> Iterator[_Detail]:
    for number, stated in enumerate(texts):
        spans = long_quotations(stated.text, group.quotations_of)
        if spans:
            bounds[number] = bounds.get(number) or sentences(stated.text)
            for (start, end), sentence in own_words(stated.text, spans, bounds[number], group.unless):
                yield _Detail(QUOTATION, number, start, end, sentence)


def _made(group: Group, details: Sequence[_Detail]) -> list[_Detail]:
    """The details that make the group, in order; none if they don't."""
    if group.quotations_of:
        return list(details)
    if group.within == "report":
        made = list(details) if group.is_made_of({detail.fact for detail in details}) else []
    else:
        made = list(_near(group, details))
    return sorted(made, key=lambda detail: (detail.number, detail.start, detail.end))


def _near(group: Group, details: Sequence[_Detail]) -> Iterator[_Detail]:
    """Those that stand near enough to others to make the group with them."""
    by_place: dict[tuple[int, int], list[_Detail]] = {}
    for detail in details:
        by_place.setdefault((detail.number, 0 if group.within == "text" else detail.sentence), []).append(detail)
    made: dict[_Detail, None] = {}
    for (number, sentence), some in by_place.items():
        next_to = by_place.get((number, sentence + 1), []) if group.within == "nearby" else []
        if group.is_made_of({detail.fact for detail in (*some, *next_to)}):
            made.update(dict.fromkeys((*some, *next_to)))
    yield from made


def _combination(
    group: Group, details: Sequence[_Detail], texts: Sequence[Stated], bounds: Mapping[int, tuple[Span, ...]]
) -> Combination:
    known: dict[tuple[int, int, int], str] = {}  # a sentence of many details is kept once
    parts = []
    for detail in details:
        stated = texts[detail.number]
        opens, closes = bounds[detail.number][detail.sentence]
        first, last = min(opens, detail.start), max(closes, detail.end)
        sentence = known.setdefault((detail.number, first, last), stated.text[first:last].rstrip())
        text, start, end = stated.text[detail.start : detail.end], detail.start - first, detail.end - first
        parts.append(Part(detail.fact, text, sentence, start, end, stated.path, stated.place, first))
    made = Combination(group.kind, group.title, "", tuple(parts), group.proposals)
    facts = dict.fromkeys(detail.fact.replace("-", " ") for detail in details)
    return made._replace(said=f"{group.title}: {', '.join(facts)}, in {made.times}")
