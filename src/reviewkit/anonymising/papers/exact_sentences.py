"""The sentences of a finished file, with what each is exact about: published names, dates, ages and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reviewkit.anonymising.names.labels import core_of
from reviewkit.anonymising.preparing import Preparation
from reviewkit.inspecting import Part
from reviewkit.language.folding import fold
from reviewkit.language.tokens import sentences
from reviewkit.language.word_classes import MONTHS

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
    written = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True) if label)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)") if written else None


def beyond(parts: Sequence[Part], others: Sequence[Part], names: re.Pattern[str] | None) -> list[Sentence]:
    """The sentences that the other version does not say word for word, wherever and however laid out."""
    stream = f" {' '.join(word for part in others if _is_read(part) for word in _words(part.text))} "
    return [one for one in _sentences(parts, names) if f" {' '.join(_words(one.text))} " not in stream]


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
    return re.compile(
        rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{month})(?: {year})?|(?:{month}) \d{{1,2}},? {year}|"
        rf"(?:{month})(?: to (?:{month}))?(?: {year})?|{season}(?: of)? {year}(?:-\d\d)?|"
        rf"{year}-\d\d(?:-\d\d)?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|{year})(?!\w)"
    )


@cache
def _numbers() -> re.Pattern[str]:
    units = "day|week|month|year|hour|minute"
    counted = (
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    )
    return re.compile(rf"(?i)(?<!\w)(?:(?:\d[\d.,]*|{counted})(?:[ -](?:{units})s?(?:[ -]old)?)?)(?!\w)")


def fineness(text: str) -> int:
    """0 a day, 1 a month, 2 a quarter or a season, 3 a year."""
    if re.fullmatch(r"\d{4}", text):
        return 3
    if " to " in text or re.match(r"spring|summer|autumn|winter", text):
        return 2
    return 1 if re.fullmatch(r"[a-z]+(?: \d{4})?|\d{4}-\d\d", text) else 0
