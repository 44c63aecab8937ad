"""Pieces of Word's XML in short, for the samples that stand in the files of rules."""

from __future__ import annotations


def run(text: str, letters: str = "") -> str:
    """A run; `letters` are its properties as XML."""
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(text: str = "", style: str = "", properties: str = "", letters: str = "") -> str:
    """A paragraph of one run. `style` is an id such as Heading1."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{run(text, letters) if text else ''}</w:p>"


def holding(*inner: str, style: str = "") -> str:
    """A paragraph with that XML in it."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}</w:pPr>{''.join(inner)}</w:p>"


def cell(text: str = "", properties: str = "", inner: str = "") -> str:
    """A cell with a paragraph in it."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or para(text)}</w:tc>"


def row(*cells: str, header: bool = False) -> str:
    """A row of texts, or of cells as XML."""
    made = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if header else ''}</w:trPr>{made}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def picture(description: str = "", *, floating: bool = False, more: str = "", kind: str = "picture") -> str:
    """A run with a picture; `more` stands in its properties."""
    frame = "anchor" if floating else "inline"
    uri = "http://schemas.openxmlformats.org/drawingml/2006/" + kind
    return (
        f'<w:r><w:drawing><wp:{frame}><wp:docPr id="1" name="Picture 1" descr="{description}">{more}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="{uri}"/></a:graphic></wp:{frame}></w:drawing></w:r>'
    )


def link(words: str, inner: str = "") -> str:
    """A link to somewhere outside."""
    return f'<w:hyperlink r:id="rLink">{inner or run(words)}</w:hyperlink>'


def many(number: int) -> str:
    """So many words."""
    return " ".join(["word"] * number)
