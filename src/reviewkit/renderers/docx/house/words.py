"""The words of one header or footer of a house style file, line by line, as Word would show them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice, zip_longest
from typing import TYPE_CHECKING

from reviewkit.document import Run, Runs
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.house.fields import Fields, Shown
from reviewkit.renderers.docx.house.looks import Looks
from reviewkit.renderers.docx.xml import MAIN
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_INSIDE = frozenset(("ins", "moveTo", "customXml", "smartTag", "hyperlink", "dir", "bdo", "ruby", "rubyBase"))
_PTABS = {"center": "middle", "right": "right"}
_DEEPEST = 40
_MOST_PIECES = 2000
_PAGE = "1"  # shown until Word works it out; what the house's file shows is its own number


class Line(NamedTuple):
    """What stands at the left, in the middle and at the right of a line."""

    left: Runs = ()
    middle: Runs = ()
    right: Runs = ()

    @property
    def runs(self) -> Runs:
        """The parts that are there, in order, with a tab before the middle and one before the right."""
        parts: list[Run] = list(self.left)
        for count, part in ((1, self.middle), (1 if self.middle else 2, self.right)):
            if part:
                parts += [Run("\t" * count), *part]
        return tuple(parts)


class _Piece(NamedTuple):
    """A run, or a jump: "tab", "break", or to "left", "middle" or "right"."""

    run: Run = Run("")
    jump: str = ""


class Words:
    """Reads one part; fields can reach over paragraphs."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._fields = Fields()

    def lines(self, element: _Element, depth: int = 0) -> Iterator[Line]:
        """The lines that say something, paragraph by paragraph; a row of a table is a line or more."""
        for child in element if depth < _DEEPEST else ():
            name = _name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from (each for row in _unwrapped(child, "tr") for each in self._row(row, depth + 1))
            elif (inner := _content(child)) is not None:
                yield from self.lines(inner, depth + 1)

    def _row(self, row: _Element, depth: int) -> Iterator[Line]:
        """The first lines of the cells beside one another, then the second ones."""
        if row.find(f"{_W}trPr/{_W}del") is not None or row.find(f"{_W}trPr/{_W}hidden") is not None:
            return
        cells = [list(self.lines(cell, depth)) for cell in _unwrapped(row, "tc")]
        for beside in zip_longest(*cells, fillvalue=Line()):
            if any(each != Line() for each in beside):
                yield beside[0] if len(beside) == 1 else _beside([_joined(each) for each in beside])

    def _paragraph(self, paragraph: _Element) -> Iterator[Line]:
        pieces = list(islice(self._pieces(paragraph, paragraph, 0), _MOST_PIECES))
        for is_break, group in groupby(pieces, key=lambda piece: piece.jump == "break"):
            if is_break:
                continue
            placed = self._placed(list(group), paragraph)
            if placed != Line():
                yield placed

    def _placed(self, pieces: list[_Piece], paragraph: _Element) -> Line:
        """The runs sorted by where the tabs between them lead."""
        sides: dict[str, list[Run]] = {"left": [], "middle": [], "right": []}
        tabbed = any(piece.jump for piece in pieces)
        stops = self._looks.stops(paragraph) if tabbed else []
        side = "left" if tabbed else self._looks.side(paragraph)
        for piece in pieces:
            if not piece.jump:
                sides[side].append(piece.run)
                continue
            side = (stops.pop(0) if stops else side) if piece.jump == "tab" else piece.jump
            if sides[side]:
                sides[side].append(Run(" "))
        return Line(*(_tidy(sides[name]) for name in ("left", "middle", "right")))

    def _pieces(self, element: _Element, paragraph: _Element, depth: int) -> Iterator[_Piece]:
        for child in element if depth < _DEEPEST else ():
            name = _name(child)
            if name == "r":
                yield from self._run(child, paragraph)
            elif name == "fldSimple":
                yield from self._simple(child, paragraph, depth + 1)
            elif (inner := _content(child)) is not None:
                yield from self._pieces(inner, paragraph, depth + 1)

    def _simple(self, field: _Element, paragraph: _Element, depth: int) -> Iterator[_Piece]:
        first = next(field.iter(f"{_W}r"), None)
        self._fields.begin()
        self._fields.code(field.get(f"{_W}instr", ""))
        yield from self._number(self._fields.separate(), first, paragraph)
        yield from self._pieces(field, paragraph, depth)
        self._fields.end()

    def _run(self, run: _Element, paragraph: _Element) -> Iterator[_Piece]:
        for child in run:
            name = _name(child)
            if name == "fldChar":
                yield from self._number(self._turn(child.get(f"{_W}fldCharType", "")), run, paragraph)
            elif name == "instrText":
                self._fields.code(child.text or "")
            elif not self._fields.silent and not self._is_out(run, paragraph):
                yield from self._text(child, run, paragraph)

    def _text(self, element: _Element, run: _Element, paragraph: _Element) -> Iterator[_Piece]:
        """What one piece of a run that is shown says."""
        name = _name(element)
        if name in ("tab", "br", "cr"):
            yield _Piece(jump="tab" if name == "tab" else "break")
        elif name == "ptab":
            yield _Piece(jump=_PTABS.get(element.get(f"{_W}alignment", ""), "left"))
        elif name == "pgNum":
            yield from self._number("this", run, paragraph)
        elif name == "t":
            yield _Piece(self._styled(line(element.text or ""), run))
        elif name == "noBreakHyphen":
            yield _Piece(self._styled("\u2011", run))
        elif name == "ruby":
            yield from self._pieces(element, paragraph, _DEEPEST - 2)

    def _turn(self, kind: str) -> Shown:
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            return self._fields.separate()
        elif kind == "end":
            return self._fields.end()
        return "nothing"

    def _number(self, shown: Shown, run: _Element | None, paragraph: _Element) -> Iterator[_Piece]:
        if run is not None and self._is_out(run, paragraph):
            return
        styled = self._styled(_PAGE, run) if run is not None else Run(_PAGE)
        match shown:
            case "this" | "last":
                yield _Piece(styled._replace(page=shown))

    def _styled(self, text: str, run: _Element) -> Run:
        return Run(text, bold=self._looks.is_bold(run), italic=self._looks.is_italic(run))

    def _is_out(self, run: _Element, paragraph: _Element) -> bool:
        return self._looks.is_hidden(run, paragraph) or self._looks.is_prompt(run)


def _content(element: _Element) -> _Element | None:
    """What stands inside a wrapper that shows its content; None for what is deleted, drawn, or no text of the page."""
    name = _name(element)
    if name in _INSIDE:
        return element
    if name != "sdt":
        return None
    properties = element.find(f"{_W}sdtPr")
    if properties is not None and any(_name(each) in ("showingPlcHdr", "dataBinding") for each in properties):
        return None  # a prompt, or a property of the file or of its author
    return element.find(f"{_W}sdtContent")


def _unwrapped(element: _Element, tag: str, depth: int = 0) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in element if depth < _DEEPEST else ():
        if _name(child) == tag:
            yield child
        elif (inner := _content(child)) is not None:
            yield from _unwrapped(inner, tag, depth + 1)


def _beside(cells: list[Runs]) -> Line:
    """The cells of a row: the first at the left, the last at the right, all others in the middle."""
    middle: list[Run] = []
    for cell in cells[1:-1]:
        middle += [Run(" "), *cell] if middle and cell else cell
    return Line(cells[0], _tidy(middle), cells[-1])


def _joined(cell: Line) -> Runs:
    runs: list[Run] = []
    for part in cell:
        runs += [Run(" "), *part] if runs and part else part
    return _tidy(runs)


def _tidy(runs: list[Run]) -> Runs:
    """Neighbours that look alike as one run; no blanks at either end; nothing at all if no word is said."""
    merged: list[Run] = []
    for look, group in groupby(runs, key=lambda run: run._replace(text="", page="")):
        for page, alike in groupby(group, key=lambda run: run.page):
            every = list(alike)
            merged += every if page else [look._replace(text="".join(run.text for run in every))]
    if merged and not merged[0].page:
        merged[0] = merged[0]._replace(text=merged[0].text.lstrip())
    if merged and not merged[-1].page:
        merged[-1] = merged[-1]._replace(text=merged[-1].text.rstrip())
    kept = tuple(run for run in merged if run.text)
    return kept if any(run.text.strip() for run in kept) else ()


def _name(element: _Element) -> str:
    """The name of an element of Word's; "" for any other."""
    tag = element.tag
    return tag.removeprefix(_W) if isinstance(tag, str) and tag.startswith(_W) else ""
