"""One report as a feedback sheet: everything that the template shows, as plain values."""

from __future__ import annotations

import os
from collections.abc import Callable

from reviewkit.composing.wording import capitalised
from reviewkit.contracts import ReportOptions
from reviewkit.findings import CheckedReport, Finding, Waiver
from reviewkit.reporters.html.figures import Bar, Step, Tally, bars, steps, tallies, whole
from reviewkit.reporters.html.first import First, what_first
from reviewkit.reporters.html.reasons import Reason, reasons
from reviewkit.reporters.html.sections import Section, line_of, sections
from reviewkit.reporters.html.to_write import OpenSection, open_sections
from reviewkit.reporters.html.wording import who_says_so
from reviewkit.tuples import NamedTuple


class Waived(NamedTuple):
    """What one waiver answers: a finding, and the places where it was found."""

    finding: Finding
    answer: Waiver
    places: tuple[str, ...]
    says_so: str


class Sheet(NamedTuple):
    """Everything on one sheet. `id` names it on a page of many; `found` is what to put right."""

    id: str
    checked: CheckedReport
    name: str
    status: str
    tallies: tuple[Tally, ...]
    first: First
    steps: tuple[Step, ...]
    whole: Bar
    bars: tuple[Bar, ...]
    to_write: tuple[OpenSection, ...]
    reasons: tuple[Reason, ...]
    found: tuple[Section, ...]
    waived: tuple[Waived, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all is left to be put right or written."""
        return self.checked.readable and not self.found and not self.to_write


def sheet(checked: CheckedReport, number: int, options: ReportOptions) -> Sheet:
    """The sheet of one report; in a draft what is still to be written stands apart, unless all is to be shown in full."""
    gathers = checked.status == "draft" and not options.full
    asked = [finding for finding in checked.findings if not finding.waived]
    gaps = [finding for finding in asked if gathers and finding.to_do]
    name = _names(number)
    found = sections(checked, [finding for finding in asked if not (gathers and finding.to_do)], name)
    to_write = open_sections(checked, gaps, name)
    anchors = {section.key: section.id for section in to_write} | {section.key: section.id for section in found}
    return Sheet(
        id=f"report-{number}",
        checked=checked,
        name=os.path.basename(checked.file) or checked.file,
        status=capitalised(checked.status.replace("-", " ")),
        tallies=tallies(asked, gaps),
        first=what_first(checked, found, to_write),
        steps=steps(checked.deadlines),
        whole=whole(checked),
        bars=tuple(bars(checked, anchors)),
        to_write=to_write,
        reasons=reasons(gaps),
        found=found,
        waived=_waived(checked),
    )


def _names(number: int) -> Callable[[str, int], str]:
    """Ids that are unique on a page of many sheets, and made of numbers, never of words of a report."""
    return lambda kind, count: f"report-{number}-{kind}-{count}"


def _waived(checked: CheckedReport) -> tuple[Waived, ...]:
    groups: dict[tuple[str, str, Waiver], list[Finding]] = {}
    for finding in checked.findings:
        if finding.waived:
            groups.setdefault((finding.code, finding.message, finding.waived), []).append(finding)
    return tuple(
        Waived(group[0], answer, tuple(_place(checked, finding) for finding in group), who_says_so(group[0].source))
        for (_, _, answer), group in groups.items()
    )


def _place(checked: CheckedReport, finding: Finding) -> str:
    return ", ".join(filter(None, (finding.place, line_of(checked, finding))))
