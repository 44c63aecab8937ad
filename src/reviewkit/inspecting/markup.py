"""One XML part of a package → its texts: joined across runs in paragraphs, and whatever else stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reviewkit.errors import InputError
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad", "ptab": "\t"}
_TEXTS = frozenset(("t", "delText"))
_CODES = frozenset(("instrText", "delInstrText"))
_PARAGRAPHS = frozenset(("p",))


def parse_xml(data: bytes, part: str, name: str) -> _Element:
    """The root element. Raises `InputError` for broken XML and for any document type declaration."""
    from lxml import etree

    # A declaration can hold texts, and entities that explode; no part of a Word file has one.
    if b"<!DOCTYPE" in data or b"<!\x00D\x00O\x00C\x00T" in data or b"\x00<\x00!\x00D\x00O\x00C" in data:
        raise InputError(name, f"{part} holds a document type declaration, which no Word file has")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            name, f"{part} is not well-formed XML", hint="open the file in Word and save it anew"
        ) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise InputError(name, f"{part} holds a document type declaration, which no Word file has")
    return root


def xml_parts(root: _Element, part: str) -> Iterator[Part]:
    """All texts of the tree, each once: paragraphs, field codes, attributes, comments, and stray text."""
    attributes: dict[tuple[str, str], None] = {}
    number = 0
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield from with_hidden(part, "a comment or instruction in the markup", element.text or "", "prose")
            continue
        attributes.update(dict.fromkeys((_local(key), str(value)) for key, value in element.items() if value))
        if _local(element.tag) in _PARAGRAPHS:
            number += 1
            yield from _paragraph(element, part, f"paragraph {number}")
        elif _has_text(element) and not _in_paragraph(element):
            yield from with_hidden(part, _place_of(element), _whole(element), "prose")
    for key, value in attributes:
        yield from with_hidden(part, f"attribute {key}", value, "attribute")


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2]


def _in_paragraph(element: _Element) -> bool:
    return any(_local(parent.tag) in _PARAGRAPHS for parent in element.iterancestors())


def _place_of(element: _Element) -> str:
    parent = element.getparent()
    return f"element {_local(element.tag)}" + (f" in {_local(parent.tag)}" if parent is not None else "")


def _has_text(element: _Element) -> bool:
    """Whether text stands in the element itself, before, between or after its children."""
    if element.text and element.text.strip():
        return True
    return any(child.tail and child.tail.strip() for child in element)


def _whole(element: _Element) -> str:
    """The element's text with that of what is mixed into it."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _paragraph(paragraph: _Element, part: str, place: str) -> Iterator[Part]:
    """What is read, what fields say, and text where a Word paragraph has none."""
    visible: list[str] = []
    codes: list[str] = []
    stray: list[str] = []
    for element in _own(paragraph):
        name = _local(element.tag)
        if name in _TEXTS:
            visible.append(element.text or "")
        elif name in _BREAKS or name == "sym":
            visible.append(_BREAKS.get(name) or _symbol(element))
        elif element.text and element.text.strip():
            (codes if name in _CODES else stray).append(element.text)
        if element is not paragraph and element.tail and element.tail.strip():
            stray.append(element.tail)
    # Stray text is read both as separate words and as one with all around it.
    others = ("\n\n".join(stray), _whole(paragraph)) if stray else ()
    texts = (("".join(visible), ""), ("".join(codes), ", field codes"), *((text, ", other text") for text in others))
    for text, what in texts:
        if text.strip():
            yield from with_hidden(part, f"{place}{what}", text, "prose")


def _own(paragraph: _Element) -> Iterator[_Element]:
    """The paragraph and what belongs to it, without the paragraphs of text boxes within."""
    stack = [paragraph]
    while stack:
        element = stack.pop()
        yield element
        children = [child for child in element if isinstance(child.tag, str) and _local(child.tag) not in _PARAGRAPHS]
        stack.extend(reversed(children))


def _symbol(element: _Element) -> str:
    code = next((value for key, value in element.items() if _local(key) == "char"), "")
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    # Symbol fonts hold their letters in the private area, 0xF000 above.
    return chr(number - 0xF000 if 0xF000 <= number <= 0xF0FF else number) if number < 0x110000 else "\ufffd"
