"""Runs of text as data: clean, and with places where words may break that are too long for their column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from reviewkit.document import Run, Runs
from reviewkit.drawing.measuring import BODY_SIZE, text_width
from reviewkit.renderers._text import line, tidy
from reviewkit.renderers.pdf.place import Place

BREAK_HERE = "\u200b"
_STYLES = ("bold", "italic", "code", "strike", "gap", "line_break")


def runs_data(runs: Runs, place: Place) -> list[dict[str, Any]]:
    """The runs, only what each of them has."""
    kept = tidy(runs)
    texts = broken((run.text.replace("\xad", "") for run in kept), place.room)
    return [_run(run, text, place) for run, text in zip(kept, texts, strict=True)]


def plain(text: str) -> str:
    """The text on one line, without marks that would part a word at the end of a line."""
    return line(text).replace("\xad", "").strip()


def fitting(text: str, room: int, points: float = BODY_SIZE) -> str:
    """The text on one line of data, as `plain`, with places to break in words too long for `room` at that size."""
    return "".join(broken((plain(text),), round(room * BODY_SIZE / points)))


def broken(texts: Iterable[str], room: int) -> Iterator[str]:
    """The texts, which follow one another, with a place to break in every word that is wider than `room` (twips)."""
    used = 0
    for text in texts:
        pieces: list[str] = []
        for piece in _words().findall(text):
            width = text_width(piece, bold=True)
            if piece.isspace():
                used = 0
            elif used + width <= room:
                used += width
            else:
                parted, used = _parted(piece, room, used)
                pieces.append(parted)
                continue
            pieces.append(piece)
        yield "".join(pieces)


def _parted(word: str, room: int, used: int) -> tuple[str, int]:
    """The word in pieces that fit, and how wide the last of them is."""
    letters: list[str] = []
    for letter in word:
        width = text_width(letter, bold=True)
        # A letter and the marks upon it stay together, whatever they measure.
        if used + width > room and letter.isalnum():
            letters.append(BREAK_HERE)
            used = 0
        letters.append(letter)
        used += width
    return "".join(letters), used


def _run(run: Run, text: str, place: Place) -> dict[str, Any]:
    data: dict[str, Any] = {"text": f"[{text}]" if run.gap else text}
    data |= {name: True for name in _STYLES if getattr(run, name)}
    if run.href:
        data["href"] = run.href
    elif run.anchor in place.anchors:
        data["anchor"] = run.anchor
    if run.source in place.sources:
        data["source"] = run.source
    return data


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\s+|\S+")
