"""The whole text: marking, title, cover, contents, report."""

from __future__ import annotations

from reviewkit.document import Document, Facts, Heading, Paragraph, Run
from reviewkit.renderers._outline import Entry, numbered_names, renamed
from reviewkit.renderers._sources import ANCHOR, SOURCES, listed
from reviewkit.renderers._text import line, words
from reviewkit.renderers._titles import title_lines
from reviewkit.renderers.markdown.blocks import heading, paragraph, write_blocks
from reviewkit.renderers.markdown.escaping import escaped
from reviewkit.renderers.markdown.inline import inline


def page(document: Document) -> str:
    """The document as Markdown."""
    document = renamed(document, numbered_names())
    marking = line(document.marking).strip()
    cover = Facts(tuple((label, (Paragraph(runs),)) for label, runs in document.cover))
    parts = [
        f"> {inline((Run(marking, bold=True),))}" if marking else "",
        *_titles(document),
        *write_blocks((cover,)),
        *_contents(listed(document)),
        *write_blocks(document.blocks),
        *_sources(document),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _titles(document: Document) -> list[str]:
    kind, title, subtitle = title_lines(document)
    below = (kind, subtitle, "Draft" if document.draft else "")
    return [heading(Heading(0, (Run(title),))), *(paragraph(Paragraph((Run(text),))) for text in below)]


def _contents(entries: tuple[Entry, ...]) -> list[str]:
    if not entries:
        return []
    return ["## Contents", "\n".join(_line(entry, "") for entry in entries)]


def _sources(document: Document) -> list[str]:
    if not any(map(words, document.sources)):
        return []
    items = (
        f'{number}. <a id="source-{number}"></a>{inline(runs, " ")}' for number, runs in enumerate(document.sources, 1)
    )
    return [heading(Heading(1, (Run(SOURCES),), anchor=ANCHOR)), "\n".join(items)]


def _line(entry: Entry, indent: str) -> str:
    heading = entry.heading
    number = line(heading.number).strip()
    label = escaped(f"{number} {words(heading.runs)}".strip())
    return "\n".join(
        [f"{indent}- [{label}](#{heading.anchor})", *(_line(below, f"{indent}  ") for below in entry.below)]
    )
