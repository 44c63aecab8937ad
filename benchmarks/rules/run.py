"""Precision and recall of the rules on passages that were written without looking at them; `--list` names each slip."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from reviewkit.api import check_report
from reviewkit.findings import Finding
from reviewkit.loading.reports import parse_report
from reviewkit.loading.yaml_reader import read_yaml

HERE = Path(__file__).parent
LEAST_RECALL = 0.95
JUDGED = (205, 206, 210, 308, 309, 310, 311, 312, 315, 403, 404, 406, 501, 502, 503, 504, 505, 507, 508, 510, 606, 608)
JUDGING = [f"RK{number}" for number in JUDGED]


class Outcome(NamedTuple):
    """What became of one passage's code: found, missed, passed (rightly silent) or false; `words` name it in a list."""

    code: str
    kind: str
    words: str


def entries(name: str) -> list[dict[str, Any]]:
    """The passages of one file."""
    found: list[dict[str, Any]] = read_yaml((HERE / name).read_text(encoding="utf-8"), name).value
    return found


def findings_of(entry: dict[str, Any]) -> list[Finding]:
    """All findings in the entry's piece of a report. Raises SystemExit if the piece is not well formed."""
    lines = entry["report"].rstrip("\n").split("\n")
    lines += lines[-1:] * (int(entry.get("times", 1)) - 1)
    text = f'template: {entry["template"]}\nedition: "2025-provisional"\n' + "\n".join(lines) + "\n"
    today = date.fromisoformat(entry.get("today", "2026-06-01"))
    found = list(check_report(parse_report(text, "report.yaml"), today=today).findings)
    odd = [f"{item.code} {item.path}" for item in found if item.code in {"RK002", "RK003", "RK004"}]
    if odd:
        sys.exit(f"not a piece of a report: {entry['about']}: {odd}")
    return found


def answers(finding: Finding, wanted: dict[str, Any]) -> bool:
    """Whether a finding is the one described: its code, and its place, within that place, or at what holds it."""
    at, path = wanted["at"], finding.path
    near = path == at or path.startswith(at + "/") or bool(path and at.startswith(path + "/"))
    return finding.code == wanted["code"] and near and finding.severity == wanted.get("severity", finding.severity)


def outcomes(entry: dict[str, Any]) -> list[Outcome]:
    """Each expectation of one passage, and each finding that it must not have."""
    found, about = findings_of(entry), entry["about"]
    expected = entry.get("expect") or []
    absent = [{"code": item, "at": ""} if isinstance(item, str) else item for item in entry.get("not") or []]
    seen = [(item, any(answers(finding, item) for finding in found)) for item in expected]
    result = [Outcome(item["code"], "found" if yes else "missed", f"{about} ({item['at']})") for item, yes in seen]
    judged = [code for code in JUDGING if code not in (entry.get("may") or [])]
    banned = [*absent, *({"code": code, "at": ""} for code in judged)]
    extra = [item for item in found if any(answers(item, one) for one in banned)]
    extra = [item for item in extra if not any(answers(item, one) for one in expected)]
    slips = {(item.code, item.path): item.evidence for item in extra}
    result += [Outcome(code, "false", f"{about} ({path}: {why})") for (code, path), why in slips.items()]
    return result + [Outcome(one["code"], "passed", about) for one in absent if one["code"] not in dict(slips.keys())]


def row(code: str, all_: list[Outcome]) -> str:
    """One line of the table."""
    kinds = [one.kind for one in all_ if code in (one.code, "all")]
    found, missed, false = kinds.count("found"), kinds.count("missed"), kinds.count("false")
    precision = f"{found / (found + false):.0%}" if found + false else "–"
    recall = f"{found / (found + missed):.0%}" if found + missed else "–"
    return f"| {code} | {found} of {found + missed} | {kinds.count('passed')} | {false} | {precision} | {recall} |"


def main() -> int:
    """Print the table; 1 if any finding is false or too many are missed."""
    all_ = [one for name in ("wrong.yaml", "right.yaml") for entry in entries(name) for one in outcomes(entry)]
    print("| code | found of expected | right, and passed | false alarms | precision | recall |\n" + "|---" * 6 + "|")
    for code in [*sorted({one.code for one in all_}), "all"]:
        print(row(code, all_))
    for one in sorted(all_, key=lambda one: one.kind) if "--list" in sys.argv else ():
        if one.kind in ("missed", "false"):
            print(f"{one.kind}: {one.code}: {one.words}")
    kinds = [one.kind for one in all_]
    return int("false" in kinds or kinds.count("missed") > (1 - LEAST_RECALL) * (len(kinds) - kinds.count("passed")))


if __name__ == "__main__":
    sys.exit(main())
