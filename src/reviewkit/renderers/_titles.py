"""The lines above and below a title, where they say more than the title does."""

from __future__ import annotations

from reviewkit.document import Document
from reviewkit.renderers._text import line

_SHORT = 80


def title_lines(document: Document) -> tuple[str, str, str]:
    """Kind, title and subtitle; "" where another of them says it already."""
    kind, title, subtitle = (line(text).strip() for text in (document.kind, document.title, document.subtitle))
    subtitle = "" if _says(title, subtitle) else subtitle
    return "" if _says(title, kind) or _says(subtitle, kind) else kind, title, subtitle


def shortened(text: str) -> str:
    """The text, cut after a word where it wouldn't fit on one line."""
    if len(text) <= _SHORT:
        return text
    kept = text[:_SHORT].rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:–-") + "…"


def _says(text: str, other: str) -> bool:
    return other.casefold() in text.casefold()
