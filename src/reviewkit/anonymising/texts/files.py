"""A statement, minutes, a chronology: a text or Markdown file with what identifies replaced, or the questions it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewkit.anonymising.decisions.locating import Located, Locator
from reviewkit.anonymising.preparing import Preparation, as_published, prepare
from reviewkit.anonymising.proof.markup import in_markup
from reviewkit.anonymising.proof.proving import prove_parts
from reviewkit.anonymising.proof.withheld import Withheld
from reviewkit.anonymising.rewriting import Rewriter
from reviewkit.anonymising.texts.marked import Block, Piece, markdown_blocks, text_blocks
from reviewkit.contracts import Detector
from reviewkit.errors import InputError, LeakError
from reviewkit.inspecting import read_parts
from reviewkit.language.reading import read
from reviewkit.report import Report

_REFUSED = "some decisions are left"
_HINT = (
    "reword these places, complete the register, or answer under `publication.decisions` of the report; "
    "nothing was written"
)
_MARKDOWN = (".md", ".markdown")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class TextFile(NamedTuple):
    """A text or Markdown file. `suffix` as in ".md"; `name` is for messages."""

    data: bytes
    suffix: str
    name: str = ""

    @property
    def is_markdown(self) -> bool:
        """Whether its marks are marks."""
        return self.suffix.lower() in _MARKDOWN


class _Encoded(NamedTuple):
    """A text with what turns it back into the same bytes."""

    text: str
    mark: bytes
    encoding: str


class _Lines(Locator):
    """Tells where a text stands by the line that is being rewritten."""

    def __init__(self, report: Report) -> None:
        super().__init__(report, {})
        self.block = Block(0, ())

    def place_of(self, text: str) -> Located:  # noqa: ARG002  every text of a block stands where the block does
        source = "".join(piece.source for piece in self.block.pieces).lstrip()
        return Located(said="the text", first=self.block.line, lines=tuple(source.split("\n")))


def anonymise_text(file: TextFile, report: Report, result_name: str = "", detectors: Sequence[Detector] = ()) -> bytes:
    """The file with what identifies replaced, proved; what needs no change comes back byte for byte.

    `result_name` is the file name that it gets, which is searched as well. Raises `LeakError` with the questions, by line
    and without any of the text, and `InputError` for bytes that are no text.
    """
    prepared = prepare(report, detectors)
    if prepared.reasons:
        raise LeakError(_REFUSED, prepared.reasons, hint=_HINT)
    encoded = _decode(file)
    lines = _Lines(report)
    rewriter = Rewriter(prepared, lines)
    pieces: list[str] = []
    links: list[str] = []
    for block in markdown_blocks(encoded.text) if file.is_markdown else text_blocks(encoded.text):
        lines.block = block
        pieces += _rewritten(block, rewriter)
        links += _targets(block, prepared)
    if questions := (*(question.told for question in rewriter.questions()), *links):
        raise LeakError(_REFUSED, questions, hint=_HINT)
    result = _encode("".join(pieces), encoded, file.name)
    parts = read_parts(result, file.suffix, file.name)
    found = prove_parts(parts, result_name, report, as_published(prepared, rewriter.kept()))
    if found:
        raise LeakError("the result would still hold something that identifies", found, hint=_HINT)
    return result


def _rewritten(block: Block, rewriter: Rewriter) -> Iterator[str]:
    """The block's pieces with the new texts; what was not changed stands as it stood."""
    shown = tuple(piece.shown for piece in block.pieces)
    texts = rewriter.rewrite(shown)
    written = [piece.source if new == piece.shown else new for piece, new in zip(block.pieces, texts, strict=True)]
    if texts != shown:
        _drop_empty_pairs(block.pieces, written)
        _drop_line_marks(block.pieces, written)
    yield from written


def _drop_empty_pairs(pieces: tuple[Piece, ...], written: list[str]) -> None:
    """A pair of marks whose words went to another piece would be read as asterisks."""
    opened: list[int] = []
    for number, piece in enumerate(pieces):
        if not piece.is_emphasis:
            continue
        match = next((start for start in reversed(opened) if pieces[start].source == piece.source), None)
        if match is None:
            opened.append(number)
            continue
        between = range(match + 1, number)
        opened = [start for start in opened if start < match]
        if any(pieces[inner].shown for inner in between) and not any(written[inner] for inner in between):
            written[match] = written[number] = ""


def _drop_line_marks(pieces: tuple[Piece, ...], written: list[str]) -> None:
    """A name over two lines of a quotation takes the break with it; the mark would stand in mid-line."""
    before = "\n"
    for number, piece in enumerate(pieces):
        if piece.is_line_mark and not before.endswith("\n"):
            written[number] = ""
        before = written[number] or before


def _targets(block: Block, prepared: Preparation) -> Iterator[str]:
    """Questions about links, tags and definitions: changing where a link leads is a person's decision."""
    nothing = Withheld({}, frozenset())
    line = block.line
    for piece in block.pieces:
        for clue in in_markup(read(piece.target), prepared, nothing, "", strict=False) if piece.target else ():
            yield f"a link or a tag: {clue.said} (in the text, line {line})"
        line += piece.source.count("\n")


def _decode(file: TextFile) -> _Encoded:
    data, name = file.data, file.name
    mark, encoding = next((found for found in _BYTE_ORDER_MARKS if data.startswith(found[0])), (b"", ""))
    body = data[len(mark) :]
    if not encoding and b"\x00" in data:
        raise InputError(name, "this is not a text file", hint="name a text or Markdown file")
    for candidate in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = body.decode(candidate)
        except UnicodeDecodeError:
            continue
        return _Encoded(text, mark, candidate)
    raise InputError(name, "this is not UTF-8 text", hint="in the editor choose Save as, encoding UTF-8")


def _encode(text: str, encoded: _Encoded, name: str) -> bytes:
    try:
        return encoded.mark + text.encode(encoded.encoding)
    except UnicodeEncodeError as error:
        hint = "in the editor choose Save as, encoding UTF-8"
        raise InputError(name, "a published name has letters that this file's encoding lacks", hint=hint) from error
