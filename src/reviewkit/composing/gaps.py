"""What is still to be written, marked where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.composing.material import Entry, Material
from reviewkit.composing.parts import Part, Piece, plain
from reviewkit.composing.wording import one_line
from reviewkit.document import Card, Facts, ListBlock, Paragraph, Quote, Run, Table
from reviewkit.report import is_empty

MISSING = "Still to be written: "


def gap_run(label: str) -> Run:
    """The mark of something missing."""
    return Run(f"{MISSING}{label}", gap=True)


def gap_in(material: Material, entry: Entry) -> tuple[Paragraph, ...]:
    """The mark for this very place: what is missing, or what the check says of what stands there."""
    message = material.gaps.get(entry.pointer) if material.gaps else None
    if message is None:
        return _stray(material, entry)
    run = gap_run(entry.field.label) if is_empty(entry.value) else Run(message, gap=True)
    return (*_stray(material, entry), Paragraph((run,), path=entry.pointer))


def _stray(material: Material, entry: Entry) -> tuple[Paragraph, ...]:
    """Words where the template has fields: nothing may vanish from a draft, and nothing unforeseen is published."""
    if not material.confidential or entry.field.kind == "value":
        return ()
    if isinstance(entry.value, list):
        texts = [one_line(item) for item in entry.value if not isinstance(item, dict | list)]
    else:
        texts = [one_line(entry.value)] if entry.field.kind == "group" else []
    return tuple(plain(text, entry.pointer) for text in texts if text)


def gaps_left(material: Material, section: Entry, pieces: Iterable[Piece]) -> tuple[Paragraph, ...]:
    """Marks for what has no place of its own, such as an item that is not there."""
    if not material.gaps:
        return ()
    marked = set(_marked(pieces))
    return tuple(
        Paragraph((Run(message, gap=True),), path=path)
        for path, message in material.gaps.items()
        if (path == section.pointer or path.startswith(f"{section.pointer}/")) and path not in marked
    )


def _marked(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Paragraph):
            if any(run.gap for run in piece.runs):
                yield piece.path
        else:
            for inside in _within(piece):
                yield from _marked(inside)


def _within(piece: Piece) -> Iterator[Iterable[Piece]]:
    if isinstance(piece, Part):
        yield piece.pieces
    elif isinstance(piece, Card | Quote):
        yield piece.blocks
    elif isinstance(piece, Facts):
        yield from (answer for _, answer in piece.items)
    elif isinstance(piece, ListBlock):
        yield from piece.items
    elif isinstance(piece, Table):
        yield from (cell.blocks for row in piece.rows for cell in row)
