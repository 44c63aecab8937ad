"""Which files a command works on: named ones, folders, standard input, or the only report in sight."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewkit.errors import InputError, ReviewkitError, UsageError

if TYPE_CHECKING:
    from reviewkit.report import Report

_ENDINGS = (".yaml", ".yml")


def the_only_report() -> str:
    """The report of the working folder. Raises `UsageError` that lists what was seen, if there is none or several."""
    found = [path for path in sorted(_here()) if path.endswith(_ENDINGS) and _names_template(path)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError("no report in this folder", hint="name the file, or start one: reviewkit new lcspr")
    raise UsageError(f"several reports in this folder: {', '.join(found)}", hint="name the one you mean")


def files_in(folder: str, closed: list[str]) -> Iterator[str]:
    """The YAML files in a folder and the folders below it, hidden ones left out, sorted.

    Folders that may not be read are added to `closed`. Pipes and devices are no files: reading one would never end.
    """
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(error.filename or folder)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        named = (os.path.join(place, name) for name in sorted(files) if name.endswith(_ENDINGS))
        yield from (path for path in named if os.path.isfile(path) or not os.path.exists(path))


def load(path: str) -> Report:
    """The report in a file, or in standard input for `-`; its register file then stands in the working folder."""
    from reviewkit import api

    if not path:
        raise UsageError("the name of the file is empty", hint="name a file, or leave it out to mean the only report")
    if os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):
        raise InputError(path, "this folder may not be read", hint="ask for access, or name files")
    return api.parse_report(_standard_input(), "-", ".") if path == "-" else api.load_report(path)


def _here() -> list[str]:
    try:
        return os.listdir(".")
    except OSError as error:
        raise UsageError(f"this folder can't be read: {error.strerror}", hint="name the file") from None


def _standard_input() -> str:
    from reviewkit.loading.files import LARGEST, decode

    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError("-", "the input is larger than 20 MB", hint="a report holds text only")
    return decode(data, "-")


def _names_template(path: str) -> bool:
    from reviewkit.loading.files import decode, read_file
    from reviewkit.loading.reports import is_report
    from reviewkit.loading.yaml_reader import read_yaml

    if not os.path.isfile(path):
        return False
    try:
        return is_report(read_yaml(decode(read_file(path), path), path))
    except ReviewkitError:
        return False
