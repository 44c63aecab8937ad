"""The only module that knows where `schemas/`, `templates/` and `examples/` live.

In a wheel they stand inside the package, in a checkout at its top; plain paths, since `importlib.resources` would be a
third of the start-up time.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reviewkit.errors import ResourceError

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_PACKAGED = os.path.join(_PACKAGE, "_data")
_CHECKOUT = os.path.dirname(os.path.dirname(_PACKAGE))
ROOT = _PACKAGED if os.path.isdir(_PACKAGED) else _CHECKOUT


def folder(name: str) -> Path:
    """The folder of that name: "schemas", "templates" or "examples"."""
    from pathlib import Path

    return Path(ROOT, name)


def is_there(*parts: str) -> bool:
    """Whether there is such a data file."""
    return os.path.isfile(os.path.join(ROOT, *parts))


def read_bytes(*parts: str) -> bytes:
    """A data file's bytes; `ResourceError` if the installation lacks it."""
    path = os.path.join(ROOT, *parts)
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ResourceError(f"the installation lacks {'/'.join(parts)}", hint="install reviewkit again") from error


def read_text(*parts: str) -> str:
    """A data file's text."""
    return read_bytes(*parts).decode("utf-8")


def names(name: str, suffix: str) -> list[str]:
    """File names in a data folder that end in `suffix`, sorted."""
    try:
        with os.scandir(os.path.join(ROOT, name)) as entries:
            return sorted(entry.name for entry in entries if entry.name.endswith(suffix))
    except OSError as error:
        raise ResourceError(f"the installation lacks the folder {name}", hint="install reviewkit again") from error
