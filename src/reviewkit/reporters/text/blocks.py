"""One finding as a block: where, what, the line of the file with a caret, what to do, who asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.contracts import ReportOptions
from reviewkit.findings import Finding, Waiver
from reviewkit.reporters.text.styling import Style, harmless

_BAR = "  | "
# Nobody else asks that a file can be read or that an id is there: the line would say nothing.
_OWN = "reviewkit's own judgement"


def block(finding: Finding, source: Sequence[str], options: ReportOptions, style: Style) -> Iterator[str]:
    """The lines of one finding."""
    where = f"{harmless(finding.file)}:{finding.line}:{finding.column}"
    severity = f"waived {finding.severity}" if finding.waived else finding.severity
    head = f"{style.paint(where, 'bold')}  {style.paint(severity, finding.severity)}  {finding.code} {finding.name}"
    yield style.plain(f"{head}  {finding.place}".rstrip())
    yield from (style.plain(line) for line in _excerpt(finding, source, options, style))
    yield from _labelled("fix", finding.fix, options, style)
    if finding.source != _OWN:
        yield from _labelled("source", finding.source, options, style)
    if finding.waived:
        yield from _labelled("waived", harmless(_answer(finding.waived)), options, style)


def _answer(waiver: Waiver) -> str:
    said = [waiver.by]
    if waiver.on:
        said.append(f"on {waiver.on}")
    if waiver.expires:
        said.append(f"until {waiver.expires}")
    return f"{waiver.reason} ({', '.join(said)})"


def _excerpt(finding: Finding, source: Sequence[str], options: ReportOptions, style: Style) -> Iterator[str]:
    bar = style.paint(_BAR.rstrip(), "dim") + " "
    if not (0 < finding.line <= len(source)):
        yield from (bar + line for line in _wrapped(finding.message, options.width - len(_BAR)))
        return
    raw = harmless(source[finding.line - 1])
    indent = len(raw) - len(raw.lstrip())
    column = min(max(finding.column - 1 - indent, 0), max(options.width - 24, 20))
    text = raw[indent:]
    room = options.width - len(_BAR)
    yield bar + (text if len(text) <= room else text[: room - 1] + "…")
    caret = " " * column + style.paint("^", finding.severity) + " "
    first, *rest = _wrapped(finding.message, room - column - 2)
    yield bar + caret + first
    yield from (bar + " " * (column + 2) + line for line in rest)


def _labelled(label: str, text: str, options: ReportOptions, style: Style) -> Iterator[str]:
    if text:
        first, *rest = _wrapped(text, options.width - len(label) - 4)
        yield style.plain(f"  {style.paint(label + ':', 'dim')} {first}")
        yield from (style.plain(" " * (len(label) + 4) + line) for line in rest)


def _wrapped(text: str, width: int) -> list[str]:
    from textwrap import wrap

    return wrap(text, max(width, 30), break_long_words=False, break_on_hyphens=False) or [""]
