"""How the pages of a Word file are set: columns of facts, turned pages, cards, what is kept together."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from reviewkit.document import Block, Card, Document, Facts, Furniture, Heading, Paragraph, Run, Table
from reviewkit.renderers.docx import RENDERER
from reviewkit.renderers.docx.assembling import assemble
from reviewkit.renderers.docx.look import Page, own_look
from tests.unit.sample_document import para, section, table, text
from tests.unit.test_renderers_docx import W, body, paragraphs, parts, said, written

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A4 = Page()
LONG = "Words about what this service did with the family, and when it was done, and who heard of it"
SQUEEZED = ("Agency and people", "Sector", "Involvement", "Period", "Contribution", "Note")
WORDS = (
    "West Marshire service for children and families", "Children's social care", LONG, "November 2024 to June 2025",
    "Contributed", LONG,
)  # fmt: skip


def wide(rows: int, **more: str) -> Table:
    return table(SQUEEZED, (WORDS,) * rows, **more)


def rendered(*blocks: Block, page: Page = A4, **more: object) -> bytes:
    document = Document(title="Title", subtitle="", kind="Kind", cover=(), blocks=blocks, **more)
    return assemble(document, own_look()._replace(page=page))


def sections(data: bytes) -> list[etree._Element]:
    return list(body(data).iter(f"{W}sectPr"))


def orientations(data: bytes) -> list[str]:
    sizes = (each.find(f"{W}pgSz") for each in sections(data))
    return ["turned" if size.get(f"{W}orient") == "landscape" else "upright" for size in sizes]


def stories(data: bytes) -> list[str]:
    """The words of each section."""
    found = [""]
    for element in body(data).find(f"{W}body"):
        found[-1] += said(element) + "\n"
        if element.find(f"{W}pPr/{W}sectPr") is not None:
            found.append("")
    return found


def fact(*labels: str, answer: str = "answer") -> Facts:
    return Facts(tuple((label, (para(answer),)) for label in labels))


def indents(story: etree._Element, style: str) -> list[tuple[str | None, str | None]]:
    found = [each for each in story.iter(f"{W}p") if _style(each) == style]
    return [(_attribute(each, "ind", "left"), _attribute(each, "ind", "hanging")) for each in found]


def test_a_squeezed_table_stands_on_turned_pages_with_its_heading() -> None:
    data = rendered(
        section("1", "Before", "b"), para("Upright."), section("2", "Agencies", "a"), wide(9), para("After.")
    )
    assert orientations(data) == ["upright", "turned", "upright"]
    before, turned, after = stories(data)
    assert "Upright." in before
    assert "Agencies" in turned
    assert "Agencies" not in before.replace("2\tAgencies", "", 1)  # the contents alone
    assert after.strip() == "After."


def test_neighbouring_wide_tables_share_their_pages() -> None:
    data = rendered(para("Before."), section("1", "One", ""), wide(9), section("2", "Two", ""), wide(4), para("After."))
    assert orientations(data) == ["upright", "turned", "upright"]


@pytest.mark.parametrize(
    "blocks",
    [
        (wide(1),),
        (table(SQUEEZED, (("a", "b", "c", "d", "e", "f"),) * 40),),
        (table(("A", "B"), ((LONG * 9, LONG * 9),) * 9),),
        (Card(Heading(2, text("Card")), (wide(9),)),),
    ],
    ids=["three lines", "narrow enough", "two columns", "within a card"],
)
def test_pages_turn_only_where_it_pays(blocks: tuple[Block, ...]) -> None:
    assert orientations(rendered(para("Before."), *blocks, para("After."))) == ["upright"]


def test_a_page_that_lies_already_is_not_turned() -> None:
    page = A4._replace(width=A4.height, height=A4.width)
    assert orientations(rendered(wide(9), para("After."), page=page)) == ["turned"]


def test_only_the_first_section_has_a_title_page() -> None:
    data = rendered(para("Before."), wide(9), para("After."), marking="CONFIDENTIAL")
    assert [each.find(f"{W}titlePg") is not None for each in sections(data)] == [True, False, False]
    kinds = [[ref.get(f"{W}type") for ref in each.iter(f"{W}headerReference")] for each in sections(data)]
    assert [sorted(each) for each in kinds] == [["default", "first"], ["default"], ["default"]]


def test_header_and_footer_of_turned_pages_are_as_wide_as_their_text() -> None:
    data = rendered(
        para("Before."), wide(9), para("After."), furniture=Furniture(header=(text("Left\tMiddle\tRight"),))
    )
    shown = parts(data)
    targets = {each.get("Id"): each.get("Target") for each in shown["word/_rels/document.xml.rels"]}
    for each, size in zip(sections(data), (A4.width, A4.height, A4.width), strict=True):
        width = size - A4.left - A4.right
        assert each.find(f"{W}pgSz").get(f"{W}w") == str(size)
        footer = shown[f"word/{targets[each.find(f'{W}footerReference').get(f'{R}id')]}"]
        header = shown[f"word/{targets[each.find(f'{W}headerReference').get(f'{R}id')]}"]
        assert footer.find(f".//{W}tab[@{W}val='right']").get(f"{W}pos") == str(width)
        assert header.find(f".//{W}tab[@{W}val='right']").get(f"{W}pos") == str(width)


def test_every_part_of_the_package_is_used_and_named() -> None:
    for blocks in ((para("x"),), (wide(9), para("After.")), (para("Before."), wide(9))):
        with ZipFile(BytesIO(rendered(*blocks))) as archive:
            names = [name.removeprefix("word/") for name in archive.namelist()]
            relations = archive.read("word/_rels/document.xml.rels").decode()
            types = archive.read("[Content_Types].xml").decode()
        assert len(names) == len(set(names))
        furniture = [name for name in names if name.startswith(("header", "footer"))]
        assert all(f'Target="{name}"' in relations and f"/word/{name}" in types for name in furniture)


@pytest.mark.parametrize(
    "blocks", [(wide(9),), (wide(9), para("After.")), (para("Before."), wide(9)), (wide(9), wide(9))]
)
def test_sections_leave_no_paragraph_empty_and_no_heading_behind(blocks: tuple[Block, ...]) -> None:
    data = rendered(*blocks)
    story = body(data).find(f"{W}body")
    assert all("".join(each.itertext()).strip() for each in story.iter(f"{W}p"))
    assert etree.QName(story[-1]).localname == "sectPr"
    assert len(story.findall(f"{W}tbl")) == sum(isinstance(block, Table) for block in blocks)


def test_tables_fill_the_page_that_they_stand_on() -> None:
    widths = [
        sum(int(column.get(f"{W}w")) for column in each.iter(f"{W}gridCol"))
        for each in body(rendered(para("a"), wide(9), para("b"), table(("A", "B"), (("x", "y"),)))).iter(f"{W}tbl")
    ]
    assert widths == [A4.height - A4.left - A4.right, A4.width - A4.left - A4.right]


def test_links_lead_across_sections() -> None:
    story = body(rendered(para(Run("there", anchor="far")), wide(9), Heading(1, text("Far"), anchor="far")))
    link = next(each for each in story.iter(f"{W}hyperlink") if "".join(each.itertext()) == "there")
    target = next(each for each in story.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == link.get(f"{W}anchor"))
    assert said(target.getparent()) == "Far"


def test_the_labels_column_is_as_wide_as_its_labels_need() -> None:
    story = body(written(fact("Yes", "No", "Not recorded"), para("-"), fact("Date of incident"), para("-"),
                         fact("When", "What will be different for children")))  # fmt: skip
    assert indents(story, "ReportFact") == [("1928", "1928")] * 3 + [(None, None)] + [("4082", "4082")] * 2


def test_answers_of_one_card_stand_in_one_line() -> None:
    inside = (fact("Who owns it"), para("How"), fact("What will be different for children"))
    story = body(written(Card(Heading(2, text("R1")), inside), fact("Alone")))
    assert indents(story, "ReportFact") == [("4082", "4082")] * 2 + [(None, None)]


def test_a_label_too_long_for_any_column_holds_its_answer_beside_or_above_it() -> None:
    label = "Who is known or suspected to have caused the harm"
    story = body(written(fact("Outcome", label, answer="Mother"), para("-"), fact("Outcome", label, answer=LONG)))
    assert f"{label}\tMother" in said(story).split("\n")
    assert paragraphs(story, "ReportLabel") == [label]
    assert indents(story, "ReportAnswer") == [("0", None)]


def test_on_a_narrow_page_every_answer_stands_below_its_label() -> None:
    data = rendered(fact("When", answer="Today"), page=A4._replace(width=8391, height=11906))
    assert paragraphs(body(data), "ReportLabel") == ["When"]
    assert paragraphs(body(data), "ReportAnswer") == ["Today"]


def test_facts_after_a_numbered_paragraph_stand_quietly_beneath_its_words() -> None:
    story = body(
        written(Paragraph(text("Said."), number="1.1"), fact("When", "How they were heard"), para("Else."), fact("A"))
    )
    assert paragraphs(story, "ReportDetail") == ["When\tanswer", "How they were heard\tanswer"]
    assert paragraphs(story, "ReportFact") == ["A\tanswer"]
    assert {each.get(f"{W}val") for each in story.iter(f"{W}rStyle")} == {"ReportDetailText", "ReportLabelText"}


def test_the_words_of_a_card_are_set_off_and_kept_with_what_follows() -> None:
    own = (para("Change the form."), para("And the screen."))
    story = body(written(Card(Heading(2, text("R1")), (*own, fact("Who owns it"), para("Later.")))))
    assert paragraphs(story, "ReportStatement") == ["Change the form.", "And the screen."]
    kept = [
        each.find(f"{W}pPr/{W}keepNext") is not None
        for each in story.iter(f"{W}p")
        if _style(each) == "ReportStatement"
    ]
    assert kept == [True, True]
    assert paragraphs(story, "BodyText") == ["Later."]


@pytest.mark.parametrize(
    "opening",
    [
        Paragraph(text("x"), number="1.1"),
        Paragraph(text("x"), role="lead"),
        Paragraph((Run("x", gap=True),)),
        fact("x"),
    ],
)
def test_a_card_that_opens_otherwise_has_nothing_set_off(opening: Block) -> None:
    story = body(written(Card(Heading(2, text("Card")), (opening, para("y")))))
    assert paragraphs(story, "ReportStatement") == []


def test_no_page_ends_after_the_first_row_or_fact_or_before_the_last() -> None:
    def kept(story: etree._Element, style: str) -> list[bool]:
        found = [each for each in story.iter(f"{W}p") if _style(each) == style]
        return [each.find(f"{W}pPr/{W}keepNext") is not None for each in found]

    story = body(written(fact(*"abcde"), table(("H",), (("a",), ("b",), ("c",), ("d",)))))
    assert kept(story, "ReportFact") == [True, False, False, True, False]
    assert kept(story, "ReportRowHeading") == [True, False, True, False]
    assert kept(body(written(fact("a"), table(("H",), (("a",),)))), "ReportFact") == [False]


def test_only_a_row_taller_than_half_a_page_may_split() -> None:
    story = body(written(table(("H", "I"), (("a", "b"), ("c", LONG * 30), ("d", "e")))))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in story.iter(f"{W}tr")] == [True, True, False, True]


def test_the_title_page_has_the_partnership_on_top_and_the_note_below() -> None:
    note = "Prepared for publication: names and details that could identify anybody have been changed or left out."
    cover = (
        ("Author", text("A. Writer")),
        ("Safeguarding partnership", text("West Marshire")),
        ("About this version", text(note)),
    )
    document = Document(title="Child K", subtitle="", kind="", cover=cover, blocks=(para("x"),))
    document = document._replace(publisher="Safeguarding partnership")
    lines = said(body(RENDERER.render(document, None))).split("\n")
    assert lines[:4] == ["West Marshire", "Child K", "Author\tA. Writer", f"About this version: {note}"]


def test_contents_that_need_more_than_a_page_show_one_level() -> None:
    def shown(levels: int) -> int:
        some = [Heading(1 if count % 4 == 0 else 2, text(f"Heading {count}")) for count in range(levels)]
        return len(paragraphs(body(written(*some)), "TOC2"))

    assert shown(32) == 24
    assert shown(44) == 0


def _style(paragraph: etree._Element) -> str:
    return _attribute(paragraph, "pStyle", "val") or ""


def _attribute(paragraph: etree._Element, tag: str, name: str) -> str | None:
    found = paragraph.find(f"{W}pPr/{W}{tag}")
    return None if found is None else found.get(f"{W}{name}")
