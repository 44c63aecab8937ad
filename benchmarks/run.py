"""Times `reviewkit check` beside check-jsonschema on the finished examples, in one interleaved run.

Ratios of CPU time, median over rounds: the machine's own speed drops out. check-jsonschema gets the exported JSON
Schema; it knows no quality rule, no reference, no length, so it does less.
"""

from __future__ import annotations

import compileall
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ROUNDS = 15


def cpu_seconds(command: list[str]) -> float:
    """User and system seconds of one run, as the operating system counts them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def compare(ours: list[str], theirs: list[str]) -> tuple[float, float, list[float]]:
    """Median seconds of both and the ratios of each round."""
    for command in (ours, theirs):
        cpu_seconds(command)
    pairs = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(ROUNDS)]
    ratios = sorted(mine / other for mine, other in pairs)
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), ratios


def main() -> None:
    """Print a table: what was run, both medians, the ratio and its spread."""
    if not (BIN / "check-jsonschema").exists():
        sys.exit("check-jsonschema is missing: make bench installs it")
    print(f"{'command':<34}{'ours ms':>9}{'peer ms':>9}{'ratio':>8}   spread")
    # An editable install has no compiled modules until somebody writes them; an installed wheel has.
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        for template in ("lcspr", "rapid-review"):
            schema = Path(folder, f"{template}.json")
            subprocess.run([BIN / "reviewkit", "schema", "export", template, "--output", schema], check=True)
            report = ROOT / "examples" / f"{template}-finished.yaml"
            mine, other, ratios = compare(
                [str(BIN / "reviewkit"), "check", str(report)],
                [str(BIN / "check-jsonschema"), "--schemafile", str(schema), str(report)],
            )
            row = (
                f"{'check ' + report.name:<34}{mine * 1000:>9.0f}{other * 1000:>9.0f}{statistics.median(ratios):>8.2f}"
            )
            print(f"{row}   {ratios[0]:.2f} to {ratios[-1]:.2f}")
    click = statistics.median(cpu_seconds([sys.executable, "-c", "import click"]) for _ in range(ROUNDS))
    for arguments in (["--help"], ["new", "lcspr", "-"]):
        took = statistics.median(cpu_seconds([str(BIN / "reviewkit"), *arguments]) for _ in range(ROUNDS))
        print(
            f"{'reviewkit ' + ' '.join(arguments):<34}{took * 1000:>9.0f}{click * 1000:>9.0f}{took / click:>8.2f}   import click"
        )


if __name__ == "__main__":
    main()
