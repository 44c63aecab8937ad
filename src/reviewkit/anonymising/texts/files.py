"""A statement, minutes, a chronology: a text or Markdown file with what identifies replaced, or the questions it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.anonymising.decisions.locating import Located, Locator
from reviewkit.anonymising.preparing import Preparation, as_published, prepare
from reviewkit.anonymising.proof.markup import in_markup
from reviewkit.anonymising.proof.proving import prove_parts
from reviewkit.anonymising.proof.withheld import Withheld
from reviewkit.anonymising.rewriting import Rewriter
from reviewkit.anonymising.texts.encodings import decode, encode
from reviewkit.anonymising.texts.marked import Block, Piece, markdown_blocks, text_blocks
from reviewkit.contracts import Detector
from reviewkit.errors import LeakError, Shown
from reviewkit.inspecting import read_parts
from reviewkit.language.reading import read
from reviewkit.publication import Question
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple

_FAULTY = "the register, or a decision in the report, can't be followed as it is"
_MEND = "mend these in the report or its register, then try again. Nothing has been written"
_HINT = (
    "reword these places, declare in the register who is meant, or answer under `publication.decisions` of the report. "
    "Nothing has been written"
)
_SECTION = "the text"
_MARKDOWN = (".md", ".markdown")


class TextFile(NamedTuple):
    """A text or Markdown file. `suffix` as in ".md"; `name` is for messages."""

    data: bytes
    suffix: str
    name: str = ""

    @property
    def is_markdown(self) -> bool:
        """Whether its marks are marks."""
        return self.suffix.lower() in _MARKDOWN


class _Lines(Locator):
    """Tells where a text stands by the line that is being rewritten."""

    def __init__(self, report: Report) -> None:
        super().__init__(report, {})
        self.block = Block(0, ())

    def place_of(self, text: str) -> Located:  # noqa: ARG002  every text of a block stands where the block does
        source = "".join(piece.source for piece in self.block.pieces).lstrip()
        return Located(said=_SECTION, first=self.block.line, lines=tuple(source.split("\n")))


def anonymise_text(file: TextFile, report: Report, result_name: str = "", detectors: Sequence[Detector] = ()) -> bytes:
    """The file with what identifies replaced, proved; what needs no change comes back byte for byte.

    `result_name` is the file name that it gets, which is searched as well. Raises `LeakError` with the questions, by line
    and without any of the text, and `InputError` for bytes that are no text.
    """
    prepared = prepare(report, detectors)
    if prepared.reasons:
        raise LeakError(_FAULTY, prepared.reasons, hint=_MEND)
    encoded = decode(file.data, file.name)
    lines = _Lines(report)
    rewriter = Rewriter(prepared, lines)
    pieces: list[str] = []
    links: list[str] = []
    for block in markdown_blocks(encoded.text) if file.is_markdown else text_blocks(encoded.text):
        lines.block = block
        pieces += _rewritten(block, rewriter)
        links += _targets(block, prepared)
    _refuse_open(rewriter.questions(), links)
    result = encode("".join(pieces), encoded, file.name)
    parts = read_parts(result, file.suffix, file.name)
    found = prove_parts(parts, result_name, report, as_published(prepared, rewriter.kept()))
    if found:
        raise LeakError("the result would still hold something that identifies", found, hint=_HINT)
    return result


def _refuse_open(questions: Sequence[Question], links: Sequence[str]) -> None:
    """Raise `LeakError` with all that is left to decide."""
    count = len(questions) + len(links)
    if count:
        left = "1 thing is" if count == 1 else f"{count} things are"
        told = (*(question.told for question in questions), *links)
        raise LeakError(f"{left} left to decide", told, hint=_HINT, shown=lambda: (*_shown(questions), *_links(links)))


def _shown(questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    for question in questions:
        line = next((asked.line for asked in question.places if asked.line), 0)
        yield _SECTION, f"line {line}: {question.shown}" if line else question.shown


def _links(links: Sequence[str]) -> Shown:
    return tuple((_SECTION, said) for said in links)


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
