"""Markdown that CommonMark readers and GitHub show alike: tables are GitHub's, everything else is CommonMark."""

from __future__ import annotations

from reviewkit.contracts import Renderer
from reviewkit.document import Document
from reviewkit.errors import UsageError


def render(document: Document, house_style: bytes | None = None) -> bytes:
    """The text as UTF-8. Raises `UsageError` for a house style, which only Word files have."""
    from reviewkit.renderers.markdown.page import page

    if house_style is not None:
        raise UsageError("a house style belongs to Word files", hint="leave --house-style out, or render --to docx")
    return page(document).encode()


RENDERER = Renderer(name="markdown", suffix=".md", render=render)
