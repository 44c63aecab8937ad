"""The first pages: title page and contents."""

from __future__ import annotations

from reviewkit.document import Document, Facts, Heading, Paragraph, Runs
from reviewkit.drawing.measuring import text_width
from reviewkit.renderers._outline import Entry, contents
from reviewkit.renderers._text import line, words
from reviewkit.renderers._titles import title_lines
from reviewkit.renderers.docx.comment_marks import commented
from reviewkit.renderers.docx.fields import END, opened
from reviewkit.renderers.docx.paragraphs import paragraph
from reviewkit.renderers.docx.runs import TAB, plain_text, runs_xml, styled_text
from reviewkit.renderers.docx.writing import Writing

_TOP = 2600
_CONTENTS_TITLE = 700  # twips, as are the heights of a line of the contents by its level
_LINE_HEIGHTS = {1: 410, 2: 345}


def title_page(document: Document, writing: Writing) -> str:
    """The partnership, a rule, kind, title, subtitle, the facts of the cover and what is to be known of the version."""
    rows = [(line(label).strip(), runs) for label, runs in document.cover]
    publisher = next((row for row in rows if row[0] and row[0] == document.publisher), None)
    style = "ReportKind" if document.brief else "ReportPublisher"
    above = paragraph(writing, style, runs_xml(publisher[1], writing)) if publisher else ""
    writing.space = 0 if above or document.brief else _TOP
    titles = [paragraph(writing, style, content) for style, content in _titles(document, writing).items()]
    rest = [row for row in rows if not above or row is not publisher]
    remarks = [row for row in rest if _is_remark(*row, writing)]
    facts = Facts(tuple((label, (Paragraph(runs),)) for label, runs in rest if (label, runs) not in remarks))
    writing.space, writing.rule = 0, bool(titles)
    below = writing.write((facts,), writing.body)
    return above + "".join(titles) + below + "".join(_remark(label, runs, writing) for label, runs in remarks)


def _is_remark(label: str, runs: Runs, writing: Writing) -> bool:
    """Whether that is a sentence or two, longer than a line, and no fact or list of names."""
    is_list = any(run.line_break for run in runs)
    return bool(label) and not is_list and text_width(words(runs)) > writing.width


def _remark(label: str, runs: Runs, writing: Writing) -> str:
    content = styled_text(label, "ReportLabelText") + plain_text(": ") + runs_xml(runs, writing)
    return paragraph(writing, "ReportNotice", content)


def contents_page(document: Document, writing: Writing) -> str:
    """The contents as a field whose result is right already: every line leads to its heading, Word need not update.

    There are no page numbers: only Word could know them, and it would ask first.
    """
    every = [(level, heading) for level, heading in _lines(contents(document)) if words(heading.runs)]
    fits = sum(_LINE_HEIGHTS[level] for level, _ in every) <= writing.height - _CONTENTS_TITLE
    entries = every if fits else [(level, heading) for level, heading in every if level == 1]
    if not entries:
        return ""
    deepest = max(level for level, _ in entries)
    numbered = {level for level, heading in entries if heading.number.strip()}
    lines = [_line(heading, TAB if level in numbered else "") for level, heading in entries]
    lines[0] = opened(f'TOC \\o "1-{deepest}" \\n \\h \\z') + lines[0]
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


def _line(heading: Heading, gap: str) -> str:
    """One line; `gap` parts numbers from words, and stands alone where other lines of that level have a number."""
    number = line(heading.number).strip()
    content = (plain_text(number) if number else "") + gap + plain_text(line(words(heading.runs)))
    return f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1">{content}</w:hyperlink>'
