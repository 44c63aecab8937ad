"""The first pages: what stands before the report, title page and contents."""

from __future__ import annotations

from reviewkit.document import Document, Facts, Heading, Paragraph
from reviewkit.renderers._outline import Entry, contents
from reviewkit.renderers._text import line, words
from reviewkit.renderers._titles import title_lines
from reviewkit.renderers.docx.comment_marks import commented
from reviewkit.renderers.docx.fields import END, opened
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import TAB, plain_text
from reviewkit.renderers.docx.writing import Writing

_TOP = 2600


def front_pages(document: Document, writing: Writing, section: str) -> str:
    """The pages before the title page, closed by a section break so that both begin without the title above."""
    written = writing.write(document.front, writing.body)
    if not written:
        return ""
    if not written.endswith("</w:p>"):  # only a paragraph can end a section
        return f"{written}<w:p><w:pPr>{section}</w:pPr></w:p>"
    before, end, after = written.rpartition("</w:pPr>")
    return f"{before}{section}{end}{after}"


def title_page(document: Document, writing: Writing) -> str:
    """Kind, title, subtitle and the facts of the cover."""
    found = _titles(document, writing)
    # The first line stands a quarter down the page; the style of the kind says so itself.
    writing.space = 0 if not found or "ReportKind" in found else _TOP
    titles = [paragraph(writing, style, content) for style, content in found.items()]
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


def _titles(document: Document, writing: Writing) -> dict[str, str]:
    """The lines of the title by their style; notes on the whole report stand at the title itself."""
    styles = ("ReportKind", "Title", "Subtitle")
    found = {style: plain_text(text) for style, text in zip(styles, title_lines(document), strict=True) if text}
    noted = "Title" if "Title" in found else next(iter(found), "")
    if noted:
        found[noted] = commented([(document.title_notes, found[noted])], writing.notes)
    return found


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
