"""Label and answer pairs as two columns of text: no table, so that they read in order everywhere."""

from __future__ import annotations

from reviewkit.document import Block, Facts, Paragraph
from reviewkit.drawing.measuring import text_width
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import TAB, plain_text, runs_xml, styled_text
from reviewkit.renderers.docx.writing import Place, Writing

COLUMN = 3402
_ROOM_BESIDE = 7000
_LABEL_ROOM = COLUMN - 140


def facts(block: Facts, place: Place, writing: Writing) -> str:
    """Each answer beside its label; below it where the label is too long or the place too narrow."""
    beside = place.width >= _ROOM_BESIDE and not place.in_cell
    if not beside:
        return "".join(_below(line(label).strip(), answer, place, place, writing) for label, answer in block.items)
    left = place.left + COLUMN
    answers = Place("ReportAnswer", left, place.width - COLUMN, left if place.left else None, place.depth)
    return "".join(_pair(line(label).strip(), answer, place, answers, writing) for label, answer in block.items)


def _pair(label: str, answer: tuple[Block, ...], place: Place, answers: Place, writing: Writing) -> str:
    first = answer[0] if answer else None
    fits = text_width(label, bold=True) <= _LABEL_ROOM
    if not (fits and isinstance(first, Paragraph) and not first.number and not first.role):
        return _below(label, answer, place, answers, writing)
    content = runs_xml(first.runs, writing)
    if not content:
        return _pair(label, answer[1:], place, answers, writing)
    if not label:
        return writing.write(answer, answers)
    content = styled_text(label, "ReportLabelText") + TAB + content
    fact = paragraph(writing, "ReportFact", content, indent=answers.indent, hanging=COLUMN)
    return fact + writing.write(answer[1:], answers)


def _below(label: str, answer: tuple[Block, ...], place: Place, answers: Place, writing: Writing) -> str:
    first = plain_text(label) if label else ""
    return paragraph(writing, "ReportLabel", first, indent=place.left or None) + writing.write(answer, answers)
