"""What the detectors find in the Text Anonymization Benchmark without a register, and what they flag for nothing.

    python benchmarks/anonymise/tab.py CASES.jsonl [--noise PATH ...] [--without KIND ...] [--list WHAT]

The measures are those of Pilán et al. (2022); `tab_measures.py` says exactly how they are counted. The cases concern real
people: nothing of them may be copied into this project. `--list` prints what was missed or flagged to the terminal only.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tab_masking import Mask
from tab_measures import Case, Span, Tally, false_flags, load_cases, tally

DIRECT_GOAL, PERSON_GOAL, QUASI_GOAL, QUASI_UK_GOAL = 1.0, 0.995, 0.84, 0.82
FALSE_GOAL, FALSE_UK_GOAL, NOISE_GOAL, SPEED_GOAL = 7.0, 3.0, 10.0, 300.0
_PER = 1_000


def main() -> int:
    """Print the table; 1 if a goal is missed."""
    options = _options()
    cases = load_cases(options.cases)
    mask = Mask(frozenset(options.without)).spans
    mask(cases[0].text)  # loads the lists
    start = time.process_time()
    flagged = [mask(case.text) for case in cases]
    seconds = time.process_time() - start
    size = sum(len(case.text.encode()) for case in cases)
    british = [n for n, case in enumerate(cases) if case.is_british]
    rows = [
        *_rows("all cases", [cases[n] for n in range(len(cases))], flagged, (QUASI_GOAL, FALSE_GOAL)),
        *_rows("UK cases", [cases[n] for n in british], [flagged[n] for n in british], (QUASI_UK_GOAL, FALSE_UK_GOAL)),
        (
            "throughput, kB/s of CPU time",
            f"{size / seconds / _PER:.0f}",
            f"{SPEED_GOAL:.0f}",
            size / seconds / _PER >= SPEED_GOAL,
        ),
        *_noise(options.noise, mask),
    ]
    for what, measured, goal, reached in rows:
        print(f"{what:<52} {measured:>24} {goal:>8} {'' if reached else 'MISSED'}")
    if options.list:
        _list(cases, flagged, options.list)
    return int(not all(row[-1] for row in rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, help="JSON Lines of cases")
    parser.add_argument("--noise", type=Path, nargs="*", default=[], help="texts without people, or folders of such")
    parser.add_argument("--without", nargs="*", default=[], metavar="KIND", help="detectors to leave out")
    parser.add_argument("--list", default="", help="DIRECT, QUASI, PERSON, DATETIME ...: what was missed; FALSE: flags")
    return parser.parse_args()


def _rows(
    name: str, cases: list[Case], flagged: list[list[Span]], goals: tuple[float, float]
) -> list[tuple[str, str, str, bool]]:
    counts = tally(cases, flagged)
    words = sum(len(case.text.split()) for case in cases)
    false = sum(len(false_flags(case, spans)) for case, spans in zip(cases, flagged, strict=True))
    harmless = sum(len(false_flags(case, spans, kept=True)) for case, spans in zip(cases, flagged, strict=True))
    quasi, few = goals
    rows = [
        _recall(f"{name}: DIRECT entities", counts.direct, DIRECT_GOAL),
        _recall(f"{name}: QUASI entities", counts.quasi, quasi),
        _recall(f"{name}: PERSON mentions", counts.persons, PERSON_GOAL),
    ]
    for kind, (found, all_) in sorted(counts.kinds.items()):
        rows.append((f"{name}: QUASI {kind}", f"{found}/{all_} = {found / all_:.3f}", "", True))
    per = false / words * _PER
    rows.append((f"{name}: false flags per 1,000 words", f"{false}/{words} = {per:.2f}", f"{few:g}", per <= few))
    rows.append((f"{name}: same, NO_MASK counted as true", f"{harmless / words * _PER:.2f}", "", True))
    return rows


def _recall(what: str, counts: Tally | tuple[int, int], goal: float) -> tuple[str, str, str, bool]:
    found, all_ = counts
    return what, f"{found}/{all_} = {found / all_:.3f}", f"{goal:g}", found / all_ >= goal


def _noise(paths: list[Path], mask: Callable[[str], list[Span]]) -> list[tuple[str, str, str, bool]]:
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    if not files:
        return []
    flags = words = 0
    for file in files:
        text = file.read_text(encoding="utf-8")
        flags += len(mask(text))
        words += len(text.split())
    per = flags / words * _PER
    return [
        (
            "noise: flags per 1,000 words, true ones included",
            f"{flags}/{words} = {per:.2f}",
            f"{NOISE_GOAL:g}",
            per <= NOISE_GOAL,
        )
    ]


def _list(cases: list[Case], flagged: list[list[Span]], what: str) -> None:
    for case, spans in zip(cases, flagged, strict=True):
        places = false_flags(case, spans) if what == "FALSE" else case.missed(spans, what)
        for start, end in places:
            before, after = case.text[max(0, start - 40) : start], case.text[end : end + 30]
            print(f"{before}[[{case.text[start:end]}]]{after}".replace("\n", " / "))


if __name__ == "__main__":
    sys.exit(main())
