"""The lines of the file that a finding is about, with the words that led to it marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.findings import Finding
from reviewkit.reporters._marks import Mark, marked, value_lines
from reviewkit.tuples import NamedTuple

_MOST_LINES = 6
_BEGINNING = 3  # lines of a long value in which no words are marked
_LONGEST = 320  # characters of a line


class Piece(NamedTuple):
    """A stretch of a line: words that led to the finding ("mark"), the value that it is about ("u"), or the rest ("")."""

    text: str
    kind: str = ""


class Line(NamedTuple):
    """One line of the file; `number` counts from 1."""

    number: int
    pieces: tuple[Piece, ...]


class Excerpt(NamedTuple):
    """Neighbouring lines. `holds_evidence`: all the words that led to the finding are marked in them."""

    lines: tuple[Line, ...]
    holds_evidence: bool


def excerpt(finding: Finding, source: Sequence[str]) -> Excerpt | None:
    """The lines around the evidence, else the beginning of the value; None where the file has no place for it."""
    lines = value_lines(finding, source)
    if not lines:
        return None
    marks, parts = marked(finding, lines)
    first, last = _window(marks, len(lines))
    shown = [mark for mark in marks if first <= mark.line < last]
    indent = min((len(line) - len(line.lstrip()) for line in lines[first:last] if line.strip()), default=0)
    fitted = [_line(finding, number, lines[number], indent, shown) for number in range(first, last)]
    whole = all(mark.end - indent <= _LONGEST or mark.end - mark.start <= _LONGEST // 2 for mark in shown)
    return Excerpt(tuple(fitted), whole and set(range(parts)) <= {mark.part for mark in shown})


def _window(marks: Sequence[Mark], count: int) -> tuple[int, int]:
    if not marks:
        return 0, count if count <= _MOST_LINES else _BEGINNING
    first = max(0, marks[0].line - 1)
    last = max(mark.line for mark in marks if mark.line < first + _MOST_LINES)
    return first, min(count, last + 2, first + _MOST_LINES)


def _line(finding: Finding, number: int, text: str, indent: int, marks: Sequence[Mark]) -> Line:
    here = [mark for mark in marks if mark.line == number]
    return Line(finding.line + number, tuple(piece for piece in _pieces(text, indent, here) if piece.text))


def _pieces(line: str, indent: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    start, end = _fitting(line, indent, marks)
    if start > indent:
        yield Piece("… ")
    at = start
    for mark in marks:
        first, last = max(mark.start, at), min(mark.end, end)
        if first < last:
            yield from (Piece(line[at:first]), Piece(line[first:last], "u" if mark.part < 0 else "mark"))
            at = last
    yield Piece(line[at:end] + (" …" if end < len(line.rstrip()) else ""))


def _fitting(line: str, indent: int, marks: Sequence[Mark]) -> tuple[int, int]:
    """As much of a long line as is shown, what is marked in it."""
    length = len(line.rstrip())
    indent = min(indent, length)
    if length - indent <= _LONGEST:
        return indent, length
    first = marks[0].start if marks else indent
    start = max(indent, min(first - _LONGEST // 3, length - _LONGEST))
    return start, start + _LONGEST
