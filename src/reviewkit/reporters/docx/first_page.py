"""The first page: how many findings, what is due, what to mend first, what was waived, how far each section is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.composing.wording import day
from reviewkit.contracts import ReportOptions
from reviewkit.document import Block, Document, Heading, ListBlock, Paragraph, Run
from reviewkit.findings import SEVERITIES, CheckedReport, Finding
from reviewkit.reporters.docx.figures import counts, deadlines, progress
from reviewkit.reporters.docx.linking import Links, linked, links_of
from reviewkit.reporters.docx.wording import waived, with_code

_MOST = 10
_CLOSING = (
    "Each finding is a comment beside its place in the pages that follow. This page and the comments are for those who "
    "work on the report; when it is rendered, it has neither."
)


def first_page(checked: CheckedReport, document: Document, options: ReportOptions) -> tuple[Block, ...]:
    """The blocks of the page. Places are links into the document."""
    links = links_of(document.blocks)
    return (
        Heading(1, (Run("What reviewkit found"),)),
        Paragraph((Run(_summary(checked, options)),)),
        *counts(checked),
        *deadlines(checked.deadlines),
        *_first_to_mend(checked, links),
        *_answered_for(checked, links),
        *progress(checked, links),
        Paragraph((Run(_CLOSING),), role="note"),
    )


def to_mend(checked: CheckedReport) -> list[Finding]:
    """What is wrong or weak, the worst first; in a draft not what is still to be written."""
    found = [one for one in checked.findings if not one.waived and not (one.to_do and checked.status == "draft")]
    return sorted(found, key=lambda one: SEVERITIES.index(one.severity))


def _summary(checked: CheckedReport, options: ReportOptions) -> str:
    when = f" on {day(options.today.isoformat())}" if options.today else ""
    complete = sum(part.answered == part.asked for part in checked.progress)
    return (
        f"{checked.title}, edition {checked.edition}, checked{when}. {complete} of {len(checked.progress)} sections are "
        f"complete, and {checked.completeness}% of all that is asked is answered."
        + ("" if checked.findings else " There is nothing to mend.")
    )


def _first_to_mend(checked: CheckedReport, links: Links) -> Iterator[Block]:
    found = to_mend(checked)
    if not found:
        return
    yield Heading(2, (Run("First to mend" if len(found) > 1 else "To mend"),))
    yield ListBlock(tuple((_line(finding, links),) for finding in found[:_MOST]), ordered=True)
    if len(found) > _MOST:
        yield Paragraph((Run(f"{len(found) - _MOST} more stand as comments in the report."),))


def _line(finding: Finding, links: Links) -> Paragraph:
    severity = Run(f"{finding.severity.title()}: ", bold=True)
    place = (Run(" ("), linked(finding.place, finding.path, links), Run(f", {finding.code})"))
    return Paragraph((severity, *with_code(finding.message), *place))


def _answered_for(checked: CheckedReport, links: Links) -> Iterator[Block]:
    found: Sequence[Finding] = [finding for finding in checked.findings if finding.waived]
    if found:
        yield Heading(2, (Run("Waived"),))
        yield ListBlock(tuple((_waiver(finding, links),) for finding in found))


def _waiver(finding: Finding, links: Links) -> Paragraph:
    said = waived(finding.waived) if finding.waived else ""
    return Paragraph((Run(f"{finding.code} at "), linked(finding.place, finding.path, links), Run(f". {said}")))
