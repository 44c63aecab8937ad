"""The first pages: title page and contents."""

from __future__ import annotations

from reviewkit.document import Document, Facts, Heading, Paragraph
from reviewkit.renderers._outline import Entry, contents
from reviewkit.renderers._text import line, words
from reviewkit.renderers._titles import title_lines
from reviewkit.renderers.docx.fields import END, opened
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import TAB, plain_text
from reviewkit.renderers.docx.writing import Writing

_TOP = 2600


def title_page(document: Document, writing: Writing) -> str:
    """Kind, title, subtitle and the facts of the cover."""
    # The first line stands a quarter down the page; the style of the kind says so itself.
    found = _titles(document)
    writing.space = 0 if not found or found[0][0] == "ReportKind" else _TOP
    titles = [paragraph(writing, style, plain_text(text)) for style, text in found]
    writing.rule = bool(titles)
    cover = Facts(tuple((label, (Paragraph(runs),)) for label, runs in document.cover))
    return "".join(titles) + writing.write((cover,), writing.body)


def contents_page(document: Document, writing: Writing) -> str:
    """The contents as a field whose result is right already: every line leads to its heading, Word need not update.

    There are no page numbers: only Word could know them, and it would ask first.
    """
    entries = [(level, heading) for level, heading in _lines(contents(document)) if words(heading.runs)]
    if not entries:
        return ""
    deepest = max(level for level, _ in entries)
    lines = [_line(heading) for _, heading in entries]
    lines[0] = opened(f'TOC \\o "1-{deepest}" \\n \\h \\z \\u') + lines[0]
    lines[-1] += END
    shown = (paragraph(writing, f"TOC{level}", content) for (level, _), content in zip(entries, lines, strict=True))
    return paragraph(writing, "TOCHeading", plain_text("Contents")) + "".join(shown)


def _titles(document: Document) -> list[tuple[str, str]]:
    styles = ("ReportKind", "Title", "Subtitle")
    return [(style, text) for style, text in zip(styles, title_lines(document), strict=True) if text]


def _lines(entries: tuple[Entry, ...]) -> list[tuple[int, Heading]]:
    return [
        numbered
        for entry in entries
        for numbered in ((1, entry.heading), *((2, below.heading) for below in entry.below))
    ]


def _line(heading: Heading) -> str:
    number = line(heading.number).strip()
    content = (plain_text(number) + TAB if number else "") + plain_text(line(words(heading.runs)))
    return f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1">{content}</w:hyperlink>'
