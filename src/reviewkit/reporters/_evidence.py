"""Where in the lines of a file the words stand that led to a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewkit.findings import Finding


class Spot(NamedTuple):
    """A stretch of one line; `line` counts from 1, `start` and `end` are characters of it, `end` exclusive."""

    line: int
    start: int
    end: int


def find_evidence(finding: Finding, source: Sequence[str]) -> Spot | None:
    """Where the evidence begins within the value, or None if it does not stand there as such.

    A value may run over several lines; evidence that does is shown from its first word to the end of that line.
    """
    words = finding.evidence.casefold().split()
    last = min(max(finding.end_line, finding.line), len(source))
    for number in range(finding.line, last + 1) if words else ():
        line = source[number - 1].casefold()
        start = line.find(" ".join(words))
        if start >= 0:
            return Spot(number, start, start + len(" ".join(words)))
        start = _run_over(words, line, source[number].casefold() if number < last else "")
        if start >= 0:
            return Spot(number, start, len(line))
    return None


def _run_over(words: Sequence[str], line: str, following: str) -> int:
    """Where the evidence begins at the end of this line, if it goes on in the next one; else -1."""
    bare, beginning = line.rstrip(), " ".join(following.split())
    for count in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        if beginning and bare.endswith(head) and (beginning.startswith(rest) or rest.startswith(beginning + " ")):
            return len(bare) - len(head)
    return -1
