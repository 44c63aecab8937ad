"""A Word file: every entry of its package. What is neither XML nor text is unread."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.markup import parse_xml, xml_parts
from reviewkit.inspecting.packages import open_package, package_parts, read_entry
from reviewkit.inspecting.parts import Part
from reviewkit.inspecting.plain import paragraphs


def read_word(data: bytes, name: str) -> Iterator[Part]:
    """All texts of a DOCX."""
    with open_package(data, name) as package:
        yield from package_parts(data, package)
        for number, info in enumerate(package.infolist(), 1):
            if info.is_dir():
                continue
            yield from _entry(read_entry(package, info, name), info.filename, f"part {number}", name)


def _entry(data: bytes, filename: str, numbered: str, name: str) -> Iterator[Part]:
    suffix = filename.rpartition(".")[2].lower()
    # The entry's own name is a text of the file: only names that every Word file has are shown.
    part = filename if filename in _USUAL or _is_usual(filename) else numbered
    if suffix in ("xml", "rels", "vml"):
        yield from xml_parts(parse_xml(data, part, name), part)
    elif suffix in ("htm", "html", "mht", "mhtml"):
        from reviewkit.inspecting.web import read_web

        yield from (found._replace(part=part) for found in read_web(data, name))
    elif suffix in ("txt", "json", "csv"):
        from reviewkit.inspecting.plain import decode_text

        for line, text in paragraphs(decode_text(data)):
            yield from with_hidden(part, f"line {line}", text, "prose")
    elif data:
        yield Part(part, _kind_of(suffix), "", "unread")


def _kind_of(suffix: str) -> str:
    if suffix in ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg"):
        return "a picture"
    if suffix in ("odttf", "ttf", "otf"):
        return "an embedded font"
    return "an embedded file"


_USUAL = frozenset(
    ("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
)


def _is_usual(filename: str) -> bool:
    import re

    return (
        re.fullmatch(
            r"word/(?:_rels/)?(?:document|styles|settings|fontTable|numbering|footnotes|endnotes|comments|commentsExtended|"
            r"people|webSettings|stylesWithEffects|theme/theme\d|header\d{1,2}|footer\d{1,2})\.xml(?:\.rels)?|"
            r"customXml/(?:_rels/)?item(?:Props)?\d{1,2}\.xml(?:\.rels)?|word/media/image\d{1,3}\.\w{3,4}",
            filename,
        )
        is not None
    )
