"""The tables of the first page: findings by severity, deadlines, how far each section is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewkit.composing.wording import capitalised, day
from reviewkit.document import Block, Cell, Heading, Paragraph, Run, Table
from reviewkit.findings import SEVERITIES, CheckedReport, Deadline, Finding, SectionProgress
from reviewkit.language.days import days_in_words
from reviewkit.reporters.docx.linking import Links, linked


def counts(checked: CheckedReport) -> Iterator[Block]:
    """Findings by severity: what is to mend, what is still to be written, what was waived."""
    rows = [_count(severity, [one for one in checked.findings if one.severity == severity]) for severity in SEVERITIES]
    yield _table(("Findings", "Wrong or weak", "Still to write", "Waived"), rows, (0.31, 0.23, 0.23, 0.23))


def deadlines(found: Sequence[Deadline]) -> Iterator[Block]:
    """Each step with its due day and where it stands."""
    if found:
        yield Heading(2, (Run("Deadlines"),))
        rows = [(Run(capitalised(one.step)), Run(_due(one)), Run(_state(one))) for one in found]
        yield _table(("Step", "Due", "Where it stands"), rows, (0.28, 0.4, 0.32))


def progress(checked: CheckedReport, links: Links) -> Iterator[Block]:
    """The sections that are not complete or have findings, then how many others there are."""
    found = {finding.section for finding in checked.findings if not finding.waived}
    rest = [part for part in checked.progress if part.answered != part.asked or part.id in found]
    if not rest:
        return
    yield Heading(2, (Run("How far each section is"),))
    rows = [_section(part, checked.findings, links) for part in rest]
    yield _table(("Section", "Answered", "Errors", "Warnings", "Notes"), rows, (0.48, 0.16, 0.12, 0.13, 0.11))
    others = len(checked.progress) - len(rest)
    if others:
        said = "The other section is" if others == 1 else f"The other {others} sections are"
        yield Paragraph((Run(f"{said} complete, with nothing to mend."),))


def _count(severity: str, findings: Iterable[Finding]) -> tuple[Run, ...]:
    waived = to_do = wrong = 0
    for finding in findings:
        waived += bool(finding.waived)
        to_do += finding.is_gap
        wrong += not (finding.to_do or finding.waived)
    return (Run(f"{severity.title()}s"), *(Run(str(number)) for number in (wrong, to_do, waived)))


def _section(part: SectionProgress, findings: Iterable[Finding], links: Links) -> tuple[Run, ...]:
    here = [one.severity for one in findings if one.section == part.id and not one.waived]
    answered = Run(f"{part.answered} of {part.asked}")
    return (
        linked(part.title, f"/{part.id}", links),
        answered,
        *(Run(str(here.count(severity))) for severity in SEVERITIES),
    )


def _due(deadline: Deadline) -> str:
    return day(deadline.due) + (f", {deadline.counted}" if deadline.counted else "")


def _state(deadline: Deadline) -> str:
    days = days_in_words(abs(deadline.left))
    if deadline.done:
        early = f", {days} late" if deadline.left < 0 else ""
        return f"Done on {day(deadline.done)}{early}"
    state = f"{days} over" if deadline.left < 0 else f"{days} left" if deadline.left else "Due today"
    return state + ("; bank holidays of that year are not confirmed yet" if deadline.unconfirmed else "")


def _table(header: tuple[str, ...], rows: Iterable[tuple[Run, ...]], widths: tuple[float, ...]) -> Table:
    return Table(
        tuple(_cell(Run(label)) for label in header),
        tuple(tuple(_cell(run, head=not column) for column, run in enumerate(row)) for row in rows),
        widths=widths,
    )


def _cell(run: Run, *, head: bool = True) -> Cell:
    return Cell((Paragraph((run,)),), head=head)
