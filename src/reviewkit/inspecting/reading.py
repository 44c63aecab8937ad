"""The way in: bytes and a suffix → parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewkit.errors import InputError
from reviewkit.inspecting.letters import with_letters
from reviewkit.inspecting.parts import Part, unread

_OTHERS = (".odt", ".rtf", ".doc", ".xls", ".xlsb", ".pptx", ".png", ".jpg", ".eml", ".msg", ".zip")
MOST_TEXTS = 150_000
MOST_LETTERS = 8_000_000
"""Ten times the longest review that is known; a file made to harm has more. Every way to read a text counts."""
Reader = Callable[[bytes, str], Iterator[Part]]


def read_parts(data: bytes, suffix: str, name: str = "") -> Iterator[Part]:
    """Every text of a DOCX, XLSX, PDF, HTML, Markdown, CSV or text file; a kind of file that is not read is one unread part.

    `suffix` as in ".docx"; `name` is for messages. Raises `InputError` for a file that is broken or made to harm.
    """
    reader = _reader(suffix.lower().lstrip("."))
    if reader is None:
        known = suffix.lower() if suffix.lower() in _OTHERS else ""
        yield unread("file", f"a {known} file" if known else "a file of another kind")
        return
    try:
        yield from _bounded(with_letters(reader(data, name)), name)
    except RecursionError as error:
        raise InputError(name, "this file is nested too deeply to be read") from error


def _bounded(parts: Iterator[Part], name: str) -> Iterator[Part]:
    """The parts, as long as they are those of a report. Raises `InputError` beyond that."""
    letters = 0
    for number, part in enumerate(parts):
        letters += len(part.text)
        if number > MOST_TEXTS or letters > MOST_LETTERS:
            raise InputError(
                name,
                "this file holds far more text than a report",
                hint="search its parts one by one, as files of their own",
            )
        yield part


def _reader(suffix: str) -> Reader | None:
    return _of_office(suffix) or _of_text(suffix)


def _of_office(suffix: str) -> Reader | None:
    """The reader of a kind of file that no editor of texts opens."""
    if suffix in ("docx", "docm", "dotx"):
        from reviewkit.inspecting.word import read_word

        return read_word
    if suffix in ("xlsx", "xlsm", "xltx"):
        from reviewkit.inspecting.sheet import read_sheet

        return read_sheet
    if suffix == "pdf":
        from reviewkit.inspecting.pdf import read_pdf

        return read_pdf
    return None


def _of_text(suffix: str) -> Reader | None:
    if suffix in ("html", "htm"):
        from reviewkit.inspecting.web import read_web

        return read_web
    if suffix in ("md", "markdown"):
        from reviewkit.inspecting.markdown import read_markdown

        return read_markdown
    if suffix in ("csv", "tsv"):
        from reviewkit.inspecting.rows import read_rows

        return read_rows
    if suffix in ("txt", "text"):
        from reviewkit.inspecting.plain import read_plain

        return read_plain
    return None
