"""Work on many files, shared among processes; without them the same work is done here, with the same result."""

from __future__ import annotations

import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_Result = TypeVar("_Result")
_FORKS = sys.platform == "linux"
"""Forking costs little and hands on all that is loaded; Apple's system libraries don't survive it."""
_ENOUGH_BYTES = 1_000_000 if _FORKS else 4_000_000
"""From so much text on another process saves more than its start. Two cost 0.1 s of CPU time forked, 0.5 s otherwise."""
_MOST = 61
"""Windows waits for no more."""
_AT_ONCE = 8


def worked(work: Callable[[str], _Result], files: Sequence[str], jobs: int | None) -> Generator[_Result, None, None]:
    """What `work` makes of each file, in their order, by so many processes; None chooses.

    `work` can be pickled, and so can what it makes. Whatever a process can't do is done again here, so that an error is
    the same error, and nothing of a report travels in a traceback.
    """
    number = min(jobs or _worth(files), len(files) - 1, _MOST)
    # With the first file everything is loaded that the others need; processes that are forked then have it.
    yield from map(work, files[:1])
    with contextlib.closing(_shared(work, files[1:], number)) as results:
        for file in files[1:]:
            made = next(results, None)
            yield work(file) if made is None else made[0]


def _worth(files: Sequence[str]) -> int:
    """The processes that are worth their start."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores < 2 or len(files) < 2:
        return 1
    size = 0
    for file in files:
        with contextlib.suppress(OSError):
            size += os.path.getsize(file)
    return min(cores, 1 + size // _ENOUGH_BYTES)


def _shared(
    work: Callable[[str], _Result], files: Sequence[str], number: int
) -> Generator[tuple[_Result] | None, None, None]:
    """Each result in a tuple, or None where a process could not do it; ends early where there can be no processes."""
    if number < 2:
        return
    size = max(1, min(_AT_ONCE, len(files) // (number * 4)))
    try:
        with _executor(number) as executor:
            with _interrupts_wait():
                starts = range(0, len(files), size)
                parts = deque([executor.submit(_tried, work, files[at : at + size]) for at in starts])
            while parts:
                yield from parts.popleft().result()
    except Exception:  # noqa: BLE001  some places forbid semaphores, threads or processes; some end a process
        return


@contextlib.contextmanager
def _executor(number: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with their work, or at once if anything keeps us from the end of it."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("fork" if _FORKS else "spawn")
    executor = ProcessPoolExecutor(number, context, initializer=_begin)
    try:
        yield executor
    except BaseException:
        _stop()
        raise
    finally:
        executor.shutdown()


def _tried(work: Callable[[str], _Result], files: Sequence[str]) -> list[tuple[_Result] | None]:
    return [_tried_one(work, file) for file in files]


def _tried_one(work: Callable[[str], _Result], file: str) -> tuple[_Result] | None:
    """Nothing of an exception leaves the process: its message could hold words of a report."""
    try:
        return None if file == "-" else (work(file),)
    except Exception:  # noqa: BLE001  done again by whoever asked, who then meets the same exception
        return None


@contextlib.contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Processes started meanwhile leave Ctrl-C, which reaches all of them, to the one that started them.

    The mask is theirs from their first instruction, and for us no interrupt is lost: it comes when the mask is lifted.
    """
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a process that ends with the one that started it, however that ends."""
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent:
        Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)


def _stop() -> None:
    """End the processes in the middle of their work: nobody wants the rest."""
    from multiprocessing import active_children

    for process in active_children():
        process.terminate()
