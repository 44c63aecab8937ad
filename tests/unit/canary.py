"""Builds Word, HTML and Markdown files with a name in any channel that such a file has, one channel or all at once."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from reviewkit.loading.register import parse_register
from reviewkit.report import Report
from tests.unit.metafiles import SELECT, font, metafile, said, said_in_many, said_small
from tests.unit.test_anonymising_given import given

_BEGINNINGS = ("Vel", "Tor", "Mir", "Zan", "Kel", "Dor", "Fen", "Gav", "Hol", "Jas", "Bru", "Cad")
_ENDINGS = ("wick", "quist", "bane", "dorn", "mere", "stead", "lund", "marn", "vosk", "pell", "trow", "gath")
NAMES = tuple(first + last for last in _ENDINGS for first in _BEGINNINGS)
"""Invented, all different, no English words: channel n of a file holds name n, so that each is told from the others."""

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


class Planted(NamedTuple):
    """What a channel adds: XML inside a part that others may share, whole parts, or something of the package itself."""

    inside: Mapping[str, str] = {}
    parts: Mapping[str, bytes] = {}
    comment: bytes = b""
    entry_comment: bytes = b""
    extra: bytes = b""


Channel = Callable[[str], Planted]

_SHARED = {
    "word/document.xml": ("w:document", "w:body"),
    "word/styles.xml": ("w:styles", ""),
    "word/settings.xml": ("w:settings", ""),
    "word/numbering.xml": ("w:numbering", ""),
    "word/fontTable.xml": ("w:fonts", ""),
    "word/webSettings.xml": ("w:webSettings", ""),
    "word/header1.xml": ("w:hdr", ""),
    "word/footer1.xml": ("w:ftr", ""),
    "word/footnotes.xml": ("w:footnotes", "w:footnote"),
    "word/endnotes.xml": ("w:endnotes", "w:endnote"),
    "word/comments.xml": ("w:comments", ""),
    "word/people.xml": ("w15:people", ""),
    "word/theme/theme1.xml": ("a:theme", "a:themeElements"),
    "word/glossary/document.xml": ("w:glossaryDocument", "w:docParts"),
    "word/charts/chart1.xml": ("c:chartSpace", "c:chart"),
    "word/diagrams/data1.xml": ("dgm:dataModel", "dgm:ptLst"),
    "docProps/core.xml": ("cp:coreProperties", ""),
    "docProps/app.xml": ("Properties", ""),
    "docProps/custom.xml": ("Properties", ""),
    "word/_rels/document.xml.rels": ("Relationships", ""),
    "_rels/.rels": ("Relationships", ""),
    "[Content_Types].xml": ("Types", ""),
}


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def word_file(planted: Iterable[Planted] = ()) -> bytes:
    """A Word file with all of that in it; with nothing a clean one."""
    planted = list(planted)
    inside: dict[str, list[str]] = defaultdict(list)
    inside["word/document.xml"].append(paragraph(run("Child B slept at the primary school.")))
    inside["[Content_Types].xml"].append('<Default Extension="xml" ContentType="application/xml"/>')
    files: dict[str, bytes] = {}
    for one in planted:
        files.update(one.parts)
        for part, xml in one.inside.items():
            inside[part].append(xml)
    for part, pieces in inside.items():
        files[part] = _xml(part, "".join(pieces))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, data) in enumerate(files.items()):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            if number == 0:
                info.comment = b"".join(one.entry_comment for one in planted)
                info.extra = b"".join(one.extra for one in planted)
            archive.writestr(info, data)
        archive.comment = b"".join(one.comment for one in planted)
    return buffer.getvalue()


def register_of(count: int) -> Report:
    """A report whose register holds the first names, one person each."""
    people = {
        f"p{n}": {"name": name, "role": "peer", "published_as": f"Person {n}"} for n, name in enumerate(NAMES[:count])
    }
    report = given({"people": people})
    return report._replace(register=parse_register({"people": people}))


def _xml(part: str, content: str) -> bytes:
    root, inner = _SHARED[part]
    body = f"<{inner}>{content}</{inner}>" if inner else content
    plain = {"Properties": "urn:properties", "Relationships": "urn:relationships", "Types": "urn:types"}.get(root)
    spaces = f'xmlns="{plain}" {_SPACES}' if plain else _SPACES
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {spaces}>{body}</{root}>'.encode()


def _body(xml: str) -> Planted:
    return Planted({"word/document.xml": xml})


def _in(part: str, xml: str) -> Planted:
    return Planted({part: xml})


def _tracked(tag: str, text: str, author: str = "A", *, deleted: bool = False) -> str:
    name = "delText" if deleted else "t"
    return f'<w:{tag} w:id="1" w:author="{author}"><w:r><w:{name}>{text}</w:{name}></w:r></w:{tag}>'


def _field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{run(result)}{char('end')}"


def _box(content: str) -> str:
    return paragraph(
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def _drawing(attributes: str) -> str:
    return paragraph(f'<w:r><w:drawing><wp:inline><wp:docPr id="1" {attributes}/></wp:inline></w:drawing></w:r>')


def _relation(target: str, kind: str = "hyperlink", mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"{mode}/>'


def _coded(text: str, form: str) -> str:
    return "".join(form.format(ord(letter)) for letter in text)


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
BOLD = "<w:rPr><w:b/></w:rPr>"

WORD: dict[str, Channel] = {
    "body": lambda t: _body(paragraph(run(f"Then {t} came."))),
    "two runs": lambda t: _body(paragraph(run(t[:3]), run(t[3:], BOLD))),
    "a run for each letter": lambda t: _body(paragraph(*(run(letter) for letter in t))),
    "across a bookmark": lambda t: _body(paragraph(run(t[:3]), '<w:bookmarkEnd w:id="3"/>', run(t[3:]))),
    "across a comment in markup": lambda t: _body(paragraph(f"<w:r><w:t>{t[:3]}<!-- x -->{t[3:]}</w:t></w:r>")),
    "across a proofing mark": lambda t: _body(paragraph(run(t[:3]), '<w:proofErr w:type="spellStart"/>', run(t[3:]))),
    "small capitals": lambda t: _body(paragraph(run(t.upper(), "<w:rPr><w:smallCaps/></w:rPr>"))),
    "soft hyphen": lambda t: _body(paragraph(run(f"{t[:3]}\u00ad{t[3:]}"))),
    "soft hyphen element": lambda t: _body(paragraph(f"<w:r><w:t>{t[:3]}</w:t><w:softHyphen/><w:t>{t[3:]}</w:t></w:r>")),
    "non-breaking hyphen": lambda t: _body(paragraph(f"<w:r><w:t>{t[:3]}</w:t><w:noBreakHyphen/><w:t>{t[3:]}</w:t></w:r>")),
    "zero-width blank": lambda t: _body(paragraph(run(f"{t[:3]}\u200b{t[3:]}"))),
    "right-to-left marks": lambda t: _body(paragraph(run(f"\u200f{t[:3]}\u200e{t[3:]}\u202c"))),
    "written backwards": lambda t: _body(paragraph(run(f"\u202e{t[::-1]}\u202c"))),
    "look-alike letters": lambda t: _body(paragraph(run(t.replace("e", "е").replace("a", "а").replace("o", "о")))),  # Cyrillic
    "full-width letters": lambda t: _body(paragraph(run("".join(chr(ord(letter) + 0xFEE0) for letter in t)))),
    "symbols": lambda t: _body(paragraph("<w:r>" + _coded(t, '<w:sym w:font="Arial" w:char="{:04X}"/>') + "</w:r>")),
    "table": lambda t: _body(f"<w:tbl><w:tr><w:tc>{paragraph(run(t))}</w:tc></w:tr></w:tbl>"),
    "table in a table": lambda t: _body(
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{paragraph(run(t))}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    ),
    "table caption": lambda t: _body(f'<w:tbl><w:tblPr><w:tblCaption w:val="{t}"/></w:tblPr></w:tbl>'),
    "table description": lambda t: _body(f'<w:tbl><w:tblPr><w:tblDescription w:val="{t}"/></w:tblPr></w:tbl>'),
    "hidden text": lambda t: _body(paragraph(run(t, HIDDEN))),
    "hidden letters inside": lambda t: _body(paragraph(run(t[:3]), run("xq", HIDDEN), run(t[3:]))),
    "tracked deletion": lambda t: _body(paragraph(_tracked("del", t, deleted=True))),
    "deletion inside": lambda t: _body(paragraph(run(t[:3]), _tracked("del", "xq", deleted=True), run(t[3:]))),
    "insertion inside": lambda t: _body(paragraph(run(t[:3]), _tracked("ins", "xq"), run(t[3:]))),
    "tracked insertion": lambda t: _body(paragraph(_tracked("ins", t))),
    "moved away": lambda t: _body(paragraph(_tracked("moveFrom", t))),
    "author of a change": lambda t: _body(paragraph(_tracked("ins", "a", author=t))),
    "author of formatting": lambda t: _body(paragraph(f'<w:r><w:rPr><w:rPrChange w:author="{t}"/></w:rPr><w:t>a</w:t></w:r>')),
    "field result": lambda t: _body(paragraph(_field("DOCPROPERTY x", t))),
    "field code": lambda t: _body(paragraph(_field(f'AUTHOR "{t}"', "a"))),
    "field code in two": lambda t: _body(
        paragraph(f"<w:r><w:instrText>{t[:3]}</w:instrText></w:r><w:r><w:instrText>{t[3:]}</w:instrText></w:r>")
    ),
    "simple field": lambda t: _body(paragraph(f'<w:fldSimple w:instr="TITLE {t}">{run("a")}</w:fldSimple>')),
    "form field": lambda t: _body(paragraph(f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:statusText w:val="{t}"/></w:ffData></w:fldChar></w:r>')),
    "bookmark": lambda t: _body(paragraph(f'<w:bookmarkStart w:id="1" w:name="{t}_2"/>')),
    "hyperlink's tooltip": lambda t: _body(paragraph(f'<w:hyperlink w:tooltip="{t}">{run("a")}</w:hyperlink>')),
    "hyperlink's anchor": lambda t: _body(paragraph(f'<w:hyperlink w:anchor="{t.lower()}">{run("a")}</w:hyperlink>')),
    "content control's tag": lambda t: _body(f'<w:sdt><w:sdtPr><w:tag w:val="{t}"/></w:sdtPr></w:sdt>'),
    "content control's title": lambda t: _body(f'<w:sdt><w:sdtPr><w:alias w:val="{t}"/></w:sdtPr></w:sdt>'),
    "content control's text": lambda t: _body(f"<w:sdt><w:sdtContent>{paragraph(run(t))}</w:sdtContent></w:sdt>"),
    "content control's list": lambda t: _body(
        f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{t}" w:value="1"/></w:dropDownList></w:sdtPr></w:sdt>'
    ),
    "content control's binding": lambda t: _body(f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/case/{t}"/></w:sdtPr></w:sdt>'),
    "alt text": lambda t: _body(_drawing(f'name="p" descr="{t}"')),
    "alt title": lambda t: _body(_drawing(f'name="p" title="{t}"')),
    "picture's name": lambda t: _body(_drawing(f'name="{t}.png"')),
    "text box": lambda t: _body(_box(paragraph(run(t)))),
    "text box in two runs": lambda t: _body(_box(paragraph(run(t[:3]), run(t[3:], BOLD)))),
    "drawing text": lambda t: _body(paragraph(f"<w:r><w:drawing><a:p><a:r><a:t>{t}</a:t></a:r></a:p></w:drawing></w:r>")),
    "fallback of a drawing": lambda t: _body(
        paragraph(f"<w:r><mc:AlternateContent><mc:Fallback><w:t>{t}</w:t></mc:Fallback></mc:AlternateContent></w:r>")
    ),
    "watermark": lambda t: _in("word/header1.xml", paragraph(f'<w:r><w:pict><v:shape><v:textpath string="{t}"/></v:shape></w:pict></w:r>')),
    "VML alt text": lambda t: _body(paragraph(f'<w:r><w:pict><v:shape alt="{t}"/></w:pict></w:r>')),
    "equation": lambda t: _body(paragraph(f"<m:oMath><m:r><m:t>{t}</m:t></m:r></m:oMath>")),
    "ruby": lambda t: _body(paragraph(f"<w:r><w:ruby><w:rt>{run(t)}</w:rt></w:ruby></w:r>")),
    "smart tag": lambda t: _body(paragraph(f'<w:smartTag w:element="person"><w:smartTagPr><w:attr w:name="n" w:val="{t}"/></w:smartTagPr></w:smartTag>')),
    "comment in markup": lambda t: _body(f"<!-- {t} -->"),
    "processing instruction": lambda t: _body(f"<?note {t}?>"),
    "instruction's own name": lambda t: _body(f"<?{t} x?>"),
    "stray text": lambda t: _body(f"{paragraph(run('a'))}{t}"),
    "stray text in a run": lambda t: _body(paragraph(f"<w:r>{t}<w:t>a</w:t></w:r>")),
    "element's name": lambda t: _body(f"<w:{t}/>"),
    "attribute's name": lambda t: _body(f'<w:p w:{t}="1"/>'),
    "name space": lambda t: _body(f'<x:a xmlns:x="urn:case:{t}"/>'),
    "name space's prefix": lambda t: _body(f'<{t}:a xmlns:{t}="urn:x"/>'),
    "section's break": lambda t: _body(f'<w:p><w:pPr><w:pPrChange w:author="{t}"/></w:pPr></w:p>'),
    "header": lambda t: _in("word/header1.xml", paragraph(run(t))),
    "footer": lambda t: _in("word/footer1.xml", paragraph(run(t[:4]), run(t[4:]))),
    "footnote": lambda t: _in("word/footnotes.xml", paragraph(run(t))),
    "endnote": lambda t: _in("word/endnotes.xml", paragraph(run(t))),
    "comment": lambda t: _in("word/comments.xml", f'<w:comment w:author="A">{paragraph(run(t))}</w:comment>'),
    "comment's author": lambda t: _in("word/comments.xml", f'<w:comment w:author="{t}"/>'),
    "comment's initials": lambda t: _in("word/comments.xml", f'<w:comment w:initials="{t}"/>'),
    "people": lambda t: _in("word/people.xml", f'<w15:person w15:author="{t}"/>'),
    "people's account": lambda t: _in(
        "word/people.xml", f'<w15:person w15:author="A"><w15:presenceInfo w15:userId="S::{t.lower()}@example.org::1"/></w15:person>'
    ),
    "style name": lambda t: _in("word/styles.xml", f'<w:style w:styleId="a"><w:name w:val="{t}"/></w:style>'),
    "style id": lambda t: _in("word/styles.xml", f'<w:style w:styleId="{t}Heading"/>'),
    "list text": lambda t: _in("word/numbering.xml", f'<w:lvl><w:lvlText w:val="{t} %1."/></w:lvl>'),
    "font's other name": lambda t: _in("word/fontTable.xml", f'<w:font w:name="Arial"><w:altName w:val="{t}"/></w:font>'),
    "theme": lambda t: _in("word/theme/theme1.xml", f'<a:clrScheme name="{t}"/>'),
    "document variable": lambda t: _in("word/settings.xml", f'<w:docVars><w:docVar w:name="a" w:val="{t}"/></w:docVars>'),
    "document variable's name": lambda t: _in("word/settings.xml", f'<w:docVars><w:docVar w:name="{t}" w:val="1"/></w:docVars>'),
    "mail merge": lambda t: _in("word/settings.xml", f'<w:mailMerge><w:query w:val="file {t}"/></w:mailMerge>'),
    "attached template": lambda t: _in("word/_rels/document.xml.rels", _relation(f"file:///C:/Users/{t}/Case.dotm", "attachedTemplate", "")),
    "web frame": lambda t: _in("word/webSettings.xml", f'<w:div w:id="1"><w:name w:val="{t}"/></w:div>'),
    "hyperlink": lambda t: _in("word/_rels/document.xml.rels", _relation(f"https://example.org/{t.lower()}/")),
    "slug": lambda t: _in("word/_rels/document.xml.rels", _relation(f"https://example.org/justicefor{t.lower()}")),
    "percent-encoded link": lambda t: _in("word/_rels/document.xml.rels", _relation(f"https://example.org/?q={_coded(t, '%{:02X}')}")),
    "twice percent-encoded link": lambda t: _in("word/_rels/document.xml.rels", _relation(f"https://example.org/?q={_coded(t, '%25{:02X}')}")),
    "mail address": lambda t: _in("word/_rels/document.xml.rels", _relation(f"mailto:{t}@example.org")),
    "relationship of the package": lambda t: _in("_rels/.rels", _relation(f"{t}.xml", "custom", "")),
    "content type": lambda t: _in("[Content_Types].xml", f'<Override PartName="/word/{t}.xml" ContentType="application/xml"/>'),
    "author": lambda t: _in("docProps/core.xml", f"<dc:creator>{t}</dc:creator>"),
    "last author": lambda t: _in("docProps/core.xml", f"<cp:lastModifiedBy>{t}</cp:lastModifiedBy>"),
    "title": lambda t: _in("docProps/core.xml", f"<dc:title>Review {t}</dc:title>"),
    "keywords": lambda t: _in("docProps/core.xml", f"<cp:keywords>review; {t}</cp:keywords>"),
    "company": lambda t: _in("docProps/app.xml", f"<Company>{t}</Company>"),
    "manager": lambda t: _in("docProps/app.xml", f"<Manager>{t}</Manager>"),
    "template": lambda t: _in("docProps/app.xml", f"<Template>{t}.dotm</Template>"),
    "custom property": lambda t: _in("docProps/custom.xml", f'<property name="{t}"><lpwstr>a</lpwstr></property>'),
    "custom property's value": lambda t: _in("docProps/custom.xml", f'<property name="a"><lpwstr>{t}</lpwstr></property>'),
    "custom XML": lambda t: Planted(parts={"customXml/item1.xml": f"<data><child>{t}</child></data>".encode()}),
    "custom XML in UTF-16": lambda t: Planted(
        parts={"customXml/item2.xml": f'<?xml version="1.0" encoding="UTF-16"?><d>{t}</d>'.encode("utf-16")}
    ),
    "custom XML in Latin 1": lambda t: Planted(
        parts={"customXml/item3.xml": f'<?xml version="1.0" encoding="ISO-8859-1"?><d>é {t}</d>'.encode("latin-1")}
    ),
    "custom XML as CDATA": lambda t: Planted(parts={"customXml/item4.xml": f"<d><![CDATA[<b>{t[:3]}</b>{t[3:]}]]></d>".encode()}),
    "custom XML in references": lambda t: Planted(parts={"customXml/item5.xml": f"<d>{_coded(t, '&#x{:X};')}</d>".encode()}),
    "mixed custom XML": lambda t: Planted(parts={"customXml/item6.xml": f"<d>{t[:3]}<b>{t[3:]}</b></d>".encode()}),
    "base64": lambda t: Planted(parts={"customXml/item7.xml": f"<d>{base64.b64encode(t.encode()).decode()}</d>".encode()}),
    "base64 of UTF-16": lambda t: Planted(
        parts={"customXml/item8.xml": f"<d>{base64.b64encode(t.encode('utf-16-le')).decode()}</d>".encode()}
    ),
    "hexadecimal": lambda t: Planted(parts={"customXml/item9.xml": f"<d>{t.encode().hex()}</d>".encode()}),
    "JSON escapes": lambda t: Planted(parts={"customXml/item10.xml": f'<d>{{"n":"{_coded(t, chr(92) + "u{:04x}")}"}}</d>'.encode()}),
    "entities spelt out": lambda t: _body(paragraph(run(_coded(t, "&amp;#{};")))),
    "letters apart": lambda t: _body(paragraph(run("-".join(t)))),
    "letters parted by blanks": lambda t: _body(paragraph(run(" ".join(t)))),
    "a mark inside": lambda t: _body(paragraph(run(f"{t[:4]}/{t[4:]}"))),
    "glossary": lambda t: _in("word/glossary/document.xml", f"<w:docPart><w:docPartBody>{paragraph(run(t))}</w:docPartBody></w:docPart>"),
    "building block's name": lambda t: _in("word/glossary/document.xml", f'<w:docPart><w:docPartPr><w:name w:val="{t}"/></w:docPartPr></w:docPart>'),
    "chart's title": lambda t: _in("word/charts/chart1.xml", f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{t}</a:t></a:r></a:p></c:rich></c:tx></c:title>"),
    "chart's value": lambda t: _in("word/charts/chart1.xml", f'<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>{t}</c:v></c:pt></c:strCache></c:strRef></c:cat>'),
    "chart's formula": lambda t: _in("word/charts/chart1.xml", f"<c:f>{t}!$A$1</c:f>"),
    "smart art": lambda t: _in("word/diagrams/data1.xml", f"<dgm:pt><dgm:t><a:p><a:r><a:t>{t}</a:t></a:r></a:p></dgm:t></dgm:pt>"),
    "embedded page": lambda t: Planted(parts={"word/afchunk.htm": f"<p>{t[:3]}<b>{t[3:]}</b></p>".encode()}),
    "embedded text": lambda t: Planted(parts={"word/notes.txt": f"seen: {t}".encode()}),
    "metafile": lambda t: Planted(parts={"word/media/image2.emf": metafile(font(), SELECT, said(f"Then {t} came."))}),
    "metafile's pieces": lambda t: Planted(
        parts={"word/media/image3.emf": metafile(font(), SELECT, said(t[:3]), said(t[3:], 10 * len(t[:3])))}
    ),
    "metafile's pieces apart": lambda t: Planted(
        parts={"word/media/image4.emf": metafile(font(), SELECT, said(t[3:], 18 + 10 * len(t[:3])), said(t[:3]))}
    ),
    "metafile's older text": lambda t: Planted(parts={"word/media/image5.emf": metafile(said_in_many("a", t, wide=False))}),
    "metafile's small text": lambda t: Planted(parts={"word/media/image6.emf": metafile(said_small(t))}),
    "metafile's description": lambda t: Planted(parts={"word/media/image7.emf": metafile(description=f"Draw\0{t}\0\0")}),
    "metafile's font": lambda t: Planted(parts={"word/media/image8.emf": metafile(font(f"{t} Sans"))}),
    "drawn picture": lambda t: Planted(parts={"word/media/image1.svg": f"<svg><text>{t}</text></svg>".encode()}),
    "entry's name": lambda t: Planted(parts={f"word/media/{t}.xml": b"<a/>"}),
    "package's comment": lambda t: Planted(comment=t.encode()),
    "entry's comment": lambda t: Planted(entry_comment=t.encode()),
    "extra field": lambda t: Planted(extra=struct.pack("<HH", 0x7075, len(t)) + t.encode()),
}  # fmt: skip

PAGE: dict[str, Callable[[str], str]] = {
    "text": lambda t: f"<p>Then {t} came.</p>",
    "inline tags": lambda t: f"<p>{t[:3]}<b>{t[3:]}</b></p>",
    "comment inside": lambda t: f"<p>{t[:3]}<!-- x -->{t[3:]}</p>",
    "soft hyphen": lambda t: f"<p>{t[:3]}&shy;{t[3:]}</p>",
    "numeric entities": lambda t: f"<p>{_coded(t, '&#{};')}</p>",
    "hexadecimal entities": lambda t: f"<p>{_coded(t, '&#x{:x};')}</p>",
    "entities spelt out": lambda t: f"<p>{_coded(t, '&amp;#{};')}</p>",
    "attribute": lambda t: f"<p title='{t}'>x</p>",
    "alt": lambda t: f"<input alt='{t}'>",
    "data attribute": lambda t: f"<p data-child='{t}'>x</p>",
    "data attribute's name": lambda t: f"<p data-{t}='1'>x</p>",
    "class": lambda t: f"<p class='card {t.lower()}'>x</p>",
    "id": lambda t: f"<p id='{t.lower()}-1'>x</p>",
    "tag": lambda t: f"<{t.lower()}-card></{t.lower()}-card>",
    "comment": lambda t: f"<p>x</p><!-- {t} -->",
    "conditional comment": lambda t: f"<!--[if mso]><p>{t[:3]}<b>{t[3:]}</b></p><![endif]-->",
    "title": lambda t: f"<title>{t}</title>",
    "meta": lambda t: f"<meta name='author' content='{t}'>",
    "script": lambda t: f"<script>var a = '{t}'</script>",
    "script's escapes": lambda t: f"<script>var a = '{_coded(t, chr(92) + 'u{:04x}')}'</script>",
    "script's bytes": lambda t: f"<script>var a = '{_coded(t, chr(92) + 'x{:02x}')}'</script>",
    "script's pieces": lambda t: f"<script>var a = '{t[:3]}' + '{t[3:]}'</script>",
    "script's numbers": lambda t: f"<script>String.fromCharCode({','.join(str(ord(c)) for c in t)})</script>",
    "JSON": lambda t: f'<script type="application/json">{{"name": "{t}"}}</script>',
    "style": lambda t: f"<style>p::before {{content: '{t}'}}</style>",
    "style's escapes": lambda t: f"<style>p::before {{content: '{_coded(t, chr(92) + '{:x} ')}'}}</style>",
    "style attribute": lambda t: f"<p style=\"--n: '{t}'\">x</p>",
    "declaration": lambda t: f"<!{t} x>",
    "address": lambda t: f"<a href='https://example.org/?q={_coded(t, '%{:02x}')}'>x</a>",
    "embedded text": lambda t: f"<a href='data:text/plain;base64,{base64.b64encode(t.encode()).decode()}'>x</a>",
    "base64": lambda t: f"<p data-x='{base64.b64encode(t.encode()).decode()}'>x</p>",
    "srcdoc": lambda t: f'<iframe srcdoc="<p>{t[:3]}<i>{t[3:]}</i></p>"></iframe>',
    "srcdoc in entities": lambda t: f'<iframe srcdoc="&lt;p>{t[:3]}&lt;i>{t[3:]}&lt;/i>&lt;/p>"></iframe>',
    "template": lambda t: f"<template><p>{t}</p></template>",
    "noscript": lambda t: f"<noscript>{t}</noscript>",
    "hidden": lambda t: f"<p hidden>{t}</p>",
    "option": lambda t: f"<select><option value='{t}'>x</option></select>",
    "textarea": lambda t: f"<textarea>{t}</textarea>",
    "drawing": lambda t: f"<svg><desc>{t}</desc></svg>",
    "event": lambda t: f"<p onclick=\"go('{t}')\">x</p>",
    "backwards": lambda t: f"<bdo dir='rtl'>{t[::-1]}</bdo>",
    "unclosed": lambda t: f"<p>{t}",
}  # fmt: skip

MARKDOWN: dict[str, Callable[[str], str]] = {
    "text": lambda t: f"Then {t} came.",
    "emphasis": lambda t: f"{t[:3]}**{t[3:]}**",
    "underscores": lambda t: f"_{t}_",
    "code": lambda t: f"`{t[:3]}`{t[3:]}",
    "fence": lambda t: f"```\n{t}\n```",
    "heading": lambda t: f"## {t}",
    "list": lambda t: f"- {t}",
    "quote": lambda t: f"> {t[:3]}\n> {t[3:]}\n> and {t}",
    "table": lambda t: f"| {t} | b |\n| --- | --- |",
    "escapes": lambda t: f"{t[:3]}\\-{t[3:]}",
    "entity": lambda t: _coded(t, "&#{};"),
    "comment": lambda t: f"x <!-- {t} --> y",
    "comment over empty lines": lambda t: f"x\n\n<!-- a\n\n{t}\n-->\n\ny",
    "comment inside": lambda t: f"{t[:3]}<!-- x -->{t[3:]}",
    "link": lambda t: f"[x](https://example.org/{t.lower()})",
    "percent-encoded link": lambda t: f"[x](https://example.org/{_coded(t, '%{:02x}')})",
    "link's text": lambda t: f"[{t[:3]}](x){t[3:]}",
    "link's title": lambda t: f'[x](https://example.org/ "{t}")',
    "link in angle brackets": lambda t: f"[x](<a {t} b>)",
    "reference": lambda t: f"[x]: https://example.org/{t}",
    "reference's title": lambda t: f'[x]: https://example.org/ "{t}"',
    "reference's name": lambda t: f"[x][{t}]\n\n[{t}]: https://example.org/",
    "footnote": lambda t: f"a[^1]\n\n[^1]: {t}",
    "footnote's name": lambda t: f"a[^{t}]",
    "address": lambda t: f"<mailto:{t}@example.org>",
    "heading's id": lambda t: f"## Heading {{#{t.lower()}}}",
    "front matter": lambda t: f"---\nauthor: {t}\n---\n\nx",
    "tag": lambda t: f'<a id="{t}"></a>x',
    "tag inside": lambda t: f"{t[:3]}<b>{t[3:]}</b>",
    "tag's data": lambda t: f'<div data-child="{quote(t)}">x</div>',
    "mathematics": lambda t: f"$\\text{{{t}}}$",
    "base64": lambda t: base64.b64encode(t.encode()).decode(),
    "backwards": lambda t: t[::-1],
    "letters apart": ".".join,
}  # fmt: skip
