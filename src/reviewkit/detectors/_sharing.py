"""What several detectors want to know of one text is worked out once: they are asked for it one after another."""

from __future__ import annotations

from itertools import compress

from reviewkit.language.reading import Reading
from reviewkit.language.remembering import remember_last


@remember_last
def capitals(reading: Reading) -> list[int]:
    """The numbers of the words that were written with a capital first."""
    source, places = reading.folded.source, reading.folded.starts
    starts = reading.starts if places is None else [places[start] for start in reading.starts]
    return [*compress(range(len(starts)), map(str.isupper, map(source.__getitem__, starts)))]
