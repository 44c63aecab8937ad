"""Which blocks stand on upright pages, and which tables need pages turned on their side."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from reviewkit.document import Block, Heading, Table
from reviewkit.renderers._columns import Measured, laid_out, measured
from reviewkit.renderers._tables import squared
from reviewkit.renderers.docx.look import Page
from reviewkit.tuples import NamedTuple

_FEWEST_COLUMNS = 5
_TALL, _TALLEST = 1050, 1800  # twips: rows of three lines and more on average, of six
_HEADING, _HEADER = 900, 420
_WORTH = 0.72  # what the height must come down to
_LEAST_FILLED, _WELL_FILLED, _LAST_FILLED = 0.6, 0.7, 0.3  # of a turned page


class Stretch(NamedTuple):
    """Blocks that stand on pages of one kind."""

    blocks: tuple[Block, ...]
    turned: bool


def text_height(page: Page) -> int:
    """The height between the margins."""
    return page.height - page.top - page.bottom


def turned(page: Page) -> Page:
    """The same paper on its side; the margins stay where they are on the sheet that is read."""
    return page._replace(width=page.height, height=page.width)


def stretches(blocks: Iterable[Block], page: Page) -> tuple[Stretch, ...]:
    """The blocks by the pages that they stand on; a table takes the headings right above it with it."""
    marked = [(unit, _wants_turning(unit, page)) for unit in _units(blocks)]
    grouped = [(wants, [unit for unit, _ in held]) for wants, held in groupby(marked, key=lambda each: each[1])]
    kinds = [(wants and _fills(units, page), _joined(units)) for wants, units in grouped]
    return tuple(
        Stretch(tuple(block for _, held in group for block in held), is_turned)
        for is_turned, group in groupby(kinds, key=lambda each: each[0])
    )


def _units(blocks: Iterable[Block]) -> Iterable[tuple[Block, ...]]:
    """The blocks, headings together with the block below them."""
    above: list[Block] = []
    for block in blocks:
        above.append(block)
        if not isinstance(block, Heading):
            yield tuple(above)
            above = []
    if above:
        yield tuple(above)


def _joined(units: list[tuple[Block, ...]]) -> tuple[Block, ...]:
    return tuple(block for unit in units for block in unit)


def _wants_turning(unit: tuple[Block, ...], page: Page) -> bool:
    """Whether the rows are tall on an upright page, and much lower on a turned one."""
    table = unit[-1]
    if not isinstance(table, Table) or len(table.header) < _FEWEST_COLUMNS or page.width >= page.height:
        return False
    sizes = measured(squared(table))
    upright = _heights(sizes, page)
    return sum(upright) > _TALL * len(upright) and sum(_heights(sizes, turned(page))) <= _WORTH * sum(upright)


def _fills(units: list[tuple[Block, ...]], page: Page) -> bool:
    """Whether turned pages are worth it: three lines alone on one are worse than a tight table, if it can be read."""
    blocks = _joined(units)
    tables = [measured(squared(block)) for block in blocks if isinstance(block, Table)]
    upright = [height for table in tables for height in _heights(table, page)]
    height = sum(_HEADING for block in blocks if isinstance(block, Heading)) + sum(
        _HEADER + sum(_heights(table, turned(page))) for table in tables
    )
    pages = height / text_height(turned(page))
    if sum(upright) > _TALLEST * len(upright):
        return pages >= _LEAST_FILLED
    return pages >= _WELL_FILLED and (pages < 1 or pages % 1 >= _LAST_FILLED)


def _heights(table: Measured, page: Page) -> list[int]:
    return laid_out(table, page.text_width).heights
