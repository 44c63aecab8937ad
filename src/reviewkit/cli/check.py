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
    from reviewkit.report import Report

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
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), metavar="N",
    help="Share many files among N processes; without it, as many as are worth it here.",
)  # fmt: skip
@click.option("--a11y", is_flag=True, help="Check Word files (.docx): can everybody read them?")
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Say what is missing, weak or late, where, why it matters and what to write instead.

    PATH is a file, a folder, or - for standard input; without one, the only report in this folder. Of a folder the
    result is a table with a line for each report. With --a11y the files are Word files, and the rules are those of RK7.
    """
    if options["a11y"]:
        from reviewkit.cli.accessibility import check_word_files

        return check_word_files(paths, options)
    return _check_reports(paths, options)


def _check_reports(paths: tuple[str, ...], options: dict[str, Any]) -> int:
    from reviewkit import registry

    _refuse_word_files(paths)
    reporter = registry.reporter(options["form"])
    output = options["output"] or "-"
    refuse_binary_on_terminal(reporter, options["output"])
    today = _day(options["today"])
    travels = not reporter.to_terminal and not options["show_text"]
    gathered = gathering.gather(
        paths or (choosing.the_only_report(),), _choice(options, today), travels=travels, jobs=options["jobs"]
    )
    if output != "-":
        writing.refuse_inputs(output, gathered.files)
    overview = gathered.from_folder and len(gathered.checked) > 1 and not options["full"]
    shown = shown_as(options, to_file=output != "-", overview=overview, today=today, report=gathered.last)
    put_out(reporter, reporter.report(gathered.checked, shown), output, shown)
    return exit_code(gathered.checked, options["fail_on"])


def shown_as(
    options: dict[str, Any],
    *,
    to_file: bool,
    overview: bool,
    today: date | None = None,
    report: Report | None = None,
) -> ReportOptions:
    """How the findings are to be shown."""
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
        overview=overview,
        today=today,
        report=report,
    )


def put_out(reporter: Reporter, result: str | bytes, output: str, shown: ReportOptions) -> None:
    """Print the result, or write it to a file."""
    if isinstance(result, str) and reporter.to_terminal and output == "-":
        click.echo(result, nl=False, color=shown.colour)
    else:
        # What a program reads is UTF-8, whatever the terminal speaks; a file name need not be.
        writing.write(output, result.encode("utf-8", "replace") if isinstance(result, str) else result)


def _choice(options: dict[str, Any], today: date) -> dict[str, Any]:
    from reviewkit import registry

    select, ignore = codes_in(options["select"]), codes_in(options["ignore"])
    return {
        "today": today,
        "select": registry.matching_codes(select) if select else None,
        "ignore": registry.matching_codes(ignore) if ignore else frozenset(),
    }


def _refuse_word_files(paths: tuple[str, ...]) -> None:
    """A Word file is no report; whoever names one may mean the other check."""
    for path in paths:
        if path.lower().endswith((".docx", ".docm", ".dotx", ".dotm")):
            from reviewkit.errors import UsageError

            raise UsageError(
                f"{path} is a Word file, not a report in YAML",
                hint=f"reviewkit check --a11y {path} checks whether everybody can read it",
            )


def refuse_binary_on_terminal(reporter: Reporter, output: str | None) -> None:
    """Raise `UsageError` rather than print bytes."""
    if reporter.binary and output is None and sys.stdout.isatty():
        from reviewkit.errors import UsageError

        raise UsageError(f"a terminal can't show {reporter.name}", hint=f"write it: --output findings.{reporter.name}")


def codes_in(written: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of an option that may be given again and may hold several."""
    return tuple(code.strip() for part in written for code in part.split(",") if code.strip())


def _day(written: str | None) -> date:
    if written is None:
        return date.today()  # noqa: DTZ011  a working day is the office's own, not UTC's
    try:
        return date.fromisoformat(written)
    except ValueError:
        from reviewkit.errors import UsageError

        raise UsageError("`--today` is not a date", hint="write year-month-day: --today 2026-03-14") from None


def exit_code(checked: list[CheckedReport], fail_on: Severity) -> int:
    """0 nothing from that severity on, 1 something, 2 a file that could not be read."""
    if any(not one.readable for one in checked):
        return 2
    counted = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
    return int(any(one.count(severity) for one in checked for severity in counted))
