"""Lists: Word's own, bulleted and numbered, nested as deep as Word can show."""

from __future__ import annotations

from reviewkit.document import Block, ListBlock, Paragraph
from reviewkit.renderers._text import line, words
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import plain_text, runs_xml
from reviewkit.renderers.docx.writing import Place, Writing
from reviewkit.tuples import NamedTuple

STEP = 425
DEEPEST = 8
BULLETS = 1


class _Sign(NamedTuple):
    """What stands before an item: its paragraph style, the list's number and level."""

    style: str
    number: int
    level: int
    ordered: bool


def list_block(block: ListBlock, place: Place, writing: Writing) -> str:
    """Every item: its first paragraph with the sign or number, the rest beneath."""
    level = min(place.depth, DEEPEST)
    number = writing.ordered_list(level, max(block.start, 0)) if block.ordered else BULLETS
    style = ("ListNumber" if block.ordered else "ListBullet") + (str(min(level, 2) + 1) if level else "")
    inside = Place(
        "ListContinue", place.left + STEP, place.width - STEP, place.left + STEP, place.depth + 1, place.in_cell
    )
    sign = _Sign(style, number, level, block.ordered)
    return "".join(_item(item, sign, inside, writing) for item in block.items)


def _item(item: tuple[Block, ...], sign: _Sign, inside: Place, writing: Writing) -> str:
    blocks = _from_first_words(item)
    if blocks and isinstance(blocks[0], Paragraph):
        number = line(blocks[0].number).strip()
        content = (plain_text(f"{number} ") if number else "") + runs_xml(blocks[0].runs, writing)
        return _signed(content, sign, inside, writing) + writing.write(blocks[1:], inside)
    if not sign.ordered and (not blocks or isinstance(blocks[0], ListBlock)):
        return writing.write(blocks, inside)
    # What can't stand beside the sign itself stands beneath it; a number must not vanish, or the next ones change.
    return _signed(plain_text("–"), sign, inside, writing) + writing.write(blocks, inside)


def _signed(content: str, sign: _Sign, inside: Place, writing: Writing) -> str:
    # The levels of the numbering carry these indents already where a list stands at the margin.
    at_margin = inside.left == STEP * (sign.level + 1) and not inside.in_cell
    indent = None if at_margin else inside.left
    return paragraph(writing, sign.style, content, numbering=(sign.number, sign.level), indent=indent, hanging=STEP)


def _from_first_words(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    start = 0
    while start < len(blocks) and isinstance(first := blocks[start], Paragraph) and not words(first.runs):
        start += 1
    return blocks[start:]
