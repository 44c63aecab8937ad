"""Precision and recall of the rules on passages that were written without looking at them; `--list` names each slip."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from reviewkit.api import check_report
from reviewkit.findings import Finding
from reviewkit.loading.reports import parse_report
from reviewkit.loading.yaml_reader import read_yaml

HERE = Path(__file__).parent
TODAY = "2026-06-01"
LEAST_RECALL = 0.95
JUDGING = frozenset(
    ["RK205", "RK206", "RK210", "RK308", "RK309", "RK310", "RK311", "RK312", "RK315", "RK403", "RK404", "RK406", "RK501", "RK502", "RK503", "RK504", "RK505", "RK507", "RK508", "RK510", "RK606", "RK608"]
)
UNREADABLE = frozenset({"RK002", "RK003", "RK004"})


class Slip(NamedTuple):
    """One expected finding that did not come, or one finding that should not have come."""

    code: str
    about: str
    what: str


class Score(NamedTuple):
    """What happened, by code: how often it was expected, and how often it stood for a passage that must not have it."""

    expected: dict[str, int]
    right: dict[str, int]
    missed: list[Slip]
    false: list[Slip]


def entries(name: str) -> list[dict[str, Any]]:
    """The passages of one file."""
    found: list[dict[str, Any]] = read_yaml((HERE / name).read_text(encoding="utf-8"), name).value
    return found


def findings_of(entry: dict[str, Any]) -> list[Finding]:
    """All findings in the entry's piece of a report. Raises SystemExit if the piece is not well formed."""
    head = f'template: {entry["template"]}\nedition: "2025-provisional"\n'
    lines = entry["report"].rstrip("\n").split("\n")
    text = "\n".join([head.rstrip(), *lines, *lines[-1:] * (int(entry.get("times", 1)) - 1)])
    today = date.fromisoformat(entry.get("today", TODAY))
    found = list(check_report(parse_report(text + "\n", "report.yaml"), today=today).findings)
    odd = [f"{item.code} {item.path}" for item in found if item.code in UNREADABLE]
    if odd:
        sys.exit(f"not a piece of a report: {entry['about']}: {odd}")
    return found


def answers(finding: Finding, expected: dict[str, Any]) -> bool:
    """Whether a finding is the expected one: its code, and its place or a place that holds or is held by it."""
    at = expected["at"]
    near = finding.path == at or finding.path.startswith(at + "/") or (at.startswith(finding.path + "/") and at != "")
    return finding.code == expected["code"] and near and finding.severity == expected.get("severity", finding.severity)


def score() -> Score:
    """Both files, checked."""
    result = Score(defaultdict(int), defaultdict(int), [], [])
    for entry in entries("wrong.yaml"):
        found = findings_of(entry)
        for item in entry["expect"]:
            result.expected[item["code"]] += 1
            if not any(answers(finding, item) for finding in found):
                result.missed.append(Slip(item["code"], entry["about"], item["at"]))
        result.false.extend(unasked(entry, found, JUDGING - frozenset(entry.get("may") or ())))
    for entry in entries("right.yaml"):
        found, codes = findings_of(entry), JUDGING | {item for item in entry["not"] if isinstance(item, str)}
        for item in entry["not"]:
            result.right[item if isinstance(item, str) else item["code"]] += 1
        placed = [item for item in entry["not"] if isinstance(item, dict)]
        result.false.extend(unasked(entry, found, codes))
        result.false.extend(
            Slip(item["code"], entry["about"], item["at"])
            for item in placed
            if any(answers(finding, item) for finding in found)
        )
    return result


def unasked(entry: dict[str, Any], found: list[Finding], codes: frozenset[str]) -> Iterator[Slip]:
    """Findings with one of these codes that the entry does not expect, one for each code and place."""
    expected = entry.get("expect") or ()
    extra = [item for item in found if item.code in codes and not any(answers(item, wanted) for wanted in expected)]
    for code, path in sorted({(item.code, item.path) for item in extra}):
        yield Slip(code, entry["about"], f"{path}: {next(item.evidence for item in extra if item.path == path)}")


def main() -> int:
    """Print the table; 1 if any finding is false or too many are missed."""
    result = score()
    print(
        "| code | expected | found | right passages | false alarms | precision | recall |\n|---|---|---|---|---|---|---|"
    )
    for code in [*sorted({*result.expected, *result.right, *(slip.code for slip in result.false)}), "all"]:
        print(row(result, code))
    for title, slips in (("missed", result.missed), ("false alarm", result.false)):
        for slip in slips if "--list" in sys.argv else ():
            print(f"{title}: {slip.code} in “{slip.about}” at {slip.what or '(anywhere)'}")
    wanted = sum(result.expected.values())
    return int(bool(result.false) or (wanted - len(result.missed)) / wanted < LEAST_RECALL)


def row(result: Score, code: str) -> str:
    """One line of the table."""
    expected = sum(count for key, count in result.expected.items() if code in (key, "all"))
    right = sum(count for key, count in result.right.items() if code in (key, "all"))
    found = expected - sum(code in (slip.code, "all") for slip in result.missed)
    false = sum(code in (slip.code, "all") for slip in result.false)
    precision = f"{found / (found + false):.0%}" if found + false else "–"
    recall = f"{found / expected:.0%}" if expected else "–"
    return f"| {code} | {expected} | {found} | {right} | {false} | {precision} | {recall} |"


if __name__ == "__main__":
    sys.exit(main())
