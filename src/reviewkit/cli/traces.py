"""What `verify` found, as text for a person or JSON for a program. Without `show_text` no word of the file is in it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reviewkit import __version__
from reviewkit.reporters.text.styling import Style, harmless

if TYPE_CHECKING:
    from reviewkit.publication import Inspected, Trace

_FILE_NAME = "file name"
_UNREAD = "unread"
_MOST_PLACES = 8


def as_json(inspected: Inspected, file_name: str, *, show_text: bool, pair: Sequence[Trace] | None = None) -> str:
    """`{format, tool, version, file, parts_read, parts_unread, findings}`; `text` of a finding only if it is asked for.

    `pair` is what the file tells together with an older version, under `together`.
    """
    result = {
        "format": 1,
        "tool": "reviewkit",
        "version": __version__,
        "file": _named(inspected, file_name, show_text=show_text),
        "parts_read": inspected.read,
        "parts_unread": inspected.unread,
        "findings": [_finding(trace, show_text=show_text) for trace in inspected.traces],
    }
    if pair is not None:
        result["together"] = [_finding(trace, show_text=show_text) for trace in pair]
    return json.dumps(result, indent=1, ensure_ascii=False) + "\n"


def as_text(
    inspected: Inspected,
    file_name: str,
    *,
    show_text: bool,
    colour: bool,
    unicode: bool,
    pair: Sequence[Trace] | None = None,
) -> str:
    """A block for each finding of a part with its places, and a line that sums up; the same for `pair`."""
    style = Style(colour, unicode)
    lines = _blocks(inspected.traces, style, show_text=show_text)
    lines.append(_summary(inspected, _named(inspected, file_name, show_text=show_text), style))
    if pair is not None:
        lines += ["", *_blocks(pair, style, show_text=show_text), _told_together(pair, style)]
    return "".join(style.plain(line) + "\n" for line in lines)


def _blocks(traces: Iterable[Trace], style: Style, *, show_text: bool) -> list[str]:
    blocks: dict[tuple[str, str, str], list[Trace]] = {}
    for trace in traces:
        what = trace.place if trace.kind == _UNREAD else ""
        blocks.setdefault((trace.part, trace.kind, what or trace.said), []).append(trace)
    return [line for some in blocks.values() for line in (*_block(some, style, show_text=show_text), "")]


def _told_together(pair: Sequence[Trace], style: Style) -> str:
    if not pair:
        return style.paint("The older version adds nothing to this one, nor this one to it.", "done")
    places = _count(sum(trace.times for trace in pair), "place")
    return style.paint(f"Whoever holds both versions learns more in {places}: look at each.", "warning")


def _finding(trace: Trace, *, show_text: bool) -> dict[str, Any]:
    found = {
        "part": trace.part, "place": trace.place, "kind": trace.kind, "message": trace.said, "times": trace.times,
    }  # fmt: skip
    return {**found, "text": trace.text} if show_text and trace.text else found


def _named(inspected: Inspected, file_name: str, *, show_text: bool) -> str:
    """The file's name, which can itself name somebody."""
    if show_text or not any(trace.part == _FILE_NAME for trace in inspected.traces):
        return file_name
    return "…" + os.path.splitext(file_name)[1]


def _block(traces: list[Trace], style: Style, *, show_text: bool) -> Iterator[str]:
    first = traces[0]
    severity = "warning" if first.kind == _UNREAD else "error"
    if first.kind == _UNREAD:
        yield f"{style.paint(first.part, 'bold')}  {style.paint(_UNREAD, severity)}  {first.place}: {first.said}"
        return
    yield f"{style.paint(first.part, 'bold')}  {style.paint(first.kind, severity)}  {first.said}"
    for trace in traces[:_MOST_PLACES]:
        times = f" ({trace.times} times)" if trace.times > 1 else ""
        where = f"{trace.place or 'here'}{times}"
        yield f"  {where}: {harmless(trace.text)}" if show_text and trace.text else f"  {where}"
    if len(traces) > _MOST_PLACES:
        yield f"  and {_count(len(traces) - _MOST_PLACES, 'more place')}"


def _summary(inspected: Inspected, name: str, style: Style) -> str:
    found = [trace for trace in inspected.traces if trace.kind != _UNREAD]
    parts = f"{_count(inspected.read, 'part')} read, {inspected.unread or 'none'} that can't be read"
    prefix = f"{name}: " if name else ""
    if found:
        places = _count(len(found), "place")
        return style.paint(f"{prefix}something that identifies in {places}; {parts}.", "error")
    if inspected.unread:
        return style.paint(f"{prefix}nothing found in what could be read; {parts}: look at those yourself.", "warning")
    return style.paint(f"{prefix}nothing of the register found; {parts}. A person must still read it.", "done")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
