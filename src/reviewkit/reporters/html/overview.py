"""Many reports in a table, a line each, and what they come to together."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.composing.wording import capitalised, day
from reviewkit.findings import SEVERITIES, CheckedReport
from reviewkit.reporters.html.first import First
from reviewkit.reporters.html.sheets import Sheet
from reviewkit.reporters.html.wording import counted, standing
from reviewkit.tuples import NamedTuple


class Row(NamedTuple):
    """One report's line. `deadline` and `left` are those of the open step that is due first, or ""."""

    sheet: Sheet
    counts: tuple[int, ...]
    deadline: str
    left: str
    over: bool


class Overview(NamedTuple):
    """All reports. `counts` are findings by severity, `said` what they come to, `first` which report to look at first."""

    rows: tuple[Row, ...]
    sheets: tuple[Sheet, ...]
    counts: tuple[int, ...]
    said: tuple[str, ...]
    first: First


def overview(checked: Sequence[CheckedReport], sheets: Sequence[Sheet]) -> Overview:
    """The table of all reports, in the order in which they were read, and their sheets."""
    rows = tuple(_row(sheet) for sheet in sheets)
    read = [one for one in checked if one.readable]
    counts = tuple(sum(one.count(severity) for one in read) for severity in SEVERITIES)
    return Overview(rows, tuple(sheets), counts, tuple(_said(checked, rows)), _first(rows))


def _row(sheet: Sheet) -> Row:
    step = sheet.checked.next_deadline
    return Row(
        sheet=sheet,
        counts=tuple(sheet.checked.count(severity) for severity in SEVERITIES),
        deadline=f"{capitalised(step.step)} due {day(step.due)}" if step else "",
        left=standing(step) if step else "",
        over=bool(step and step.left < 0),
    )


def _said(checked: Sequence[CheckedReport], rows: Sequence[Row]) -> list[str]:
    """What the reports come to, in a few words each; nothing is said of what there is none of."""
    unread = sum(not one.readable for one in checked)
    clean = sum(row.sheet.is_clean for row in rows)
    waived = sum(bool(finding.waived) for one in checked for finding in one.findings)
    over = sum(row.over for row in rows)
    return [
        text
        for number, text in (
            (unread, f"{unread} could not be read"),
            (over, f"{over} with a deadline that has gone by"),
            (clean, f"{clean} with nothing to put right"),
            (waived, f"{counted(waived, 'finding')} waived"),
        )
        if number
    ]


def _first(rows: Sequence[Row]) -> First:
    """The report whose deadline has gone by longest, else the one with most errors, else one that can't be read."""
    late = [row for row in rows if row.over]
    if late:
        row = min(late, key=lambda row: row.sheet.checked.next_deadline.left)  # type: ignore[union-attr]
        return First("Look first at ", row.sheet.checked.file, row.sheet.id, f": {row.deadline}, {row.left}.")
    worst = max((row for row in rows if row.sheet.checked.readable), key=lambda row: row.counts, default=None)
    if worst and worst.counts[0]:
        return First(
            "Look first at ", worst.sheet.checked.file, worst.sheet.id, f": {counted(worst.counts[0], 'error')}."
        )
    unread = next((row for row in rows if not row.sheet.checked.readable), None)
    if unread:
        return First("Look first at ", unread.sheet.checked.file, unread.sheet.id, ": it could not be read.")
    return First("No errors: nothing stands in the way of these reports.")
