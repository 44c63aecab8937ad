"""What a walk through a Word file keeps: everything found so far, and the counts by which places are named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reviewkit.accessibility.drawings import Drawn
from reviewkit.accessibility.properties import Properties, highlight_of
from reviewkit.accessibility.styles import Styles, joined
from reviewkit.accessibility.values import (
    Control,
    Link,
    Look,
    Paragraph,
    PartName,
    Picture,
    Position,
    Table,
)
from reviewkit.tuples import NamedTuple


class Around(NamedTuple):
    """What surrounds a block: what a table style sets for its letters, what it lies on, and where it is.

    `group` numbers the blocks that follow one another; `shape` is a number for the letters and the ground, to remember by.
    """

    letters: Properties
    ground: str | None
    group: int
    shape: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    in_box: bool = False
    depth: int = 0


class Field:
    """A field that has begun and not ended: what it does, and what it shows so far."""

    def __init__(self) -> None:
        self.code = ""
        self.shown = ""
        self.shows = False


class Gathering:
    """Keeps what is found and counts. One for a file; `enter` begins another part of it."""

    def __init__(self, styles: Styles, page: str) -> None:
        self.styles, self.page = styles, page
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.pictures: list[Picture] = []
        self.links: list[Link] = []
        self.controls: list[Control] = []
        self.changes = 0
        self.fields: list[Field] = []
        self.targets: Mapping[str, str] = {}
        self._part: PartName = "body"
        self._of_part = 0
        self._numbers: dict[str, int] = {}
        self._heading = self._level = self._since = 0
        self._groups: list[int] = []
        self._shapes = 0
        self._looks: dict[tuple[int, str, str], Properties] = {}

    def enter(self, part: PartName, number: int, targets: Mapping[str, str]) -> Around:
        """Begin a part, or a note or header of it; all counts begin anew."""
        self._part, self._of_part, self.targets = part, number, targets
        self._numbers, self.fields = {}, []
        self._heading = self._level = self._since = 0
        return Around({}, self.page, self.new_group())

    def new_group(self) -> int:
        """A number for blocks that follow one another: those of the body, of one cell, of one box."""
        self._groups.append(0)
        return len(self._groups) - 1

    def new_shape(self) -> int:
        """A number for what a cell sets for its letters."""
        self._shapes += 1
        return self._shapes

    def next_block(self, around: Around) -> tuple[int, int]:
        """The place of the next block among its neighbours."""
        self._groups[around.group] += 1
        return around.group, self._groups[around.group]

    def position(self, kind: str, around: Around) -> Position:
        """The next of that kind, counted."""
        number = self._numbers.get(kind, 0) + 1
        self._numbers[kind] = number
        return Position(
            self._part, kind, number, self._of_part, self._heading, self._level, self._since,
            around.table, around.row, around.column,
        )  # fmt: skip

    def paragraph_position(self, around: Around, level: int) -> Position:
        """The next paragraph. A heading is counted as the navigation pane lists it: outside tables and boxes."""
        is_free = not around.table and not around.in_box
        if self._part == "body" and level and is_free:
            self._heading, self._level, self._since = self._heading + 1, level, 0
            return self.position("heading", around)._replace(number=self._heading)
        self._since += is_free
        return self.position("boxed-paragraph" if around.in_box else "paragraph", around)

    def picture(self, drawn: Drawn, around: Around) -> None:
        """Keep a drawing."""
        where = self.position("picture", around)
        self.pictures.append(Picture(where, drawn.kind, drawn.text, drawn.is_decorative, drawn.is_floating))

    def link(self, words: str, target: str, around: Around, *, pictured: bool) -> None:
        """Keep a link that has ended."""
        where = self.position("link", around)
        self.links.append(Link(where, " ".join(words.split()), target, pictured, self.in_contents))

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is being shown."""
        return any(field.code.split()[:1] == ["TOC"] for field in self.fields)

    @property
    def in_link(self) -> bool:
        """Whether a field that links is being shown."""
        return any(field.code.split()[:1] == ["HYPERLINK"] for field in self.fields)

    def mend_fields(self, *, is_heading: bool) -> None:
        """A paragraph begins: fields of damaged files, which never show or never end, don't swallow what follows."""
        for field in self.fields:
            field.shows = True
        if is_heading:
            self.fields.clear()

    def end_field(self, around: Around) -> None:
        """The innermost field ends; one that links is kept."""
        if not self.fields:
            return
        field = self.fields.pop()
        found = re.match(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))', field.code)
        if found and field.shown.strip():
            self.link(field.shown, found.group(1) or found.group(2) or "", around, pictured=False)

    def letters(self, around: Around, paragraph: str, character: str) -> Properties:
        """What the styles set for letters, by the ids of their paragraph's and their own style."""
        key = around.shape, paragraph, character
        if key not in self._looks:
            own = self.styles.known.get(("character", character))
            levels = (around.letters, self.styles.named("paragraph", paragraph).letters, own.letters if own else {})
            self._looks[key] = joined(self.styles.defaults[0], *levels)
        return self._looks[key]


def look_of(properties: Properties, ground: str | None) -> Look:
    """How letters look; `ground` is what their paragraph lies on."""
    return Look(
        colour=properties.get("colour", ""),
        ground=highlight_of(properties) or ground,
        size=properties.get("size", 10),
        bold=properties.get("bold", False),
        italic=properties.get("italic", False),
        underlined=properties.get("underlined", False),
        capitals=properties.get("capitals", False),
        font=properties.get("font", ""),
        language=properties.get("language", ""),
        effect=properties.get("effect", ""),
        raised=properties.get("raised", "") in ("superscript", "subscript"),
    )
