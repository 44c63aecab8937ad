"""The template and the data of a document → a PDF, by Typst, in memory."""

from __future__ import annotations

import json
import re
from typing import Any

from reviewkit import resources
from reviewkit.errors import OutputError, ResourceError, UsageError

_EXTRA = "pip install safeguarding-reviewkit[pdf]"
_NO_TIME = 0
_WORD_CAN = "render --to docx, and save that as PDF from Word"


def compiled(data: dict[str, Any]) -> bytes:
    """The PDF. Raises `UsageError` where Typst is missing, `OutputError` for what it can't set; no message quotes."""
    try:
        import typst
    except ImportError as error:
        raise UsageError("PDF files need the extra [pdf], which is not installed", hint=_EXTRA) from error
    files: Any = {  # Typst's own types don't know yet that it takes several files
        "main.typ": resources.read_bytes("templates", "pdf", "report.typ"),
        "document.json": json.dumps(data, ensure_ascii=False).encode(),
    }
    try:
        made = typst.compile(files, format="pdf", pdf_standards=["ua-1"], timestamp=_NO_TIME)
    except typst.TypstError as error:
        fault = _fault(str(error))
    else:
        return with_row_heads(bytes(made), data)
    raise fault  # outside the handler: Typst's own message quotes the report, and no traceback may show it


def _fault(message: str) -> Exception:
    missing = re.search(r'the text [`"]+(.*?)[`"]+ could not be displayed', message, re.DOTALL)
    if missing:
        shown = re.sub(r"\\u\{([0-9a-f]{1,6})\}", lambda match: chr(int(match[1], 16)), missing[1])
        numbers = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in shown[:4])) or "a character"
        return OutputError(
            f"no font of this machine can show {numbers}, which the report has",
            hint=f"install a font that has it, such as one of the Noto family, or {_WORD_CAN}",
        )
    if "PDF/UA" in message:
        return OutputError("this report can't be made into a tagged PDF", hint=_WORD_CAN)
    return ResourceError("templates/pdf/report.typ can't be set", hint=f"install reviewkit again, or {_WORD_CAN}")


def with_row_heads(pdf: bytes, data: dict[str, Any]) -> bytes:
    """The PDF with the first cells of such tables tagged as headers of their rows, which Typst can't say yet.

    Each tag is changed for one of the same length, so that every offset in the file stays right.
    """
    heads = {number for number, has_heads in enumerate(_tables(data["blocks"]), 1) if has_heads}

    def changed(match: re.Match[bytes]) -> bytes:
        if int(match[3]) not in heads:
            return match[0]
        return b"/S/TH" + match[1] + b"/Scope/Row".ljust(len(match[2]))

    pattern = rb"/S/TD(/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U(\d+)x0y0\)\])"
    return re.sub(pattern, changed, pdf) if heads else pdf


def _tables(blocks: list[dict[str, Any]]) -> list[bool]:
    """Of every table in order, whether its first column names the rows."""
    found: list[bool] = []
    for block in blocks:
        if block["kind"] == "table":
            found.append(block["row_heads"])
        inner = [block.get("blocks", []), *block.get("items", [])]
        for some in inner:
            found += _tables(some["blocks"] if isinstance(some, dict) else some)
    return found
