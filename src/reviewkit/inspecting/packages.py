"""The ZIP package around a Word file: its entries, their names, and bytes that stand in none of them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from reviewkit.errors import InputError
from reviewkit.inspecting.parts import Part

MOST_ENTRIES = 2_000
LARGEST_ENTRY = 64 * 1024 * 1024
LARGEST_TOTAL = 256 * 1024 * 1024
_LOCAL_HEADER = 30
_END_RECORD = 22
_DESCRIPTOR_FOLLOWS = 8
_NO_DESCRIPTOR = frozenset((0,))
_DESCRIPTORS = frozenset((0, 12, 16, 20, 24))
_HINT = "make the file again, or open it in Word and save it anew"


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """The package, if it is one and of a sane size. Raises `InputError` otherwise."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(name, "this is not a Word file, or it is damaged", hint=_HINT) from error
    infos = package.infolist()
    if len(infos) > MOST_ENTRIES or sum(info.file_size for info in infos) > LARGEST_TOTAL:
        raise InputError(name, "this file unpacks to far more than a report can hold", hint=_HINT)
    if any(info.flag_bits & 1 for info in infos):
        raise InputError(name, "parts of this file are encrypted", hint="save it without a password")
    return package


def read_entry(package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """The entry's bytes. Raises `InputError` if it is damaged or larger than it says."""
    try:
        with package.open(info) as file:
            data = file.read(LARGEST_ENTRY + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(name, "a part of this file is damaged", hint=_HINT) from error
    if len(data) > LARGEST_ENTRY:
        raise InputError(name, "a part of this file unpacks to far more than a report can hold", hint=_HINT)
    return data


def package_parts(data: bytes, package: zipfile.ZipFile) -> Iterator[Part]:
    """Names, comments and extra fields of the entries, the package's comment, and bytes between and around them."""
    seen: set[str] = set()
    for number, info in enumerate(package.infolist(), 1):
        place = f"entry {number}"
        yield Part("zip", f"{place}, its name", info.filename, "name")
        if info.comment:
            yield Part("zip", f"{place}, its comment", info.comment.decode("utf-8", errors="replace"))
        if info.extra:
            yield Part("zip", f"{place}, its extra field", info.extra.decode("latin-1"), "attribute")
        if info.filename in seen:
            yield Part("zip", f"{place}, a second part of the same name", "", "unread")
        seen.add(info.filename)
    if package.comment:
        yield Part("zip", "comment", package.comment.decode("utf-8", errors="replace"))
    if _has_loose_bytes(data, package):
        yield Part("zip", "bytes that belong to no part", "", "unread")


def _has_loose_bytes(data: bytes, package: zipfile.ZipFile) -> bool:
    """Whether anything stands before, between or after the entries."""
    end, allowed = 0, _NO_DESCRIPTOR
    for info in sorted(package.infolist(), key=lambda info: info.header_offset):
        if info.header_offset - end not in allowed:
            return True
        header = data[info.header_offset : info.header_offset + _LOCAL_HEADER]
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        end = info.header_offset + _LOCAL_HEADER + names + info.compress_size
        allowed = _DESCRIPTORS if info.flag_bits & _DESCRIPTOR_FOLLOWS else _NO_DESCRIPTOR
    if package.start_dir - end not in allowed:
        return True
    last = data.rfind(b"PK\x05\x06")
    return last < 0 or last + _END_RECORD + len(package.comment) != len(data)
