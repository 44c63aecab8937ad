"""Writing a result: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable

from reviewkit.errors import OutputError


def write(path: str, data: bytes) -> None:
    """Write a file atomically, or to standard output for `-`. Raises `OutputError`; what stood there is then whole."""
    if path == "-":
        _print(data)
        return
    target = os.path.realpath(path)
    if os.path.isdir(target):
        raise OutputError(f"{path} is a folder", hint="name the file to write inside it")
    try:
        mode = os.stat(target).st_mode
    except OSError:
        mode = 0
    if mode and not stat.S_ISREG(mode):
        _write_into(path, target, data)
    else:
        _replace(path, target, data, stat.S_IMODE(mode))


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


def refuse_inputs(path: str, inputs: Iterable[str]) -> None:
    """Raise `OutputError` if that path is one of the files that were read: a result never replaces them."""
    if path == "-" or not os.path.exists(path):
        return
    for source in inputs:
        if source not in ("", "-") and os.path.exists(source) and os.path.samefile(source, path):
            raise OutputError(
                f"{path} is the report itself, or a file that it is made with", hint="choose another name with --output"
            )


def _write_into(path: str, target: str, data: bytes) -> None:
    try:
        with open(target, "wb") as file:
            file.write(data)
    except OSError as error:
        raise _failure(path, error) from None


def _replace(path: str, target: str, data: bytes, mode: int) -> None:
    import tempfile

    # A neighbour takes the bytes first, so that a full disk or an interruption leaves the old file whole.
    try:
        handle, temporary = tempfile.mkstemp(prefix=".reviewkit-", suffix=".part", dir=os.path.dirname(target))
    except OSError as error:
        raise _failure(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode or _usual_mode())
        os.replace(temporary, target)
    except OSError as error:
        _discard(temporary)
        raise _failure(path, error) from None
    except BaseException:
        _discard(temporary)
        raise


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _discard(temporary: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(temporary)


def _failure(path: str, error: OSError) -> OutputError:
    reason = error.strerror or "unknown reason"
    return OutputError(f"{path} can't be written: {reason}", hint="choose another place with --output, or free it")
