"""Which paragraphs hold no markup, so that the parser would give back their words as they are."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.document import Run, Runs


def is_plain(chunk: str) -> bool:
    """Whether a stretch of non-blank lines is one paragraph without any markup."""
    return not _markup().search(chunk)


def spans_chunks(text: str) -> bool:
    """Whether something in the text may reach across blank lines: a code fence, a link's address given apart.

    A carriage return or a NUL would be normalised by the parser first, so it sees the whole text too.
    """
    return "```" in text or "~~~" in text or "]:" in text or "\r" in text or "\0" in text


def plain_runs(chunk: str) -> Runs:
    """The runs of a plain paragraph: its lines joined by spaces."""
    return (Run(chunk.replace("\n", " ")),)


@cache
def _markup() -> re.Pattern[str]:
    """Anything that could be markup; seeing too much only costs time.

    Inline signs anywhere; whitespace other than single spaces inside a line, because the parser trims it; at the start
    of a line an indent, or what could open a heading, a quote, a list, a rule or a table.
    """
    inline = r"[\\`*_\[\]<&~|]|[^\S\n ]|[\x00-\x08\x0e-\x1f]"
    trimmed = r" $"
    opening = r"^[ #>+\-=:]|^\d{1,9}[.)](?= |$)"
    return re.compile(f"{inline}|{trimmed}|{opening}", re.MULTILINE)
