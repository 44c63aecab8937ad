"""Every channel of a Word file is read; hostile and broken files give a clear error."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from reviewkit.errors import InputError
from reviewkit.inspecting import read_parts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
Parts = dict[str, bytes]


def word_xml(body: str, root: str = "document", inner: str = "body") -> bytes:
    """A part of a Word file around `body`."""
    content = f"<w:{inner}>{body}</w:{inner}>" if inner else body
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'.encode()


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def package(parts: Parts, comment: bytes = b"", stamp: Callable[[zipfile.ZipInfo], None] | None = None) -> bytes:
    """A package of those parts with fixed dates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            if stamp:
                stamp(info)
            archive.writestr(info, data)
        archive.comment = comment
    return buffer.getvalue()


def plain(body: str = paragraph(run("Child B slept."))) -> Parts:
    """The parts of a small clean file."""
    types = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return {"[Content_Types].xml": types, "word/document.xml": word_xml(body)}


def in_body(body: str) -> bytes:
    return package(plain(body))


def in_part(name: str, data: bytes) -> bytes:
    return package({**plain(), name: data})


def relationships(target: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="hyperlink" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


def properties(element: str, text: str) -> bytes:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:{element}>{text}</dc:{element}></cp:coreProperties>'
    ).encode()


def deleted(text: str) -> str:
    return f'<w:del w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def field(code: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'


def in_box(text: str) -> str:
    return paragraph(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(run(text))}</w:txbxContent></v:textbox></w:pict></w:r>"
    )


CHANNELS: dict[str, Callable[[str], bytes]] = {
    "body": lambda t: in_body(paragraph(run(f"Then {t} came."))),
    "two runs": lambda t: in_body(paragraph(run(t[:3]), run(t[3:], "<w:rPr><w:b/></w:rPr>"))),
    "soft hyphen element": lambda t: in_body(paragraph(f"<w:r><w:t>{t[:3]}</w:t><w:softHyphen/><w:t>{t[3:]}</w:t></w:r>")),
    "text in a tab": lambda t: in_body(paragraph(f"<w:r><w:tab>{t}</w:tab></w:r>")),
    "text in a symbol": lambda t: in_body(paragraph(f'<w:r><w:sym w:char="F020">{t}</w:sym></w:r>')),
    "table": lambda t: in_body(f"<w:tbl><w:tr><w:tc>{paragraph(run(t))}</w:tc></w:tr></w:tbl>"),
    "hidden text": lambda t: in_body(paragraph(run(t, "<w:rPr><w:vanish/></w:rPr>"))),
    "tracked deletion": lambda t: in_body(paragraph(deleted(t))),
    "deletion in a word": lambda t: in_body(paragraph(run(t[:2]), deleted(t[2:]))),
    "author of a change": lambda t: in_body(paragraph(f'<w:ins w:author="{t}">{run("a")}</w:ins>')),
    "field code": lambda t: in_body(paragraph(field(f'AUTHOR "{t}"'))),
    "field code in two": lambda t: in_body(paragraph(field(t[:3]), f"<w:r><w:instrText>{t[3:]}</w:instrText></w:r>")),
    "simple field": lambda t: in_body(paragraph(f'<w:fldSimple w:instr="TITLE {t}">{run("a")}</w:fldSimple>')),
    "bookmark": lambda t: in_body(paragraph(f'<w:bookmarkStart w:id="1" w:name="{t.replace(" ", "_")}"/>')),
    "content control's tag": lambda t: in_body(f'<w:sdt><w:sdtPr><w:tag w:val="{t}"/></w:sdtPr></w:sdt>'),
    "content control's alias": lambda t: in_body(f'<w:sdt><w:sdtPr><w:alias w:val="{t}"/></w:sdtPr></w:sdt>'),
    "content control's text": lambda t: in_body(f"<w:sdt><w:sdtContent>{paragraph(run(t))}</w:sdtContent></w:sdt>"),
    "alt text": lambda t: in_body(paragraph(f'<w:r><w:drawing><wp:docPr id="1" name="p" descr="{t}"/></w:drawing></w:r>')),
    "text box": lambda t: in_body(in_box(t)),
    "drawing text": lambda t: in_body(paragraph(f"<w:r><w:drawing><a:p><a:r><a:t>{t}</a:t></a:r></a:p></w:drawing></w:r>")),
    "symbol characters": lambda t: in_body(
        paragraph("<w:r>" + "".join(f'<w:sym w:font="Arial" w:char="{ord(c):04X}"/>' for c in t) + "</w:r>")
    ),
    "comment in markup": lambda t: in_body(f"<!-- {t} -->"),
    "processing instruction": lambda t: in_body(f"<?note {t}?>"),
    "stray text": lambda t: in_body(f"{paragraph(run('a'))}{t}"),
    "stray text in a run": lambda t: in_body(paragraph(f"<w:r>{t}<w:t>a</w:t></w:r>")),
    "header": lambda t: in_part("word/header1.xml", word_xml(paragraph(run(t)), "hdr", "")),
    "footer": lambda t: in_part("word/footer1.xml", word_xml(paragraph(run(t)), "ftr", "")),
    "footnote": lambda t: in_part("word/footnotes.xml", word_xml(paragraph(run(t)), "footnotes", "footnote")),
    "endnote": lambda t: in_part("word/endnotes.xml", word_xml(paragraph(run(t)), "endnotes", "endnote")),
    "comment": lambda t: in_part("word/comments.xml", word_xml(paragraph(run(t)), "comments", "comment")),
    "people": lambda t: in_part("word/people.xml", f'<w15:people {NAMESPACES}><w15:person w15:author="{t}"/></w15:people>'.encode()),
    "hyperlink": lambda t: in_part("word/_rels/document.xml.rels", relationships(f"https://example.org/{t.replace(' ', '-')}")),
    "encoded hyperlink": lambda t: in_part(
        "word/_rels/document.xml.rels", relationships("https://example.org/?q=" + "".join(f"%{ord(c):02X}" for c in t))
    ),
    "core property": lambda t: in_part("docProps/core.xml", properties("creator", t)),
    "core title": lambda t: in_part("docProps/core.xml", properties("title", t)),
    "app property": lambda t: in_part("docProps/app.xml", f'<Properties xmlns="urn:p"><Company>{t}</Company></Properties>'.encode()),
    "custom property": lambda t: in_part(
        "docProps/custom.xml", f'<Properties xmlns="urn:p"><property name="{t}"><v>a</v></property></Properties>'.encode()
    ),
    "custom property's value": lambda t: in_part(
        "docProps/custom.xml", f'<Properties xmlns="urn:p"><property name="a"><v>{t}</v></property></Properties>'.encode()
    ),
    "document variable": lambda t: in_part("word/settings.xml", word_xml(f'<w:docVar w:name="a" w:val="{t}"/>', "settings", "docVars")),
    "custom XML": lambda t: in_part("customXml/item1.xml", f"<data><child>{t}</child></data>".encode()),
    "custom XML attribute": lambda t: in_part("customXml/item1.xml", f'<data child="{t}"/>'.encode()),
    "mixed custom XML": lambda t: in_part("customXml/item1.xml", f"<data>{t[:3]}<b>{t[3:]}</b></data>".encode()),
    "mixed from the start": lambda t: in_part("customXml/item1.xml", f"<data><b>{t[:3]}</b>{t[3:]}</data>".encode()),
    "mixed paragraph": lambda t: in_part("customXml/item1.xml", f"<data><p>{t[:3]}<b>{t[3:]}</b></p></data>".encode()),
    "style name": lambda t: in_part("word/styles.xml", word_xml(f'<w:style><w:name w:val="{t}"/></w:style>', "styles", "")),
    "theme name": lambda t: in_part("word/theme/theme1.xml", f'<a:theme {NAMESPACES} name="{t}"/>'.encode()),
    "entry name": lambda t: in_part(f"word/media/{t.replace(' ', '_')}.xml", b"<a/>"),
    "package comment": lambda t: package(plain(), comment=t.encode()),
    "entry comment": lambda t: package(plain(), stamp=lambda info: setattr(info, "comment", t.encode())),
    "extra field": lambda t: package(
        plain(), stamp=lambda info: setattr(info, "extra", struct.pack("<HH", 0x7075, len(t)) + t.encode())
    ),
    "embedded page": lambda t: in_part("word/afchunk.htm", f"<p>{t}</p>".encode()),
    "embedded text": lambda t: in_part("word/notes.txt", t.encode()),
    "base64": lambda t: in_part(
        "customXml/item1.xml", f"<d>{__import__('base64').b64encode(('see ' + t).encode()).decode()}</d>".encode()
    ),
}  # fmt: skip


@pytest.mark.parametrize("channel", [name for name in CHANNELS if name != "base64"])
def test_each_channel_is_read(channel: str) -> None:
    texts = [
        part.text.replace("\u00ad", "").replace("_", " ").replace("-", " ")
        for part in read_parts(CHANNELS[channel]("Ada Lovelund"), ".docx")
    ]
    assert any("Ada Lovelund" in text for text in texts), texts


def test_what_cannot_be_read_is_said_to_be_unread() -> None:
    for name in ("word/media/image1.png", "word/vbaProject.bin", "word/fonts/font1.odttf", "word/embeddings/a.docx"):
        kinds = [part for part in read_parts(in_part(name, b"\x00\x01"), ".docx") if part.kind == "unread"]
        assert len(kinds) == 1, name


def test_bytes_outside_the_entries_are_unread() -> None:
    data = in_body(paragraph(run("a")))
    for loose in (b"hello" + data, data + b"hello"):
        assert any(part.kind == "unread" for part in read_parts(loose, ".docx"))
    assert not any(part.kind == "unread" for part in read_parts(data, ".docx"))


def test_two_entries_of_one_name_are_said() -> None:
    buffer = io.BytesIO(in_body(paragraph(run("a"))))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", word_xml(paragraph(run("b"))))
    parts = list(read_parts(buffer.getvalue(), ".docx"))
    assert any(part.kind == "unread" and "same name" in part.place for part in parts)
    assert {"a", "b"} <= {part.text for part in parts}


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {NAMESPACES}><w:body>&b;</w:body></w:document>"
)
HOSTILE = {
    "no package": b"hello",
    "empty": b"",
    "half a package": in_body(paragraph(run("a")))[:-40],
    "broken XML": package({**plain(), "word/document.xml": b"<w:document"}),
    "empty XML": package({**plain(), "word/document.xml": b""}),
    "doctype": package({**plain(), "word/document.xml": LAUGHS.encode()}),
    "doctype in UTF-16": package(
        {**plain(), "word/document.xml": LAUGHS.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")}
    ),
    "undeclared entity": package({**plain(), "word/document.xml": word_xml("&secret;")}),
    "deep": package({**plain(), "word/document.xml": b"<a>" * 5000 + b"</a>" * 5000}),
    "bomb": package({"word/document.xml": b"<a>" + b" " * (70 * 1024 * 1024) + b"</a>"}),
    "too many entries": package({f"a{n}.xml": b"<a/>" for n in range(2001)}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_give_a_clear_error(kind: str) -> None:
    with pytest.raises(InputError) as refused:
        list(read_parts(HOSTILE[kind], ".docx", "file.docx"))
    assert refused.value.path == "file.docx"
    assert refused.value.message


def test_a_damaged_entry_gives_a_clear_error() -> None:
    data = bytearray(in_body(paragraph(run("word " * 500))))
    place = data.find(b"word/document.xml") + len(b"word/document.xml")
    data[place + 5 : place + 25] = b"\xff" * 20
    with pytest.raises(InputError, match="damaged"):
        list(read_parts(bytes(data), ".docx"))
