"""Numbers of what is left in the end: sections 1, 2 and so on; in prose-led ones paragraphs 4.1, 4.2 and so on.

Sub-headings carry no number, so none can clash with a paragraph's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from reviewkit.composing.parts import Part, Piece
from reviewkit.document import Heading, Paragraph


def number(sections: Iterable[Part]) -> tuple[Part, ...]:
    """The sections with numbers and anchors, their paragraphs numbered where prose leads."""
    return tuple(_section(part, section) for section, part in enumerate(sections, start=1))


def _section(part: Part, section: int) -> Part:
    title = part.title
    if isinstance(title, Heading):
        title = title._replace(number=str(section), anchor=f"section-{section}")
    if not part.prose_led:
        return part._replace(title=title)
    return part._replace(title=title, pieces=_numbered(part.pieces, section, count(1)))


def _numbered(pieces: Iterable[Piece], section: int, numbers: Iterator[int]) -> tuple[Piece, ...]:
    return tuple(_piece(piece, section, numbers) for piece in pieces)


def _piece(piece: Piece, section: int, numbers: Iterator[int]) -> Piece:
    if isinstance(piece, Part):
        return piece._replace(pieces=_numbered(piece.pieces, section, numbers))
    if isinstance(piece, Paragraph) and not piece.role and not all(run.gap for run in piece.runs):
        return piece._replace(number=f"{section}.{next(numbers)}")
    return piece
