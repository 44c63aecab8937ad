"""Every text of a report, read once: for all the rules that look at how something is said."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from reviewkit.language.phrases import (
    Index,
    Match,
    Phrase,
    PhraseList,
    index_phrases,
    is_excused,
    is_parted,
    match_words,
    needed_words,
    rarest_first,
)
from reviewkit.language.tokens import Span, Words, place_words, quotations, sentences, words_in
from reviewkit.report import Path, Report, Written, written_fields
from reviewkit.schema import Field
from reviewkit.tuples import NamedTuple

TEXT_TYPES = ("line", "prose", "lines", "owner")
_ReadLists = Callable[[], Sequence[PhraseList]]
_NOT_PROSE = ("glossary", "references", "register", "waivers")
"""Sections that hold names and titles. Decisions on publishing quote what they decide on; they are left out too."""


class Passage:
    """One text of the report, as somebody wrote it."""

    def __init__(self, path: Path, field: Field, text: str) -> None:
        self.path = path
        self.field = field
        self.text = text

    @cached_property
    def each(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return words_in(self.text)

    @cached_property
    def words(self) -> Words:
        """The same words, with their places: several times the work, and most texts are never asked."""
        return place_words(self.text, self.each)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The places of its sentences."""
        return sentences(self.text)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """The places of what is quoted in it."""
        return quotations(self.text)

    def is_quoted(self, start: int) -> bool:
        """Whether the character at `start` stands within a quotation."""
        return any(first <= start < last for first, last in self.quotations)

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that holds the character at `start`."""
        for number, (_, last) in enumerate(self.sentences):
            if start < last:
                return number
        return max(0, len(self.sentences) - 1)

    def sentence(self, number: int) -> str:
        """The text of that sentence; "" if there is none of that number."""
        if not 0 <= number < len(self.sentences):
            return ""
        first, last = self.sentences[number]
        return self.text[first:last]


class Said(NamedTuple):
    """A phrase found in a passage. `start` and `end` are characters of the passage's text."""

    passage: Passage
    phrase: Phrase
    start: int
    end: int

    @property
    def evidence(self) -> str:
        """The words themselves, on one line."""
        return " ".join(self.passage.text[self.start : self.end].split())


class Prose:
    """All texts of a report and what was found in them; each is worked out when it is first asked for."""

    def __init__(self, report: Report, lists: _ReadLists) -> None:
        self._report = report
        self._read_lists = lists
        self._said: dict[str, list[Said]] = {}
        self._below: dict[str, dict[Path, list[Said]]] = {}

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every field in which something is written, with its path."""
        return tuple(written_fields(self._report))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of every section, in the order of the report."""
        return tuple(_passages(self.written))

    @cached_property
    def lists(self) -> tuple[PhraseList, ...]:
        """All phrase lists."""
        return tuple(self._read_lists())

    def said(self, list_name: str) -> Sequence[Said]:
        """Every phrase of that list in the report, quotations left out, in the order of the report."""
        found = self._said.get(list_name)
        if found is None:
            one = next((one for one in self.lists if one.name == list_name), None)
            found = self._said[list_name] = list(self._search(one)) if one else []
        return found

    def said_at(self, list_name: str, path: Path) -> Sequence[Said]:
        """Every phrase of that list in the text at that path, or in the texts below it."""
        below = self._below.get(list_name)
        if below is None:
            below = self._below[list_name] = {}
            for said in self.said(list_name):
                at = said.passage.path
                for length in range(len(at) + 1):
                    below.setdefault(at[:length], []).append(said)
        return below.get(path, ())

    def at(self, path: Path) -> Passage | None:
        """The text there, or None."""
        return self._by_path.get(path)

    def below(self, path: Path) -> list[Passage]:
        """The text there and all texts below it."""
        return [passage for passage in self.passages if passage.path[: len(path)] == path]

    def holding(self, words: Iterable[str]) -> list[Passage]:
        """The texts that hold one of these words, in the order of the report."""
        return [self.passages[number] for number in sorted(self._numbers(words))]

    @property
    def vocabulary(self) -> Collection[str]:
        """Every word of every text, once."""
        return self._standing.keys()

    @cached_property
    def _by_path(self) -> dict[Path, Passage]:
        return {passage.path: passage for passage in self.passages}

    @cached_property
    def _standing(self) -> dict[str, list[int]]:
        """The numbers of the passages in which each word stands."""
        standing: defaultdict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for word in set(passage.each):
                standing[word].append(number)
        return dict(standing)

    def _numbers(self, words: Iterable[str]) -> set[int]:
        standing = self._standing
        return set().union(*[standing[word] for word in words if word in standing])

    def _search(self, one: PhraseList) -> Iterator[Said]:
        """A list is searched for where each of its phrases has all its words: in a few texts of hundreds."""
        candidates: dict[int, list[Said]] = {}
        for place, needed in enumerate(_needed(self._read_lists, one.name)):
            for number in self._holding_all(needed):
                passage = self.passages[number]
                if not one.only_in or passage.path[0] in one.only_in:
                    index = _index(self._read_lists, one.name, place)
                    candidates.setdefault(number, []).extend(said_in(passage, index))
        for number in sorted(candidates):
            yield from sorted(candidates[number], key=_start)

    def _holding_all(self, needed: tuple[tuple[str, ...], ...]) -> set[int]:
        """The passages that hold of each of these words, or of those that can stand for it, one."""
        if not needed:
            return set(range(len(self.passages)))
        if any(map(self._standing.keys().isdisjoint, needed)):  # nine of ten phrases
            return set()
        first, *others = rarest_first(needed)
        found = self._numbers(first)
        for words in others:
            if not found:
                break
            found &= self._numbers(words)
        return found


def _start(said: Said) -> int:
    return said.start


@lru_cache(maxsize=64)
def _needed(read_lists: _ReadLists, name: str) -> Sequence[tuple[tuple[str, ...], ...]]:
    """The words that each phrase of a list needs: once for all reports, since the lists are the same."""
    return [needed_words(phrase.say) for phrase in _list_of(read_lists, name).phrases]


@lru_cache(maxsize=1024)
def _index(read_lists: _ReadLists, name: str, place: int) -> Index:
    """The phrase at that place of a list, made ready when a report first has its words: most never are."""
    return index_phrases((_list_of(read_lists, name).phrases[place],))


def _list_of(read_lists: _ReadLists, name: str) -> PhraseList:
    return next(one for one in read_lists() if one.name == name)


def said_in(passage: Passage, index: Index) -> Iterator[Said]:
    """Every phrase of the index in one passage that is the author's own word and not excused."""
    section = passage.path[0]
    for match in match_words(passage.each, index):
        phrase, words = match.phrase, passage.words
        if section in phrase.not_in or is_parted(passage.text, words, match):
            continue
        start = words.starts[match.first]
        if not (passage.is_quoted(start) or (phrase.unless and _is_excused(passage, match))):
            yield Said(passage, phrase, start, words.ends[match.last - 1])


def _is_excused(passage: Passage, match: Match) -> bool:
    words = passage.words
    first, last = passage.sentences[passage.sentence_at(words.starts[match.first])]
    begin, end = bisect_left(words.starts, first), bisect_left(words.starts, last)
    return is_excused(match.phrase, words.words[begin : match.first], words.words[match.last : end])


def _passages(written: Iterable[Written]) -> Iterator[Passage]:
    for path, field, value in written:
        if path[0] in _NOT_PROSE or path[:2] == ("publication", "decisions"):
            continue
        if field.type in TEXT_TYPES or (field.or_none and isinstance(value, str)):
            yield from _texts(path, field, value)


def _texts(path: Path, field: Field, value: Any) -> Iterable[Passage]:
    if isinstance(value, str):
        yield Passage(path, field, value)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield Passage((*path, index), field, item)
