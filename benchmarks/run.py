"""`make bench`: our wheel beside its peers, whole processes in interleaved rounds; writes what it found into README.md.

Ratios of CPU time are what counts: the machine's own speed drops out of them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
from collections.abc import Mapping

import comparing
import environments
import growing
import material
from chart import chart
from material import HERE, Peers
from measuring import Command, cost, rounds

START, END = "<!-- bench: made by `make bench` -->\n", "<!-- end of bench -->"


def main() -> None:
    """Install, measure, print, write."""
    asked = _options()
    peers = Peers(environments.ours(), environments.installed(asked.peers.replace(",", " ").split()))
    costs = rounds(comparing.commands(peers), asked.rounds, _progress)
    stages = _stages(peers, asked.rounds)
    sizes, numbers = ((1, 4, 16), (1, 10, 100)) if asked.short else ((1, 4, 16, 64), (1, 10, 100, 1_000, 5_000))
    many = 100 if asked.short else 1_000
    by_size, size_series = growing.with_size(peers, sizes, _progress)
    by_number, number_series = growing.with_number(peers, numbers, _progress)
    parts = [
        [_where(asked.rounds, short=asked.short)],
        ["### Goals"],
        comparing.table(costs),
        comparing.others(costs, stages),
        comparing.batch(peers, many, max(1, asked.rounds // 3), _progress),
        ["### How cost grows"],
        ["![CPU time by size and by number, on scales of powers: linear growth is a straight line](growth.svg)"],
        by_size,
        by_number,
        growing.of_hostile_prose(peers),
        ["### Where the time of one report goes"],
        _stage_lines(stages),
    ]
    panels = (
        ("CPU time by size of the report", "times 99 KB", size_series),
        ("CPU time by number of reports", "reports of 99 KB", number_series),
    )
    (HERE / "growth.svg").write_text(chart(panels), encoding="utf-8")
    _write("\n\n".join("\n".join(part) for part in parts))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--peers", default=" ".join(environments.PEERS), help="which to run beside, by default all")
    parser.add_argument("--short", action="store_true", help="smaller reports and fewer of them")
    return parser.parse_args()


def _stages(peers: Peers, times: int) -> dict[str, float]:
    """CPU milliseconds of each stage of ×1, the medians of fresh processes."""
    file = material.sized("lcspr", 1)
    program = str(HERE / "programs" / "stages.py")
    starts = {"python": Command((peers.ours, "-c", "pass")), "click": Command((peers.ours, "-c", "import click"))}
    costs = rounds(starts, times, _progress)
    bare, click = (statistics.median(one.cpu for one in costs[name]) * 1_000 for name in ("python", "click"))
    found = [json.loads(cost(Command((peers.ours, program, file, "lcspr"))).said) for _ in range(times)]
    return {
        "the interpreter": bare,
        "click": click - bare,
        **{stage: statistics.median(one[stage] for one in found) for stage in found[0]},
    }


def _stage_lines(stages: Mapping[str, float]) -> list[str]:
    return ["| stage | CPU, ms |", "|---|---|", *(f"| {stage} | {spent:.0f} |" for stage, spent in stages.items())]


def _where(times: int, *, short: bool) -> str:
    """What the figures hang on."""
    load = f"; load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    cut = " A short run: smaller reports and fewer of them." if short else ""
    return (
        f"Medians of {times} rounds, Python {platform.python_version()}, {os.cpu_count()} cores{load}. A ratio is ours to "
        f"theirs in CPU time, round by round; its spread stands behind it.{cut}"
    )


def _progress(said: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)


def _write(text: str) -> None:
    print(f"\n{text}")
    readme = HERE / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{START}\n{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
