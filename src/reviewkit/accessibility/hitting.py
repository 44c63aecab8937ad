"""How rules name what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.accessibility.places import WHOLE, path_of, place_of
from reviewkit.accessibility.values import Paragraph, Position, Run
from reviewkit.contracts import AccessHit

_LONGEST = 80


def at(position: Position, message: str = "", evidence: str = "") -> AccessHit:
    """A hit at that place."""
    return AccessHit(path_of(position), place_of(position), message, evidence=short(evidence))


def whole(path: str = "", message: str = "") -> AccessHit:
    """A hit of the document as a whole; `path` may name a property of it."""
    return AccessHit(path, WHOLE, message)


def short(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def neighbours(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """The paragraphs in groups that follow one another without anything between."""
    group: list[Paragraph] = []
    for one in paragraphs:
        if group and one.block != (group[-1].block[0], group[-1].block[1] + 1):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def letters_in(runs: Iterable[Run]) -> int:
    """How many letters and digits."""
    return sum(sum(map(str.isalnum, run.text)) for run in runs)
