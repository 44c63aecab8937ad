"""The parts of a Word file that rules look at, found by the package's own list and parsed. What harms is refused."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewkit.accessibility.properties import values_of
from reviewkit.errors import InputError
from reviewkit.inspecting.markup import local, parse_xml
from reviewkit.inspecting.packages import open_package, read_entry
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

_USUAL = "word/document.xml"
_WANTED = frozenset((
    "styles", "theme", "settings", "header", "footer", "footnotes", "endnotes", "comments", "core-properties",
    "extended-properties",
))  # fmt: skip
_LARGEST_TOTAL = 64 * 1024 * 1024
_HINT = "open it in Word and save it anew as .docx"


class Part(NamedTuple):
    """A parsed part with the addresses that its links lead to, by their id."""

    root: _Element
    links: Mapping[str, str]


class Opened(NamedTuple):
    """The document and the parts around it by what they are; headers and footers are many."""

    document: Part
    around: Mapping[str, tuple[Part, ...]]

    def only(self, kind: str) -> _Element | None:
        """The root of the one part of that kind, or None."""
        found = self.around.get(kind, ())
        return found[0].root if found else None


class _Relation(NamedTuple):
    key: str
    kind: str
    target: str
    is_outside: bool


def open_word(data: bytes, name: str) -> Opened:
    """The parsed parts. Raises `InputError` for what is no Word file, is encrypted, broken, or made to harm."""
    with open_package(data, name) as package:
        entries = {info.filename.lstrip("/"): info for info in package.infolist()}
        reader = _Reader(package, entries, name)
        above = _relations(reader, "")
        main = next((one.target for one in above if one.kind == "officeDocument"), _USUAL)
        if main not in entries:
            raise InputError(name, "this is not a Word file: it holds no document", hint="name a .docx file")
        document = reader.part(main)
        if local(str(document.root.tag)) != "document":
            raise InputError(name, "this is an Office file of another kind, not a Word file", hint="name a .docx file")
        around: dict[str, list[Part]] = {}
        for one in (*above, *_relations(reader, main)):
            if one.kind in _WANTED and not one.is_outside and one.target in entries:
                around.setdefault(one.kind, []).append(reader.part(one.target))
        return Opened(document, {kind: tuple(parts) for kind, parts in around.items()})


class _Reader:
    """Reads and parses entries, as long as they are of a sane size together."""

    def __init__(self, package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str) -> None:
        self._package, self._entries, self._name = package, entries, name
        self._left = _LARGEST_TOTAL

    def has(self, entry: str) -> bool:
        return entry in self._entries

    def root(self, entry: str, said: str) -> _Element:
        data = read_entry(self._package, self._entries[entry], self._name)
        self._left -= len(data)
        if self._left < 0:
            raise InputError(self._name, "this file unpacks to far more than a report can hold", hint=_HINT)
        return parse_xml(data, said, self._name)

    def part(self, entry: str) -> Part:
        """A part with its own list of relations. What it is called is a text of the file and isn't shown."""
        links = {one.key: one.target for one in _relations(self, entry) if one.kind == "hyperlink"}
        return Part(self.root(entry, "a part of this file"), links)


def _relations(reader: _Reader, entry: str) -> list[_Relation]:
    folder, base = posixpath.split(entry)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    if not reader.has(listed):
        return []
    found = []
    for element in reader.root(listed, "a list of parts").iterchildren("{*}Relationship"):
        values = values_of(element)
        is_outside = values.get("TargetMode") == "External"
        target = values.get("Target", "")
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found.append(_Relation(values.get("Id", ""), values.get("Type", "").rpartition("/")[2], target, is_outside))
    return found
