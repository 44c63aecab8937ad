"""What was found in Word files, as text for a person: blocks, a line of counts, and what nobody but a person can judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reviewkit.findings import SEVERITIES, CheckedReport, Finding
from reviewkit.reporters._words import OWN
from reviewkit.reporters.text.excerpts import wrapped
from reviewkit.reporters.text.styling import Style, harmless
from reviewkit.reporters.text.summary import statistics_lines, total_line

if TYPE_CHECKING:
    from reviewkit.contracts import ReportOptions

_LOOKED_AT = (
    "language and properties, headings, tables, alternative texts, lists and space, links, contrast and letters, and what "
    "is left in the file"
)
_FOR_PEOPLE = (
    "No program can check whether the order of reading makes sense, whether an alternative text says what its picture "
    "tells, whether colour alone carries meaning, or whether the words are plain: read it through once, best with a "
    "screen reader."
)


def as_text(checked: Sequence[CheckedReport], options: ReportOptions, rules: int, *, is_whole: bool) -> str:
    """The findings of each file, of many in a folder a line each; `rules` is how many looked, `is_whole` if all did."""
    style = Style(options.colour, options.unicode)
    lines: list[str] = []
    for one in checked:
        if not options.overview or not one.readable:
            lines += [line for finding in one.findings for line in (*_block(finding, options, style), "")]
        lines += [_counts(one, style), *([] if options.overview else [""])]
    if options.overview:
        lines.append("")
    if options.statistics:
        lines += statistics_lines(checked, style)
    if len(checked) > 1:
        lines += [total_line(checked, style), ""]
    if any(one.readable for one in checked):
        looked = f"{rules} rules looked" if rules != 1 else "1 rule looked"
        looked += f" at {_LOOKED_AT}" if is_whole else ""
        lines += [style.plain(line) for line in wrapped(f"{looked}. {_FOR_PEOPLE}", options.width)]
    if options.overview:
        lines.append("`reviewkit check --a11y FILE` says what was found in one; `--full` shows all.")
    return "\n".join(lines) + "\n"


def _block(finding: Finding, options: ReportOptions, style: Style) -> Iterator[str]:
    head = style.paint(harmless(finding.file), "bold")
    yield style.plain(f"{head}  {style.paint(finding.severity, finding.severity)}  {finding.code} {finding.name}")
    yield from (style.plain(f"  {line}") for line in wrapped(finding.message, options.width - 2))
    if finding.evidence:
        yield from _labelled("words", f"“{harmless(finding.evidence)}”", options, style)
    yield from _labelled("fix", finding.fix, options, style)
    if finding.source != OWN:
        yield from _labelled("source", finding.source, options, style)


def _labelled(label: str, text: str, options: ReportOptions, style: Style) -> Iterator[str]:
    if text:
        first, *rest = wrapped(text, options.width - len(label) - 4)
        yield style.plain(f"  {style.paint(label + ':', 'dim')} {first}")
        yield from (style.plain(" " * (len(label) + 4) + line) for line in rest)


def _counts(checked: CheckedReport, style: Style) -> str:
    name = style.paint(harmless(checked.file), "bold")
    if not checked.readable:
        return f"{name}: could not be read"
    numbers = [(checked.count(severity), severity) for severity in SEVERITIES]
    said = [f"{number} {severity}{'' if number == 1 else 's'}" for number, severity in numbers if number]
    return f"{name}: {', '.join(said)}" if said else f"{name}: {style.paint('nothing found by these rules', 'done')}"
