"""Label and answer pairs as two columns of text: no table, so that they read in order everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.document import Block, Facts, Paragraph
from reviewkit.drawing.measuring import text_width
from reviewkit.renderers._text import line, words
from reviewkit.renderers.docx.paragraphs import outline_of_label, paragraph
from reviewkit.renderers.docx.runs import TAB, plain_text, runs_xml, styled_text
from reviewkit.renderers.docx.writing import Place, Writing
from reviewkit.tuples import NamedTuple

_GAP = 220
_TAB_STOP = 567  # as in settings.xml: how far the tab behind a long label goes at most
_LEAST_ANSWER = 3600


class _Look(NamedTuple):
    """How a block of facts looks: its styles, and the columns for labels that it may have, in twips.

    `narrow` is for a list of short words such as Yes and No; `usual` is what the style itself has.
    """

    fact: str
    label: str
    bold: bool
    narrow: int
    usual: int
    wide: int


_PLAIN = _Look("ReportFact", "ReportLabelText", bold=True, narrow=1928, usual=3402, wide=4082)
_QUIET = _Look("ReportDetail", "ReportDetailText", bold=False, narrow=1871, usual=2609, wide=3402)


class _Layout(NamedTuple):
    """Where one block stands: its look, the place of all, the width of the labels' column, the place of answers."""

    look: _Look
    place: Place
    column: int
    answers: Place


def facts(block: Facts, place: Place, writing: Writing) -> str:
    """Each answer beside its label; below it where the label is too long or the place too narrow."""
    items = [(line(label).strip(), answer) for label, answer in block.items]
    look = _QUIET if place == writing.under_number else _PLAIN
    column = _column([label for label, _ in items], look, writing.label_column)
    if place.in_cell or place.width - column < _LEAST_ANSWER:
        return "".join(_below(label, answer, place, writing) for label, answer in items)
    left = place.left + column
    indent = None if look is _PLAIN and column == look.usual and not place.left else left
    layout = _Layout(look, place, column, Place("ReportAnswer", left, place.width - column, indent, place.depth))
    return "".join(_together(items, layout, writing))


def shared_column(blocks: Iterable[Block]) -> int:
    """The labels' column of blocks that belong together, so that their answers stand in one line."""
    named = [[line(label).strip() for label, _ in block.items] for block in blocks if isinstance(block, Facts)]
    return max((_column(labels, _PLAIN, 0) for labels in named), default=0)


def _column(labels: list[str], look: _Look, shared: int) -> int:
    """The narrowest column that holds every label which any column can hold."""
    widths = [text_width(label, bold=look.bold) + _GAP for label in labels]
    longest = max((each for each in widths if each <= look.wide), default=0)
    if longest <= look.narrow and len(labels) > 1:
        return look.narrow
    return max(look.usual if longest <= look.usual else look.wide, shared if look is _PLAIN else 0)


def _together(items: list[tuple[str, tuple[Block, ...]]], layout: _Layout, writing: Writing) -> Iterator[str]:
    """The pairs; no page ends after the first or before the last, where that would leave it alone."""
    last = len(items) - 1
    around = writing.kept
    for index, (label, answer) in enumerate(items):
        writing.kept = around or (index < last and index in (0, last - 1) and len(answer) == 1)
        yield _pair(label, answer, layout, writing)
        writing.kept = around


def _pair(label: str, answer: tuple[Block, ...], layout: _Layout, writing: Writing) -> str:
    first = answer[0] if answer else None
    if not isinstance(first, Paragraph) or first.number or first.role or not _fits(label, first, layout):
        return _below(label, answer, layout.place, writing)
    content = runs_xml(first.runs, writing)
    if not content:
        return _pair(label, answer[1:], layout, writing)
    if not label:
        return writing.write(answer, layout.answers)
    content = styled_text(label, layout.look.label) + TAB + content
    is_style_s_own = layout.column == layout.look.usual and (layout.look is _QUIET or not layout.place.left)
    indent = None if is_style_s_own else layout.answers.left
    fact = paragraph(writing, layout.look.fact, content, indent=indent, hanging=layout.column)
    return fact + writing.write(answer[1:], layout.answers)


def _fits(label: str, first: Paragraph, layout: _Layout) -> bool:
    """Whether the answer can begin beside its label: in the column, or on the same line where both are short."""
    taken = text_width(label, bold=layout.look.bold) + _GAP
    return taken <= layout.column or taken + _TAB_STOP + text_width(words(first.runs)) <= layout.place.width


def _below(label: str, answer: tuple[Block, ...], place: Place, writing: Writing) -> str:
    indent = place.left or None
    outline = outline_of_label(place, writing)
    above = paragraph(writing, "ReportLabel", plain_text(label) if label else "", indent=indent, outline=outline)
    inside = place if place.in_cell else Place("ReportAnswer", place.left, place.width, place.left, place.depth)
    return above + writing.write(answer, inside)
