"""Pages by their tags → paragraphs as they are read; what no tag holds, and every page line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, unread
from reviewkit.inspecting.pdf_pages import PageText
from reviewkit.inspecting.plain import unwrapped
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from pypdf import PdfReader

_INLINE = frozenset((
    "Span", "Link", "Quote", "Code", "Em", "Strong", "Reference", "BibEntry", "Annot", "Ruby", "RB", "RT", "RP", "Sub",
    "Warichu", "WT", "WP", "NonStruct", "Private",
))  # fmt: skip
_ASIDE = frozenset(("Note", "FENote"))
_DEEPEST = 200


class _Block(NamedTuple):
    """A paragraph: the page it begins on, counted from 0, and its text."""

    page: int
    text: str


def page_parts(reader: PdfReader, pages: list[PageText]) -> Iterator[Part]:
    """Each page: its lines, its paragraphs by their tags, and what stands in none."""
    marks = [page.by_mark() for page in pages]
    walk = _Walk({page.number: place for place, page in enumerate(pages)}, marks, _roles(reader))
    walk.root(reader)
    by_page: dict[int, list[str]] = {}
    for block in walk.blocks:
        by_page.setdefault(block.page, []).append(block.text)
    for place, page in enumerate(pages):
        yield from _page(place, page, by_page.get(place, []), walk.used)


def _page(place: int, page: PageText, blocks: list[str], used: set[tuple[int, int]]) -> Iterator[Part]:
    name = f"page {place + 1}"
    for kind in ("header", "footer"):
        for line in joined(one.text for one in page.stretches if one.artifact == kind).splitlines():
            yield from with_hidden(f"{kind} of page {place + 1}", "", line, "prose") if line.strip() else ()
    # Names are found in lines; what paragraphs tell beside is found in them, and counted once.
    yield from _lines(name, page.lines)
    for number, block in enumerate(blocks, 1):
        yield from (part._replace(again=True) for part in _prose(name, f"paragraph {number}", block))
    loose = joined(
        one.text
        for one in page.stretches
        if one.artifact not in ("header", "footer") and (one.artifact or (place, one.mark) not in used)
    )
    yield from _untagged(name, loose)
    for key, text in dict.fromkeys(page.said):
        yield from with_hidden(
            name, f"attribute {key}" if key in ("ActualText", "Alt", "E", "Lang") else "attribute", text, "prose"
        )
    for _ in range(page.pictures):
        yield unread(name, "a picture")


def _untagged(name: str, text: str) -> Iterator[Part]:
    """Lines without tags: a long one goes on in the next unless a sentence ends with it, a short one is a heading."""
    text = "\n".join(line.strip() for line in text.splitlines())
    for line in unwrapped(re.sub(r"(?<=[.?!:])\n", "\n\n", text)).splitlines():
        for part in with_hidden(name, "text without a tag", line, "prose") if any(map(str.isalnum, line)) else ():
            yield part._replace(again=True)


def joined(texts: Iterable[str]) -> str:
    """What stands in the margins: a gap within a line is a tab there, as between a title and a page's number."""
    whole = ""
    for text in texts:
        gap = text.startswith(" ") and whole and not whole[-1].isspace()
        whole += f"\t{text[1:]}" if gap else text
    return whole


def _lines(name: str, text: str) -> Iterator[Part]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines:
        joined = " ".join(lines)
        yield Part(name, "its lines", joined, "attribute")
        whole = _hyphen().sub("", "\n".join(lines)).replace("\n", " ")
        if whole != joined:
            yield Part(name, "its lines, words joined", whole, "attribute", again=True)


def _prose(name: str, place: str, text: str) -> Iterator[Part]:
    """A paragraph as it reads; where a line ends within a word, also with its hyphen gone."""
    read = _read(text)
    if not read.strip():
        return
    yield from with_hidden(name, place, read, "prose")
    for how, other in (("words joined", _hyphen().sub("", text)), ("lines joined", text)):
        whole = re.sub(r"[^\S\t]+", " ", other.replace("\n", "")).strip()
        if whole != read:
            yield Part(name, f"{place}, {how}", whole, "attribute", again=True)


def _read(text: str) -> str:
    """The text on one line: a blank where a line ends without one, unless within a word."""
    text = re.sub(r"(?<=[\s\u200b-])\n|\n(?=\s)", "", text)
    return re.sub(r"[^\S\t]+", " ", text).strip()


@cache
def _hyphen() -> re.Pattern[str]:
    return re.compile(r"[-\u2010\xad][ \t]*\n[ \t]*")


def _roles(reader: PdfReader) -> dict[str, str]:
    roles = _held((_tree(reader) or {}).get("/RoleMap"))
    if not isinstance(roles, dict):
        return {}
    return {str(key).strip("/"): str(value).strip("/") for key, value in roles.items()}


def _tree(reader: PdfReader) -> dict[Any, Any] | None:
    root = _held(reader.root_object.get("/StructTreeRoot"))
    return root if isinstance(root, dict) else None


def _held(value: Any) -> Any:
    """The object itself, where another one is referred to."""
    return value.get_object() if hasattr(value, "get_object") else value


class _Walk:
    """Goes through the tags in their order and collects the paragraphs."""

    def __init__(self, places: dict[int, int], marks: list[dict[int, str]], roles: dict[str, str]) -> None:
        self._places = places
        self._marks = marks
        self._roles = roles
        self._seen: set[int] = set()
        self._open: list[tuple[int, str]] = []
        self._goes_on = False
        self.used: set[tuple[int, int]] = set()
        self.blocks: list[_Block] = []

    def root(self, reader: PdfReader) -> None:
        tree = _tree(reader)
        if tree is not None:
            self._children(tree.get("/K"), -1, 0, apart=False)
            self._close()

    def _children(self, kids: Any, page: int, depth: int, *, apart: bool) -> None:
        kids = _held(kids) if isinstance(_held(kids), list) else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            if depth < _DEEPEST:
                self._kid(kid, page, depth, apart=apart)

    def _kid(self, kid: Any, page: int, depth: int, *, apart: bool) -> None:
        number = getattr(kid, "idnum", 0)
        if number:
            if number in self._seen:
                return
            self._seen.add(number)
            kid = kid.get_object()
        if isinstance(kid, int):
            self._text(page, int(kid), apart=apart)
        elif isinstance(kid, dict):
            page = self._page_of(kid, page)
            if kid.get("/Type") == "/MCR":
                mark = kid.get("/MCID")
                self._text(page, int(mark) if isinstance(mark, int) else -1, apart=apart)
            elif kid.get("/Type") != "/OBJR":
                self._element(kid, page, depth, apart=apart)

    def _element(self, element: dict[Any, Any], page: int, depth: int, *, apart: bool) -> None:
        role = self._role(str(element.get("/S", "")).strip("/"))
        kids = dict.get(element, "/K")
        apart = apart or role == "Figure"
        if role in _INLINE:
            self._children(kids, page, depth + 1, apart=apart)
            return
        around = self._open
        if role in _ASIDE:
            self._open = []
        else:
            self._close()
        self._children(kids, page, depth + 1, apart=apart)
        self._close()
        if role in _ASIDE:
            self._open = around

    def _role(self, role: str) -> str:
        for _ in range(5):
            if role in _INLINE or role not in self._roles:
                break
            role = self._roles[role]
        return role

    def _page_of(self, element: dict[Any, Any], page: int) -> int:
        reference = dict.get(element, "/Pg")
        return self._places.get(getattr(reference, "idnum", -1), page)

    def _text(self, page: int, mark: int, *, apart: bool) -> None:
        if not 0 <= page < len(self._marks) or mark not in self._marks[page] or (page, mark) in self.used:
            return
        self.used.add((page, mark))
        if apart and self._open and not self._goes_on:
            self._close()
        self._goes_on = self._marks[page][mark].endswith(" ")
        # A page's first line follows the last one of the page before.
        new_page = self._open and self._open[-1][0] != page
        self._open.append((page, ("\n" if new_page else "") + self._marks[page][mark]))

    def _close(self) -> None:
        if self._open:
            self.blocks.append(_Block(self._open[0][0], "".join(text for _, text in self._open).strip()))
            self._open = []
