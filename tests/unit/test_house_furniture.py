"""Header and footer of foreign Word files: three made-up partnerships' templates, and headers that mean harm."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewkit.document import Document, Furniture, Run
from reviewkit.errors import UsageError
from reviewkit.renderers.docx import RENDERER
from reviewkit.renderers.docx.house.describing import describe
from reviewkit.renderers.docx.house.furniture import LONGEST_LINE, MOST_LINES, furniture_of
from reviewkit.renderers.docx.house.starting import starter
from reviewkit.renderers.docx.house.style import house_look
from reviewkit.renderers.docx.look import own_look
from tests.unit import house_files as house
from tests.unit.house_files import (
    BOX,
    LOGO,
    TAB,
    TEMPLATES,
    WATERMARK,
    control,
    field,
    package,
    para,
    refer,
    row,
    run,
    simple,
)
from tests.unit.sample_document import sample
from tests.unit.test_composing_published import without
from tests.unit.test_renderers_docx import W, parts, said, squeezed, told


def shown(data: bytes) -> list[str]:
    """The header's lines; page numbers as [this] and [last]."""
    return [line(runs) for runs in furniture_of(data).header]


def line(runs: tuple[Run, ...]) -> str:
    return "".join(f"[{each.page}]" if each.page else each.text for each in runs)


def header(*paragraphs: str) -> list[str]:
    return shown(package({"header1": "".join(paragraphs)}))


@pytest.mark.parametrize("code", [simple, field], ids=["simple", "complex"])
def test_page_numbers_stay_page_numbers(code: Callable[..., str]) -> None:
    found = header(para(run("Page "), code("PAGE  \\* MERGEFORMAT"), run(" of "), code("NUMPAGES")))
    assert found == ["Page [this] of [last]"]
    assert header(para(code("SECTIONPAGES"))) == ["[last]"]
    assert header(para(control(run("Page ") + code("page")))) == ["Page [this]"]
    runs = furniture_of(package({"header1": para(code("PAGE", "88"))})).header[0]
    assert runs[0].text == "1"  # the house's own number says nothing


@pytest.mark.parametrize("code", [simple, field], ids=["simple", "complex"])
@pytest.mark.parametrize(
    "name",
    ["FILENAME \\p", "AUTHOR", "LASTSAVEDBY", "DOCPROPERTY Manager", "SAVEDATE", "USERNAME", 'STYLEREF "Heading 1"',
     "TITLE", "title", "CREATEDATE", "MERGEFIELD Child", "DATE"],
)  # fmt: skip
def test_fields_about_a_file_a_person_or_a_text_are_dropped(name: str, code: Callable[..., str]) -> None:
    assert header(para(run("Before "), code(name.replace('"', "&quot;"), "Jayden"), run("after"))) == ["Before after"]


def test_other_fields_give_what_they_show() -> None:
    assert header(para(field('IF 1 = 1 "x"', "Restricted"))) == ["Restricted"]


def test_a_field_within_a_field_counts_only_where_it_is_shown() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText>{}</w:instrText></w:r>"
    asked = f"{begin}{code.format('IF ')}{field('PAGE')}{code.format('= 1')}{separate}{run('p ')}{field('PAGE')}{end}"
    assert header(para(asked)) == ["p [this]"]
    assert header(para(f"{begin}{code.format('AUTHOR')}{separate}{run('x')}{field('PAGE')}{end}{run('y')}")) == ["y"]


def test_a_field_can_reach_over_paragraphs_and_lack_its_result() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert header(para(f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{end}")) == ["[this]"]
    assert header(
        para(f"{begin}<w:r><w:instrText>AUTHOR</w:instrText></w:r>"), para(run("x"), end), para(run("y"))
    ) == ["y"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<w:del w:id="1"><w:r><w:delText>Jayden</w:delText></w:r></w:del>',
        '<w:moveFrom w:id="1"><w:r><w:t>Jayden</w:t></w:r></w:moveFrom>',
        run("Jayden", "<w:vanish/>"),
        run("Jayden", '<w:rStyle w:val="Prompt"/>'),
        control(run("Jayden"), "<w:showingPlcHdr/>"),
        control(run("Jayden"), '<w:dataBinding w:xpath="/ns0:coreProperties/ns1:creator"/>'),
        BOX,
        LOGO,
        WATERMARK,
        '<w:r><w:commentReference w:id="3"/></w:r>',
        field("AUTHOR", "Jayden"),
    ],
)
def test_what_word_hides_or_draws_is_not_taken(hidden: str) -> None:
    assert header(para(run("Kept "), hidden, run("words"))) == ["Kept words"]


def test_a_style_can_hide_a_paragraph() -> None:
    assert header(para(run("Jayden"), properties='<w:pStyle w:val="Ghost"/>'), para(run("Kept"))) == ["Kept"]
    shown_again = run("Kept", '<w:vanish w:val="0"/>')
    assert header(para(shown_again, properties='<w:pStyle w:val="Ghost"/>')) == ["Kept"]


def test_inserted_and_linked_words_are_taken_as_words() -> None:
    inserted = f'<w:ins w:id="1">{run("new")}</w:ins><w:hyperlink r:id="x">{run(" place")}</w:hyperlink>'
    assert header(para(inserted)) == ["new place"]
    assert all(not each.href for each in furniture_of(package({"header1": para(inserted)})).header[0])


def test_bold_and_italic_stay() -> None:
    data = package(
        {
            "header1": para(
                run("a", "<w:b/>"),
                run("b", '<w:rStyle w:val="Strong"/>'),
                run("c", "<w:i/>"),
                run("d", '<w:b w:val="0"/>'),
            )
        }
    )
    assert furniture_of(data).header == ((Run("ab", bold=True), Run("c", italic=True), Run("d")),)


def test_tabs_lead_where_the_style_says() -> None:
    assert header(para(run("a"), TAB, run("b"), TAB, run("c"))) == ["a\tb\tc"]
    assert header(para(run("a"), TAB, TAB, run("c"))) == ["a\t\tc"]
    right = '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'
    assert header(para(run("a"), TAB, run("b"), properties=right)) == ["a\t\tb"]
    cleared = '<w:pStyle w:val="Header"/><w:tabs><w:tab w:val="clear" w:pos="4513"/></w:tabs>'
    assert header(para(run("a"), TAB, run("b"), properties=cleared)) == ["a\t\tb"]
    assert header(para(run("a"), '<w:r><w:ptab w:alignment="right"/></w:r>', run("b"))) == ["a\t\tb"]
    assert header(para(run("a"), properties='<w:pStyle w:val="Centred"/>')) == ["\ta"]
    assert header(para(run("a"), properties='<w:jc w:val="right"/>')) == ["\t\ta"]


def test_a_row_of_a_layout_table_is_a_line() -> None:
    table = "<w:tbl>{}</w:tbl>"
    assert header(table.format(row(para(run("a")), para(run("b")), para(run("c"))))) == ["a\tb\tc"]
    assert header(table.format(row(para(run("a")), para(run("b"))))) == ["a\t\tb"]
    assert header(table.format(row(*(para(run(each)) for each in "abcd")))) == ["a\tb c\td"]
    assert header(table.format(row(para(run("a")) + para(run("d")), "", para(run("c"))))) == ["a\t\tc", "d"]
    assert header(table.format(row(para(LOGO), para(run("b"))))) == ["\t\tb"]
    gone = row(para(run("Jayden"))).replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>')
    assert header(table.format(gone), para(run("kept"))) == ["kept"]


def test_a_line_break_parts_lines() -> None:
    assert header(para(run("a"), "<w:r><w:br/></w:r>", run("b"))) == ["a", "b"]


def test_too_much_is_cut_by_whole_lines_and_said() -> None:
    assert header(para(run("x" * (LONGEST_LINE + 1))), para(run("kept"))) == ["kept"]
    many = package({"header1": "".join(para(run(f"line {number}")) for number in range(9))})
    assert shown(many) == [f"line {number}" for number in range(MOST_LINES)]
    assert "what comes after 6 lines in the header" in describe(many).left_behind
    long = package({"footer1": para(run("x" * 201))})
    assert describe(long).left_behind == ("a line of more than 200 letters in the footer",)


def test_the_last_section_counts_and_what_it_inherits() -> None:
    stories = {"header1": para(run("one")), "header2": para(run("two")), "footer1": para(run("foot"))}
    before = f"<w:p><w:pPr><w:sectPr>{refer('header1')}{refer('footer1')}</w:sectPr></w:pPr></w:p>"
    found = furniture_of(package(stories, refer("header2"), sections=before))
    assert [line(runs) for runs in (*found.header, *found.footer)] == ["two", "foot"]


def test_without_a_default_header_that_of_the_first_page_is_taken() -> None:
    assert shown(package({"header1": para(run("letterhead"))}, refer("header1", "first"))) == ["letterhead"]
    both = package(
        {"header1": para(run("letterhead")), "header2": para()}, refer("header1", "first") + refer("header2")
    )
    assert shown(both) == []
    assert describe(both).left_behind == ("the words in the header of the first page",)


def test_the_complicated_template() -> None:
    found = furniture_of(house.complicated())
    assert [line(runs) for runs in found.header] == ["\tMarsh Valley Partnership\tReview about Jayden Okafor"]
    assert [line(runs) for runs in found.footer] == ["Learning from practice\t\tPage [this] of [last]"]
    assert describe(house.complicated()).left_behind == (
        "a watermark in the header", "a picture in the header", "a text box in the header",
        "the words in the header of even pages", "a picture in the header of the first page",
        "the words in the header of the first page",
    )  # fmt: skip


@pytest.mark.parametrize("make", TEMPLATES, ids=lambda make: make.__name__)
def test_a_template_restyles_the_report_without_loss(make: Callable[[], bytes]) -> None:
    data = make()
    document = sample()._replace(furniture=furniture_of(data))
    made = parts(RENDERER.render(document, data))
    whole = squeezed(said(made["word/document.xml"]))
    assert all(squeezed(words) in whole for words in told(document.blocks))
    used = {
        each.get(f"{W}val")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for each in made["word/document.xml"].iter(f"{W}{tag}")
    }
    styles = {each.get(f"{W}styleId") for each in made["word/styles.xml"].iter(f"{W}style")}
    assert used <= styles
    assert {
        each.get(f"{W}styleId") for each in etree.fromstring(own_look().styles.encode()).iter(f"{W}style")
    } <= styles
    assert docx.Document(BytesIO(RENDERER.render(document, data))).paragraphs


def test_each_template_gives_what_it_has() -> None:
    described = describe(house.council())
    assert described.fonts[:2] == ("Tahoma", "Trebuchet MS")
    assert (described.size, described.page) == (11, "A4, margins 25 mm above, 30 mm right, 25 mm below, 30 mm left")
    assert [line(runs) for runs in described.furniture.header] == ["West Marshire Council\tCorporate report"]
    described = describe(house.half())
    assert described.page == "Letter, margins 13 mm above, 13 mm right, 13 mm below, 13 mm left"
    assert {"Normal", "heading 1", "heading 2", "header"} == set(described.taken)
    assert [(weak.style, weak.colour) for weak in described.weak] == [("heading 1", "E0A800")]
    assert described.weak[0].instead
    assert not describe(house.complicated()).weak


def test_headings_keep_their_distance_where_the_house_says_nothing_of_it() -> None:
    own, theirs = (etree.fromstring(look.styles.encode()) for look in (own_look(), house_look(house.half())))
    path = f"{W}style[@{W}styleId='Heading1']/{W}pPr/{W}spacing"
    assert dict(theirs.find(path).attrib) == dict(own.find(path).attrib)
    said_before = etree.fromstring(house_look(house.council()).styles.encode()).find(path)
    assert dict(said_before.attrib) != dict(own.find(path).attrib)


def made(furniture: Furniture, document: Document | None = None) -> tuple[str, str]:
    document = (document or sample())._replace(furniture=furniture)
    whole = parts(RENDERER.render(document, None))
    stories = {name: part for name, part in whole.items() if "header" in name or "footer" in name}
    top = next(part for name, part in stories.items() if "header-default" in name)
    return said(top), said(next(part for name, part in stories.items() if "footer" in name))


def test_the_house_s_lines_stand_in_place_of_ours_and_never_of_the_marking() -> None:
    top, bottom = made(Furniture(((Run("West Marshire"),),), ((Run("children first"),),)))
    assert top == f"{sample().marking}\nWest Marshire"
    assert bottom == "children first\nDraft\tPage 1 of 1"
    finished = sample()._replace(marking="", draft=False)
    top, bottom = made(Furniture(((Run("West Marshire"),),), ((Run("children first"),),)), finished)
    assert (top, bottom) == ("West Marshire", "children first\t\tPage 1 of 1")
    full = (Run("a\tb\tc"),)
    assert made(Furniture((), (full,)), finished)[1] == "a\tb\tc\n\tPage 1 of 1"


def test_page_x_of_y_is_not_said_twice() -> None:
    page = (Run("\t"), Run("1", page="this"))
    assert made(Furniture((), (page,)))[1] == "\t1\nDraft"
    assert made(Furniture((), (page,)), sample()._replace(draft=False))[1] == "\t1"
    assert "Page" not in made(Furniture((page,), ()))[1]


def test_page_numbers_are_fields_that_word_works_out() -> None:
    document = sample()._replace(
        furniture=Furniture((), ((Run("1", page="this", bold=True), Run("/"), Run("1", page="last")),))
    )
    whole = parts(RENDERER.render(document, None))
    footer = next(part for name, part in whole.items() if "footer" in name and "rels" not in name)
    assert [each.text.strip() for each in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_parts_that_would_run_into_one_another_get_lines_of_their_own() -> None:
    long = "The West Marshire and Marsh Valley Safeguarding Children Partnership"
    top, _ = made(Furniture(((Run(long), Run("\t"), Run(long), Run("\t"), Run(long)),), ()))
    assert top.split("\n")[1:] == [long] * 3


def test_every_line_of_a_published_document_is_rewritten() -> None:
    from reviewkit.composing.published import compose_published
    from reviewkit.publication import PublishedReport
    from tests.unit.test_composing_published import BODIES, PEOPLE, cached_template

    loaded = cached_template("lcspr")
    lines = Furniture(
        ((Run("Jayden", bold=True), Run(" Okafor"), Run("\t"), Run("1", page="this")), (Run("Jayden Okafor"),)),
        ((Run("Page "), Run("1", page="this")),),
    )
    report = PublishedReport(loaded, loaded.latest_edition, {}, without("Jayden Okafor", ""), PEOPLE, BODIES)
    found = compose_published(report, lines).document.furniture
    assert found == Furniture(((Run("\t"), Run("1", page="this")),), lines.footer)
    gone = PublishedReport(loaded, loaded.latest_edition, {}, without("1", "one"), PEOPLE, BODIES)
    assert all(not run.page for runs in compose_published(gone, lines).document.furniture.footer for run in runs)


def test_the_starter_gives_the_very_look_that_reports_have() -> None:
    own, taken = own_look(), house_look(starter())
    assert taken._replace(styles="", numbering="", theme="") == own._replace(styles="", numbering="", theme="")
    for name in ("styles", "numbering", "theme"):
        assert canonical(getattr(taken, name)) == canonical(getattr(own, name)), name


def test_the_starter_shows_every_style_and_lacks_none() -> None:
    story = parts(starter())["word/document.xml"]
    used = {each.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for each in story.iter(f"{W}{tag}")}
    own = etree.fromstring(own_look().styles.encode()).iterfind(f"{W}style")
    furniture = {"Header", "Footer"}
    assert {each.get(f"{W}styleId") for each in own if each.find(f"{W}semiHidden") is None} <= used | furniture
    described = describe(starter())
    assert described.added == described.weak == described.left_behind == described.furniture.header == ()
    assert [line(runs) for runs in described.furniture.footer] == ["\t\tPage [this] of [last]"]


def test_what_is_typed_into_the_starter_s_header_is_taken() -> None:
    word = docx.Document(BytesIO(starter()))
    paragraph = word.sections[0].header.paragraphs[0]
    paragraph._p.remove(paragraph._p.find(f"{W}sdt"))
    paragraph.add_run("West Marshire")
    data = BytesIO()
    word.save(data)
    assert shown(data.getvalue()) == ["West Marshire"]


def test_a_long_chain_of_styles_ends_somewhere() -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{each}"><w:name w:val="s{each}"/><w:basedOn w:val="s{each + 1}"/></w:style>'
        for each in range(3000)
    )
    heading = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:basedOn w:val="s0"/></w:style>'
    data = package(
        {"header1": para(run("x"), properties='<w:pStyle w:val="s0"/>')}, styles=house.STYLES + heading + chain
    )
    assert "heading 1" in describe(data).taken


def canonical(xml: str) -> bytes:
    root = etree.fromstring(xml.encode(), etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, method="c14n")


CASES = [make() for make in TEMPLATES] + [starter()]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CASES), st.data())
def test_damaged_files_end_in_one_message_or_in_a_report(data: bytes, draw: st.DataObject) -> None:
    broken = bytearray(data[: draw.draw(st.integers(0, len(data)))] if draw.draw(st.booleans()) else data)
    for _ in range(draw.draw(st.integers(0, 6)) if broken else 0):
        broken[draw.draw(st.integers(0, len(broken) - 1))] = draw.draw(st.integers(0, 255))
    for work in (furniture_of, house_look, describe):
        try:
            work(bytes(broken))
        except UsageError as error:
            assert error.hint
