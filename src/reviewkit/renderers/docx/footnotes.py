"""Word footnotes: the sign in the text, and the part that holds what they say."""

from __future__ import annotations

from reviewkit.document import Run, Runs
from reviewkit.renderers._text import is_web
from reviewkit.renderers.docx.runs import footnote_sign, runs_xml
from reviewkit.renderers.docx.writing import Writing
from reviewkit.renderers.docx.xml import HEAD, NAMESPACES

_LINES = (("separator", -1), ("continuationSeparator", 0))
_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def footnotes_part(writing: Writing) -> str:
    """The part with all footnotes that the text calls, or ""."""
    if not writing.footnotes:
        return ""
    # What is written here may call no footnotes itself.
    notes = "".join(_footnote(number, runs, writing) for number, runs in enumerate(tuple(writing.footnotes), start=1))
    return f"{HEAD}<w:footnotes {NAMESPACES}>{''.join(_line(*line) for line in _LINES)}{notes}</w:footnotes>"


def with_footnote_lines(settings: str, writing: Writing) -> str:
    """The settings, with the lines that part footnotes from the text where there are any."""
    return settings.replace("<w:compat>", f"{_SETTINGS}<w:compat>", 1) if writing.footnotes else settings


def _line(kind: str, number: int) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240"'
        f' w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _footnote(number: int, runs: Runs, writing: Writing) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f'{footnote_sign("<w:footnoteRef/>")}<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        f"{runs_xml(tuple(map(_unlinked, runs)), writing)}</w:p></w:footnote>"
    )


def _unlinked(run: Run) -> Run:
    # A link would need relationships of the part's own, and on paper it is the address that counts.
    address = f" ({run.href})" if run.href and not is_web(run.text) else ""
    return run._replace(text=f"{run.text}{address}", href="", anchor="", notes=(), source=-1)
