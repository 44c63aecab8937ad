"""Checks one report or many: which files are meant, a sign of life while many are read, what can't be read as a finding."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from reviewkit.cli import choosing, terminal, workers
from reviewkit.errors import InputError, UsageError
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from reviewkit.findings import CheckedReport
    from reviewkit.report import Report

_MANY = 10


class Gathered(NamedTuple):
    """What was checked. `last` is the report where there is only one; `from_folder` whether a folder was named.

    `files` are all that were read, registers included, whatever the findings call them.
    """

    checked: list[CheckedReport]
    last: Report | None
    from_folder: bool
    files: list[str]


class _Checked(NamedTuple):
    """One file's findings, the files that were read for them, and its report where it is the only one."""

    findings: CheckedReport
    read: tuple[str, ...]
    report: Report | None = None


def gather(paths: Sequence[str], choice: dict[str, Any], *, travels: bool, jobs: int | None = None) -> Gathered:
    """Check every file that the paths mean. Raises `InputError` if the only file named can't be read.

    `travels`: the result may leave the office, so no file in it is called by a name of its register. `jobs` is the
    number of processes that share many files, None as many as are worth it.
    """
    files, skipped = _files(paths)
    if len(files) == 1:
        checked = [_check(files[0], choice, travels=travels, alone=len(paths) == 1)]
    else:
        work = partial(_check_of_many, choice=choice, travels=travels)
        with closing(workers.worked(work, files, jobs)) as results:
            checked = list(_with_progress(results, len(files)))
    if skipped:
        terminal.say(f"skipped, no reports: {', '.join(skipped)}")
    return Gathered(
        [one.findings for one in checked],
        checked[-1].report,
        any(path != "-" and os.path.isdir(path) for path in paths),
        [file for one in checked for file in one.read],
    )


def _check(path: str, choice: dict[str, Any], *, travels: bool, alone: bool = False) -> _Checked:
    from reviewkit import api

    try:
        report = choosing.load(path)
    except InputError as error:
        if alone:
            raise
        found = api.unreadable(error)
        return _Checked(found, (found.file,))
    found = api.check_report(report, **choice)
    read = (found.file, *found.source_lines)
    return _Checked(api.for_travel(found, report) if travels else found, read, report)


def _check_of_many(path: str, choice: dict[str, Any], *, travels: bool) -> _Checked:
    """The same without the report and without lines that no finding shows: thousands of reports fill the memory."""
    one = _check(path, choice, travels=travels)
    return one._replace(findings=_with_its_lines_only(one.findings), report=None)


def _with_its_lines_only(checked: CheckedReport) -> CheckedReport:
    shown: dict[str, set[int]] = {}
    for finding in checked.findings:
        shown.setdefault(finding.file, set()).update(range(finding.line - 1, finding.end_line))
    kept: dict[str, tuple[str, ...]] = {}
    for file, lines in checked.source_lines.items():
        if file in shown:
            blank = [""] * len(lines)
            for number in shown[file]:
                if 0 <= number < len(lines):
                    blank[number] = lines[number]
            kept[file] = tuple(blank)
    return checked._replace(source_lines=kept)


def _with_progress(results: Generator[_Checked, None, None], number: int) -> Iterator[_Checked]:
    """The results one by one, with a bar on the terminal when there are many."""
    if number < _MANY or not sys.stderr.isatty():
        yield from results
        return
    import click

    with click.progressbar(results, length=number, label="Checking", file=sys.stderr, show_pos=True) as bar:
        yield from bar


def _files(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The files to check, and those in folders that are no reports. A file that can't be read is among the first."""
    files: list[str] = []
    skipped: list[str] = []
    for path in paths:
        if path == "-" or not os.path.isdir(path):
            files.append(path)
            continue
        closed: list[str] = []
        for file in choosing.files_in(path, closed):
            (files if _may_be_report(file) else skipped).append(file)
        files += closed
    if not files:
        raise UsageError(
            f"no report in {', '.join(paths)}", hint="a report is a YAML file that begins with `template: …`"
        )
    return list(dict.fromkeys(files)), skipped


def _may_be_report(path: str) -> bool:
    """Whether to check a file of a folder: the head decides, so that a broken report is still named."""
    try:
        with open(path, "rb") as file:
            head = file.read(65536)
    except OSError:
        return True
    lines = head.splitlines()
    names = any(line.startswith((b"template:", b"\xef\xbb\xbftemplate:")) for line in lines)
    is_template = any(line.startswith((b"sections:", b"extends:")) for line in lines)
    return names and not is_template
