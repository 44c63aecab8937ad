"""The sentences of a finished file, with what each is exact about: published names, dates, ages and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reviewkit.anonymising.names.labels import core_of
from reviewkit.anonymising.preparing import Preparation
from reviewkit.inspecting import Part
from reviewkit.language.folding import fold
from reviewkit.language.tokens import sentences
from reviewkit.language.word_classes import MONTHS
from reviewkit.tuples import NamedTuple

WHEN, WHO, NUMBER = "⟨when⟩", "⟨who⟩", "⟨number⟩"


class Detail(NamedTuple):
    """Something that a sentence is exact about: its kind, and its text in small letters."""

    kind: str
    text: str


class Sentence(NamedTuple):
    """A sentence of one version. `words` has a mark in the place of each detail, which `details` gives in order."""

    part: Part
    text: str
    words: tuple[str, ...]
    details: tuple[Detail, ...]


def names_of(prepared: Preparation) -> re.Pattern[str] | None:
    """A pattern for what everybody is published as; None if nobody is."""
    labels = {core_of(entity.label) for entity in prepared.entities if entity.label}
    # An older version may call Child L what is Child B now, and its register is not at hand.
    lettered = {label.rpartition(" ")[0] for label in labels if re.fullmatch(r"\w.* [A-Z\d]", label)}
    patterns = [re.escape(label) for label in sorted(labels, key=len, reverse=True) if label]
    patterns += [rf"{re.escape(stem)} [A-Z\d]" for stem in sorted(lettered, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") if patterns else None


def beyond(parts: Sequence[Part], others: Sequence[Part], names: re.Pattern[str] | None) -> list[Sentence]:
    """The sentences that the other version does not say word for word, wherever and however laid out."""
    stream = f" {' '.join(word for part in others if _is_read(part) for word in _words(part.text))} "
    return [one for one in _sentences(parts, names) if f" {' '.join(_words(one.text))} " not in stream]


def dates_of(parts: Iterable[Part]) -> frozenset[str]:
    """All dates of a version, as details have them."""
    return frozenset(date.lower() for part in parts if _is_read(part) for date in _dates().findall(part.text))


def _is_read(part: Part) -> bool:
    return part.kind == "prose" and not part.again


def _sentences(parts: Iterable[Part], names: re.Pattern[str] | None) -> Iterator[Sentence]:
    for part in parts:
        for start, end in sentences(part.text) if _is_read(part) else ():
            text = " ".join(part.text[start:end].split())
            if _words(text):
                yield _sentence(part, text, names)


def _sentence(part: Part, text: str, names: re.Pattern[str] | None) -> Sentence:
    details: list[tuple[int, int, str]] = []
    for kind, pattern in ((WHO, names), (WHEN, _dates()), (NUMBER, _numbers())):
        for match in pattern.finditer(text) if pattern else ():
            if all(match.end() <= start or match.start() >= end for start, end, _ in details):
                details.append((*match.span(), kind))
    words: list[str] = []
    position = 0
    for start, end, kind in sorted(details):
        words += [*_words(text[position:start]), kind]
        position = end
    words += _words(text[position:])
    exact = tuple(Detail(kind, text[start:end].lower()) for start, end, kind in sorted(details))
    return Sentence(part, text, tuple(words), exact)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text).plane)


@cache
def _dates() -> re.Pattern[str]:
    month = "|".join(name.capitalize() for name in MONTHS)
    year = r"(?:19|20)\d\d"
    season = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
    between = rf"[Bb]etween (?:{month})(?: {year})? and (?:{month})(?: {year})?"
    return re.compile(
        rf"(?<!\w)(?:{between}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{month})(?: {year})?|(?:{month}) \d{{1,2}},? {year}|"
        rf"(?:{month})(?: {year})? to (?:{month})(?: {year})?|(?:{month})(?: {year})?|{season}(?: of)? {year}(?:-\d\d)?|"
        rf"{year}-\d\d(?:-\d\d)?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|{year})(?!\w)"
    )


@cache
def _numbers() -> re.Pattern[str]:
    units = "day|week|month|year|hour|minute"
    counted = (
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    )
    return re.compile(rf"(?i)(?<!\w)(?:(?:\d[\d.,]*|{counted})(?:[ -](?:{units})s?(?:[ -]old)?)?)(?!\w)")


def is_finer(one: str, other: str) -> bool:
    """Whether the first date, as in a detail, says more exactly when than the second."""
    return fineness(one) < fineness(other)


def fineness(text: str) -> int:
    """The months that a date leaves open: 0 a day, 1 a month, 3 a quarter or a season, 12 a year."""
    if re.fullmatch(r"\d{4}", text):
        return 12
    if re.match(r"spring|summer|autumn|winter", text):
        return 3
    first, last = period(text)
    if first >= 0:
        return last - first + 1
    return 1 if re.fullmatch(r"[a-z]+|\d{4}-\d\d", text) else 0


def period(text: str) -> tuple[int, int]:
    """The first and last month of a date by month, counted from the year 0; of the year 0 if it names none. -1: neither."""
    match = _months().fullmatch(text)
    if not match:
        return -1, -1
    start, start_year, end, end_year = match.groups()
    year = int(end_year or start_year or 0)
    first = MONTHS.index(start) + 12 * int(start_year or year)
    last = MONTHS.index(end) + 12 * year if end else first
    # December to February names the year of its end.
    return (first - 12, last) if first > last else (first, last)


def agree(one: str, other: str) -> bool:
    """Whether two dates by month can be the same time; of others nobody can tell, so that they may."""
    (start, end), (first, last) = period(one), period(other)
    return min(start, first) < 0 or (start <= first and last <= end) or (first <= start and end <= last)


def lies_in(date: str, other: str) -> bool:
    """Whether the first date is the second, or a time within it."""
    (start, end), (first, last) = period(date), period(other)
    return date == other or (min(start, first) >= 0 and first <= start and end <= last)


@cache
def _months() -> re.Pattern[str]:
    month = "|".join(name.lower() for name in MONTHS)
    return re.compile(rf"(?:between )?({month})(?: (\d{{4}}))?(?: (?:to|and) ({month})(?: (\d{{4}}))?)?")
