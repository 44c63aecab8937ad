"""Made-up Word files that partnerships could have: whole templates, and the pieces that headers are made of."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm, Pt, RGBColor

from tests.unit.test_renderers_house_style import MAIN, OFFICE, _relations, _zip

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs>
    <w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Centred"><w:name w:val="Centred"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
  <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Prompt"><w:name w:val="Placeholder Text"/></w:style>"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def simple(code: str, shown: str = "7") -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run(shown)}</w:fldSimple>'


def field(code: str, shown: str = "7") -> str:
    half = len(code) // 2
    codes = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (code[:half], code[half:]))
    turns = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{turns[0]}{codes}{turns[1]}{run(shown)}{turns[2]}"


def para(*content: str, properties: str = '<w:pStyle w:val="Header"/>') -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell or para()}</w:tc>' for cell in cells)}</w:tr>"


TAB = "<w:r><w:tab/></w:r>"
LOGO = '<w:r><w:drawing><a:graphic><a:blip r:embed="rId9"/></a:graphic></w:drawing></w:r>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
    f"{para(run('Boxed words'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    f"<w:txbxContent>{para(run('Boxed words'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
WATERMARK = '<w:r><w:pict><v:shape><v:textpath string="DO NOT COPY"/></v:shape></w:pict></w:r>'


def package(
    stories: dict[str, str], references: str = "", *, styles: str = STYLES, sections: str = "", page: str = ""
) -> bytes:
    """A Word file with these headers and footers, by the names of their parts ("header2"), which are their ids too."""
    if not references:
        references = "".join(refer(name) for name in stories)
    body = f"{sections}<w:p/><w:sectPr>{references}{page}</w:sectPr>"
    files: dict[str, str | bytes] = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
    }
    relations = f'<Relationship Id="styles" Type="{OFFICE}/styles" Target="styles.xml"/>'
    for name, content in stories.items():
        kind = name[:6]
        tag = "hdr" if kind == "header" else "ftr"
        files[f"word/{name}.xml"] = f"<w:{tag} {NAMES}>{content}</w:{tag}>"
        relations += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
    )
    return _zip(files)


def refer(name: str, place: str = "default") -> str:
    return f'<w:{name[:6]}Reference w:type="{place}" r:id="{name}"/>'


def council() -> bytes:
    """A council's corporate template: its own typefaces and colours, numbered headings, a theme, a plain footer."""
    word = docx.Document()
    for name, font, size, colour in (
        ("Normal", "Tahoma", 11, "222222"),
        ("Heading 1", "Trebuchet MS", 20, "00594C"),
        ("Heading 2", "Trebuchet MS", 15, "00594C"),
        ("Title", "Trebuchet MS", 30, "00594C"),
        ("List Bullet", "Tahoma", 11, "222222"),
    ):
        style = word.styles[name].font
        style.name, style.size, style.color.rgb = font, Pt(size), RGBColor.from_string(colour)
        fonts = style.element.rPr.rFonts
        for each in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[each]  # as Word does; the theme's typeface would win
    numbered = parse_xml(f'<w:numPr xmlns:w="{MAIN}"><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    word.styles["Heading 1"].element.get_or_add_pPr().append(numbered)
    intense = word.styles.add_style("Corporate Intro", WD_STYLE_TYPE.PARAGRAPH)
    intense.base_style = word.styles["Body Text"]
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(30)
    page.header.paragraphs[0].text = "West Marshire Council\tCorporate report"
    page.footer.paragraphs[0].text = "working together for children"
    data = BytesIO()
    word.save(data)
    return data.getvalue()


def half() -> bytes:
    """Few styles, under names and ids as another language has them; Letter paper, narrow margins, no lists, no theme."""
    styles = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="22"/>
        </w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
        <w:rPr><w:b/><w:color w:val="E0A800"/><w:sz w:val="36"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="Heading 2"/><w:basedOn w:val="berschrift1"/>
        <w:rPr><w:color w:val="7A1F3D"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/></w:style>"""
    page = '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="500"/>'
    return package({}, " ", styles=styles, page=page)


def complicated(person: str = "Jayden Okafor") -> bytes:
    """First page and even pages differ; a layout table with a logo, both kinds of fields, a control, a box, a deletion."""
    deleted = f'<w:del w:id="1" w:author="A. Clerk"><w:r><w:delText>{person} was here</w:delText></w:r></w:del>'
    table = f"<w:tbl>{row(para(LOGO), para(run('Marsh Valley Partnership', '<w:b/>')), para(run(f'Review about {person}')))}</w:tbl>"
    footer = para(
        control(run("Learning from practice")), TAB, deleted, simple("FILENAME", "secret.docx"), TAB,
        run("Page "), simple("PAGE"), run(" of "), field("NUMPAGES", "31"),
    )  # fmt: skip
    stories = {
        "header1": table + para(BOX) + para(WATERMARK),
        "header2": para(LOGO, run("Office of the Director")),
        "header3": para(run("Even pages")),
        "footer1": footer,
    }
    references = refer("header1") + refer("header2", "first") + refer("header3", "even") + refer("footer1")
    heading = """<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr>
      <w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="4B2E83"/></w:rPr></w:style>"""
    return package(stories, f"{references}", styles=STYLES + heading, page="<w:titlePg/>")


TEMPLATES = (council, half, complicated)
