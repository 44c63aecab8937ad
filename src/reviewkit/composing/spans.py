"""Stretches of words within the runs of a paragraph: finding them, and putting the number of a note on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.document import Run, Runs
from reviewkit.language.citations import without_marks
from reviewkit.language.tokens import places_of

Span = tuple[int, int]
"""Characters of the runs' text, from the first to behind the last; a line break counts as one."""

_LONGEST = 600  # characters: what is longer is no stretch of words, it is the paragraph
_MARKUP = str.maketrans("", "", "*_`~")


def span_of(words: str, runs: Runs) -> Span | None:
    """Where the words stand in the runs, as whole words, whatever the case and the marks of Markdown."""
    text = _folded(_text_of(runs)) if len(words) <= _LONGEST else ""
    for said in (words, words.translate(_MARKUP), without_marks(words).translate(_MARKUP)):
        wanted = _folded(said.strip())
        start = next(places_of(wanted, text), -1)
        if start >= 0:
            return start, start + len(wanted)
    return None


def _folded(text: str) -> str:
    """The text in small letters with plain blanks, letter for letter."""
    lower = text.lower()
    text = lower if len(lower) == len(text) else text
    return "".join(" " if letter.isspace() else letter for letter in text)


def _text_of(runs: Runs) -> str:
    """The letters of the runs; a line break is one."""
    return "".join("\n" if run.line_break else run.text for run in runs)


def is_readable(runs: Sequence[Run]) -> bool:
    """Whether the runs hold a letter or sign to put a mark on."""
    return any(letter.isprintable() and not letter.isspace() for run in runs for letter in run.text)


def marked(runs: Runs, note: int, span: Span | None) -> Runs:
    """The runs with the note's number on the words of that span, or on all of them."""
    return tuple(run for piece in _pieces(runs, note, span) for run in piece)


def _pieces(runs: Runs, note: int, span: Span | None) -> Iterator[tuple[Run, ...]]:
    start = 0
    for run in runs:
        length = 1 if run.line_break else len(run.text)
        first, last = (0, length) if span is None else (max(span[0] - start, 0), min(span[1] - start, length))
        start += length
        bearing = run._replace(notes=(*run.notes, note))
        if first >= last:
            yield (run,)
        elif run.line_break or run.gap:
            yield (bearing,)
        else:
            parts = (run._replace(text=run.text[:first]), bearing._replace(text=run.text[first:last]),
                     run._replace(text=run.text[last:]))  # fmt: skip
            yield tuple(part for part in parts if part.text)
