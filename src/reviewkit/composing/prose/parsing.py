"""Prose fields → blocks: CommonMark with tables and strikethrough, and a short cut for what has no markup at all.

Most paragraphs of a report are plain sentences. They don't need a parser, and a report without any markup doesn't
even import one. The short cut gives what the parser would give; a property test holds it to that.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.composing.prose.citing import Citations
from reviewkit.composing.prose.plain import is_plain, plain_runs, spans_chunks
from reviewkit.document import Block, Paragraph

LONGEST = (
    200_000  # characters; ten times a long narrative. Beyond it only paragraphs are told apart: time stays bounded
)


def parse_prose(text: str, path: str, citations: Citations | None = None) -> tuple[Block, ...]:
    """The blocks of Markdown `text`, each carrying `path`. Every word comes back; raw HTML stays text.

    Marks such as `[^S1]` become citations as `citations` says; without it they are text.
    """
    if len(text) > LONGEST:
        return tuple(Paragraph(plain_runs(chunk.strip()), path=path) for chunk in _chunks(text))
    if spans_chunks(text):
        return parse_markdown(text, path, citations)
    return tuple(
        block
        for piece, plain in _pieces(text)
        for block in ((Paragraph(plain_runs(piece), path=path),) if plain else parse_markdown(piece, path, citations))
    )


def parse_markdown(text: str, path: str, citations: Citations | None = None) -> tuple[Block, ...]:
    """The same, always by the parser."""
    from reviewkit.composing.prose.blocks import to_blocks
    from reviewkit.composing.prose.parser import tokenise

    return to_blocks(tokenise(text, citations), path)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Plain paragraphs one by one; what stands between two of them goes to the parser as one piece."""
    marked: list[str] = []
    for chunk in _chunks(text):
        if not is_plain(chunk):
            marked.append(chunk)
            continue
        if marked:
            yield "\n\n".join(marked), False
            marked.clear()
        yield chunk, True
    if marked:
        yield "\n\n".join(marked), False


def _chunks(text: str) -> Iterator[str]:
    """Stretches of lines between blank lines, without their line ends."""
    if not (" \n" in text or "\t\n" in text or text.endswith((" ", "\t"))):
        # No line ends in a blank, so a blank one has nothing in it.
        yield from filter(None, (chunk.strip("\n") for chunk in text.split("\n\n")))
        return
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip(" \t"):
            lines.append(line)
        elif lines:
            yield "\n".join(lines)
            lines = []
    if lines:
        yield "\n".join(lines)
