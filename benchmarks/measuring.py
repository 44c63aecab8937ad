"""What whole processes cost, as the operating system counts it, and how they compare in interleaved rounds."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

_PER_MIB = 1 << 20 if sys.platform == "darwin" else 1 << 10
"""ru_maxrss counts bytes on a Mac and KiB elsewhere."""
Progress = Callable[[str], None]


class Command(NamedTuple):
    """A program with its arguments, and the file that it reads from standard input."""

    arguments: tuple[str, ...]
    stdin: str = os.devnull


class Cost(NamedTuple):
    """Seconds of CPU time (user and system) and of the clock, MiB at the peak, what was printed."""

    cpu: float
    wall: float
    peak: float
    said: str = ""


def cost(command: Command) -> Cost:
    """One run. Raises `SystemExit` if it fails: a process that does nothing is fast."""
    start = time.perf_counter()
    with open(command.stdin, "rb") as given:
        process = subprocess.Popen(command.arguments, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout
    said = process.stdout.read()
    process.stdout.close()
    # Only wait4 tells what this one child used, with all that it waited for in turn.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"ended with {process.returncode}: {' '.join(command.arguments[:6])}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / _PER_MIB, said.decode("utf-8", "replace"))


def rounds(
    commands: Mapping[str, Command], number: int, progress: Progress, *, warm: bool = True
) -> dict[str, list[Cost]]:
    """The costs of each command in interleaved rounds: A, B, C, A, B, C. A round that warms up doesn't count."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for at in range(0 if warm else 1, number + 1):
        progress(f"round {at} of {number}" if at else "warming up")
        for name, command in commands.items():
            one = cost(command)
            if at:
                costs[name].append(one)
    return costs


def ratios(mine: Sequence[Cost], others: Sequence[Cost]) -> list[float]:
    """The ratio of CPU times, round by round, from the least to the most."""
    return sorted(one.cpu / other.cpu for one, other in zip(mine, others, strict=True))


def median(costs: Sequence[Cost]) -> Cost:
    """Of each figure the median."""
    return Cost(*(statistics.median(values) for values in zip(*(one[:3] for one in costs), strict=True)))
