"""How cost grows: with the size of a report and with the number of reports, as tables and as series for the chart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import material
from material import DATA, HERE, Peers
from measuring import Command, Progress, cost


class Series(NamedTuple):
    """A line of a chart: what was measured, and at how much how many CPU seconds."""

    name: str
    points: tuple[tuple[float, float], ...]


def with_size(peers: Peers, sizes: Sequence[int], progress: Progress) -> tuple[list[str], list[Series]]:
    """Check, render and publish reports of each size, once."""
    kit, target = (peers.ours, "-m", "reviewkit"), str(DATA / "out.docx")
    works = {
        "check": ("check",),
        "render": ("render", "--output", target),
        "render --anonymise": ("render", "--anonymise", "--output", target),
    }
    points: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    lines = ["| template | size | " + " | ".join(f"`{name}`" for name in works) + " |", "|---|---|---|---|---|"]
    for template in ("lcspr", "rapid-review"):
        for size in sizes:
            progress(f"{template} ×{size}")
            file, cells = material.sized(template, size), []
            for name, arguments in works.items():
                one = cost(Command((*kit, arguments[0], file, *arguments[1:])))
                cells.append(f"{one.cpu:.2f} s, {one.peak:.0f} MiB")
                if template == "lcspr":
                    points[name].append((size, one.cpu))
            lines.append(f"| {template} | ×{size} | {' | '.join(cells)} |")
    return lines, [Series(name, tuple(found)) for name, found in points.items()]


def with_number(peers: Peers, numbers: Sequence[int], progress: Progress) -> tuple[list[str], list[Series]]:
    """Check folders of so many reports of ×1, once, in one process and with as many as are worth it."""
    lines = ["| reports | one process: CPU, a report, peak | wall | by default: wall |", "|---|---|---|---|"]
    points = []
    for number in numbers:
        progress(f"{number} reports")
        material.many(number)
        run = (peers.ours, "-m", "reviewkit", "check", str(DATA / f"many-{number}"))
        one, shared = cost(Command((*run, "--jobs", "1"))), cost(Command(run))
        each = one.cpu / number * 1_000
        lines.append(
            f"| {number:,} | {one.cpu:.2f} s, {each:.0f} ms, {one.peak:.0f} MiB | {one.wall:.2f} s | {shared.wall:.2f} s |"
        )
        points.append((float(number), one.cpu))
    return lines, [Series("check, one process", tuple(points))]


def of_hostile_prose(peers: Peers) -> list[str]:
    """Texts that are made to be slow: twice as long has to take about twice the time."""
    said = cost(Command((peers.ours, str(HERE / "programs" / "hostile.py")))).said
    lines = ["| 100,000 characters of | ms | times half as many |", "|---|---|---|"]
    shown = {"|": "a bar", "\\": "a backslash"}
    for sign, (spent, ratio) in json.loads(said).items():
        lines.append(f"| {shown.get(sign, f'`{sign}`')} | {spent:.0f} | {ratio:.1f} |")
    return lines
