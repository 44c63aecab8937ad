"""One finding as a block: where, what, the line of the file with a caret, what to do, who asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.contracts import ReportOptions
from reviewkit.findings import Finding
from reviewkit.reporters._marks import evidence_mark
from reviewkit.reporters._words import OWN, answer
from reviewkit.reporters.text.excerpts import excerpt, wrapped
from reviewkit.reporters.text.styling import Style, harmless

_LONGEST_EVIDENCE = 200


def block(finding: Finding, source: Sequence[str], options: ReportOptions, style: Style) -> Iterator[str]:
    """The lines of one finding."""
    where = f"{harmless(finding.file)}:{finding.line}:{finding.column}"
    severity = f"waived {finding.severity}" if finding.waived else finding.severity
    head = f"{style.paint(where, 'bold')}  {style.paint(severity, finding.severity)}  {finding.code} {finding.name}"
    yield style.plain(f"{head}  {finding.place}".rstrip())
    mark = evidence_mark(finding, source)
    yield from (style.plain(line) for line in excerpt(finding, mark, source, options, style))
    if finding.evidence and not mark:
        yield from _labelled("words", f"“{harmless(_short(finding.evidence))}”", options, style)
    yield from _labelled("fix", finding.fix, options, style)
    if finding.source != OWN:
        yield from _labelled("source", finding.source, options, style)
    if finding.waived:
        yield from _labelled("waived", harmless(answer(finding.waived)), options, style)


def _short(evidence: str) -> str:
    return evidence if len(evidence) <= _LONGEST_EVIDENCE else evidence[: _LONGEST_EVIDENCE - 1] + "…"


def _labelled(label: str, text: str, options: ReportOptions, style: Style) -> Iterator[str]:
    if text:
        first, *rest = wrapped(text, options.width - len(label) - 4)
        yield style.plain(f"  {style.paint(label + ':', 'dim')} {first}")
        yield from (style.plain(" " * (len(label) + 4) + line) for line in rest)
