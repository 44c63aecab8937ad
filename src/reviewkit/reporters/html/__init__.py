"""A feedback sheet: one self-contained page that a quality lead sends back with a draft; of many reports an overview."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.contracts import Reporter, ReportOptions
from reviewkit.findings import CheckedReport


def report(checked: Sequence[CheckedReport], options: ReportOptions) -> str:
    """The page: the sheet of the one report, or a table of all with the sheet of each below it."""
    from reviewkit.reporters.html.overview import overview
    from reviewkit.reporters.html.page import page
    from reviewkit.reporters.html.sheets import sheet

    sheets = [sheet(one, number, options) for number, one in enumerate(checked, start=1)]
    alone = sheets[0] if len(sheets) == 1 else None
    return page(alone, None if alone else overview(checked, sheets), checked, options)


REPORTER = Reporter(name="html", report=report)
