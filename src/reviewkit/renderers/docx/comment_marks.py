"""Where a Word comment begins, where it ends, and the sign that calls it."""

from __future__ import annotations

REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'


def commented(stretches: list[tuple[tuple[int, ...], str]], placed: set[int]) -> str:
    """A paragraph's stretches of XML, each with the notes about it, inside the marks of these.

    `placed` are the notes that have their place, and learns of these: Word wants every mark once in a document.
    """
    last = {note: index for index, (notes, _) in enumerate(stretches) for note in notes if note not in placed}
    written: list[str] = []
    for index, (notes, xml) in enumerate(stretches):
        starting = [note for note in notes if note in last and note not in placed]
        placed.update(starting)
        written += [f'<w:commentRangeStart w:id="{note}"/>' for note in starting]
        written.append(xml)
        written += [_end(note) for note in notes if last.get(note) == index]
    return "".join(written)


def _end(note: int) -> str:
    return f'<w:commentRangeEnd w:id="{note}"/><w:r>{REFERENCE}<w:commentReference w:id="{note}"/></w:r>'
