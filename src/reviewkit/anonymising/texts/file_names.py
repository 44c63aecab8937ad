"""Paths as machine output may show them: files of a case are often named after the child."""

from __future__ import annotations

import os
import re

from reviewkit.anonymising.decisions.deciding import letters_of
from reviewkit.findings import CheckedReport
from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import TITLES
from reviewkit.report import Register, Report

_SHORTEST = 3


def for_travel(checked: CheckedReport, report: Report) -> CheckedReport:
    """The findings under paths in which no name of the report's register stands; the same if there is none."""
    names = _names(report.register)
    shown = {file: masked_path(file, names) for file in (report.file, report.register_file)}
    if all(file == path for file, path in shown.items()):
        return checked
    return checked._replace(
        file=shown.get(checked.file, checked.file),
        findings=tuple(one._replace(file=shown.get(one.file, one.file)) for one in checked.findings),
        source_lines={shown.get(file, file): lines for file, lines in checked.source_lines.items()},
    )


def masked_path(path: str, names: frozenset[str]) -> str:
    """The path with each folder or file whose name holds one of the names, folded, as `…`, its ending kept."""
    return re.sub(r"[^/\\]+", lambda match: _masked(match.group(), names), path)


def _masked(part: str, names: frozenset[str]) -> str:
    stem, suffix = os.path.splitext(part)
    letters = letters_of(stem)
    return f"…{suffix}" if any(name in letters for name in names) else part


def _names(register: Register) -> frozenset[str]:
    written = [name for person in register.people.values() for name in (person.name, *person.also)]
    written += [name for entry in register.references for name in (entry.name, *entry.also)]
    words = (word for name in written for word in re.findall(r"[^\W_]+", fold_word(name)))
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in TITLES)
