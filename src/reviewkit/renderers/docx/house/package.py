"""Reading a Word file that somebody else made: a few parts, within limits, without anything that acts."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from posixpath import join, normpath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from reviewkit.errors import UsageError
from reviewkit.renderers.docx.xml import MAIN
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_FILE = 40 * 1024 * 1024
LARGEST_PART = 20 * 1024 * 1024
MOST_ENTRIES = 5000
_HINT = "give an ordinary Word file (.docx, .dotx) that holds your styles; open it in Word and save it anew if need be"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


class House(NamedTuple):
    """The parts of a house style file that are looked at; its document for page and sections alone.

    `stories` are headers and footers by the id that the document has for them.
    """

    document: _Element
    styles: _Element
    numbering: _Element | None
    theme: _Element | None
    stories: Mapping[str, _Element]


def open_house(data: bytes, wanted: Callable[[_Element], Iterable[str]] = lambda _: ()) -> House:
    """The parts; `wanted` gives the ids of the headers and footers to read, from the document.

    Raises `UsageError` where the bytes are no Word file that can safely be read.
    """
    if data.startswith(_COMPOUND):
        raise _unusable("is protected by a password, or of the old .doc kind")
    if len(data) > LARGEST_FILE:
        raise _unusable(f"is larger than {LARGEST_FILE // 2**20} MB")
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _parts(archive, wanted)
    except _damages() as error:
        raise _unusable("is not a Word file, or is damaged") from error


def _damages() -> tuple[type[Exception], ...]:
    """What unpacking a damaged archive can end in."""
    known = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, struct.error)
    try:
        from lzma import LZMAError
    except ImportError:  # Python can be built without it
        return known
    return (*known, LZMAError)


def _parts(archive: ZipFile, wanted: Callable[[_Element], Iterable[str]]) -> House:
    if len(archive.infolist()) > MOST_ENTRIES:
        raise _unusable("has too many parts")
    main = next(_targets(archive, "", "officeDocument"), ("", None))[1]
    if main is None:
        raise _unusable("is not a Word file")
    document = _xml(archive, main)
    if document is None or document.tag != f"{{{MAIN}}}document":
        raise _unusable("is not an ordinary Word file (another kind of document, or Strict Open XML)")
    found = {role: next(_targets(archive, main, role), ("", ""))[1] for role in ("styles", "numbering", "theme")}
    parts = {role: _xml(archive, name) if name else None for role, name in found.items()}
    styles = parts["styles"]
    if styles is None:
        raise _unusable("holds no styles")
    return House(document, styles, parts["numbering"], parts["theme"], _stories(archive, main, set(wanted(document))))


def _stories(archive: ZipFile, main: str, wanted: set[str]) -> dict[str, _Element]:
    names = {id_: name for role in ("header", "footer") for id_, name in _targets(archive, main, role) if id_ in wanted}
    return {id_: part for id_, name in names.items() if (part := _xml(archive, name)) is not None}


def _targets(archive: ZipFile, source: str, role: str) -> Iterator[tuple[str, str]]:
    """Ids and names of the parts inside the package that `source` relates to in that role."""
    folder, _, name = source.rpartition("/")
    relationships = _xml(archive, join(folder, "_rels", f"{name}.rels"))
    for entry in relationships if relationships is not None else ():
        if entry.get("TargetMode") != "External" and str(entry.get("Type", "")).endswith(f"/{role}"):
            target = entry.get("Target", "")
            yield entry.get("Id", ""), normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


def _xml(archive: ZipFile, name: str) -> _Element | None:
    from lxml import etree

    try:
        with archive.open(name) as part:
            data = part.read(LARGEST_PART + 1)
    except KeyError:
        return None
    if len(data) > LARGEST_PART:
        raise _unusable(f"has a part that unpacks to more than {LARGEST_PART // 2**20} MB")
    if any(declaration in data for declaration in _DECLARATIONS):
        raise _unusable("declares XML entities, which no Word file needs")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # The parser's own message would quote the file.
        raise _unusable("has a part that is not well-formed XML") from None


def _unusable(why: str) -> UsageError:
    return UsageError(f"the house style file {why}", hint=_HINT)
