"""The sources of a document: the references that its prose cites, numbered in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reviewkit.composing.texts import over_texts
from reviewkit.composing.wording import one_line
from reviewkit.document import Block, Document, Heading, Paragraph, Run, Runs

SECTION = "references"

Say = Callable[[str], str]


def citable(values: Mapping[str, Any]) -> dict[str, int]:
    """The places of references in their list by id; of two with the same id, the first that says something."""
    found: dict[str, int] = {}
    for place, item in enumerate(_references(values)):
        key = item.get("id") if isinstance(item, dict) else None
        if isinstance(key, str) and _described(item, lambda text: text):
            found.setdefault(key, place)
    return found


def with_sources(document: Document, values: Mapping[str, Any], say: Say = lambda text: text) -> Document:
    """The document with what its runs cite; a source that has nothing left to say isn't cited.

    `say` gives each text of a reference as it may be printed.
    """
    references = _references(values)
    numbers: dict[int, int] = {}
    sources: list[Runs] = []

    def number(place: int) -> int:
        if place not in numbers:
            text = _described(references[place], say)
            numbers[place] = len(sources) if text else -1
            sources.extend([(Run(text),)] if text else ())
        return numbers[place]

    def change(block: Heading | Paragraph) -> Runs:
        for run in block.runs:
            if run.source >= 0:
                break
        else:
            return block.runs
        numbered = (run if run.source < 0 else run._replace(source=number(run.source)) for run in block.runs)
        return tuple(run for run in numbered if run.text or run.line_break or run.source >= 0)

    blocks = over_texts(document.blocks, change)
    return document._replace(blocks=blocks, sources=tuple(sources))


def uncited(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without citations: a summary says what the body says, and the body cites."""
    return over_texts(blocks, _without_citations)


def _without_citations(block: Heading | Paragraph) -> Runs:
    kept = tuple(run for run in block.runs if run.text or run.source < 0)
    return block.runs if len(kept) == len(block.runs) else kept


def _references(values: Mapping[str, Any]) -> list[Any]:
    written = values.get(SECTION)
    return written if isinstance(written, list) else []


def _described(item: Mapping[str, Any], say: Say) -> str:
    """The reference in words, `Author (Year), Title.`, of what is there."""
    author, year, title = (_line(item.get(key), say) for key in ("author", "year", "title"))
    if not author:
        text = f"{title} ({year})" if title and year else title or year
    else:
        text = ", ".join(filter(None, (f"{author} ({year})" if year else author, title)))
    return f"{text}." if text and not text.endswith((".", "?", "!")) else text


def _line(value: Any, say: Say) -> str:
    text = one_line(value) if isinstance(value, str | int | float) else ""
    return say(text).strip() if text else ""
