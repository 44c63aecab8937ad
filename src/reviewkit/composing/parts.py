"""The document while it is being made: titles still hold what belongs to them, so that neither stands alone later."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.document import Block, Card, Heading, Paragraph, Run, Runs
from reviewkit.tuples import NamedTuple


class Part(NamedTuple):
    """A title and what stands beneath it; without the one the other goes. `card`: one item of a list.

    `prose_led`: a section whose paragraphs are numbered.
    """

    title: Heading | Paragraph
    pieces: tuple[Piece, ...]
    card: bool = False
    prose_led: bool = False


Piece = Block | Part


def subheading(level: int, label: str, path: str) -> Heading:
    """A heading from the template's own words."""
    return Heading(level, (Run(label),), path=path)


def lead(label: str, path: str) -> Paragraph:
    """A label that stands above what it names, within a card."""
    return Paragraph((Run(label, bold=True),), role="lead", path=path)


def titled(title: Heading | Paragraph, pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """The part, if there is anything in it."""
    held = tuple(pieces)
    return (Part(title, held),) if held else ()


def flat(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """The pieces as blocks."""
    return tuple(block for piece in pieces for block in _flat(piece))


def _flat(piece: Piece) -> tuple[Block, ...]:
    if not isinstance(piece, Part):
        return (piece,)
    inside = flat(piece.pieces)
    if piece.card and isinstance(piece.title, Heading):
        return (Card(piece.title, inside, path=piece.title.path),)
    return (piece.title, *inside)


def plain(text: str, path: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(text),), path=path)


def words(runs: Runs, path: str) -> tuple[Paragraph, ...]:
    """A paragraph of those runs, if they say anything."""
    return (Paragraph(runs, path=path),) if any(run.text for run in runs) else ()
