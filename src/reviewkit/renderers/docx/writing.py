"""What writing one document needs to know: where blocks stand, and what was met so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reviewkit.document import Block, Runs
from reviewkit.tuples import NamedTuple

NUMBER_COLUMN = 850


class Place(NamedTuple):
    """Where blocks stand: the style of their prose, and in twips where they begin and how wide they may be.

    `indent` is the left indent to set directly where it isn't the style's own. `depth` counts lists around.
    """

    style: str
    left: int
    width: int
    indent: int | None = None
    depth: int = 0
    in_cell: bool = False


class Writing:
    """The state of writing: links and lists met, and what the next paragraph must bring with it.

    `page_break` starts it on a new page, `on_top` says that it stands first on one, `rule` draws a line above it,
    `space` (twips) keeps it off what stands above. `kept` holds whatever is written now to what follows. `width` and
    `height` (twips) are those of the page's text, `label_column` that of facts which belong together; `heading` and
    `level` are the last heading's words and level; `notes` are the numbers of those that have their place. `write` writes
    blocks at a place. `accent` is the colour of pictures, such as "12436D", `pictures` are the bytes of those that were
    drawn. `sources` are what the document cites, `footnotes` what those say that were called so far.
    """

    def __init__(self, width: int, height: int, write: Callable[[Iterable[Block], Place, Writing], str]) -> None:
        self.width = width
        self.height = height
        self.links: dict[str, str] = {}
        self.ordered_lists: list[tuple[int, int]] = []
        self.page_break = False
        self.on_top = False
        self.kept = False
        self.label_column = 0
        self.rule = False
        self.space = 0
        self.heading = ""
        self.level = 1
        self.notes: set[int] = set()
        self.accent = "12436D"
        self.pictures: list[bytes] = []
        self.sources: tuple[Runs, ...] = ()
        self.footnotes: list[Runs] = []
        self._write = write

    @property
    def body(self) -> Place:
        """The place of the report's own text."""
        return Place("BodyText", 0, self.width)

    @property
    def under_number(self) -> Place:
        """The place of what continues a numbered paragraph: beneath its words."""
        return Place("BodyText", NUMBER_COLUMN, self.width - NUMBER_COLUMN, NUMBER_COLUMN)

    def write(self, blocks: Iterable[Block], place: Place) -> str:
        """The blocks as XML."""
        return self._write(blocks, place, self)

    def link(self, href: str) -> str:
        """The relationship id of an outside address."""
        return self.links.setdefault(href, f"rIdLink{len(self.links) + 1}")

    def picture(self, data: bytes) -> int:
        """The number, counted from 1, of a picture that goes into the package."""
        self.pictures.append(data)
        return len(self.pictures)

    def footnote(self, said: Runs) -> int:
        """The number, counted from 1, of a footnote that is called here."""
        self.footnotes.append(said)
        return len(self.footnotes)

    def ordered_list(self, level: int, start: int) -> int:
        """The number of a new ordered list whose items at that level (from 0) count from `start`."""
        self.ordered_lists.append((level, start))
        return len(self.ordered_lists) + 2
