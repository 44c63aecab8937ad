"""One XML part of a package → its texts: joined across runs in paragraphs, and whatever else stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from reviewkit.errors import InputError
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, PartKind
from reviewkit.inspecting.wordtext import paragraph_parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH = "p"


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
    """All texts of the tree: paragraphs, field codes, attributes, comments, stray text, and the names of it all."""
    attributes: dict[tuple[str, str], None] = {}
    names: dict[str, str] = {}
    holders: dict[_Element, None] = {}
    number = 0
    yield from _around(root, part)
    for element in root.iter():
        tag, text, tail = element.tag, element.text, element.tail
        if tail and not tail.isspace() and (parent := element.getparent()) is not None:
            holders[parent] = None
        if not isinstance(tag, str):
            yield from _aside(element, part)
            continue
        name = names.get(tag) or names.setdefault(tag, local(tag))
        pairs = cast("list[tuple[str, str]]", element.items())
        if name in _READ_VALUES:
            yield from _read_values(pairs, part, name)
            pairs = [pair for pair in pairs if local(pair[0]) != "val"]
        attributes.update(dict.fromkeys(pairs))
        if name == _PARAGRAPH:
            number += 1
            yield from paragraph_parts(element, part, f"paragraph {number}")
        elif text and not text.isspace():
            holders[element] = None
    yield from _loose_texts(holders, part)
    for key, value in attributes:
        if value:
            kind: PartKind = "prose" if local(key) in _READ else "attribute"
            yield from with_hidden(part, f"attribute {local(key)}" if _is_plain(key) else "attribute", value, kind)
    yield _names(root, part, (*names.values(), *(local(key) for key, _ in attributes)))


def _read_values(pairs: Iterable[tuple[str, str]], part: str, name: str) -> Iterator[Part]:
    for key, value in pairs:
        if local(key) == "val":
            yield from with_hidden(part, f"attribute val of {name}", value, "prose")


def _loose_texts(holders: Iterable[_Element], part: str) -> Iterator[Part]:
    """Texts that stand in no paragraph, with what is mixed into them."""
    for element in holders:
        if not _in_paragraph(element):
            yield from with_hidden(part, _place_of(element), _whole(element), "prose")
            if len(element):
                # What stands between paragraphs is joined to them above, which can hide where it begins.
                yield Part(part, _place_of(element), "\n\n".join(_own_texts(element)), "prose", again=True)


def _names(root: _Element, part: str, names: Iterable[str]) -> Part:
    """The names of elements, attributes and name spaces: a name can hide there too."""
    from lxml import etree

    spaces = dict.fromkeys(text for _, pair in etree.iterwalk(root, events=("start-ns",)) for text in pair if text)
    words = dict.fromkeys(names)
    # A blank line between them, so that no two make one name.
    return Part(part, "names in the markup", "\n\n".join((*words, *spaces)), "attribute")


def _around(root: _Element, part: str) -> Iterator[Part]:
    """Comments and instructions before and after the root."""
    for element in (*root.itersiblings(preceding=True), *root.itersiblings()):
        yield from _aside(element, part)


def _aside(element: _Element, part: str) -> Iterator[Part]:
    """A comment or an instruction, whose first word is a name."""
    said = " ".join(filter(None, (getattr(element, "target", ""), element.text)))
    yield from with_hidden(part, "a comment or instruction in the markup", said, "prose")


@lru_cache(maxsize=4096)
def local(tag: str) -> str:
    """The name without its name space."""
    return tag.rpartition("}")[2]


@lru_cache(maxsize=4096)
def _is_plain(tag: str) -> bool:
    """Whether the name can be shown: those of Word's own name spaces, short ones of letters."""
    space, _, name = tag.rpartition("}")
    known = not space or "openxmlformats.org/" in space or "schemas.microsoft.com/" in space or "w3.org/" in space
    return known and name in _SHOWN


_SHOWN = frozenset((
    "val", "author", "initials", "name", "descr", "title", "Target", "instr", "tag", "alias", "id", "Id", "Type", "string",
    "date", "char", "alt", "href", "style", "class", "ascii", "hAnsi", "cs", "eastAsia", "providerId", "userId", "anchor",
    "tooltip", "lang", "created", "child", "key", "dataBinding", "xpath", "storeItemID", "prefixMappings", "PartName",
    "ContentType", "Extension", "TargetMode", "fmtid", "pid", "location", "displayText", "uri", "caption", "lastModifiedBy",
    "durableId", "paraId", "textId", "rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "nsid", "tmpl", "cx", "cy",
))  # fmt: skip


_READ = frozenset(
    ("descr", "title", "alt", "tooltip", "displayText", "author", "string", "caption", "label", "screentip")
)
"""Attributes that people read: what a picture shows, who changed or commented on a line, a watermark."""
_READ_VALUES = frozenset(("tblCaption", "tblDescription", "statusText", "helpText", "alias", "docVar"))
"""Elements whose `val` is such a text."""


def _in_paragraph(element: _Element) -> bool:
    if local(str(element.tag)) == _PARAGRAPH:
        return True
    return next(element.iterancestors("{*}" + _PARAGRAPH), None) is not None


def _place_of(element: _Element) -> str:
    parent = element.getparent()
    inside = f" in {local(str(parent.tag))}" if parent is not None and local(str(parent.tag)) in _PLACES else ""
    name = local(str(element.tag))
    return f"element {name}{inside}" if name in _PLACES else "an element"


_PLACES = frozenset((
    "created", "modified", "creator", "title", "subject", "description", "keywords", "category", "lastModifiedBy", "revision",
    "lastPrinted", "language", "version", "identifier", "contentStatus", "coreProperties", "Properties", "property",
    "Application", "AppVersion", "Company", "Manager", "Template", "TitlesOfParts", "HeadingPairs", "HyperlinkBase", "Pages",
    "Words", "Characters", "Lines", "Paragraphs", "TotalTime", "DocSecurity", "lpwstr", "lpstr", "i4", "bool", "filetime",
    "vector", "variant", "v", "f", "pt", "chart", "t", "p", "r", "body", "document", "hdr", "ftr", "data", "item", "child",
    "strCache", "numCache", "formatCode", "lvlText", "binData", "textbox", "txbxContent",
))  # fmt: skip


def _own_texts(element: _Element) -> list[str]:
    """The texts that stand in the element itself, beside its children."""
    texts = (element.text, *(child.tail for child in element))
    return [text for text in texts if text and not text.isspace()]


def _whole(element: _Element) -> str:
    """The element's text with that of what is mixed into it, comments left out."""
    if not len(element):
        return element.text or ""
    return "".join(map(str, cast("list[str]", element.xpath(".//text()"))))
