"""Marks that cite a source: a rule for the parser, and what becomes of them among the runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reviewkit.document import Run
from reviewkit.language.citations import mark_at
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

CITATIONS = "citations"
GONE = -2  # what stands in the place of a mark that is dropped, until its blanks are seen to


class Citations(NamedTuple):
    """The numbers of sources by their ids. Other marks stay as they were typed, or go if `drop_unknown`."""

    numbers: Mapping[str, int] = {}
    drop_unknown: bool = False


def citation(state: StateInline, silent: bool) -> bool:
    """The parser's rule: a known mark is a token of its own, one that is dropped is passed over."""
    cited: Citations | None = state.env.get(CITATIONS)
    if cited is None or not state.src.startswith("[^", state.pos):
        return False
    found = mark_at(state.src, state.pos)
    if found is None or (found[0] not in cited.numbers and not cited.drop_unknown):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"source": cited.numbers.get(found[0], GONE)}
    state.pos = found[1]
    return True


def snug(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with marks right behind the word before them; what follows still stands apart from that word."""
    held: Run | None = None
    apart = False
    for run in runs:
        if run.source != -1:
            if held:
                bare = held if held.code else held._replace(text=held.text.rstrip())
                apart = apart or bare.text != held.text
                yield bare
            held = None
            if run.source >= 0:
                yield run
            continue
        if not run.text and not run.line_break:
            continue
        if apart and run.text[:1].isalnum():
            yield Run(" ")
        apart = False
        if held:
            yield held
        held = run
    if held:
        yield held
