"""Protective markings left in a published text (RK607): Restricted, Confidential, OFFICIAL-SENSITIVE.

The word in a sentence is no mark: it counts in capitals, on a line of its own, in a header, a footer or a watermark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.proof.clues import Clue
from reviewkit.inspecting import Part

_SAID = "a protective marking: take it out, or this is not the version for publication"
_ON_EVERY_PAGE = ("header", "footer")
_WATERMARK = "attribute string"


def markings(part: Part) -> Iterator[Clue]:
    """The markings in the part, one clue each."""
    if not _may_be_marked(part.text) or not _word().search(part.text):
        return
    for pattern in _patterns(part):
        for match in pattern.finditer(part.text):
            yield Clue("marking", _SAID, *match.span())


def _may_be_marked(text: str) -> bool:
    """Whether one of the words may stand there: in ASCII no letter but its own small one is the same for `_word`."""
    if not text.isascii():
        return True
    lowered = text.lower()
    return "official" in lowered or "confidential" in lowered or "restricted" in lowered


def is_on_every_page(part: Part) -> bool:
    """Whether it is a header, a footer or a watermark."""
    return part.place == _WATERMARK or part.part.rpartition("/")[2].startswith(_ON_EVERY_PAGE)


def _patterns(part: Part) -> tuple[re.Pattern[str], ...]:
    if part.kind == "attribute" and part.place != _WATERMARK:
        return (_official(),)
    if part.kind != "prose" or is_on_every_page(part):
        return (_word(),)
    return (_official(), _capitals(), _own_line())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?i)official ?[-–—:]? ?sensitive|(?<![a-z])(?:confidential|restricted)(?![a-z])")


@cache
def _official() -> re.Pattern[str]:
    return re.compile(r"OFFICIAL ?[-–—:]? ?SENSITIVE|Official ?[-–—:] ?[Ss]ensitive|official-sensitive")


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])(?:CONFIDENTIAL|RESTRICTED)(?![A-Za-z])")


@cache
def _own_line() -> re.Pattern[str]:
    return re.compile(
        r"(?m)^[\W_]*(?:(?:Strictly|Highly|Private (?:and|&)|In|In strictest|Sensitive,?) )?"
        r"(?:[Cc]onfidential|[Rr]estricted|Official[ –-]*[Ss]ensitive)"
        r"(?:[ –:-]+(?:when complete|once complete|information|document|report|draft|not for publication|"
        r"not for onward sharing|do not copy|page \d+.{0,12}))?[\W_]*$"
    )
