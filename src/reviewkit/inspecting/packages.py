"""The ZIP package around a Word file: its entries, their names, and bytes that stand in none of them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from reviewkit.errors import InputError
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, unread

MOST_ENTRIES = 2_000
LARGEST_ENTRY = 64 * 1024 * 1024
LARGEST_TOTAL = 256 * 1024 * 1024
_LOCAL_HEADER = 30
_END_RECORD = 22
_DESCRIPTOR_FOLLOWS = 8
_UTF_8 = 0x800
_NO_DESCRIPTOR = frozenset((0,))
_DESCRIPTORS = frozenset((0, 12, 16, 20, 24))
_OLDER = b"\xd0\xcf\x11\xe0"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_HINT = "make the file again, or open it in Word and save it anew"


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """The package, if it is one and of a sane size. Raises `InputError` otherwise."""
    if data.startswith(_OLDER):
        raise InputError(
            name,
            "this Word file has a password, or is of the older kind",
            hint="save it anew as .docx, without a password",
        )
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
    """What the package says of its entries, its own comment, and bytes between and around them."""
    seen: set[str] = set()
    for number, info in enumerate(package.infolist(), 1):
        place = f"entry {number}"
        yield from _said_of(data, info, place)
        if info.filename in seen:
            yield unread("zip", f"{place}, a second part of the same name")
        if info.is_dir() and info.file_size:
            yield unread("zip", f"{place}, a folder that holds bytes")
        if _has_more(data, info):
            yield unread("zip", f"{place}, bytes behind its end")
        seen.add(info.filename)
    if package.comment:
        yield from _loose_text("comment", package.comment)
    if _has_loose_bytes(data, package):
        yield unread("zip", "bytes that belong to no part")


def _said_of(data: bytes, info: zipfile.ZipInfo, place: str) -> Iterator[Part]:
    """Name, comment, extra fields and time of an entry, also where its own header says something else."""
    yield from with_hidden("zip", f"{place}, its name", info.filename, "name")
    if info.comment:
        yield from _loose_text(f"{place}, its comment", info.comment)
    name, extra = _own_header(data, info)
    if name not in (info.orig_filename, info.filename):
        yield from with_hidden("zip", f"{place}, its other name", name, "name")
    for field in dict.fromkeys((info.extra.decode("latin-1"), extra)):
        if field:
            yield Part("zip", f"{place}, its extra field", field, "attribute")
    if info.date_time != _NO_TIME:
        year, month, day, *clock = info.date_time
        said = f"{year}-{month:02}-{day:02} " + ":".join(f"{part:02}" for part in clock)
        yield Part("zip", f"{place}, its time", said, "attribute")


def _has_more(data: bytes, info: zipfile.ZipInfo) -> bool:
    """Whether an entry goes on after what unpacking it gives: no reader shows those bytes."""
    header = data[info.header_offset : info.header_offset + _LOCAL_HEADER]
    start = info.header_offset + _LOCAL_HEADER + sum(int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
    packed = data[start : start + info.compress_size]
    if info.compress_type != zipfile.ZIP_DEFLATED:
        return info.compress_size != info.file_size
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacking.decompress(packed, info.file_size + 1)
    except zlib.error:
        return True
    return bool(unpacking.unused_data)


def _own_header(data: bytes, info: zipfile.ZipInfo) -> tuple[str, str]:
    """Name and extra fields as the entry's own header has them, which may differ from the package's list."""
    start = info.header_offset + _LOCAL_HEADER
    header = data[info.header_offset : start]
    length, more = (int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
    encoding = "utf-8" if int.from_bytes(header[6:8], "little") & _UTF_8 else "cp437"
    name = data[start : start + length].decode(encoding, errors="replace")
    return name, data[start + length : start + length + more].decode("latin-1")


def _loose_text(place: str, data: bytes) -> Iterator[Part]:
    yield from with_hidden("zip", place, data.decode("utf-8", errors="replace"), "prose")


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
