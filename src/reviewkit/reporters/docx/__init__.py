"""The report itself as a Word file: a first page that sums up, and each finding as a comment beside its place."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.contracts import Reporter, ReportOptions
from reviewkit.errors import UsageError
from reviewkit.findings import CheckedReport


def report(checked: Sequence[CheckedReport], options: ReportOptions) -> bytes:
    """The confidential draft with the findings of its check. Raises `UsageError` for more than one report, or none."""
    from reviewkit.composing.drafting import compose
    from reviewkit.composing.missing import gaps_of
    from reviewkit.composing.noting import noted
    from reviewkit.renderers.docx import render
    from reviewkit.reporters.docx.first_page import first_page
    from reviewkit.reporters.docx.remarks import remarks

    written = options.report
    if written is None or len(checked) != 1:
        raise UsageError("comments in Word belong to one report", hint="name one file, or choose --format html")
    document = compose(written, draft=True, gaps=gaps_of(checked[0].findings, written))
    document = document._replace(front=first_page(checked[0], document, options))
    return render(noted(document, remarks(checked[0], options), written.template))


REPORTER = Reporter(name="docx", report=report, binary=True)
