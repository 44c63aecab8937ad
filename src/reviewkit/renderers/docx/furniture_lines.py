"""A line of a house's own header or footer: left, middle and right of the page, page numbers as fields."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.document import Run, Runs
from reviewkit.drawing.measuring import text_width as width_of
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.fields import field
from reviewkit.renderers.docx.runs import TAB
from reviewkit.renderers.docx.xml import escaped

_FIELDS = {"this": "PAGE", "last": "NUMPAGES"}
_SIDES = ("left", "center", "right")
_POINTS = 10.0
_GAP = 200


def has_page(lines: Iterable[Runs]) -> bool:
    """Whether a page number stands in any of the lines."""
    return any(run.page for runs in lines for run in runs)


def furniture_line(style: str, runs: Runs, text_width: int) -> str:
    """The line as a paragraph; as up to three where its parts would run into one another."""
    parts = _parts(runs)
    if len(parts) > 1 and not _fit(parts, text_width):
        return "".join(
            _paragraph(style, f'<w:jc w:val="{side}"/>', _text(part))
            for side, part in zip(_SIDES, parts, strict=False)
            if _words(part)
        )
    if not any(_words(part) for part in parts):
        return ""
    if len(parts) == 1:
        return _paragraph(style, '<w:jc w:val="left"/>', _text(parts[0]))
    return _paragraph(style, tabs(text_width), TAB.join(_text(part) for part in parts))


def tabs(text_width: int) -> str:
    """Stops in the middle and at the right of the page, whatever the house's own style has."""
    return (
        f'<w:tabs><w:tab w:val="center" w:pos="{text_width // 2}"/><w:tab w:val="right" w:pos="{text_width}"/></w:tabs>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>'
    )


def _parts(runs: Runs) -> list[list[Run]]:
    """The runs between the tabs; what would be a fourth part belongs to the third."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        for count, text in enumerate(run.text.split("\t")):
            if count and len(parts) < len(_SIDES):
                parts.append([])
            elif count:
                parts[-1].append(Run(" "))
            if text:
                parts[-1].append(run._replace(text=line(text)))
    return parts


def _fit(parts: list[list[Run]], text_width: int) -> bool:
    left, middle, right = [_width(part) for part in parts] + [0] * (len(_SIDES) - len(parts))
    if not middle:
        return left + _GAP + right <= text_width and left < text_width // 2
    return max(left, right) + _GAP + middle // 2 <= text_width // 2


def _width(part: list[Run]) -> int:
    return sum(width_of(run.text, points=_POINTS, bold=run.bold) for run in part)


def _words(part: list[Run]) -> str:
    return "".join(run.text for run in part).strip()


def _text(part: list[Run]) -> str:
    return "".join(map(_run, part))


def _run(run: Run) -> str:
    looks = ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    if run.page:
        return field(_FIELDS[run.page], run.text).replace("<w:r>", f"<w:r>{properties}")
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(run.text)}</w:t></w:r>'


def _paragraph(style: str, properties: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
