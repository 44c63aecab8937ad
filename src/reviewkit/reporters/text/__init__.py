"""Findings for a person at a terminal: what is wrong as blocks, what is still to be written as a list by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.contracts import Reporter, ReportOptions
from reviewkit.findings import CheckedReport
from reviewkit.reporters.text.blocks import block
from reviewkit.reporters.text.progress import progress_lines
from reviewkit.reporters.text.styling import Style
from reviewkit.reporters.text.summary import statistics_lines, summary_line, total_line
from reviewkit.reporters.text.table import table_lines


def report(checked: Sequence[CheckedReport], options: ReportOptions) -> str:
    """The whole result as text: each report in turn with a closing line, then of many a table and one line for all.

    An overview leaves out the reports themselves; what could not be read is always said.
    """
    style = Style(colour=options.colour, unicode=options.unicode)
    lines: list[str] = []
    for one in checked:
        if not options.overview or not one.readable:
            lines += _report_lines(one, options, style)
    if len(checked) > 1:
        lines += [*table_lines(checked, style), ""]
    if options.statistics:
        lines += statistics_lines(checked, style)
    if len(checked) > 1:
        lines.append(total_line(checked, style))
    if options.overview:
        lines.append(style.plain("`reviewkit check FILE` says what was found in one; `--full` shows all."))
    return "\n".join(lines) + "\n"


def _report_lines(checked: CheckedReport, options: ReportOptions, style: Style) -> Iterator[str]:
    gathered = checked.status == "draft" and not options.full
    shown = [finding for finding in checked.findings if not (gathered and finding.is_gap)]
    for finding in shown:
        yield from block(finding, checked.source_lines.get(finding.file, ()), options, style)
        yield ""
    if checked.readable:
        to_write = [finding for finding in checked.findings if finding.is_gap] if gathered else []
        yield from progress_lines(checked, to_write, options, style)
        yield ""
    yield summary_line(checked, style)
    yield ""


REPORTER = Reporter(name="text", report=report, to_terminal=True)
