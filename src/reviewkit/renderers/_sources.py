"""What a report cites: runs that bear the number of a source, and the list of sources at the end."""

from __future__ import annotations

from reviewkit.document import Document, Heading, Run, Runs
from reviewkit.renderers._outline import Entry, contents
from reviewkit.renderers._text import tidy, words

SOURCES = "Sources"
ANCHOR = "sources"
_NO_WORDS = "\u2060"


def tidy_cited(runs: Runs) -> tuple[Run, ...]:
    """Clean runs, as `tidy` has them; a citation without words of its own is kept."""
    if all(run.source < 0 for run in runs):
        return tidy(runs)
    held = tuple(run._replace(text=_NO_WORDS) if run.source >= 0 and not run.text else run for run in runs)
    return tuple(run._replace(text="") if run.text == _NO_WORDS else run for run in tidy(held))


def listed(document: Document) -> tuple[Entry, ...]:
    """The contents list, with the list of sources if there is one."""
    entries = contents(document)
    if not entries or not any(map(words, document.sources)):
        return entries
    return (*entries, Entry(Heading(1, (Run(SOURCES),), anchor=ANCHOR)))
