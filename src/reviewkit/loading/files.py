"""Bytes of a file → text, or one message that says why not."""

from __future__ import annotations

import os
import stat

from reviewkit.errors import InputError

LARGEST = 20 * 1024 * 1024
"""Bytes; a report of a thousand pages is below 4 MB."""


def read_file(path: str) -> bytes:
    """The file's bytes. Raises `InputError` for a folder, a missing, unreadable, too large or special file."""
    try:
        with open(path, "rb") as file:
            info = os.fstat(file.fileno())
            if stat.S_ISREG(info.st_mode) and info.st_size > LARGEST:
                raise _too_large(path)
            data = file.read(LARGEST + 1)
    except IsADirectoryError:
        raise InputError(path, "this is a folder, not a file", hint="name the file inside it") from None
    except FileNotFoundError:
        raise InputError(path, "there is no such file", hint=_neighbours(path)) from None
    except PermissionError:
        raise InputError(path, "this file may not be read", hint="close it elsewhere, or ask for access") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not a file name"
        raise InputError(path, f"this can't be read: {reason}", hint="check the name and the drive") from None
    if len(data) > LARGEST:
        raise _too_large(path)
    return data


def decode(data: bytes, path: str) -> str:
    """The bytes as UTF-8 text (with or without its mark). Raises `InputError` that names what it is instead."""
    _refuse_other_formats(data, path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        raise InputError(
            path,
            "this is not UTF-8 text",
            line=before.count(b"\n") + 1,
            column=len(before) - before.rfind(b"\n"),
            hint="in the editor choose Save as, encoding UTF-8",
        ) from None


def _refuse_other_formats(data: bytes, path: str) -> None:
    if data.startswith(b"PK\x03\x04"):
        raise InputError(
            path, "this is a Word document or another ZIP file, not a report in YAML",
            hint="`reviewkit new lcspr` starts a report; `reviewkit verify` looks inside finished documents",
        )  # fmt: skip
    if data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")):
        raise InputError(path, "this is a Word, PDF or RTF document, not a report in YAML", hint="name the YAML file")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(path, "this is UTF-16 text", hint="in the editor choose Save as, encoding UTF-8")
    if b"\x00" in data:
        place = data.index(b"\x00")
        raise InputError(
            path, "this is not a text file", line=data.count(b"\n", 0, place) + 1, column=1, hint="name the YAML file"
        )


def _too_large(path: str) -> InputError:
    return InputError(path, "this file is larger than 20 MB", hint="a report holds text only; leave pictures out")


def _neighbours(path: str) -> str:
    from difflib import get_close_matches

    folder, name = os.path.split(path)
    try:
        neighbours = os.listdir(folder or ".")
        if name in neighbours:
            return "it is a link to a file that is not there: name that file's new place"
        near = get_close_matches(name, neighbours, n=1, cutoff=0.6)
    except OSError:
        return "check the folder's name"
    return f"did you mean {near[0]}?" if near else "check the name and the folder"
