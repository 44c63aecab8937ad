"""Checks one report or many: which files are meant, a sign of life while many are read, what can't be read as a finding."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewkit.cli import choosing, terminal
from reviewkit.errors import InputError, UsageError

if TYPE_CHECKING:
    from reviewkit.findings import CheckedReport
    from reviewkit.report import Report

_MANY = 10


class Gathered(NamedTuple):
    """What was checked. `last` is the last report that was read; `from_folder` whether a folder was named.

    `files` are all that were read, registers included, whatever the findings call them.
    """

    checked: list[CheckedReport]
    last: Report | None
    from_folder: bool
    files: list[str]


def gather(paths: Sequence[str], choice: dict[str, Any], *, travels: bool) -> Gathered:
    """Check every file that the paths mean. Raises `InputError` if the only file named can't be read.

    `travels`: the result may leave the office, so no file in it is called by a name of its register.
    """
    files, skipped = _files(paths)
    alone = len(files) == 1 and len(paths) == 1
    checked: list[CheckedReport] = []
    last: Report | None = None
    read: list[str] = []
    for path in _with_progress(files):
        one, last = _check(path, choice, alone=alone)
        read += (one.file, *one.source_lines)
        checked.append(_masked(one, last) if travels and last else one)
    if skipped:
        terminal.say(f"skipped, no reports: {', '.join(skipped)}")
    return Gathered(checked, last, any(path != "-" and os.path.isdir(path) for path in paths), read)


def _masked(checked: CheckedReport, report: Report) -> CheckedReport:
    from reviewkit import api

    return api.for_travel(checked, report)


def _check(path: str, choice: dict[str, Any], *, alone: bool) -> tuple[CheckedReport, Report | None]:
    from reviewkit import api

    try:
        report = choosing.load(path)
    except InputError as error:
        if alone:
            raise
        return api.unreadable(error), None
    return api.check_report(report, **choice), report


def _with_progress(files: list[str]) -> Iterator[str]:
    """The files one by one, with a bar on the terminal when there are many."""
    if len(files) < _MANY or not sys.stderr.isatty():
        yield from files
        return
    import click

    with click.progressbar(files, label="Checking", file=sys.stderr, show_pos=True) as bar:
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
