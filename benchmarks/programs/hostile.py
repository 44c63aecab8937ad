"""Runs with our wheel: what 100,000 hostile characters of prose cost, and how many times what half as many cost, as JSON."""

from __future__ import annotations

import json
import time

from reviewkit.composing.prose.parsing import parse_prose

_ROUNDS = 3
_SIGNS = ("[", "*", ">", "<", "![[]()", "> - ", "|", "\\")


def _seconds(sign: str, length: int) -> float:
    """Least CPU seconds of some rounds."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        parse_prose(sign * (length // len(sign)), "")
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    found = {}
    for one in _SIGNS:
        half, whole = _seconds(one, 50_000), _seconds(one, 100_000)
        found[one] = (whole * 1_000, whole / half)
    print(json.dumps(found))
