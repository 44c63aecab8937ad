"""Fields that Word works out itself: page numbers, the contents."""

from __future__ import annotations

from reviewkit.renderers.docx.runs import plain_text
from reviewkit.renderers.docx.xml import escaped

END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, shown: str) -> str:
    """A field and the text that it shows until Word works it out."""
    return f"{opened(instruction)}{plain_text(shown)}{END}"


def opened(instruction: str) -> str:
    """The start of a field whose result stands between it and `END`."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
