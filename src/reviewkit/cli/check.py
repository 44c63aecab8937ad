"""`reviewkit check`: what is missing, weak or late in one report or many."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from reviewkit.cli import choosing, gathering, terminal, writing

if TYPE_CHECKING:
    from reviewkit.contracts import Reporter, ReportOptions
    from reviewkit.findings import CheckedReport, Severity

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@click.command(short_help="Say what is missing, weak or late.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "form", default="text", metavar="FORMAT", show_default=True,
    help="text; html, a page to send back; docx, the report with comments; json or sarif, for programs.",
)  # fmt: skip
@click.option("--output", metavar="FILE", help="Write the result to FILE.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), default="error", show_default=True, help="Exit 1 from here on."
)
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: RK304, or RK3 for all that begin so.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Not these rules.")
@click.option("--today", metavar="DATE", help="The day to count from, for drafts that bear no date.")
@click.option(
    "--full", is_flag=True, help="Show every finding as a block: what is still to be written, a whole folder."
)
@click.option(
    "--show-text", is_flag=True, help="Let JSON and SARIF hold the words of the report that led to a finding."
)
@click.option("--statistics", is_flag=True, help="Count findings by rule.")
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Say what is missing, weak or late, where, why it matters and what to write instead.

    PATH is a file, a folder, or - for standard input; without one, the only report in this folder. Of a folder the
    result is a table with a line for each report.
    """
    from reviewkit import registry

    reporter = registry.reporter(options["form"])
    output = options["output"] or "-"
    _refuse_binary_on_terminal(reporter, options["output"])
    today = _day(options["today"])
    travels = not reporter.to_terminal and not options["show_text"]
    gathered = gathering.gather(paths or (choosing.the_only_report(),), _choice(options, today), travels=travels)
    if output != "-":
        writing.refuse_inputs(output, gathered.files)
    shown = _shown(options, gathered, today, to_file=output != "-")
    _put_out(reporter, reporter.report(gathered.checked, shown), output, shown)
    return _exit_code(gathered.checked, options["fail_on"])


def _shown(options: dict[str, Any], gathered: gathering.Gathered, today: date, *, to_file: bool) -> ReportOptions:
    from reviewkit import __version__
    from reviewkit.contracts import ReportOptions

    return ReportOptions(
        version=__version__,
        fail_on=options["fail_on"],
        full=options["full"],
        colour=not to_file and terminal.shows_colour(),
        unicode=to_file or terminal.shows_unicode(),
        show_text=options["show_text"],
        statistics=options["statistics"],
        width=terminal.width(),
        overview=gathered.from_folder and len(gathered.checked) > 1 and not options["full"],
        today=today,
        report=gathered.last,
    )


def _put_out(reporter: Reporter, result: str | bytes, output: str, shown: ReportOptions) -> None:
    if isinstance(result, str) and reporter.to_terminal and output == "-":
        click.echo(result, nl=False, color=shown.colour)
    else:
        # What a program reads is UTF-8, whatever the terminal speaks; a file name need not be.
        writing.write(output, result.encode("utf-8", "replace") if isinstance(result, str) else result)


def _choice(options: dict[str, Any], today: date) -> dict[str, Any]:
    from reviewkit import registry

    select, ignore = _codes(options["select"]), _codes(options["ignore"])
    return {
        "today": today,
        "select": registry.matching_codes(select) if select else None,
        "ignore": registry.matching_codes(ignore) if ignore else frozenset(),
    }


def _refuse_binary_on_terminal(reporter: Reporter, output: str | None) -> None:
    if reporter.binary and output is None and sys.stdout.isatty():
        from reviewkit.errors import UsageError

        raise UsageError(f"a terminal can't show {reporter.name}", hint=f"write it: --output findings.{reporter.name}")


def _codes(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for part in written for code in part.split(",") if code.strip())


def _day(written: str | None) -> date:
    if written is None:
        return date.today()  # noqa: DTZ011  a working day is the office's own, not UTC's
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
