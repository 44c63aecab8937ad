"""The document that every renderer receives: blocks in order, each with the path of the report it came from.

Nothing here knows YAML, schemas or file formats. A renderer gets a `Document` and nothing else, so no renderer can
reach a part of the report that composing left out.
"""

from __future__ import annotations

from typing import Literal

from reviewkit.tuples import NamedTuple


class Run(NamedTuple):
    """A stretch of text in one style. `href` is an outside address, `anchor` the `id` of a heading in the document.

    `notes` are the numbers, counted from 0, of the document's notes that are about these words. `source` is the number,
    counted from 0, of the document's source that is cited here; -1 for none. `page`: Word's own number stands here, that
    of the page or of all pages; `text` is shown until it is worked out.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    href: str = ""
    anchor: str = ""
    line_break: bool = False
    gap: bool = False
    notes: tuple[int, ...] = ()
    source: int = -1
    page: Literal["", "this", "last"] = ""


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """A numbered or plain heading. `level` counts from 1; the title of the document is not among the blocks."""

    level: int
    runs: Runs
    number: str = ""
    anchor: str = ""
    path: str = ""


class Paragraph(NamedTuple):
    """A paragraph of prose; `number` is its printed number ("4.2") or empty. `role` is "", "lead" or "note"."""

    runs: Runs
    number: str = ""
    role: str = ""
    path: str = ""


class ListBlock(NamedTuple):
    """A list; every item is a sequence of blocks, so that lists nest."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    path: str = ""


class Quote(NamedTuple):
    """A block quote."""

    blocks: tuple[Block, ...]
    path: str = ""


class Code(NamedTuple):
    """A code block: text as it was typed."""

    text: str
    path: str = ""


class Divider(NamedTuple):
    """A thematic break."""

    path: str = ""


class Cell(NamedTuple):
    """A table cell: blocks, most often one paragraph. `head` marks a cell that names its row or column."""

    blocks: tuple[Block, ...]
    head: bool = False
    path: str = ""


class Table(NamedTuple):
    """A table with one header row and no merged cells. `caption` says what it is; `widths` are shares that add up to 1."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    widths: tuple[float, ...] = ()
    path: str = ""


class Facts(NamedTuple):
    """Label and answer pairs ("Date of incident", …), shown as a two-column list."""

    items: tuple[tuple[str, tuple[Block, ...]], ...]
    path: str = ""


class Card(NamedTuple):
    """One learning point, recommendation or the like: a heading of its own and what belongs together beneath it."""

    heading: Heading
    blocks: tuple[Block, ...]
    path: str = ""


class Event(NamedTuple):
    """A moment of a timeline. `when` is printed; `at` is its place in time, in years ("2025.25"), by what is printed."""

    when: str
    words: str
    at: float


class Timeline(NamedTuple):
    """What happened, one after the other."""

    events: tuple[Event, ...]


class Period(NamedTuple):
    """A row of a chart of periods; `start` and `end` in years, by what is printed in `when`."""

    label: str
    when: str
    start: float
    end: float


class Periods(NamedTuple):
    """Who was there when. `marks` are moments across all rows: what is printed, and its place in years."""

    rows: tuple[Period, ...]
    marks: tuple[tuple[str, float], ...] = ()


class Steps(NamedTuple):
    """A few dates in a row: label and date, both as printed."""

    steps: tuple[tuple[str, str], ...]


class Links(NamedTuple):
    """Two columns and what leads from one to the other: pairs of places in `left` and in `right`, counted from 0."""

    left_title: str
    right_title: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]


Shown = Timeline | Periods | Steps | Links


class Figure(NamedTuple):
    """A picture, drawn by each renderer in its own way. It repeats facts that stand as text beside it, and adds none.

    `title` says what it shows, `description` is the text for those who don't see it.
    """

    title: str
    description: str
    shows: Shown
    path: str = ""


Block = Heading | Paragraph | ListBlock | Quote | Code | Divider | Table | Facts | Card | Figure


class Furniture(NamedTuple):
    """Header and footer that a house's own Word file brings, line by line; a tab parts left, middle and right."""

    header: tuple[Runs, ...] = ()
    footer: tuple[Runs, ...] = ()


class Note(NamedTuple):
    """A remark in the margin, beside the words that bear its number. `on` is an ISO date, or "" for none."""

    author: str
    initials: str
    paragraphs: tuple[Runs, ...]
    on: str = ""


class Document(NamedTuple):
    """A composed report. `cover` are the label and text pairs of the title page; `marking` stands on every page.

    `front` are pages before the title page, and `notes` remarks in the margin, for those who still work on the report;
    `title_notes` are the numbers of those at the title. Only Word shows them, and no published document has any.
    `publisher` is the label of the row of the cover that says whose document it is. `brief`: a few pages, whose title
    stands above the text, without a page of its own and without contents. `sources` are what runs cite, in the order of their numbers; `furniture` is for Word files.
    """

    title: str
    subtitle: str
    kind: str
    cover: tuple[tuple[str, Runs], ...]
    blocks: tuple[Block, ...]
    marking: str = ""
    language: str = "en-GB"
    draft: bool = False
    front: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    title_notes: tuple[int, ...] = ()
    publisher: str = ""
    brief: bool = False
    sources: tuple[Runs, ...] = ()
    furniture: Furniture = Furniture()


class PublishedDocument(NamedTuple):
    """A document composed from a `PublishedReport`; the only thing that publishing passes to a renderer."""

    document: Document
