"""How cost grows: Word files of ×1, ×4 and ×16 of the finished LCSPR, and hostile prose of twice the length; CPU time."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reviewkit import api, registry
from reviewkit.composing.drafting import compose
from reviewkit.composing.prose.parsing import parse_prose

ROOT = Path(__file__).parent.parent
ROUNDS = 3
HOSTILE = ("[", "*", ">", "<", "![[]()", "> - ", "|", "\\")


def spent(work: Callable[[], object]) -> float:
    """Least CPU seconds of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def documents() -> None:
    """Print what each size takes and its ratio to the single report; linear growth shows the size itself."""
    document = compose(api.load_report(str(ROOT / "examples" / "lcspr-finished.yaml")), draft=False, gaps={})
    render = registry.renderer("docx").render
    render(document, None)
    single = 0.0
    for size in (1, 4, 16):
        took = spent(partial(render, document._replace(blocks=document.blocks * size), None))
        single = single or took
        print(f"{f'docx ×{size}':<34}{took * 1000:>9.0f}{took / single:>17.1f}   times the single report")


def hostile_prose() -> None:
    """Print what 100,000 hostile characters take, and the ratio to half as many."""
    for sign in HOSTILE:
        half, whole = (spent(partial(parse_prose, sign * (length // len(sign)), "")) for length in (50_000, 100_000))
        print(f"{'prose of ' + sign:<34}{whole * 1000:>9.0f}{whole / half:>17.1f}   times half as much")


if __name__ == "__main__":
    documents()
    hostile_prose()
