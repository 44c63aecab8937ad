"""Waivers: a finding that somebody answers for, with a reason, a name and a date. RK008 watches over them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from reviewkit.answers import day_of
from reviewkit.checking.raising import Raised
from reviewkit.contracts import Words
from reviewkit.findings import Finding, Waiver
from reviewkit.report import Path, Report
from reviewkit.tuples import NamedTuple


class _Given(NamedTuple):
    path: Path
    code: str
    target: str
    answer: Waiver


def apply_waivers(
    report: Report,
    findings: list[Finding],
    words_of: Callable[[str], Words],
    today: date,
    chosen: Callable[[str], bool],
) -> tuple[list[Finding], list[Raised]]:
    """The findings, waived ones marked, and what is wrong with the waivers themselves.

    A waiver of a code that was not `chosen` to speak is not called unused.
    """
    faults: list[Raised] = []
    waivers: list[_Given] = []
    for path, item in report.items("waivers"):
        fault = _fault(path, item, words_of, today)
        if fault:
            faults.append(fault)
        elif _complete(item):
            waivers.append(_read(path, item))
    used: set[Path] = set()
    marked = [_mark(finding, waivers, used) for finding in findings]
    faults += [
        Raised("RK008", waiver.path, "warning", message="This waiver answers no finding.", fix="remove it")
        for waiver in waivers
        if waiver.path not in used and chosen(waiver.code)
    ]
    return marked, faults


def _fault(path: Path, item: dict[str, Any], words_of: Callable[[str], Words], today: date) -> Raised | None:
    code = item.get("code")
    if not isinstance(code, str):
        return None  # missing or of a wrong type: the walk has said so
    try:
        waivable = words_of(code.upper()).waivable
    except Exception:  # noqa: BLE001  any unknown code, whatever it holds
        return Raised(
            "RK008", (*path, "code"), "error", message="There is no rule of this code.", fix="see `reviewkit explain`"
        )
    if not waivable:
        return Raised("RK008", (*path, "code"), "error", message="This rule can't be waived.", fix="mend what it names")
    expires = day_of(item.get("expires"))
    if expires is not None and expires < today:
        return Raised(
            "RK008", (*path, "expires"), "warning", message="This waiver has expired.", fix="renew or remove it"
        )
    return None


def _complete(item: dict[str, Any]) -> bool:
    return all(isinstance(item.get(key), str) and item[key].strip() for key in ("code", "reason", "by"))


def _read(path: Path, item: dict[str, Any]) -> _Given:
    target = item.get("path")
    return _Given(path, item["code"].upper(), target if isinstance(target, str) else "", _answer(item))


def _answer(item: dict[str, Any]) -> Waiver:
    on, expires = (day.isoformat() if (day := day_of(item.get(key))) else "" for key in ("on", "expires"))
    return Waiver(item["reason"].strip(), item["by"].strip(), on, expires)


def _mark(finding: Finding, waivers: list[_Given], used: set[Path]) -> Finding:
    for waiver in waivers:
        if finding.code == waiver.code and _covers(waiver.target, finding.path):
            used.add(waiver.path)
            return finding._replace(waived=waiver.answer)
    return finding


def _covers(target: str, path: str) -> bool:
    return not target or path == target or path.startswith(target.rstrip("/") + "/")
