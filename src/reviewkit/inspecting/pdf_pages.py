"""One page of a PDF → what it shows, by the marks around each stretch of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewkit.inspecting.pdf_values import plain_text, texts_within
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject

_MARKS = (b"BDC", b"BMC", b"EMC")
MOST_DRAWINGS = 5_000


class Budget:
    """How many drawings within drawings may still be shown: a few can show one another without end."""

    def __init__(self) -> None:
        self.left = MOST_DRAWINGS

    def spend(self, command: bytes, *_: Any) -> None:
        """Counts a drawing command. Raises `MemoryError`, the only thing that pypdf lets through."""
        if command == b"Do":
            self.left -= 1
            if self.left < 0:
                raise MemoryError


class Stretch(NamedTuple):
    """Text in one mark. `mark` is its number on the page, -1 for none; `artifact` is "header", "footer", "other" or ""."""

    mark: int
    artifact: str
    text: str


class PageText(NamedTuple):
    """What a page shows. `lines` is its text line by line, `said` are texts in its drawing commands that nobody sees.

    `number` is that of the page's object; `pictures` how many stand in the page's own commands.
    """

    number: int
    stretches: tuple[Stretch, ...]
    lines: str
    said: tuple[tuple[str, str], ...]
    pictures: int

    def by_mark(self) -> dict[int, str]:
        """The text of each mark; a line's end before it comes with it."""
        found: dict[int, str] = {}
        for stretch in self.stretches:
            if stretch.mark >= 0 and not stretch.artifact:
                found[stretch.mark] = found.get(stretch.mark, "") + stretch.text
        return found


def read_page(page: PageObject, budget: Budget) -> PageText:
    """The page, read command by command."""
    from pypdf.generic import ContentStream, NameObject

    reference = page.indirect_reference
    number = reference.idnum if reference is not None else 0
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if contents is None:
        return PageText(number, (), "", (), 0)
    stream = ContentStream(contents, page.pdf, "bytes")
    # The end of a text makes pypdf tell what it has: asked before every mark, each stretch comes with its own.
    commands: list[tuple[Any, bytes]] = []
    for operands, command in stream.operations:
        if command in _MARKS:
            commands.append(([], b"ET"))
        commands.append((operands, command))
    stream.operations = commands
    page[NameObject("/Contents")] = stream
    reading = _Reading(page, budget)
    lines = page.extract_text(visitor_operand_before=reading.command, visitor_text=reading.text)
    return PageText(number, tuple(reading.stretches), lines, tuple(reading.said), reading.pictures)


class _Reading:
    """What is open around the text that comes next."""

    def __init__(self, page: PageObject, budget: Budget) -> None:
        self._budget = budget
        resources = page.get("/Resources")
        resources = resources.get_object() if resources is not None else {}
        properties = resources.get("/Properties") if hasattr(resources, "get") else None
        self._properties = properties.get_object() if properties is not None else {}
        self._open: list[tuple[int, str]] = []
        self.stretches: list[Stretch] = []
        self.said: list[tuple[str, str]] = []
        self.pictures = 0

    def command(self, command: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        self._budget.spend(command)
        if command in (b"BDC", b"BMC"):
            self._open.append(self._mark(list(operands)))
        elif command == b"EMC" and self._open:
            self._open.pop()
        elif command == b"INLINE IMAGE":
            self.pictures += 1

    def text(self, text: str, _cm: Any, _tm: Any, _font: Any, _size: Any) -> None:
        if not text:
            return
        mark, artifact = -1, ""
        for number, kind in self._open:
            mark = number if number >= 0 else mark
            artifact = artifact or kind
        self.stretches.append(Stretch(mark, artifact, text))

    def _mark(self, operands: list[Any]) -> tuple[int, str]:
        tag = str(operands[0]) if operands else ""
        said = operands[1] if len(operands) > 1 else {}
        if isinstance(said, str) and hasattr(self._properties, "get"):
            said = self._properties.get(said, {})
        said = said.get_object() if hasattr(said, "get_object") else said
        if not hasattr(said, "get"):
            return -1, ""
        self.said += texts_within(said)
        if tag == "/Artifact":
            kind = plain_text(said.get("/Subtype", "")).strip("/").lower()
            return -1, kind if kind in ("header", "footer") else "other"
        number = said.get("/MCID", -1)
        return (int(number) if isinstance(number, int) else -1), ""
