"""Puts remarks into a document: each becomes a note beside the words, the field or the heading that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from reviewkit.composing.anchoring import Anchor, Anchors
from reviewkit.composing.spans import Span, is_readable, marked
from reviewkit.composing.texts import over_texts
from reviewkit.document import Document, Heading, Note, Paragraph, Runs
from reviewkit.schema import Field, Template
from reviewkit.tuples import NamedTuple

Marks = Mapping[int, list[tuple[int, Span | None]]]
"""By the number of an anchor: the notes that stand there, each with the stretch that it is about, or None for all."""


class Remark(NamedTuple):
    """A note, the JSON Pointer of what it is about, and the words of the report that led to it, if any."""

    note: Note
    path: str
    words: str = ""


def noted(document: Document, remarks: Sequence[Remark], template: Template) -> Document:
    """The document with a note for each remark; what has no better place stands at the title."""
    anchors = Anchors([anchor for anchor in _anchors(document, template) if is_readable(anchor.runs)])
    marks: dict[int, list[tuple[int, Span | None]]] = {}
    at_title: list[int] = []
    for number, remark in enumerate(remarks):
        found = anchors.find(remark.path, remark.words)
        if found:
            marks.setdefault(found[0].number, []).append((number, found[1]))
        else:
            at_title.append(number)
    numbers = count()
    change = _changing(marks, numbers)
    return document._replace(
        cover=tuple((label, change(runs)) for label, runs in document.cover),
        blocks=over_texts(document.blocks, lambda block: change(block.runs)),
        notes=tuple(remark.note for remark in remarks),
        title_notes=tuple(at_title),
    )


def _anchors(document: Document, template: Template) -> Iterator[Anchor]:
    """Rows of the title page, then every text, numbered in reading order."""
    numbers = count()
    review = template.section("review")
    paths = dict(_cover_paths(review, "")) if review else {}
    for label, runs in document.cover:
        yield Anchor(next(numbers), paths.get(label, ""), runs)
    found: list[Heading | Paragraph] = []

    def meet(block: Heading | Paragraph) -> Runs:
        found.append(block)
        return block.runs

    over_texts(document.blocks, meet)
    for block in found:
        yield Anchor(next(numbers), block.path, block.runs, block)


def _cover_paths(field: Field, holder: str) -> Iterator[tuple[str, str]]:
    """The path of each row of the title page by its label; one of several authors is an author."""
    path = f"{holder}/{field.id}"
    for member in field.members():
        yield from _cover_paths(member, path)
    yield from ((label, path) for label in (field.label.removesuffix("s"), field.label))


def _changing(marks: Marks, numbers: Iterator[int]) -> Callable[[Runs], Runs]:
    """Marks the runs of one anchor after the other."""

    def change(runs: Runs) -> Runs:
        for note, span in marks.get(next(numbers), ()):
            runs = marked(runs, note, span)
        return runs

    return change
