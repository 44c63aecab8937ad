"""The UK identifiers set: what a system's spans find of the marked words, and what they touch that names nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reviewkit.contracts import Detector
from reviewkit.language.reading import read
from reviewkit.language.word_classes import word_set
from reviewkit.loading.yaml_reader import read_yaml

FILE = Path(__file__).parent / "uk" / "identifiers.yaml"
SECOND = FILE.with_name("identifiers-second.yaml")
_LEFT_OVER = word_set("a an and at by for from in mr mrs ms of on s the to with")
_KINDS = {
    "national-insurance-number": "ni-number",
    "telephone": "phone",
    "vehicle-registration": "vehicle",
    "web-address": "url",
    "undeclared-name": "person",
    "exact-date": "date",
    "street-address": "address",
    "case-number": "reference",
}
"""What our detectors call a kind of the set, where the two differ."""


class Span(NamedTuple):
    """A stretch of a text that a system flags, and what it calls it."""

    start: int
    end: int
    kind: str


class Mark(NamedTuple):
    """Words of a sentence that a reader could trace."""

    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """One line of the set; a trap has no marks."""

    text: str
    marks: tuple[Mark, ...]
    group: str


class Found(NamedTuple):
    """A mark and what became of it: covered whole, called by its own kind, touched at all."""

    sentence: Sentence
    mark: Mark
    whole: bool
    same_kind: bool
    touched: bool


def load(file: Path = FILE) -> list[Sentence]:
    """A set, in its order."""
    groups = read_yaml(file.read_text(encoding="utf-8"), file.name).value
    return [
        parse(line, group)
        for part in ("identifiers", "traps")
        for group, lines in groups[part].items()
        for line in lines.splitlines()
    ]


def parse(line: str, group: str) -> Sentence:
    """A line without its marks, and where they stood."""
    text, marks, last = "", [], 0
    for match in re.finditer(r"\[\[([a-z-]+): (.*?)\]\]", line):
        text += line[last : match.start()]
        marks.append(Mark(len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        last = match.end()
    return Sentence(text + line[last:], tuple(marks), group)


def our_spans(text: str, detectors: Sequence[Detector]) -> list[Span]:
    """What our detectors flag in a text of which nothing is declared."""
    reading = read(text)
    return sorted(
        Span(*reading.folded.span(hit.start, hit.end), _KINDS.get(detector.kind, detector.kind))
        for detector in detectors
        for hit in detector.find(reading, frozenset())
    )


def judge(sentence: Sentence, spans: Sequence[Span]) -> list[Found]:
    """What became of each mark of a sentence."""
    return [
        Found(
            sentence,
            mark,
            whole=_covers(sentence.text, mark, spans),
            same_kind=_covers(sentence.text, mark, [span for span in spans if span.kind == mark.kind]),
            touched=any(span.start < mark.end and mark.start < span.end for span in spans),
        )
        for mark in sentence.marks
    ]


def strays(sentence: Sentence, spans: Sequence[Span]) -> list[Span]:
    """Spans that touch no mark: of a trap, all."""
    return [
        span for span in spans if not any(span.start < mark.end and mark.start < span.end for mark in sentence.marks)
    ]


def _covers(text: str, mark: Mark, spans: Sequence[Span]) -> bool:
    """Whether every word of the mark that tells anything lies within spans, which may share it."""
    inside = {place for span in spans for place in range(max(span.start, mark.start), min(span.end, mark.end))}
    words = list(re.finditer(r"[^\W_]+", text[mark.start : mark.end]))
    telling = [word for word in words if word.group().lower() not in _LEFT_OVER] or words
    return all(inside.issuperset(range(mark.start + word.start(), mark.start + word.end())) for word in telling)
