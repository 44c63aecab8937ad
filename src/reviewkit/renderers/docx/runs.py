"""Runs of text: character styles, links, line breaks, gaps, comments, footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reviewkit.document import Run, Runs
from reviewkit.renderers._text import is_web, line, tidy
from reviewkit.renderers.docx.comment_marks import commented
from reviewkit.renderers.docx.writing import Writing
from reviewkit.renderers.docx.xml import escaped

BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
_TOGGLES = (("bold", "<w:b/><w:bCs/>"), ("italic", "<w:i/><w:iCs/>"), ("strike", "<w:strike/>"))


def runs_xml(runs: Runs, writing: Writing) -> str:
    """The runs as XML, neighbours that lead to the same place as one link; "" if there is nothing to read."""
    if len(runs) == 1 and runs[0][1:] == _PLAIN:  # as nearly all are
        text = line(runs[0].text)
        return plain_text(text) if text.strip() else ""
    runs = tidy(runs)
    if any(run.notes for run in runs):
        stretches = [(notes, tuple(group)) for notes, group in groupby(runs, key=lambda run: run.notes)]
        return commented([(notes, _links(group, writing)) for notes, group in stretches], writing.notes)
    return _links(runs, writing)


def _links(runs: Runs, writing: Writing) -> str:
    written = ""
    called = ""  # the footnote just called: its number would run into that of the next
    for (source, href, anchor), group in groupby(runs, key=_target):
        held = list(group)
        words = "".join(map(_run, (run for run in held if run.text or run.line_break)))
        if words:
            written += _linked(href, anchor, words, writing)
            called = ""
        if note := _noted(source, href, held, writing):
            sign = footnote_sign(f'<w:footnoteReference w:id="{writing.footnote(note)}"/>')
            written += footnote_sign("<w:t>,</w:t>") + sign if called else sign
            called = sign
    return written


def _noted(source: int, href: str, runs: Sequence[Run], writing: Writing) -> Runs:
    """What a footnote says here: the source that is cited, or where a link leads whose words don't say it."""
    if 0 <= source < len(writing.sources):
        return writing.sources[source]
    words = "".join(run.text for run in runs)
    address = href.removeprefix("mailto:")
    return (Run(address),) if address and not is_web(words) and address not in words else ()


def footnote_sign(content: str) -> str:
    """A run in the style of a footnote's number."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{content}</w:r>'


def styled_text(text: str, style: str) -> str:
    """A run of clean text in a character style."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def plain_text(text: str) -> str:
    """A run of clean text in its paragraph's own style."""
    return f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


_PLAIN = Run("")[1:]


def _target(run: Run) -> tuple[int, str, str]:
    return run.source, run.href, run.anchor


def _linked(href: str, anchor: str, content: str, writing: Writing) -> str:
    if href:
        return f'<w:hyperlink r:id="{writing.link(href)}" w:history="1">{content}</w:hyperlink>'
    if anchor:
        return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'
    return content


def _run(run: Run) -> str:
    if run.line_break:
        return BREAK
    text = f"[{run.text}]" if run.gap else run.text
    style = _style(run)
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + "".join(
        xml for name, xml in _TOGGLES if getattr(run, name)
    )
    properties = properties and f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def _style(run: Run) -> str:
    if run.gap:
        return "ReportGap"
    if run.href or run.anchor:
        return "Hyperlink"
    return "ReportCodeText" if run.code else ""
