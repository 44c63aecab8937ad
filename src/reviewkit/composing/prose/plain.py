"""Which paragraphs hold no markup, so that the parser would give back their words as they are."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.document import Run, Runs


def is_plain(chunk: str) -> bool:
    """Whether a stretch of non-blank lines is one paragraph without any markup."""
    if _sign().search(chunk) or _opening().match(chunk) or chunk.endswith(" "):
        return False
    return "\n" not in chunk or not (" \n" in chunk or _next_opening().search(chunk))


def spans_chunks(text: str) -> bool:
    """Whether something in the text may reach across blank lines: a code fence, a link's address given apart.

    A carriage return or a NUL would be normalised by the parser first, so it sees the whole text too.
    """
    return "```" in text or "~~~" in text or "]:" in text or "\r" in text or "\0" in text


def plain_runs(chunk: str) -> Runs:
    """The runs of a plain paragraph: its lines joined by spaces."""
    return (Run(chunk.replace("\n", " ")),)


# Anything that could be markup; seeing too much only costs time. Each pattern begins with what it can be searched for
# quickly, one set of characters or a line end: nearly all prose is read by them once, and by nothing else.


@cache
def _sign() -> re.Pattern[str]:
    """Inline signs anywhere; whitespace other than spaces and line ends, because the parser trims it; controls."""
    whitespace = r"\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    return re.compile(rf"[\\`*_\[\]<&~|\x00-\x09\x0b-\x1f{whitespace}]")


_OPENING = r"(?:[ #>+\-=:]|\d{1,9}[.)](?= |$))"
"""At the start of a line: an indent, or what could open a heading, a quote, a list, a rule or a table."""


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(_OPENING, re.MULTILINE)


@cache
def _next_opening() -> re.Pattern[str]:
    return re.compile(rf"\n{_OPENING}", re.MULTILINE)
