"""The closing lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.findings import SEVERITIES, CheckedReport
from reviewkit.reporters._words import by_rule
from reviewkit.reporters.text.styling import Style, harmless


def summary_line(checked: CheckedReport, style: Style) -> str:
    """One report in one line."""
    name = style.paint(harmless(checked.file), "bold")
    if not checked.readable:
        return f"{name}: could not be read"
    counts = _counts([checked])
    if not counts:
        return f"{name}: {style.paint('nothing to say', 'done')}, {_parts(checked)}"
    return style.plain(f"{name}: {', '.join(counts)}; {_parts(checked)}")


def total_line(checked: Sequence[CheckedReport], style: Style) -> str:
    """All reports in one line."""
    unread = sum(1 for one in checked if not one.readable)
    counts = _counts([one for one in checked if one.readable]) or ["nothing to say"]
    more = f"; {unread} could not be read" if unread else ""
    return style.paint(f"{len(checked)} files: {', '.join(counts)}{more}", "bold")


def statistics_lines(checked: Sequence[CheckedReport], style: Style) -> Iterator[str]:
    """How often each code spoke, most often first."""
    yield style.paint("Findings by rule", "bold")
    for code, name, number in by_rule(checked):
        yield f"  {number:>5}  {code} {name}"
    yield ""


def _parts(checked: CheckedReport) -> str:
    complete = sum(1 for part in checked.progress if part.answered == part.asked)
    return f"{complete} of {len(checked.progress)} sections complete"


def _counts(checked: Sequence[CheckedReport]) -> list[str]:
    said: list[str] = []
    for severity in SEVERITIES:
        number = sum(one.count(severity) for one in checked)
        if number:
            said.append(f"{number} {severity}{'' if number == 1 else 's'}")
    waived = sum(1 for one in checked for finding in one.findings if finding.waived)
    if waived:
        said.append(f"{waived} waived")
    return said
