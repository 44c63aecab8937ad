"""What rules look at in a Word file: plain values, with every style, theme and table already worked out."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from reviewkit.tuples import NamedTuple

PartName = Literal["body", "header", "footer", "footnote", "endnote"]
PictureKind = Literal["picture", "chart", "diagram", "shape", "text box", "embedded object", "watermark"]


class Position(NamedTuple):
    """Where something stands, in numbers that a person can count in Word.

    `number` counts its kind within the part. `heading` is the number of the last heading before it, 0 before any, `level`
    the heading's level, `since` how many paragraphs of the text follow that heading up to here. `table`, `row` and
    `column` are 0 outside tables. `of_part` tells several headers, footers and notes apart.
    """

    part: PartName
    kind: str
    number: int
    of_part: int = 0
    heading: int = 0
    level: int = 0
    since: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


class Look(NamedTuple):
    """How letters look after all styles. `size` in points; colours are six hex digits.

    `colour` is "" where Word chooses black or white; `ground` is None where what lies behind isn't known (a shape).
    """

    colour: str = ""
    ground: str | None = "FFFFFF"
    size: float = 10
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    font: str = ""
    language: str = ""
    effect: str = ""
    raised: bool = False


class Run(NamedTuple):
    """Letters of one look. `linked`: they are part of a link."""

    text: str
    look: Look
    linked: bool = False


class Paragraph(NamedTuple):
    """A paragraph. `level` is 1 to 9 for a heading, 0 otherwise; `style` the name that Word shows.

    `block` is its place among its neighbours: two paragraphs follow one another where the first number is the same and
    the second one higher. `holds`: a picture, a formula, a break of page or section, so that it isn't empty without text.
    """

    position: Position
    style: str
    level: int
    runs: tuple[Run, ...]
    block: tuple[int, int]
    is_title: bool = False
    is_listed: bool = False
    is_justified: bool = False
    in_contents: bool = False
    in_box: bool = False
    holds: bool = False

    @property
    def text(self) -> str:
        """The letters, with tabs and line ends."""
        return "".join(run.text for run in self.runs)

    @property
    def is_empty(self) -> bool:
        """Whether nobody sees or hears anything in it."""
        return not self.holds and not self.is_listed and not self.text.strip()


class Cell(NamedTuple):
    """A cell: how many columns it spans, whether it is joined with the one above, its words, and what else it holds."""

    span: int
    is_joined: bool
    words: int
    headings: int
    is_empty: bool


class Row(NamedTuple):
    """A row; `repeats`: marked as a header row."""

    cells: tuple[Cell, ...]
    repeats: bool
    has_gap: bool = False


class Table(NamedTuple):
    """A table; `is_nested`: it stands inside another."""

    position: Position
    rows: tuple[Row, ...]
    is_nested: bool

    @property
    def columns(self) -> int:
        """Columns of the widest row, spans counted."""
        return max((sum(cell.span for cell in row.cells) for row in self.rows), default=0)

    @property
    def is_layout(self) -> bool:
        """One row, one column, or whole sections inside: arranged for the eye, not a table of facts."""
        return len(self.rows) < 2 or self.columns < 2 or any(cell.headings for row in self.rows for cell in row.cells)


class Picture(NamedTuple):
    """Anything drawn. `text` is its alternative text."""

    position: Position
    kind: PictureKind
    text: str
    is_decorative: bool
    is_floating: bool


class Link(NamedTuple):
    """A link with its words; `target` is "" within the document. `pictured`: a picture stands in it."""

    position: Position
    words: str
    target: str
    pictured: bool
    in_contents: bool


class Control(NamedTuple):
    """A field to fill in (a content control), with the title that Word shows and speaks."""

    position: Position
    title: str


class Left(NamedTuple):
    """What is left in the file that is no part of the text."""

    comments: int = 0
    changes: int = 0
    has_author: bool = False
    has_company: bool = False


class About(NamedTuple):
    """What the file says of itself. `language` is dc:language, `default_language` that of text that names none.

    `protection` is the kind of editing that is left open ("forms", "readOnly" …), "" where nothing is restricted.
    """

    title: str = ""
    language: str = ""
    default_language: str = ""
    protection: str = ""
    left: Left = Left()


class _Content(NamedTuple):
    about: About
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    pictures: tuple[Picture, ...]
    links: tuple[Link, ...]
    controls: tuple[Control, ...]


class WordFile(_Content):
    """A Word file as rules see it, all parts in the order of reading: the body first."""

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Paragraphs of the body, those of tables and text boxes among them."""
        return tuple(one for one in self.paragraphs if one.position.part == "body")

    @cached_property
    def headings(self) -> tuple[Paragraph, ...]:
        """Headings of the body that say something."""
        return tuple(one for one in self.body if one.level and not one.in_box and one.text.strip())

    @cached_property
    def words(self) -> int:
        """Words of the body."""
        return sum(len(one.text.split()) for one in self.body)

    @cached_property
    def usual_size(self) -> float:
        """The size in points that most letters of the body have."""
        sizes: dict[float, int] = {}
        for paragraph in self.body:
            for run in paragraph.runs:
                sizes[run.look.size] = sizes.get(run.look.size, 0) + len(run.text.strip())
        return max(sizes, key=lambda size: sizes[size], default=12)
