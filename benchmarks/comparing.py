"""The goals of the project, what is run for each, and what was measured: one row each."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import material
from material import DATA, HERE, Peers
from measuring import Command, Cost, Progress, median, ratios, rounds

SIZES = (1, 4, 16)
_CLICK = "import click"
Costs = Mapping[str, Sequence[Cost]]


class Goal(NamedTuple):
    """A line of the goals table: ours beside theirs, both names of commands, and the highest ratio of CPU time."""

    what: str
    ours: str
    theirs: str
    limit: float | None = None
    """None: shown for comparison, no goal."""
    differs: str = ""


GOALS = (
    Goal("`--help`", "--help", _CLICK, 1.2),
    Goal("`--version`", "--version", _CLICK, 1.2),
    Goal("`new lcspr -`", "new", _CLICK, 1.8),
    Goal("`check` ×1", "check ×1", "check-jsonschema", 0.25, "it checks structure only, no rule and no reference"),
    Goal("", "check ×1", "yamale", None, "structure only, by a schema drawn from one report"),
    Goal("", "check ×1", "jsonschema-rs", None, "structure only, a script of 20 lines, no positions"),
    *(
        Goal(
            f"`render` docx ×{size}", f"render ×{size}", f"pandoc ×{size}", limit, "ours reads YAML and checks it first"
        )
        for size, limit in zip(SIZES, (0.65, 0.4, 0.4), strict=True)
    ),
    Goal("", "render ×1", "docxtpl ×1", None, "it does no Markdown: every line a plain paragraph"),
    Goal("`render --anonymise` docx ×1", "anonymise ×1", "render ×1", 1.5, "the same with masking and proof"),
    Goal("", "anonymise ×1", "presidio", 0.1, "it finds spans in the text, and writes no document"),
    Goal("", "anonymise ×1", "scrubadub", None, "it finds spans in the text, and no names"),
)


def commands(peers: Peers) -> dict[str, Command]:
    """Everything that is run in turns, by name."""
    ours, others = peers
    files = {size: material.sized("lcspr", size) for size in SIZES}
    texts = {size: material.markdown(ours, file) for size, file in files.items()}
    kit, target = (ours, "-m", "reviewkit"), str(DATA / "out.docx")
    made = {
        _CLICK: Command((ours, "-c", "import click")),
        "--help": Command((*kit, "--help")),
        "--version": Command((*kit, "--version")),
        "new": Command((*kit, "new", "lcspr", "-")),
        "check ×1": Command((*kit, "check", files[1])),
        "anonymise ×1": Command((*kit, "render", "--anonymise", files[1], "--output", target)),
    }
    made |= {f"render ×{size}": Command((*kit, "render", file, "--output", target)) for size, file in files.items()}
    if "check-jsonschema" in others:
        made["check-jsonschema"] = schema_check(peers, [files[1]])
    if "jsonschema-rs" in others:
        program = str(HERE / "programs" / "jsonschema_rs_check.py")
        made["jsonschema-rs"] = Command((others["jsonschema-rs"], program, material.schema(ours, "lcspr"), files[1]))
    if "yamale" in others:
        program = str(HERE / "programs" / "yamale_check.py")
        schema = material.yamale_schema(others["yamale"], files[1])
        made["yamale"] = Command((others["yamale"], program, schema, files[1]))
    if "pandoc" in others:
        pandoc = material.pandoc_program(others["pandoc"])
        made |= {f"pandoc ×{n}": Command((pandoc, "-f", "gfm", text, "-o", target)) for n, text in texts.items()}
    if "docxtpl" in others:
        program, template = str(HERE / "programs" / "docxtpl_render.py"), material.docxtpl_template(others["docxtpl"])
        made["docxtpl ×1"] = Command((others["docxtpl"], program, template, texts[1], target))
    for name in ("presidio", "scrubadub"):
        if name in others:
            worker = str(HERE / "anonymise" / "peers_worker.py")
            made[name] = Command((others[name], worker, name), stdin=material.paragraphs(texts[1]))
    return made


def schema_check(peers: Peers, files: Sequence[str]) -> Command:
    """check-jsonschema with our exported schema, which finds no fault in these reports either."""
    schema = material.schema(peers.ours, "lcspr")
    program = (peers.others["check-jsonschema"], "-m", "check_jsonschema", "--schemafile", schema)
    return Command((*program, *files))


def table(costs: Costs) -> list[str]:
    """The rows of all goals whose commands were run."""
    lines = [
        "| command | beside | goal | ratio (spread) | met | ours: CPU, wall, peak | theirs | what differs |",
        "|" + "---|" * 8,
    ]
    lines += [
        _row(goal, costs[goal.ours], costs[goal.theirs])
        for goal in GOALS
        if goal.ours in costs and goal.theirs in costs
    ]
    return lines


def _row(goal: Goal, ours: Sequence[Cost], theirs: Sequence[Cost]) -> str:
    found = ratios(ours, theirs)
    ratio = statistics.median(found)
    aim = "" if goal.limit is None else f"≤ {goal.limit:g}"
    spread = f"{ratio:.2f} ({found[0]:.2f} to {found[-1]:.2f})"
    what, beside = goal.what or "…", goal.theirs.partition(" ×")[0]
    return f"| {what} | {beside} | {aim} | {spread} | {met(ratio, goal.limit)} | {shown(ours)} | {shown(theirs)} | {goal.differs} |"


def met(measured: float, limit: float | None, *, at_least: bool = False) -> str:
    """Whether a goal is reached; "" where there is none."""
    if limit is None:
        return ""
    return "met" if (measured >= limit if at_least else measured <= limit) else "**missed**"


def shown(costs: Sequence[Cost]) -> str:
    """The medians of all three figures."""
    cpu, wall, peak, _ = median(costs)
    return f"{cpu * 1_000:,.0f} ms, {wall * 1_000:,.0f} ms, {peak:.0f} MiB"


def others(costs: Costs, stages: Mapping[str, float]) -> list[str]:
    """The goals that are no ratio of two processes: memory, and how fast texts are masked."""
    lines = ["| what | goal | measured | met |", "|---|---|---|---|"]
    for size, limit in ((1, 45), (16, 120)):
        for name in ("render", "pandoc"):
            if f"{name} ×{size}" in costs:
                peak = median(costs[f"{name} ×{size}"]).peak
                aim = (f"≤ {limit} MiB", met(peak, limit)) if name == "render" else ("", "")
                lines.append(f"| peak memory of `{name}` ×{size} | {aim[0]} | {peak:.0f} MiB | {aim[1]} |")
    if "presidio" in costs:
        theirs = statistics.median(json.loads(one.said)["seconds"] for one in costs["presidio"]) * 1_000
        ours = stages["masking: preparing"] + stages["masking and composing"]
        lines.append(
            f"| masking the text of ×1 beside Presidio, start-up left out (ours composes the document too) | ≥ 20 times "
            f"as fast | {theirs:,.0f} ms / {ours:,.0f} ms = {theirs / ours:.1f} | {met(theirs / ours, 20, at_least=True)} |"
        )
    return lines


def batch(peers: Peers, number: int, times: int, progress: Progress) -> list[str]:
    """Many reports in one process, per document; and how much faster two processes are by the clock."""
    files = material.many(number)
    folder = str(DATA / f"many-{number}")
    run: dict[str, Command] = {
        f"{jobs}": Command((peers.ours, "-m", "reviewkit", "check", folder, "--jobs", str(jobs))) for jobs in (1, 2)
    }
    if "check-jsonschema" in peers.others:
        run["peer"] = schema_check(peers, files)
    costs = rounds(run, times, progress, warm=False)
    lines = ["| what | goal | measured (spread) | met | ours | theirs |", "|" + "---|" * 6]
    if "peer" in run:
        found = ratios(costs["1"], costs["peer"])
        ratio = statistics.median(found)
        lines.append(
            f"| `check` of {number:,} reports, one process, CPU beside check-jsonschema | ≤ 0.25 | {ratio:.2f} "
            f"({found[0]:.2f} to {found[-1]:.2f}) | {met(ratio, 0.25)} | {_each(costs['1'], number)} | {_each(costs['peer'], number)} |"
        )
    faster = sorted(one.wall / two.wall for one, two in zip(costs["1"], costs["2"], strict=True))
    gain = statistics.median(faster)
    lines.append(
        f"| … two processes, by the clock | ≥ 1.7 times as fast | {gain:.2f} ({faster[0]:.2f} to {faster[-1]:.2f}) "
        f"| {met(gain, 1.7, at_least=True)} | {shown(costs['2'])} | one process: {shown(costs['1'])} |"
    )
    return lines


def _each(costs: Sequence[Cost], number: int) -> str:
    return f"{median(costs).cpu / number * 1_000:.1f} ms a report"
