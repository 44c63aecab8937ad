"""Several files put in their places: all of them or none, and each whole."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Sequence

from reviewkit.errors import OutputError
from reviewkit.tuples import NamedTuple


class Written(NamedTuple):
    """A file to write. `private`: only its owner may read it; `exclusive`: and it must not be there yet."""

    path: str
    data: bytes
    exclusive: bool = False
    private: bool = False


class _Staged(NamedTuple):
    """A file on its way: its bytes wait in `temporary`, what stood in its place in `backup`; "" for neither."""

    target: str
    temporary: str
    backup: str
    file: Written


def write_all(files: Sequence[Written]) -> None:
    """Write files so that either all are there or none; what stood in their places is whole until then.

    Their bytes go to neighbours first, so that a full disk or an interruption finds nothing in its place yet; then they
    take their places in the order given. Raises `OutputError`.
    """
    staged: list[_Staged] = []
    try:
        for file in files:
            _stage(file, staged, keep_old=file is not files[-1])
        _place_all(staged)
    finally:
        for one in staged:
            _discard(one.temporary)
            if os.path.lexists(one.target):
                _discard(one.backup)


def _stage(file: Written, staged: list[_Staged], *, keep_old: bool) -> None:
    """Put the bytes into a neighbour, which is in `staged` before it is there."""
    target = os.path.realpath(file.path)
    if os.path.isdir(target):
        raise OutputError(f"{file.path} is a folder", hint="name the file to write inside it")
    mode = _mode_of(target)
    if file.exclusive and (mode or os.path.lexists(file.path)):
        raise OutputError(f"{file.path} exists already", hint="choose another name: it is never overwritten")
    if mode and not stat.S_ISREG(mode):
        staged.append(_Staged(target, "", "", file))
        return
    temporary = os.path.join(os.path.dirname(target), f".reviewkit-{os.urandom(6).hex()}.part")
    backup = f"{temporary}.old" if mode and keep_old else ""
    staged.append(_Staged(target, temporary, backup, file))
    try:
        _fill(temporary, file.data)
        if not (file.exclusive or file.private):
            os.chmod(temporary, stat.S_IMODE(mode) or _usual_mode())
        if backup:
            _keep(target, backup)
    except OSError as error:
        raise _failure(file.path, error) from None


def _fill(path: str, data: bytes) -> None:
    """Write a file that was not there, for its owner alone; nothing is left of it if that fails."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _discard(path)
        raise


def _keep(target: str, backup: str) -> None:
    """A second name for what stands there; a copy where the file system has none."""
    try:
        os.link(target, backup)
    except (OSError, NotImplementedError):
        import shutil

        shutil.copy2(target, backup)


def _place_all(staged: Sequence[_Staged]) -> None:
    try:
        for one in staged:
            _place(one)
    except BaseException:
        # With the last in its place nothing is missing, whatever came after.
        if not _has_moved(staged[-1]):
            for one in reversed(staged):
                _take_back(one)
        raise


def _place(one: _Staged) -> None:
    try:
        if one.file.exclusive:
            _place_new(one)
        elif one.temporary:
            os.replace(one.temporary, one.target)
        else:
            with open(one.target, "wb") as file:
                file.write(one.file.data)
    except OSError as error:
        raise _failure(one.file.path, error) from None


def _place_new(one: _Staged) -> None:
    """A second name, unlike a move, is refused where a file stands already."""
    try:
        os.link(one.temporary, one.target)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        _fill(one.target, one.file.data)


def _has_moved(one: _Staged) -> bool:
    return bool(one.temporary) and not os.path.lexists(one.temporary)


def _take_back(one: _Staged) -> None:
    """What stood there before; nothing, if nothing did."""
    with contextlib.suppress(OSError):
        if one.file.exclusive:
            # It holds a random key: if the bytes are the same, the file is ours.
            with open(one.target, "rb") as file:
                ours = file.read() == one.file.data
            if ours:
                os.unlink(one.target)
        elif _has_moved(one) and one.backup:
            os.replace(one.backup, one.target)
        elif _has_moved(one):
            os.unlink(one.target)


def _mode_of(target: str) -> int:
    try:
        return os.stat(target).st_mode
    except OSError:
        return 0


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _discard(path: str) -> None:
    if path:
        with contextlib.suppress(OSError):
            os.unlink(path)


def _failure(path: str, error: OSError) -> OutputError:
    reason = error.strerror or "unknown reason"
    return OutputError(f"{path} can't be written: {reason}", hint="choose another place for it, or free this one")
