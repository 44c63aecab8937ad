"""The zip that a Word file is: no author, no dates, no thumbnail; entries in one order with one time stamp."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reviewkit.document import Document
from reviewkit.renderers._text import line
from reviewkit.renderers.docx.xml import HEAD, RELATIONSHIPS, attribute, escaped
from reviewkit.tuples import NamedTuple

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LEVEL = 3  # half the work of the usual 6, for a file that is a sixth larger
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class Part(NamedTuple):
    """A part below `word/`: what it is to the document, its name, content type, XML and relationship id."""

    role: str
    name: str
    content_type: str
    xml: str
    id: str = ""


def packed(parts: list[Part], links: dict[str, str], document: Document, pictures: Sequence[bytes] = ()) -> bytes:
    """The bytes of the package. `parts` starts with the document itself; `links` are its addresses and their ids.

    `pictures` are metafiles, in the order of their numbers.
    """
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(parts, pictures),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": _properties(document),
        "word/_rels/document.xml.rels": _document_relationships(parts[1:], links, pictures),
        **{f"word/{part.name}": part.xml for part in parts},
        **{f"word/{_picture_name(number)}": picture for number, picture in enumerate(pictures, start=1)},
    }
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the machine that made it is nobody's business
            archive.writestr(entry, content.encode() if isinstance(content, str) else content, compresslevel=_LEVEL)
    return data.getvalue()


def _content_types(parts: list[Part], pictures: Sequence[bytes]) -> str:
    metafiles = '<Default Extension="emf" ContentType="image/x-emf"/>' if pictures else ""
    overrides = "".join(f'<Override PartName="/word/{part.name}" ContentType="{part.content_type}"/>' for part in parts)
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{metafiles}{overrides}"
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relationships() -> str:
    return _relationships(
        (
            _relationship("rId1", f"{RELATIONSHIPS}/officeDocument", "word/document.xml"),
            _relationship("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        )
    )


def _document_relationships(parts: list[Part], links: dict[str, str], pictures: Sequence[bytes]) -> str:
    return _relationships(
        [
            *(
                _relationship(part.id or f"rId{count}", f"{RELATIONSHIPS}/{part.role}", part.name)
                for count, part in enumerate(parts, start=1)
            ),
            *(_relationship(id_, f"{RELATIONSHIPS}/hyperlink", href, external=True) for href, id_ in links.items()),
            *(
                _relationship(f"rIdFigure{number}", f"{RELATIONSHIPS}/image", _picture_name(number))
                for number in range(1, len(pictures) + 1)
            ),
        ]
    )


def _picture_name(number: int) -> str:
    return f"media/figure{number}.emf"


def _relationships(entries: Iterable[str]) -> str:
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def _relationship(id_: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id_}" Type="{kind}" Target="{attribute(target)}"{mode}/>'


def _properties(document: Document) -> str:
    title = escaped(line(document.title).strip())
    subject = escaped(line(document.kind).strip())
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title>"
        + (f"<dc:subject>{subject}</dc:subject>" if subject else "")
        + f"<dc:language>{attribute(document.language)}</dc:language></cp:coreProperties>"
    )
