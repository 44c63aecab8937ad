"""The list of sources at the end of a page."""

from __future__ import annotations

from reviewkit.document import Document, Heading, Run
from reviewkit.renderers._outline import Entry, contents
from reviewkit.renderers._text import words

SOURCES = "Sources"
ANCHOR = "sources"


def listed(document: Document) -> tuple[Entry, ...]:
    """The contents list, with the list of sources if there is one."""
    entries = contents(document)
    if not entries or not any(map(words, document.sources)):
        return entries
    return (*entries, Entry(Heading(1, (Run(SOURCES),), anchor=ANCHOR)))
