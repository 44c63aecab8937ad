"""Writing results: to a file, whole or not at all, or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reviewkit.cli.placing import Written, write_all
from reviewkit.errors import OutputError

if TYPE_CHECKING:
    from reviewkit.publication import ProvedFile


def write(path: str, data: bytes) -> None:
    """Write a file atomically, or to standard output for `-`. Raises `OutputError`; what stood there is then whole."""
    if path == "-":
        _print(data)
    else:
        write_all((Written(path, data),))


def write_proved(path: str, proved: ProvedFile, papers: Sequence[Written] = ()) -> None:
    """Write what may be published, and its papers before it: all of them or none."""
    if path == "-":
        _print(proved.data)
    else:
        write_all((*papers, Written(path, proved.data)))


def refuse_inputs(path: str, inputs: Iterable[str]) -> None:
    """Raise `OutputError` if that path is one of the files that were read: a result never replaces them."""
    if path == "-" or not os.path.exists(path):
        return
    for source in inputs:
        if source not in ("", "-") and os.path.exists(source) and os.path.samefile(source, path):
            raise OutputError(
                f"{path} is the report itself, or a file that it is made with", hint="choose another name with --output"
            )


def _print(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"standard output can't be written: {error.strerror or 'unknown reason'}",
            hint="free the place that it goes to, or choose another",
        ) from None
