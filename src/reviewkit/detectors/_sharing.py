"""What several detectors want to know of one text is worked out once: they are asked for it one after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from itertools import compress
from typing import TypeVar

from reviewkit.language.reading import Reading

_Known = TypeVar("_Known")


def shared(work_out: Callable[[Reading], _Known]) -> Callable[[Reading], _Known]:
    """The function, which remembers its answer for the reading that it was asked about last, and for no other."""
    last: tuple[Reading, _Known] | None = None

    @wraps(work_out)
    def ask(reading: Reading) -> _Known:
        nonlocal last
        held = last
        if held is None or held[0] is not reading:
            last = held = (reading, work_out(reading))
        return held[1]

    return ask


@shared
def capitals(reading: Reading) -> list[int]:
    """The numbers of the words that were written with a capital first."""
    source, places = reading.folded.source, reading.folded.starts
    starts = reading.starts if places is None else [places[start] for start in reading.starts]
    return [*compress(range(len(starts)), map(str.isupper, map(source.__getitem__, starts)))]
