"""Every kind of block as data for the template; what can't stand where it is becomes what can."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reviewkit.document import (
    Block,
    Card,
    Code,
    Divider,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from reviewkit.renderers._text import line, tidy, typed_lines, words
from reviewkit.renderers.pdf.figures import figure
from reviewkit.renderers.pdf.inline import broken, fitting, plain, runs_data
from reviewkit.renderers.pdf.place import NUMBER_COLUMN, STEP, Place
from reviewkit.renderers.pdf.tables import table

Data = dict[str, Any]
_DEEPEST = 6
_BESIDE = 7000
_LABELS, _LABEL_ROOM = 3402, 3100
_CARD = 340
_DEPENDENT = (ListBlock, Quote, Code)  # these continue a numbered paragraph, and align with its words


def blocks_data(blocks: Iterable[Block], place: Place) -> list[Data]:
    """The blocks that show anything, in order."""
    return list(_written(blocks, place))


def _written(blocks: Iterable[Block], place: Place) -> Iterator[Data]:
    under = False
    for block in blocks:
        under = _is_numbered(block) or (under and isinstance(block, _DEPENDENT))
        inner = under and isinstance(block, _DEPENDENT) and not place.depth and not place.inside
        for data in _WRITERS[type(block)](block, place.within(NUMBER_COLUMN) if inner else place):
            yield data | {"under": True} if inner else data


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.number.strip())


def _paragraph(block: Paragraph, place: Place) -> Iterator[Data]:
    number = fitting(block.number, NUMBER_COLUMN)
    runs = runs_data(block.runs, place)
    if runs:
        yield {"kind": "paragraph", "number": number, "role": block.role, "runs": runs}


def _heading(block: Heading, place: Place) -> Iterator[Data]:
    # Its letters are larger than those that the room is measured in.
    runs = runs_data(block.runs, place._replace(room=place.room // 2))
    if not runs:
        return
    number = plain(block.number)
    if block.anchor not in place.anchors:
        # In a cell or an item it is a line of its own; only sections are headings of the document.
        yield _label(f"{number} ", *runs)
        return
    yield {
        "kind": "heading", "level": block.level, "number": number, "anchor": block.anchor, "runs": runs,
        "listed": block.anchor in place.listed,
    }  # fmt: skip


def _list(block: ListBlock, place: Place) -> Iterator[Data]:
    inside = place.within(STEP)._replace(inside=True)
    items = [blocks_data(item, inside) for item in block.items]
    if place.depth >= _DEEPEST:
        yield from (data for item in items for data in item)
        return
    # A number must not vanish, or the next ones change.
    items = [item or _nothing() for item in items if item or block.ordered]
    if items:
        yield {"kind": "list", "ordered": block.ordered, "start": min(max(block.start, 0), 10**9), "items": items}


def _quote(block: Quote, place: Place) -> Iterator[Data]:
    inner = blocks_data(block.blocks, place.within(STEP))
    if place.depth >= _DEEPEST:
        yield from inner
    elif inner:
        yield {"kind": "quote", "blocks": inner}


def _code(block: Code, place: Place) -> Iterator[Data]:
    if block.text.strip():
        lines = [typed.replace("\xad", "") for typed in typed_lines(block.text)]
        # Letters of one width each are wider than those that are measured.
        yield {"kind": "code", "text": "\n".join(next(iter(broken((typed,), place.room * 3 // 4))) for typed in lines)}


def _divider(_: Divider, __: Place) -> Iterator[Data]:
    yield {"kind": "divider"}


def _facts(block: Facts, place: Place) -> Iterator[Data]:
    beside = place.room >= _BESIDE and not place.in_cell
    answers = place.within(_LABELS if beside else 0)._replace(inside=True)
    room = _LABEL_ROOM if beside else place.room
    pairs = [(fitting(label, room), blocks_data(answer, answers)) for label, answer in block.items]
    pairs = [(label, answer) for label, answer in pairs if label or answer]
    if place.depth >= _DEEPEST:
        yield from (data for label, answer in pairs for data in (_label(label), *answer))
    elif pairs:
        items = [{"label": label, "blocks": answer} for label, answer in pairs]
        yield {"kind": "facts", "beside": beside, "items": items}


def _card(block: Card, place: Place) -> Iterator[Data]:
    inner = place._replace(room=place.room - _CARD, top=False) if place.top else place
    inside = [*_heading(block.heading, inner), *blocks_data(block.blocks, inner)]
    if inside and place.top:
        yield {"kind": "card", "blocks": inside}
    else:
        yield from inside


def _table(block: Table, place: Place) -> Iterator[Data]:
    return table(block, place, blocks_data)


def _figure(block: Figure, place: Place) -> Iterator[Data]:
    return figure(block, place)


def _label(text: str, *runs: Data) -> Data:
    return {"kind": "paragraph", "number": "", "role": "label", "runs": [{"text": text}, *runs]}


def _nothing() -> list[Data]:
    return [{"kind": "paragraph", "number": "", "role": "", "runs": [{"text": "–"}]}]


def shown_headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings that are headings in a PDF: those of sections and cards that say something."""
    for block in blocks:
        if isinstance(block, Heading) and words(tidy(block.runs)) and line(block.anchor):
            yield block
        elif isinstance(block, Card):
            yield from shown_headings((block.heading, *block.blocks))


_WRITERS: dict[type, Callable[[Any, Place], Iterator[Data]]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    ListBlock: _list,
    Quote: _quote,
    Code: _code,
    Divider: _divider,
    Table: _table,
    Facts: _facts,
    Card: _card,
    Figure: _figure,
}
