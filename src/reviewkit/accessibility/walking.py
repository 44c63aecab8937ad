"""The walk through the blocks of a Word file: paragraphs and tables, also in content controls and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewkit.accessibility.colours import ground_of
from reviewkit.accessibility.gathering import Around, Gathering
from reviewkit.accessibility.lines import BoxReader, Line, chosen, keep_control
from reviewkit.accessibility.properties import Properties, is_on, paragraph_properties, settings_of, values_of
from reviewkit.accessibility.styles import look_flags, regions_of
from reviewkit.accessibility.values import Cell, Paragraph, Row, Table
from reviewkit.inspecting.markup import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_THROUGH = frozenset(("sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_MARKS = ("{*}rPr/{*}ins", "{*}rPr/{*}del")
_DELETED = frozenset(("del", "moveFrom"))


def walk(gathering: Gathering, element: _Element, around: Around) -> None:
    """Keep everything in a body, a cell, a header, a note or a box."""
    for child in _inside(gathering, element, around):
        name = local(str(child.tag))
        if name == "p":
            _paragraph(gathering, child, around)
        elif name == "tbl":
            _table(gathering, child, around)
        elif name == "oMathPara":
            gathering.next_block(around)


def _inside(gathering: Gathering, element: _Element, around: Around) -> Iterator[_Element]:
    """The children, those of controls and insertions among them."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = local(child.tag)
        if name == "sdt":
            keep_control(gathering, child, around)
            for content in child.iterchildren("{*}sdtContent"):
                yield from _inside(gathering, content, around)
        elif name in _THROUGH:
            yield from _inside(gathering, child, around)
        elif name == "AlternateContent":
            yield from _inside(gathering, chosen(child), around)
        elif name in _DELETED:
            gathering.changes += 1
        else:
            yield child


def _paragraph(gathering: Gathering, element: _Element, around: Around) -> None:
    own: Properties = {}
    for first in element.iterchildren("{*}pPr"):
        own = paragraph_properties(first, gathering.styles.theme)
        gathering.changes += sum(1 for path in _MARKS for _ in first.iterfind(path))
    style = gathering.styles.named("paragraph", own.get("style", ""))
    said = gathering.styles.defaults[1] | style.paragraph | own
    block, level = gathering.next_block(around), said.get("level", 0)
    gathering.mend_fields(is_heading=bool(level))
    line = Line(gathering, around, own.get("style", ""), said.get("shade") or around.ground, _box_reader(gathering))
    line.read(element)
    text = "".join(run.text for run in line.runs)
    gathering.paragraphs.append(
        Paragraph(
            position=gathering.paragraph_position(around, level if text.strip() else 0),
            style=style.name,
            level=level,
            runs=tuple(line.runs),
            block=block,
            is_title=style.name.lower() == "title",
            is_listed=said.get("listed", False),
            is_justified=said.get("justified", False),
            in_contents=line.in_contents or style.name.lower().startswith("toc "),
            in_box=around.in_box,
            holds=line.holds or "section" in own,
        )
    )


def _box_reader(gathering: Gathering) -> BoxReader:
    def read(element: _Element, around: Around) -> None:
        # What a shape is filled with is not worked out: its letters lie on unknown ground.
        walk(gathering, element, around._replace(group=gathering.new_group(), ground=None, in_box=True))

    return read


def _table(gathering: Gathering, element: _Element, around: Around) -> None:
    gathering.next_block(around)
    position = gathering.position("table", around)
    properties = next(element.iterchildren("{*}tblPr"), None)
    rows = [row for row in _inside(gathering, element, around) if local(str(row.tag)) == "tr"]
    cells = [[cell for cell in _inside(gathering, row, around) if local(str(cell.tag)) == "tc"] for row in rows]
    inner = around._replace(table=around.table or position.number, depth=around.depth + 1)
    shading = _Shading(gathering, properties, len(rows), max(map(len, cells), default=0))
    read = []
    for number, row in enumerate(rows):
        place = inner._replace(row=around.row or number + 1)
        read.append(_row(gathering, row, cells[number], place, shading, number))
    gathering.tables.append(Table(position, tuple(read), around.depth > 0))


def _row(  # noqa: PLR0913, PLR0917  a row is read in its table
    gathering: Gathering, row: _Element, cells: list[_Element], around: Around, shading: _Shading, number: int
) -> Row:
    properties = next(row.iterchildren("{*}trPr"), None)
    found = settings_of(properties)
    gathering.changes += len({"ins", "del"} & found.keys())
    read = tuple(
        _cell(
            gathering, cell, shading.around(cell, around._replace(column=around.column or column + 1), number, column)
        )
        for column, cell in enumerate(cells)
    )
    repeats = "tblHeader" in found and is_on(found["tblHeader"])
    return Row(read, repeats, "gridBefore" in found or "gridAfter" in found)


def _cell(gathering: Gathering, cell: _Element, around: Around) -> Cell:
    parts = settings_of(next(cell.iterchildren("{*}tcPr"), None))
    first, tables = len(gathering.paragraphs), len(gathering.tables)
    walk(gathering, cell, around._replace(group=gathering.new_group()))
    inside = gathering.paragraphs[first:]
    span = parts.get("gridSpan", {}).get("val", "1")
    merges = [parts[name].get("val", "continue") for name in ("vMerge", "hMerge") if name in parts]
    return Cell(
        span=min(int(span), 64) if span.isascii() and span.isdigit() else 1,
        is_joined="continue" in merges,
        words=sum(len(one.text.split()) for one in inside),
        headings=sum(1 for one in inside if one.level and one.text.strip()),
        is_empty=all(one.is_empty for one in inside) and len(gathering.tables) == tables,
    )


class _Shading:
    """What a table's style and its cells set for the letters in them, worked out once for each region."""

    def __init__(self, gathering: Gathering, properties: _Element | None, rows: int, columns: int) -> None:
        self._kept, self._rows, self._columns = gathering, rows, columns
        of = {local(str(one.tag)): one for one in properties.iterchildren("{*}*")} if properties is not None else {}
        name = values_of(of["tblStyle"]).get("val", "") if "tblStyle" in of else ""
        self._style = gathering.styles.named("table", name)
        self._flags = look_flags(of.get("tblLook"))
        self._own = ground_of(values_of(of["shd"]), gathering.styles.theme) if "shd" in of else ""
        self._known: dict[tuple[str, ...], tuple[Properties, str, int]] = {}

    def around(self, cell: _Element, around: Around, row: int, column: int) -> Around:
        """What surrounds the blocks of that cell."""
        regions = tuple(regions_of(self._flags, row, column, self._rows, self._columns))
        if regions not in self._known:
            self._known[regions] = self._shaped(regions, around)
        letters, ground, shape = self._known[regions]
        shading = next(cell.iterfind("{*}tcPr/{*}shd"), None)
        own = ground_of(values_of(shading), self._kept.styles.theme) if shading is not None else ""
        return around._replace(letters=letters, ground=own or ground or around.ground, shape=shape)

    def _shaped(self, regions: tuple[str, ...], around: Around) -> tuple[Properties, str, int]:
        letters, ground = dict(around.letters), self._own
        for region in regions:
            shaped = self._style.regions.get(region)
            if shaped:
                letters |= shaped.letters
                ground = ground if shaped.ground is None else shaped.ground
        return letters, ground, self._kept.new_shape()
