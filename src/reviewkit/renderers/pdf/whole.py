"""The whole document as the data that `templates/pdf/report.typ` is given."""

from __future__ import annotations

from typing import Any

from reviewkit.document import Document, Facts, Paragraph
from reviewkit.renderers._outline import contents, numbered_names, renamed
from reviewkit.renderers._text import words
from reviewkit.renderers._titles import shortened, title_lines
from reviewkit.renderers.pdf.blocks import blocks_data, shown_headings
from reviewkit.renderers.pdf.inline import fitting, plain, runs_data
from reviewkit.renderers.pdf.place import TEXT_WIDTH, Place

_DEEPEST = 6
_SIZES = (14.0, 32.0, 16.0)
_MARGIN_SIZE = 10.0
_UNNAMED = "Report"


def whole(document: Document) -> dict[str, Any]:
    """Plain values only: no text of the report is ever read as Typst's own language."""
    document = renamed(document, numbered_names())
    lines = title_lines(document)
    kind, title, subtitle = (fitting(text, TEXT_WIDTH, size) for text, size in zip(lines, _SIZES, strict=True))
    sources = [runs_data(runs, Place()) for runs in document.sources]
    place = Place(
        anchors=frozenset(heading.anchor for heading in shown_headings(document.blocks)),
        listed=_listed(document),
        sources=frozenset(number for number, runs in enumerate(sources) if runs),
    )
    cover = Facts(tuple((label, (Paragraph(runs),)) for label, runs in document.cover))
    language, _, region = plain(document.language).partition("-")
    return {
        "language": language.lower() if language.isascii() and language.isalpha() and len(language) in (2, 3) else "en",
        "region": region.upper() if region.isascii() and region.isalpha() and len(region) == 2 else "",
        "name": " – ".join(filter(None, map(plain, (lines[1], lines[0])))) or plain(lines[2]) or _UNNAMED,
        "kind": kind,
        "title": title,
        "subtitle": subtitle,
        "short_title": _small(shortened(plain(document.title))),
        "footer": "Draft" if document.draft else _small(shortened(plain(document.kind))),
        "marking": _small(document.marking),
        "draft": document.draft,
        "cover": blocks_data((cover,), place),
        "brief": document.brief,
        "has_contents": bool(place.listed & place.anchors),
        "sources": sources,
        "blocks": _levelled(blocks_data(document.blocks, place)),
    }


def _small(text: str) -> str:
    return fitting(text, TEXT_WIDTH * 3 // 4, _MARGIN_SIZE)


def _listed(document: Document) -> frozenset[str]:
    entries = contents(document)
    headings = [entry.heading for entry in entries] + [below.heading for entry in entries for below in entry.below]
    return frozenset(heading.anchor for heading in headings if words(heading.runs))


def _levelled(blocks: list[dict[str, Any]], before: int = 0) -> list[dict[str, Any]]:
    """The headings without a skipped level: a reader by ear would look for what is missing."""
    for block in _headings(blocks):
        before = block["level"] = min(max(block["level"], 1), before + 1, _DEEPEST)
    return blocks


def _headings(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for block in blocks:
        if block["kind"] == "heading":
            found.append(block)
        elif block["kind"] == "card":
            found += _headings(block["blocks"])
    return found
