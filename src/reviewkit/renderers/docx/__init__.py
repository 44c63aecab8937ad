"""Word: a package built clean, part by part, from the document and a house style; nothing of any template travels."""

from __future__ import annotations

from reviewkit.contracts import Renderer
from reviewkit.document import Document, Furniture


def render(document: Document, house_style: bytes | None = None) -> bytes:
    """The bytes of a Word file; the same document gives the same bytes.

    `house_style` is a Word file whose styles, list signs and page are taken; its header and footer come in the document,
    nothing else of it does. Raises `UsageError` if it can't be used.
    """
    from reviewkit.renderers.docx.assembling import assemble
    from reviewkit.renderers.docx.look import own_look

    if house_style is None:
        return assemble(document, own_look())
    from reviewkit.renderers.docx.house.style import house_look

    return assemble(document, house_look(house_style))


def furniture(house_style: bytes) -> Furniture:
    """The lines of its header and footer. Raises `UsageError` if the file can't be used."""
    from reviewkit.renderers.docx.house.furniture import furniture_of

    return furniture_of(house_style)


RENDERER = Renderer(name="docx", suffix=".docx", render=render, furniture=furniture)
