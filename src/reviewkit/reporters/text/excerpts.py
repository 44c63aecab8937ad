"""The line of the file that a finding is about, with what it says below a caret."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from reviewkit.contracts import ReportOptions
from reviewkit.findings import Finding
from reviewkit.reporters._marks import Mark
from reviewkit.reporters.text.styling import Style, harmless
from reviewkit.tuples import NamedTuple

_LEAST_ROOM = 40


class _Shown(NamedTuple):
    """A line as it fits on the terminal, and the stretch of it that is marked. `number` only where it must be said."""

    text: str
    start: int
    end: int
    number: str


def excerpt(
    finding: Finding, mark: Mark | None, source: Sequence[str], options: ReportOptions, style: Style
) -> Iterator[str]:
    """The line of the finding with a caret; where words led to it, the line that holds them, underlined."""
    room = options.width - 4
    shown = _shown(finding, mark, source, room)
    edge = f"{shown.number} |" if shown and shown.number else "  |"
    bar = style.paint(" " * (len(edge) - 1) + "|", "dim") + " "
    if shown is None:
        yield from (bar + line for line in wrapped(finding.message, room))
        return
    yield f"{style.paint(edge, 'dim')} {shown.text}"
    yield from (bar + line for line in _marked(finding, shown, room, style))


def _shown(finding: Finding, mark: Mark | None, source: Sequence[str], room: int) -> _Shown | None:
    line = finding.line + (mark.line if mark else 0)
    if not 0 < line <= len(source):
        return None
    raw = source[line - 1]
    indent = len(raw) - len(raw.lstrip())
    start, end = (mark.start, mark.end) if mark else (finding.column - 1, finding.column)
    number = "" if line == finding.line else str(line)
    return _window(_Shown(harmless(raw)[indent:], max(start - indent, 0), end - indent, number), room)


def _window(shown: _Shown, room: int) -> _Shown:
    """As much of a long line as fits, the stretch in it."""
    text, start, end, number = shown
    cut = max(0, min(start - room // 3, len(text) - room)) if end > room - 1 else 0
    if cut:
        text = "…" + text[cut + 1 :]
    if len(text) > room:
        text = text[: room - 1] + "…"
    return _Shown(text, start - cut, end - cut, number)


def _marked(finding: Finding, shown: _Shown, room: int, style: Style) -> Iterator[str]:
    """Carets under the stretch and the message beside them, or below where there is no room."""
    start = min(shown.start, max(room - 20, 20))
    carets = "^" * max(min(shown.end, len(shown.text)) - start, 1)
    mark = " " * start + style.paint(carets, finding.severity)
    left = start + len(carets) + 1
    if left > room - _LEAST_ROOM:
        yield mark
        yield from wrapped(finding.message, room)
        return
    first, *rest = wrapped(finding.message, room - left)
    yield f"{mark} {first}"
    yield from (" " * left + line for line in rest)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of that width, words kept whole."""
    return wrap(text, max(width, 30), break_long_words=False, break_on_hyphens=False) or [""]
