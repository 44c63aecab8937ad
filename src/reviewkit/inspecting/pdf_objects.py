"""All objects of a PDF → every text, name and stream in them, whether a page shows it or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from reviewkit.errors import InputError
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.markup import parse_xml
from reviewkit.inspecting.parts import Part, PartKind, unread
from reviewkit.inspecting.pdf_fonts import is_unreadable
from reviewkit.inspecting.pdf_pages import Budget
from reviewkit.inspecting.pdf_values import names_within, plain_text, texts_within
from reviewkit.inspecting.plain import decode_text, is_text

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_OBJECTS = 200_000
LARGEST_TOTAL = 256 * 1024 * 1024
_TOO_MUCH = "this PDF unpacks to far more than a report can hold"
_READ = frozenset((
    "Title", "Subject", "Keywords", "Author", "Alt", "ActualText", "E", "Contents", "V", "DV", "TU", "RC", "Desc", "CA", "DA",
    "Opt", "Subj", "Reason", "Location",
))  # fmt: skip
"""Keys of texts that people read."""
_PLACES = _READ | frozenset((
    "T", "URI", "F", "UF", "JS", "Name", "Names", "Lang", "Creator", "Producer", "CreationDate", "ModDate", "P", "Nums",
    "ContactInfo", "TM", "Dest", "D", "Company", "SourceModified", "Trapped", "M", "NM", "Info",
))  # fmt: skip
_TECHNICAL = frozenset(("FontFile", "FontFile2", "FontFile3", "ToUnicode", "CIDSet", "DestOutputProfile"))
_OWN_STREAMS = frozenset(("/XRef", "/ObjStm"))
_MACHINE = frozenset(
    ("CreatorTool", "Producer", "DocumentID", "InstanceID", "OriginalDocumentID", "documentID", "instanceID")
)


def object_parts(reader: PdfReader, name: str, budget: Budget) -> Iterator[Part]:
    """Every object that the file's own list has, whether or not anything leads to it, and the trailer."""
    texts: dict[tuple[str, str], None] = {}
    names: dict[str, None] = {}
    streams: list[Any] = []
    technical: set[int] = set()
    pages: set[int] = set()
    for value in (reader.trailer, *_objects(reader, name)):
        texts.update(dict.fromkeys(texts_within(value)))
        names.update(dict.fromkeys(names_within(value)))
        _roles(value, technical, pages)
        for font in _dictionaries(value):
            if font.get("/Type") == "/Font" and is_unreadable(font):
                yield unread("document", "text in a font that doesn't say which letters its signs are")
        if hasattr(value, "get_data"):
            streams.append(value)
    for key, text in texts:
        kind: PartKind = "prose" if key in _READ else "attribute"
        yield from with_hidden("document", _place(key), text, kind)
    # A blank line between them, so that no two make one name.
    words = dict.fromkeys(_subset().sub("", one.strip("/")) for one in names)
    yield Part("document", "names in the markup", "\n\n".join(filter(None, words)), "attribute")
    yield from _drawings([one for one in streams if _is_drawing(one, pages)], reader, budget)
    yield from _stream_parts([one for one in streams if not _is_drawing(one, pages)], technical, name)


def _objects(reader: PdfReader, name: str) -> Iterator[Any]:
    from pypdf.generic import IndirectObject

    known = {(number, generation) for generation, some in reader.xref.items() for number in some}
    known |= {(number, 0) for number in reader.xref_objStm}
    if len(known) > MOST_OBJECTS:
        raise InputError(name, _TOO_MUCH)
    for number, generation in sorted(known):
        value = reader.get_object(IndirectObject(number, generation, reader))
        if value is not None:
            yield value


def _roles(value: Any, technical: set[int], pages: set[int]) -> None:
    """Streams that are no text of their own: by the key that leads to them."""
    for holder in _dictionaries(value):
        for key, inner in dict.items(holder):
            plain = str(key).strip("/")
            if plain in _TECHNICAL:
                technical.update(_numbers(inner))
            elif plain == "Contents" and holder.get("/Type") == "/Page":
                pages.update(_numbers(inner))
                pages.update(_numbers(inner.get_object()) if hasattr(inner, "get_object") else ())
            elif plain in ("CharProcs", "AP"):
                pages.update(
                    number for one in _dictionaries(inner) for some in one.values() for number in _numbers(some)
                )
    if isinstance(value, list) and len(value) > 1 and value[0] == "/ICCBased":
        technical.update(_numbers(value[1]))


def _dictionaries(value: Any, depth: int = 0) -> Iterator[dict[Any, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, (dict, list)) and depth < 20:
                yield from _dictionaries(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, (dict, list)) and depth < 20:
                yield from _dictionaries(inner, depth + 1)


def _numbers(value: Any) -> list[int]:
    some = value if isinstance(value, list) else [value]
    return [one.idnum for one in some if hasattr(one, "idnum")]


def _is_drawing(stream: Any, pages: set[int]) -> bool:
    """Commands as a page has them: what pages show by themselves, stamps, patterns, letters that are drawn."""
    identity = getattr(stream.indirect_reference, "idnum", 0)
    return stream.get("/Subtype") == "/Form" or identity in pages or stream.get("/PatternType") == 1


def _drawings(streams: list[Any], reader: PdfReader, budget: Budget) -> Iterator[Part]:
    """Their text, whether a page shows them or not; the pages' own is read with them."""
    page = reader.pages[0] if len(reader.pages) else None
    for number, stream in enumerate(streams, 1):
        data = stream.get_data()
        text = ""
        if page is not None and "/Resources" in stream:
            text = page.extract_xform_text(stream, visitor_operand_before=budget.spend)
        if text.strip():
            yield Part("document", f"drawing {number}", " ".join(text.split()), "attribute")
        elif stream.get("/Subtype") == "/Form" and _shows_text().search(data):
            yield unread("document", f"drawing {number}, whose letters have no font of their own")


def _stream_parts(streams: list[Any], technical: set[int], name: str) -> Iterator[Part]:
    total = 0
    for number, stream in enumerate(streams, 1):
        place = f"stream {number}"
        kind, subtype = plain_text(stream.get("/Type", "")), plain_text(stream.get("/Subtype", ""))
        identity = getattr(stream.indirect_reference, "idnum", 0)
        if subtype == "/Image":
            yield unread("document", "a picture")
            continue
        if kind == "/EmbeddedFile":
            yield unread("document", "an embedded file")
            continue
        if kind in _OWN_STREAMS:
            continue  # their objects are read one by one
        data = stream.get_data()
        total += len(data)
        if total > LARGEST_TOTAL:
            raise InputError(name, _TOO_MUCH)
        if kind == "/Metadata":
            yield from _metadata(data, name)
        elif identity in technical or _is_technical(stream, kind):
            yield from _letters(data, place)
        elif is_text(data):
            yield from with_hidden("document", place, decode_text(data), "attribute")
        else:
            yield unread("document", f"{place}, an embedded file")


def _is_technical(stream: Any, kind: str) -> bool:
    """Tables of letters, shadings and colour profiles."""
    is_profile = "/N" in stream and "/Alternate" in stream
    return is_profile or kind == "/CMap" or "/FunctionType" in stream or "/PatternType" in stream


def _metadata(data: bytes, name: str) -> Iterator[Part]:
    """The title, the authors and whatever else programs write about a file."""
    root = parse_xml(data.strip(b"\x00 \r\n\t"), "metadata", name)
    for element in root.iter():
        said = [element.text or "", *([element.tail] if element.tail else ())]
        tag = element.tag if isinstance(element.tag, str) else ""
        local = tag.rpartition("}")[2]
        place = "attribute id" if local.endswith("ID") else "an element"
        for text in filter(str.strip, said):
            yield from with_hidden("metadata", place, text, "attribute" if local in _MACHINE else "prose")
        for key, value in element.items() if tag else ():
            place = "attribute id" if str(key).endswith("ID") else "attribute"
            yield from with_hidden("metadata", place, str(value), "attribute")
        yield Part("metadata", "names in the markup", local, "attribute")


def _letters(data: bytes, place: str) -> Iterator[Part]:
    """Words in a font, a table of letters or a colour profile, in one byte or two for each letter."""
    found = [match.decode("latin-1") for match in _words_in_bytes().findall(data)]
    found += [match.replace(b"\x00", b"").decode("latin-1") for match in _wide_words_in_bytes().findall(data)]
    if found:
        yield Part("document", f"{place}, words in a font or profile", "\n\n".join(dict.fromkeys(found)), "attribute")


def _place(key: str) -> str:
    if key == "ID":
        return "attribute id"
    return f"attribute {key}" if key in _PLACES else "attribute"


@cache
def _words_in_bytes() -> re.Pattern[bytes]:
    # Outlines of letters hold short words by chance.
    return re.compile(rb"[A-Za-z][A-Za-z' -]{11,200}|[A-Za-z]{6,200}")


@cache
def _shows_text() -> re.Pattern[bytes]:
    return re.compile(rb"[)>\]]\s{0,9}(?:Tj|TJ|'|\")")


@cache
def _wide_words_in_bytes() -> re.Pattern[bytes]:
    return re.compile(rb"(?:\x00[A-Za-z' -]){6,200}")


@cache
def _subset() -> re.Pattern[str]:
    """What a font's name begins with where only some of its letters are in the file: letters by chance."""
    return re.compile(r"^[A-Z]{6}\+")
