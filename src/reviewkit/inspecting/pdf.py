"""A PDF: what its pages show, by their tags and by their lines, and every text and name in its objects.

Read with pypdf, of the extra `[pdf]`; without it a PDF is one part that nobody read.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reviewkit.errors import InputError
from reviewkit.inspecting.parts import Part, unread

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2_000
_HINT = "make the file again, or print it to a new PDF"
_START = b"%PDF-"
_END = b"%%EOF"
_HARMLESS = (
    "Expected numeric value for width", "Invalid font width", "Ignoring invalid /FirstChar", "Ignoring invalid character",
    "Expected an array for /Widths", "Optional font table", "Failed to get", "Ignoring non-string first /ID",
    "Ignoring malformed /ID", "Detected cyclic form", "Annotations are not an array",
)  # fmt: skip
"""What pypdf says of a file without having left out any of its text."""


def read_pdf(data: bytes, name: str) -> Iterator[Part]:
    """All texts of a PDF. Raises `InputError` for one that is broken or made to harm."""
    try:
        import pypdf  # noqa: F401  only whether it is there
    except ImportError:
        yield unread("file", "a PDF, which only the extra [pdf] reads (pip install safeguarding-reviewkit[pdf])")
        return
    # All of it at once: pypdf's own messages and exceptions hold what stands in the file, and none may get out.
    fault = ""
    parts: list[Part] = []
    with _silence() as listener:
        try:
            parts = list(_parts(data, name))
        except InputError as error:
            fault = error.message
        except RecursionError:
            fault = "this file is nested too deeply to be read"
        except MemoryError:
            fault = "this PDF unpacks to far more than a report can hold"
        except Exception:  # noqa: BLE001  whatever pypdf makes of bytes that are no PDF
            fault = "this is not a PDF, or it is damaged"
    if fault:
        raise InputError(name, fault, hint=_HINT)
    yield from parts
    if listener.is_damaged:
        yield unread("file", "something damaged")


class _Listener(logging.Handler):
    """Hears what pypdf says of a file, and hands nothing on: its messages hold what stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.is_damaged = False

    def emit(self, record: logging.LogRecord) -> None:
        self.is_damaged |= not str(record.msg).startswith(_HARMLESS)


@contextmanager
def _silence() -> Iterator[_Listener]:
    """Nothing of pypdf's own gets out."""
    listener, logger = _Listener(), logging.getLogger("pypdf")
    before = logger.level, logger.propagate
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield listener
    finally:
        logger.removeHandler(listener)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def _parts(data: bytes, name: str) -> Iterator[Part]:
    from pypdf import PdfReader

    from reviewkit.inspecting.pdf_objects import object_parts
    from reviewkit.inspecting.pdf_pages import Budget, read_page
    from reviewkit.inspecting.pdf_structure import page_parts

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opened(reader):
        yield unread("file", "an encrypted PDF")
        return
    yield from _around(data)
    if len(reader.pages) > MOST_PAGES:
        raise InputError(name, "this PDF has far more pages than a report")
    budget = Budget()
    # The objects first: reading a page changes what pypdf keeps of it.
    yield from object_parts(reader, name, budget)
    pages = [read_page(page, budget) for page in reader.pages]
    yield from page_parts(reader, pages)


def _opened(reader: PdfReader) -> bool:
    """Whether everybody can open the file: it is encrypted without a password."""
    from pypdf.errors import PyPdfError

    try:
        return bool(reader.decrypt(""))
    except (PyPdfError, NotImplementedError, ValueError):
        return False


def _around(data: bytes) -> Iterator[Part]:
    """What stands beside the objects: comments, bytes before and after, earlier versions that a change left behind."""
    start = data.find(_START)
    if start > 0:
        yield unread("file", "bytes before its beginning")
    end = data.rfind(_END)
    if data[end + len(_END) :].strip(b"\r\n \x00"):
        yield unread("file", "bytes behind its end")
    # A file made to be shown while it loads begins with a part that says 0 here.
    versions = [found for found in re.findall(rb"startxref\s{1,4}(\d{1,12})", data) if int(found)]
    if len(versions) > 1:
        yield unread("file", "an earlier version of the PDF, which is still inside it")
    for comment in _comments(data):
        yield Part("file", "a comment", comment, "attribute")


def _comments(data: bytes) -> Iterator[str]:
    outside: list[bytes] = []
    at = 0
    while (begin := data.find(b"stream", at)) >= 0:
        outside.append(data[at:begin])
        end = data.find(b"endstream", begin)
        at = len(data) if end < 0 else end + len(b"endstream")
    outside.append(data[at:])
    for comment in re.findall(rb"%([^\r\n]{1,4000})", b"\n".join(outside)):
        text = comment.decode("latin-1")
        if not text.startswith(("PDF-", "%EOF")) and any(map(str.isalpha, text)):
            yield text
