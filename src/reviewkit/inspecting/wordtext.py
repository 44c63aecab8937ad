"""One paragraph of a Word part: what is read, with and without what is tracked or hidden, what fields say, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element


class _Piece(NamedTuple):
    """A text of the paragraph: visible, code or stray. `marks` are bits that tell what befalls it."""

    sort: str
    text: str
    marks: int


_DELETED, _INSERTED, _HIDDEN, _GUIDE, _GUIDED = 1, 2, 4, 8, 16

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad", "ptab": "\t"}
_SORTS = {"t": "visible", "delText": "visible", "instrText": "code", "delInstrText": "code"}
_MARKED = {
    "del": _DELETED, "moveFrom": _DELETED, "ins": _INSERTED, "moveTo": _INSERTED, "rt": _GUIDE, "rubyBase": _GUIDED,
}  # fmt: skip
_HIDES = frozenset(("vanish", "webHidden", "specVanish"))
_WITHOUT = (
    (_DELETED, "without what was deleted"),
    (_INSERTED, "without what was inserted"),
    (_HIDDEN, "without what is hidden"),
    (_GUIDE, "without the guide to reading"),
    (_GUIDED, "the guide to reading"),
)


def paragraph_parts(paragraph: _Element, part: str, place: str) -> Iterator[Part]:
    """The parts of the paragraph; text boxes within it are paragraphs of their own."""
    plain = _plain_text(paragraph)
    if plain is not None:
        if plain.strip():
            yield from with_hidden(part, place, plain, "prose")
        return
    pieces = _pieces(paragraph)
    texts = {sort: [piece.text for piece in pieces if piece.sort == sort] for sort in ("visible", "code", "stray")}
    visible = "".join(texts["visible"])
    if visible.strip():
        yield from with_hidden(part, place, visible, "prose")
        yield from _versions(pieces, part, place)
    codes = "".join(texts["code"])
    if codes.strip():
        yield from with_hidden(part, f"{place}, field codes", codes, "prose")
    if texts["stray"]:
        # Stray text is read both as separate words and as one with all around it.
        yield from with_hidden(part, f"{place}, other text", "\n\n".join(texts["stray"]), "prose")
        whole = "".join(map(str, cast("list[str]", paragraph.xpath(".//text()"))))
        yield Part(part, f"{place}, other text", whole, again=True)


def _plain_text(paragraph: _Element) -> str | None:
    """What is read, if nothing befalls any of it and nothing else stands in the paragraph: nearly always; else None."""
    said: list[str] = []
    if not _is_empty(paragraph.text):
        return None
    for element in paragraph.iterdescendants():
        role, text = _role(element.tag), element.text
        if role == _UNUSUAL or not _is_empty(element.tail):
            return None
        if role == _TEXT:
            said.append(text or "")
        elif not _is_empty(text):
            return None
        elif role:
            said.append(role)
    return "".join(said)


def _is_empty(text: str | None) -> bool:
    return not text or text.isspace()


_TEXT, _UNUSUAL = "text", "unusual"


@lru_cache(maxsize=4096)
def _role(tag: object) -> str:
    """The text that an element of that name stands for; whether it holds one; whether more has to be looked at."""
    if not isinstance(tag, str):
        return _UNUSUAL
    name = _local(tag)
    if name == "t":
        return _TEXT
    unusual = name in _SORTS or name in _MARKED or name in _HIDES or name in {"p", "sym"}
    return _UNUSUAL if unusual else _BREAKS.get(name, "")


def _versions(pieces: list[_Piece], part: str, place: str) -> Iterator[Part]:
    """What is left of a word when a tracked change is accepted or refused, or when what is hidden stays so."""
    marks = 0
    for piece in pieces:
        marks |= piece.marks
    for mark, how in _WITHOUT if marks else ():
        if marks & mark:
            left = "".join(piece.text for piece in pieces if piece.sort == "visible" and not piece.marks & mark)
            yield Part(part, f"{place}, {how}", left, again=True)


def _pieces(paragraph: _Element) -> list[_Piece]:
    pieces: list[_Piece] = []
    stack: list[tuple[_Element, int]] = [(child, 0) for child in _children(paragraph)]
    _add_own_text(pieces, paragraph, "p", 0)
    while stack:
        element, marks = stack.pop()
        name = _local(element.tag)
        marks |= _MARKED.get(name, 0)
        if name == "r" and _is_hidden(element):
            marks |= _HIDDEN
        _add_own_text(pieces, element, name, marks)
        tail = element.tail
        if tail and not tail.isspace():
            pieces.append(_Piece("stray", tail, marks))
        if len(element):
            stack += [(child, marks) for child in _children(element)]
    return pieces


def _children(element: _Element) -> list[_Element]:
    """Last first, as a stack wants them; the paragraphs of text boxes are no part of this one."""
    return [child for child in reversed(element) if isinstance(child.tag, str) and _local(child.tag) != "p"]


def _add_own_text(pieces: list[_Piece], element: _Element, name: str, marks: int) -> None:
    texts = [element.text or ""]
    if len(element):
        # A comment parts the text of an element for a parser, not for Word.
        texts += [child.tail or "" for child in element if not isinstance(child.tag, str)]
    if name in _SORTS:
        pieces.append(_Piece(_SORTS[name], "".join(texts), marks))
        return
    if name in _BREAKS or name == "sym":
        pieces.append(_Piece("visible", _BREAKS.get(name) or _symbol(element), marks))
    pieces += [_Piece("stray", text, marks) for text in texts if text and not text.isspace()]


def _is_hidden(run: _Element) -> bool:
    if not len(run):
        return False
    properties = run[0]
    if not isinstance(properties.tag, str) or _local(properties.tag) != "rPr":
        return False
    return any(isinstance(child.tag, str) and _local(child.tag) in _HIDES for child in properties)


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _symbol(element: _Element) -> str:
    code = next((value for key, value in element.items() if _local(str(key)) == "char"), "")
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    # Symbol fonts hold their letters in the private area, 0xF000 above.
    return chr(number - 0xF000 if 0xF000 <= number <= 0xF0FF else number) if number < 0x110000 else "\ufffd"
