"""Many reports in a table, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.findings import CheckedReport, Deadline
from reviewkit.language.days import days_in_words
from reviewkit.reporters.text.styling import Style, harmless

_HEADS = ("report", "template", "errors", "warnings", "notes", "complete", "next deadline")
_NUMBERS = range(2, 6)


def table_lines(checked: Sequence[CheckedReport], style: Style) -> Iterator[str]:
    """A head, a line per report, and what was not read named as such."""
    rows = [_HEADS, *(_row(one) for one in checked)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    yield style.paint(_line(rows[0], widths), "bold")
    for row, one in zip(rows[1:], checked, strict=True):
        yield style.plain(style.paint(_line(row, widths), _colour(one)))


def _row(one: CheckedReport) -> tuple[str, ...]:
    if not one.readable:
        return (harmless(one.file), "could not be read", "", "", "", "", "")
    counts = (str(one.count(severity)) for severity in ("error", "warning", "note"))
    return (harmless(one.file), one.template, *counts, f"{one.completeness}%", _days(one.next_deadline))


def _days(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    left = f"{days_in_words(abs(deadline.left))} {'over' if deadline.left < 0 else 'left'}"
    return f"{deadline.step} {deadline.due}: {left}"


def _line(cells: tuple[str, ...], widths: Sequence[int]) -> str:
    padded = (
        f"{cell:>{width}}" if column in _NUMBERS else f"{cell:<{width}}"
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded).rstrip()


def _colour(one: CheckedReport) -> str:
    if not one.readable or one.count("error"):
        return "error"
    return "warning" if one.count("warning") else "done"
