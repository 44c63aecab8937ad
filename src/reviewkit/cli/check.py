"""`reviewkit check`: what is missing, weak or late in one report or many."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from reviewkit.cli import choosing, terminal, writing

if TYPE_CHECKING:
    from reviewkit.findings import CheckedReport, Severity

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@click.command(short_help="Say what is missing, weak or late.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", default="text", metavar="FORMAT", help="text or json.", show_default=True)
@click.option("--output", metavar="FILE", help="Write the result to FILE.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), default="error", show_default=True, help="Exit 1 from here on."
)
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: RK304, or RK3 for all that begin so.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Not these rules.")
@click.option("--today", metavar="DATE", help="The day to count from, for drafts that bear no date.")
@click.option("--full", is_flag=True, help="Show every finding as a block, also what is still to be written.")
@click.option("--show-text", is_flag=True, help="Let JSON hold the words of the report that led to a finding.")
@click.option("--statistics", is_flag=True, help="Count findings by rule.")
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Say what is missing, weak or late, where, why it matters and what to write instead.

    PATH is a file, a folder, or - for standard input; without one, the only report in this folder.
    """
    from reviewkit import __version__, registry
    from reviewkit.contracts import ReportOptions

    reporter = registry.reporter(options["form"])
    checked = list(_checked(paths or (choosing.the_only_report(),), options))
    to_file = options["output"] not in (None, "-")
    if to_file:
        writing.refuse_inputs(options["output"], (file for one in checked for file in (one.file, *one.source_lines)))
    shown = ReportOptions(
        version=__version__,
        fail_on=options["fail_on"],
        full=options["full"],
        colour=not to_file and terminal.shows_colour(),
        unicode=to_file or terminal.shows_unicode(),
        show_text=options["show_text"],
        statistics=options["statistics"],
        width=terminal.width(),
    )
    result = reporter.report(checked, shown)
    if isinstance(result, str) and reporter.to_terminal and not to_file:
        click.echo(result, nl=False, color=shown.colour)
    else:
        # What a program reads is UTF-8, whatever the terminal speaks; a file name need not be.
        writing.write(
            options["output"] or "-", result.encode("utf-8", "replace") if isinstance(result, str) else result
        )
    return _exit_code(checked, options["fail_on"])


def _checked(paths: tuple[str, ...], options: dict[str, Any]) -> Iterator[CheckedReport]:
    from reviewkit import api
    from reviewkit.errors import InputError

    chosen = _choice(options)
    files, skipped = _files(paths)
    for path in files:
        try:
            yield api.check_report(choosing.load(path), **chosen)
        except InputError as error:
            if len(files) == 1 and len(paths) == 1:
                raise
            yield api.unreadable(error)
    if skipped:
        terminal.say(f"skipped, no reports: {', '.join(skipped)}")


def _choice(options: dict[str, Any]) -> dict[str, Any]:
    from reviewkit import registry

    select, ignore = _codes(options["select"]), _codes(options["ignore"])
    return {
        "today": _day(options["today"]),
        "select": registry.matching_codes(select) if select else None,
        "ignore": registry.matching_codes(ignore) if ignore else frozenset(),
    }


def _files(paths: tuple[str, ...]) -> tuple[list[str], list[str]]:
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
        from reviewkit.errors import UsageError

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


def _codes(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for part in written for code in part.split(",") if code.strip())


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        from reviewkit.errors import UsageError

        raise UsageError("`--today` is not a date", hint="write year-month-day: --today 2026-03-14") from None


def _exit_code(checked: list[CheckedReport], fail_on: Severity) -> int:
    if any(not one.readable for one in checked):
        return 2
    counted = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
    return int(any(one.count(severity) for one in checked for severity in counted))
