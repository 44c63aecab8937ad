"""Where in the lines of a value the words stand that led to a finding, or the value itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewkit.findings import Finding
from reviewkit.tuples import NamedTuple

_JOINTS = (" … ", "; ")  # between words that stand apart from each other


class Mark(NamedTuple):
    """Characters of one line, counted from 0; `part` is the number of the words that they belong to, -1 for a value."""

    line: int
    start: int
    end: int
    part: int


class Marked(NamedTuple):
    """Marks in the order of the lines, and how many parts the evidence has."""

    marks: Sequence[Mark]
    parts: int


def is_of_whole_file(finding: Finding) -> bool:
    """Whether what is missing has no place in the file, not even a key that it belongs to."""
    return (finding.line, finding.column) == (1, 1) == (finding.end_line, finding.end_column)


def value_lines(finding: Finding, source: Sequence[str]) -> Sequence[str]:
    """The lines of the value, or of the key that it is missing from."""
    if is_of_whole_file(finding):
        return ()
    last = max(finding.end_line - (finding.end_column <= 1), finding.line)
    lines = list(source[max(finding.line, 1) - 1 : last])
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def evidence_mark(finding: Finding, source: Sequence[str]) -> Mark | None:
    """Where the evidence begins, if it stands in the value in one piece."""
    lines = value_lines(finding, source) if finding.evidence.strip() else ()
    marks, parts = marked(finding, lines) if lines else ((), 0)
    return next((mark for mark in marks if parts == 1 and mark.part == 0), None)


def marked(finding: Finding, lines: Sequence[str]) -> Marked:
    """The evidence in as few parts as are found; without any of it the value, where it is not all of its line."""
    parts = [finding.evidence] if finding.evidence.strip() else []
    marks = sorted(_marks(finding, parts, lines))
    for joint in _JOINTS:
        if len({mark.part for mark in marks}) < len(parts):
            parts = [part for whole in parts for part in whole.split(joint) if part.strip()]
            marks = sorted(_marks(finding, parts, lines))
    return Marked(marks or list(_value(finding, lines[0])), len(parts))


def _value(finding: Finding, line: str) -> Iterator[Mark]:
    """The value where it stands on a line with others, or behind its key."""
    start, end = finding.column - 1, finding.end_column - 1
    if finding.line == finding.end_line and line[:start].strip(" -") and start < end <= len(line):
        yield Mark(0, start, end, -1)


def _marks(finding: Finding, parts: Sequence[str], lines: Sequence[str]) -> Iterator[Mark]:
    """Where the words stand within the value, in any case and however broken into lines."""
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    end, last = len(text), finding.end_line - finding.line
    if 0 <= last < len(lines) and finding.end_column > 1:
        end = starts[last] + finding.end_column - 1
    for number, part in enumerate(parts):
        for found in _pattern(part).finditer(text, finding.column - 1, end):
            yield from _by_line(*found.span(), lines, starts, number)


def _pattern(words: str) -> re.Pattern[str]:
    """The words as whole words, with any space between them."""
    words = words.strip()
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    return re.compile(before + r"\s+".join(map(re.escape, words.split())) + after, re.IGNORECASE)


def _by_line(start: int, end: int, lines: Sequence[str], starts: Sequence[int], part: int) -> Iterator[Mark]:
    for number, line in enumerate(lines):
        first, last = max(start - starts[number], len(line) - len(line.lstrip())), min(end - starts[number], len(line))
        if first < last:
            yield Mark(number, first, last, part)
