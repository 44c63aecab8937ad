"""A Word file: every entry of its package. What is neither XML nor text nor a plain drawing is unread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reviewkit.inspecting.emf import emf_parts
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.markup import parse_xml, xml_parts
from reviewkit.inspecting.packages import open_package, package_parts, read_entry
from reviewkit.inspecting.parts import Part, unread
from reviewkit.inspecting.plain import decode_text, is_text, paragraphs
from reviewkit.inspecting.web import read_web

if TYPE_CHECKING:
    from lxml.etree import _Element

_PICTURES = frozenset(("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "webp", "wdp", "ico"))
_FONTS = frozenset(("odttf", "ttf", "otf", "fntdata"))
_ROOTS = {
    "hdr": "header", "ftr": "footer", "document": "document", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "styles": "styles", "settings": "settings", "glossaryDocument": "building blocks",
    "chartSpace": "chart", "dataModel": "drawing",
}  # fmt: skip
_USUAL = frozenset(
    ("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
)


def read_word(data: bytes, name: str) -> Iterator[Part]:
    """All texts of a DOCX."""
    with open_package(data, name) as package:
        yield from package_parts(data, package)
        for number, info in enumerate(package.infolist(), 1):
            if not info.is_dir():
                yield from _entry(read_entry(package, info, name), info.filename, f"part {number}", name)


def _entry(data: bytes, filename: str, numbered: str, name: str) -> Iterator[Part]:
    suffix = filename.rpartition(".")[2].lower()
    # The entry's own name is a text of the file: only names that every Word file has are shown.
    part = filename if filename in _USUAL or _usual().fullmatch(filename) else numbered
    if suffix in ("xml", "rels", "vml", "svg") and data:
        root = parse_xml(data, part, name)
        part = part if part != numbered else _named_by_root(root, numbered)
        yield from xml_parts(root, part)
        yield from _elsewhere(root, part) if suffix == "rels" else ()
        yield from [unread(part, "a picture")] if suffix == "svg" else ()
    elif suffix in ("htm", "html", "xhtml") and is_text(data):
        yield from (found._replace(part=part) for found in read_web(data, name))
    elif suffix in ("txt", "json", "csv") and is_text(data):
        for line, text in paragraphs(decode_text(data)):
            yield from with_hidden(part, f"line {line}", text, "prose")
    elif suffix == "emf" and data:
        yield from emf_parts(data, part)
    elif data:
        yield unread(part, _kind_of(suffix))
    elif suffix in ("xml", "rels"):
        parse_xml(data, part, name)


def _named_by_root(root: _Element, numbered: str) -> str:
    """Parts may have any file name; what they are stands in their root."""
    kind = _ROOTS.get(str(root.tag).rpartition("}")[2])
    return f"{kind} ({numbered})" if kind else numbered


def _elsewhere(root: _Element, part: str) -> Iterator[Part]:
    """Pictures and files that the document shows and that stand outside it."""
    for relation in root.iter("{*}Relationship"):
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        if relation.get("TargetMode") == "External" and kind != "hyperlink":
            yield unread(part, "a picture that is not in the file" if kind == "image" else "a file that is linked to")


def _kind_of(suffix: str) -> str:
    if suffix in _PICTURES:
        return "a picture"
    return "an embedded font" if suffix in _FONTS else "an embedded file"


@cache
def _usual() -> re.Pattern[str]:
    """Names that Word gives to parts."""
    return re.compile(
        r"word/(?:glossary/)?(?:_rels/)?(?:document|styles|settings|fontTable|numbering|footnotes|endnotes|comments|"
        r"commentsExtended|commentsIds|commentsExtensible|people|webSettings|stylesWithEffects|theme/theme\d|"
        r"header\d{1,2}|footer\d{1,2})\.xml(?:\.rels)?|"
        r"word/(?:charts|diagrams|drawings|embeddings|media)/(?:_rels/)?(?:chart|data|layout|quickStyle|colors|drawing|style|"
        r"image|figure|oleObject)\d{1,3}\.\w{3,4}(?:\.rels)?|"
        r"customXml/(?:_rels/)?item(?:Props)?\d{1,2}\.xml(?:\.rels)?|docProps/thumbnail\.\w{3,4}"
    )
