"""Every text of a report, read once: for all the rules that look at how something is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from reviewkit.language.phrases import (
    Index,
    Match,
    Phrase,
    PhraseList,
    find_phrases,
    index_phrases,
    is_excused,
)
from reviewkit.language.tokens import Span, Words, quotations, sentences, split_words
from reviewkit.report import Path, Report, written_fields
from reviewkit.schema import Field

TEXT_TYPES = ("line", "prose", "lines", "owner")
_NOT_PROSE = ("glossary", "references", "register", "waivers")
"""Sections that hold names and titles. Decisions on publishing quote what they decide on; they are left out too."""


class Passage:
    """One text of the report, as somebody wrote it."""

    def __init__(self, path: Path, field: Field, text: str) -> None:
        self.path = path
        self.field = field
        self.text = text

    @cached_property
    def words(self) -> Words:
        """Its words in lower case, with their places."""
        return split_words(self.text)

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
        found = (number for number, (_, last) in enumerate(self.sentences) if start < last)
        return next(found, max(0, len(self.sentences) - 1))

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

    def __init__(self, report: Report, lists: Callable[[], Sequence[PhraseList]]) -> None:
        self._report = report
        self._read_lists = lists

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of every section, in the order of the report."""
        return tuple(_passages(self._report))

    @cached_property
    def lists(self) -> tuple[PhraseList, ...]:
        """All phrase lists."""
        return tuple(self._read_lists())

    def said(self, list_name: str) -> Sequence[Said]:
        """Every phrase of that list in the report, quotations left out, in the order of the report."""
        return self._found.get(list_name, ())

    def said_at(self, list_name: str, path: Path) -> list[Said]:
        """Every phrase of that list in the text at that path, or in the texts below it."""
        return [said for said in self.said(list_name) if said.passage.path[: len(path)] == path]

    def at(self, path: Path) -> Passage | None:
        """The text there, or None."""
        return self._by_path.get(path)

    def below(self, path: Path) -> list[Passage]:
        """The text there and all texts below it."""
        return [passage for passage in self.passages if passage.path[: len(path)] == path]

    @cached_property
    def _by_path(self) -> dict[Path, Passage]:
        return {passage.path: passage for passage in self.passages}

    @cached_property
    def _found(self) -> dict[str, list[Said]]:
        found: dict[str, list[Said]] = {one.name: [] for one in self.lists}
        everywhere, only = _indexed(self._read_lists)
        for passage in self.passages:
            for index in (everywhere, only.get(str(passage.path[0]), {})):
                for said in said_in(passage, index) if index else ():
                    found[said.phrase.list_name].append(said)
        return found


@lru_cache(maxsize=2)
def _indexed(read_lists: Callable[[], Sequence[PhraseList]]) -> tuple[Index, dict[str, Index]]:
    """What is looked for in every section, and in some beside it: once for all reports, since the lists are the same."""
    lists = read_lists()
    sections = {section for one in lists for section in one.only_in}
    only = {section: _index_of(one for one in lists if section in one.only_in) for section in sections}
    return _index_of(one for one in lists if not one.only_in), only


def _index_of(lists: Iterable[PhraseList]) -> Index:
    return index_phrases(phrase for one in lists for phrase in one.phrases)


def said_in(passage: Passage, index: Index) -> Iterator[Said]:
    """Every phrase of the index in one passage that is the author's own word and not excused."""
    words = passage.words
    for match in find_phrases(passage.text, words, index):
        start, end = _span(match, words)
        if passage.path[0] in match.phrase.not_in or passage.is_quoted(start):
            continue
        if not (match.phrase.unless and _is_excused(passage, match)):
            yield Said(passage, match.phrase, start, end)


def _is_excused(passage: Passage, match: Match) -> bool:
    words = passage.words
    first, last = passage.sentences[passage.sentence_at(words.starts[match.first])]
    begin, end = bisect_left(words.starts, first), bisect_left(words.starts, last)
    return is_excused(match.phrase, words.words[begin : match.first], words.words[match.last : end])


def _span(match: Match, words: Words) -> Span:
    return words.starts[match.first], words.ends[match.last - 1]


def _passages(report: Report) -> Iterator[Passage]:
    for path, field, value in written_fields(report):
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
