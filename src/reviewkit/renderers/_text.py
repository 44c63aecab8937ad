"""Text as every format can hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewkit.document import Run, Runs

_BREAKS = r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+"
_ILLEGAL = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
_ADDRESSES = ("http://", "https://", "mailto:")


def line(text: str) -> str:
    """The text on one line: line ends and tabs become spaces, characters that XML forbids vanish."""
    if text.isprintable():
        return text
    return re.sub(_ILLEGAL, "", re.sub(_BREAKS, " ", text))


def typed_lines(text: str) -> list[str]:
    """The lines of typed text such as a code block, tabs kept, without characters that XML forbids."""
    return [re.sub(_ILLEGAL, "", typed) for typed in re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)]


def address(href: str) -> str:
    """The address of an outside link if it is of a kind that a report may link to, else ""."""
    href = "".join(line(href).split())
    return href if href.lower().startswith(_ADDRESSES) else ""


def tidy(runs: Runs) -> tuple[Run, ...]:
    """The runs with clean text and addresses; without empty ones, and without line breaks at either end.

    A citation needs no words of its own.
    """
    kept = [_clean(run) for run in runs if run.text or run.line_break or run.source >= 0]
    while kept and _is_blank(kept[-1]):
        kept.pop()
    while kept and _is_blank(kept[0]):
        kept.pop(0)
    return tuple(kept)


def words(runs: Iterable[Run]) -> str:
    """The runs' text alone, line breaks as spaces."""
    return " ".join("".join(" " if run.line_break else run.text for run in runs).split())


def is_web(text: str) -> bool:
    """Whether the text itself reads as an address."""
    return text.lower().startswith(("http://", "https://", "www."))


def _clean(run: Run) -> Run:
    if run.href:
        return run._replace(text=line(run.text), href=address(run.href))
    return run if run.text.isprintable() else run._replace(text=line(run.text))


def _is_blank(run: Run) -> bool:
    return not run.text.strip() and run.source < 0
