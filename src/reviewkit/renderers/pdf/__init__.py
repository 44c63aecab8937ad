"""PDF: the document as data, set by Typst with `templates/pdf/report.typ`; tagged as PDF/UA-1, in memory and offline."""

from __future__ import annotations

from reviewkit.contracts import Renderer
from reviewkit.document import Document
from reviewkit.errors import UsageError


def render(document: Document, house_style: bytes | None = None) -> bytes:
    """The bytes of a PDF; the same document gives the same bytes on the same machine.

    Raises `UsageError` for a house style, which only Word files have, and where the extra `[pdf]` is not installed;
    `OutputError` where no font of the machine has a letter of the report.
    """
    if house_style is not None:
        raise UsageError("a house style belongs to Word files", hint="leave --house-style out, or render --to docx")
    from reviewkit.renderers.pdf.compiling import compiled
    from reviewkit.renderers.pdf.whole import whole

    return compiled(whole(document))


RENDERER = Renderer(name="pdf", suffix=".pdf", render=render)
